/** The page about kinds, properties and sections, made from the schema. */
import { PRACTICE_NAMES, PRACTICES, type PracticeNames } from '../playbook/practice.js';
import { choicesOf, KINDS, PROPERTIES, type PropertyDefinition } from './schema.js';
import { NOTE_KINDS, type NoteKind } from '../playbook/note.js';

/** Text of notes that is read, by kind. */
const BODY_ROWS: readonly (readonly [kind: NoteKind | `${NoteKind}, ${NoteKind}`, meaning: string])[] = [
  ['room', '`## Stages walked`: a list, of tasks those that are ticked. `## Commitments made`: a table with the columns who, what, by and kept, or a list.'],
  ['insight', 'Block quotes, quoted list items, and quoted words of four or more in the text.'],
  ['case', '`## The story`, somebody’s own words, or an embedded note with them.'],
  ['initiative, pilot', '`## What’s in it for each unit`: a table, list items such as `- Freight: fewer calls`, or a heading for each unit. `## Told to`: items with the day on which a result was told.'],
  ['empowerment', 'What follows an honest mistake: under `## Mistakes`, behind `**Mistakes:**`, or in a sentence.'],
  ['recognition', 'A table with a column for sales beside another, else sentences: money, time off, award, recognition, fun. How often: under `## Cadence`, behind `**Cadence:**`, or in a sentence.'],
];

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
    'Other kinds may have sections and text that the playbook counts. All are optional, headings are also read in German and a few other languages, and code and comments are never read:',
    '',
    '| `type` | What is read |',
    '| --- | --- |',
    ...BODY_ROWS.map(([kind, meaning]) => `| \`${kind}\` | ${meaning} |`),
    '',
    '```markdown',
    '## Stages walked',
    '1. Book: the fares page on a phone',
    '2. Wait: forty minutes on the bench',
    '',
    '## Commitments made',
    '| Who | What | By | Kept |',
    '| --- | --- | --- | --- |',
    '| [[Ana Ruiz]] | release the money | 2026-05-18 | yes |',
    '```',
    '',
    'Promises may also be list items, kept when ticked: `- [x] [[Ana Ruiz]] release the money by 2026-05-18`. Without the property `date`, a line such as `**Date:** 2026-04-08` tells the day of a room, message or session.',
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
