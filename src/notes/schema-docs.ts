/** The page about kinds, properties and sections, made from the schema. */
import { PRACTICE_NAMES, PRACTICES, type PracticeNames } from '../playbook/practice.js';
import { choicesOf, KINDS, PROPERTIES, type PropertyDefinition } from './schema.js';
import { NOTE_KINDS } from '../playbook/note.js';

export function formatSchemaPage(): string {
  const names: PracticeNames = PRACTICE_NAMES;
  return [
    '# Notes',
    '',
    'A note belongs to the playbook when it has a kind: its property `type`, else a mapped folder or tag (`cx-playbook.yml`). All other notes are left alone.',
    '',
    '## Kinds',
    '',
    '| `type` | What it is | Needs why, model, reinforce |',
    '| --- | --- | --- |',
    ...NOTE_KINDS.map((kind) => `| \`${kind}\` | ${KINDS[kind].description} | ${KINDS[kind].practices ? 'yes' : ''} |`),
    '',
    '## Properties',
    '',
    'Links are lists of quoted wikilinks: `sponsor: ["[[Ana Ruiz]]"]`.',
    '',
    '| Property | Type | Values | On | Meaning |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries<PropertyDefinition>(PROPERTIES).map(formatProperty),
    '',
    '## Sections',
    '',
    'Headings of level 2 to 4, in any order, that say one of these names; case, accents, emoji and numbering do not count, and a name may be followed by `:`, `—`, `–`, `|`, `/` or `(`.',
    '',
    '| Language | Why | Model | Reinforce |',
    '| --- | --- | --- | --- |',
    ...Object.entries(names).map(([language, of]) => `| ${language} | ${PRACTICES.map((practice) => of[practice].join(', ')).join(' | ')} |`),
    '',
    'An executive may have `## Evidence` with `### Said` and `### Did`, and `## Assessments`; a journey may have `## Phases`. Their items are dated:',
    '',
    '```markdown',
    '## Evidence',
    '### Did',
    '- 2026-02-11 Moved 40,000 to storm texts #money',
    '',
    '## Assessments',
    '- 2026-03-04 toe-dipper — funds pilots only when asked',
    '',
    '## Phases',
    '- 2026-01 – 2026-06 awareness — Awareness and proof',
    '```',
    '',
  ].join('\n');
}

function formatProperty([name, definition]: [string, PropertyDefinition]): string {
  const own = Object.entries(definition.choicesByKind ?? {}).map(([kind, choices]) => `${kind}: ${choices.join(', ')}`);
  const [first] = definition.kinds;
  const choices = definition.linkKinds ?? (first === undefined ? [] : choicesOf(definition, first));
  const range = definition.min === undefined ? '' : definition.max === undefined ? `${definition.min} or more` : `${definition.min} to ${definition.max}`;
  const on = definition.kinds.length === NOTE_KINDS.length ? 'all' : definition.kinds.join(', ');
  return `| \`${name}\` | ${definition.type} | ${[choices.join(', '), ...own, range].filter((part) => part !== '').join('; ')} | ${on} | ${definition.description} |`;
}
