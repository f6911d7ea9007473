/** Which values the roadmap may write into a property, and what to say of those it may not. */
import { titleOfPath } from '../playbook/link-index.js';
import type { NoteProblem } from './note-problem.js';
import { readProperty } from './read-property.js';
import { choicesOf, knownProperty, propertyDefinition } from './schema.js';

/** Why the playbook's property cannot take a value; undefined for what the playbook does not read. */
export function reasonAgainst(name: string, value: string | number): string | undefined {
  const definition = propertyDefinition(name);
  if (definition === undefined) return undefined;
  const { type, min, max } = definition;
  if (type === 'choice') {
    const choices = choicesOf(definition, 'initiative');
    return choices.includes(String(value)) ? undefined : `"${name}" cannot be "${value}". Use one of: ${choices.join(', ')}.`;
  }
  if (type === 'number') {
    const number = Number(value);
    const fits = String(value).trim() !== '' && Number.isFinite(number) && number >= (min ?? number) && number <= (max ?? number);
    return fits ? undefined : `"${name}" cannot be "${value}". Write a number${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}.`;
  }
  return type === 'text' ? undefined : `"${name}" is not changed this way. Change it in the note.`;
}

/** What a written text stands for: a choice in its own spelling, undefined for one that cannot be read; any other text itself. */
export function meaningOfValue(name: string, text: string): string | undefined {
  const known = knownProperty(name);
  if (known?.definition.type !== 'choice') return text;
  const problems: NoteProblem[] = [];
  const read = readProperty({ name, value: text, from: 0, to: 0, keyFrom: 0, keyTo: 0, valueFrom: 0, valueTo: 0, items: [] }, { kind: 'initiative', known, choices: choicesOf(known.definition, 'initiative') }, problems);
  return read?.type === 'text' ? read.text : undefined;
}

export function noLink(path: string): string {
  return `No link leads to "${titleOfPath(path)}". Look whether the note is still there, and whether its name holds # ^ | [ or ].`;
}
