/** The page about the roadmap in the app: its places, options, keys and gestures, from the code's tables. */
import { BASE_ROLES } from '../src/obsidian/roadmap-base-items.js';
import { ROADMAP_OPTIONS } from '../src/roadmap/roadmap-choice.js';
import { KEYS, POINTER_KEYS } from '../src/views/chart-keys-table.js';
import { WORDS } from '../src/views/words/words.js';
import { table } from './markdown-table.js';

const { roadmapHost: host } = WORDS;

export function formatRoadmapPage(): string {
  return [
    '# Roadmap',
    '',
    'Initiatives, pilots and milestones between their `start` and `end`, in lanes, with the recorded commitment of their sponsors. A band over a leader’s lane shows the levels over time; a hatched rail under a bar covers the days on which the level is lower than the ambition needs. “Expected” levels are those dated in the future.',
    '',
    'Days may be written as a day, a month, a quarter or a year (`2027-03-09`, `2027-03`, `2027-Q1`, `2027`). They are drawn with a soft end and stay as written: moving an item by months changes `2027-Q1` to `2027-Q2`, never to a day. Work without days of its own that other work supports is drawn dashed over their days; nothing of that is written.',
    '',
    '## Where it is shown',
    '',
    `- **View**: “${host.open}”, the icon in the ribbon, or \`obsidian://cx-playbook?view=roadmap\`. In a narrow pane and on phones it is a list with small bars.`,
    `- **Base**: choose “${host.baseName}” as the view of a base. Any notes can be drawn: the options of the view say which property is ${BASE_ROLES.map((role) => host.role[role].toLowerCase()).join(', ')}. Formulas and file properties are shown and not written.`,
    '- **Block** in a note, in reading view and live preview; on paper and in a PDF it is one whole drawing:',
    '',
    '  ````markdown',
    '  ```cx-roadmap',
    '  group: leader',
    '  status: active, planned',
    '  from: 2026-Q4',
    '  height: 480',
    '  ```',
    '  ````',
    '',
    `- **Files and paper**: SVG, PNG, HTML, Markdown, CSV, Mermaid, calendar, JSON Canvas and JSON from the view’s menu; “${host.printCommand}” gives one page a year. The [command line](command-line.md) draws the same, and what changed since a git revision.`,
    '',
    '## Options',
    '',
    'The same names in a block and in links; the [command line](command-line.md) has what concerns a drawing. `height` is the block’s own, in px.',
    '',
    ...table(['Option', 'Values', 'Meaning'], ROADMAP_OPTIONS.map((option) => [`\`${option.name}\``, valuesOf(option), option.description])),
    '',
    '## Keys',
    '',
    'The chart is one stop of the Tab key. On a Mac, Cmd stands for Ctrl.',
    '',
    ...table(['Keys', 'What they do'], KEYS.map(({ keys, does }) => [keys, does])),
    '',
    '## Mouse, pen and touch',
    '',
    'Whatever is dragged can also be done by keys, in the menu of an item, and in its dialog.',
    '',
    ...table(['Gesture', 'What it does'], POINTER_KEYS.map(({ keys, does }) => [keys, does])),
    '',
    '## What is written',
    '',
    'One note at once, where the drag or the keys have shown its new dates; several only after a preview of each note’s change. A note that was changed meanwhile, cannot be written or is gone is told and left as it is. “Undo the last edit of notes” takes all of an edit back, and leaves a note alone that somebody changed since.',
    '',
  ].join('\n');
}

function valuesOf({ form, ...option }: (typeof ROADMAP_OPTIONS)[number]): string {
  const some = 'values' in option ? option.values.map((value) => `\`${value}\``).join(', ') : '';
  if (form === 'flag') return '`true`, `false`';
  return some === '' ? (form === 'list' ? 'a list, or texts with commas' : 'text') : some;
}
