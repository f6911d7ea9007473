/**
 * The properties of a thread, also where the frontmatter as a whole cannot be read: then each `name: value` is read for
 * itself, of each side of a conflict, and the first one of a name counts.
 */
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import { tryReadFrontmatter } from '../markdown/frontmatter.js';
import { NO_ITEMS, type Property } from '../markdown/property.js';
import { readSimpleYaml } from '../markdown/simple-yaml.js';
import type { TextRange } from '../markdown/text-range.js';
import { readVisibility } from '../playbook/annotation.js';
import type { ThreadProblem } from './thread-file.js';
import type { ThreadSides } from './thread-lines.js';

export interface ThreadProperties {
  /** The first of each name; of a visibility written twice the private one. */
  readonly properties: ReadonlyMap<string, Property>;
  /** The opening line of the frontmatter; undefined without one. */
  readonly opening: TextRange | undefined;
  /** The lines below the properties, of each side. */
  readonly bodies: readonly (readonly TextRange[])[];
  readonly problems: readonly ThreadProblem[];
}

/** Undefined when the full reader of YAML is needed and not loaded. */
export function tryReadProperties(text: string, { sides, conflicts }: ThreadSides): ThreadProperties | undefined {
  const block = splitFrontmatter(text);
  const isWhole = block?.closed === true && !conflicts.some(({ from }) => from < block.to);
  if (!isWhole) return readFlat(text, sides, []);
  const frontmatter = tryReadFrontmatter(text);
  if (frontmatter === undefined) return undefined;
  const problems = frontmatter.problems.map(({ from, to, message }): ThreadProblem => ({ from, to, code: 'format', message }));
  if (frontmatter.broken) return readFlat(text, sides, problems);
  return {
    properties: firstByName(frontmatter.properties),
    opening: { from: block.from, to: block.from + 3 },
    bodies: sides.map((lines) => lines.filter(({ from }) => from >= block.to)),
    problems,
  };
}

function firstByName(properties: readonly Property[]): ReadonlyMap<string, Property> {
  const first = new Map<string, Property>();
  for (const property of properties) {
    // Whatever a merge made of it: what one side calls private is not shown.
    const isPrivate = property.name === 'visibility' && readVisibility(property.value) === 'coach';
    if (isPrivate || !first.has(property.name)) first.set(property.name, property);
  }
  return first;
}

function readFlat(text: string, sides: ThreadSides['sides'], problems: readonly ThreadProblem[]): ThreadProperties {
  const found = sides.map((lines) => readSide(text, lines));
  const opening = found.find((side) => side.opening !== undefined)?.opening;
  const unclosed = found.find((side) => side.opening !== undefined && !side.isClosed);
  const told = problems.length > 0 || unclosed?.opening === undefined ? [] : [{ ...unclosed.opening, code: 'format' as const, message: UNCLOSED }];
  return {
    properties: firstByName(found.flatMap((side) => side.properties)),
    opening,
    bodies: found.map((side) => side.body),
    problems: [...problems, ...told],
  };
}

const UNCLOSED = 'The properties start here and never end. Close them by a line of "---" before the quote.';

interface FlatSide {
  readonly opening: TextRange | undefined;
  readonly properties: readonly Property[];
  readonly body: readonly TextRange[];
  readonly isClosed: boolean;
}

function readSide(text: string, lines: readonly TextRange[]): FlatSide {
  const [opening, ...others] = lines;
  const is = ({ from, to }: TextRange, sign: string): boolean => text.slice(from, to) === sign;
  if (opening === undefined || !is(opening, '---')) return { opening: undefined, properties: [], body: lines, isClosed: true };
  const closing = others.findIndex((line) => is(line, '---'));
  // Without a closing line the properties end where the quote or the first section starts.
  const end = closing === -1 ? others.findIndex(({ from }) => '>#'.includes(text.charAt(from))) : closing;
  const inside = end === -1 ? others : others.slice(0, end);
  const groups: TextRange[] = [];
  for (const line of inside) {
    const last = groups.at(-1);
    if (last !== undefined && isFurther(text, line, last)) groups[groups.length - 1] = { from: last.from, to: line.to };
    else groups.push(line);
  }
  const body = end === -1 ? [] : others.slice(closing === -1 ? end : end + 1);
  return { opening, properties: groups.flatMap((group) => readGroup(text, group)), body, isClosed: closing !== -1 };
}

/** Whether a line goes on with the value before it: it is indented or an item of a list, and stands right below. */
function isFurther(text: string, line: TextRange, before: TextRange): boolean {
  return /^[ \t-]/.test(text.slice(line.from, line.from + 1)) && /^(?:\r\n|\n|\r)$/.test(text.slice(before.to, line.from));
}

const NAME = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*/;

/** A value that no YAML can be is taken as it stands. */
function readGroup(text: string, { from, to }: TextRange): readonly Property[] {
  const simple = readSimpleYaml(text, from, to);
  if (simple !== undefined) return simple;
  const written = text.slice(from, to);
  const found = NAME.exec(written);
  if (found === null || /[\r\n]/.test(written)) return [];
  const value = written.slice(found[0].length).trim();
  const name = found[1] ?? '';
  const valueFrom = from + found[0].length;
  const [, unquoted] = /^["']?(.*?)["']?$/.exec(value) ?? [];
  return [{ from, to: valueFrom + value.length, name, value: unquoted ?? value, keyFrom: from, keyTo: from + name.length, valueFrom, valueTo: valueFrom + value.length, items: NO_ITEMS }];
}
