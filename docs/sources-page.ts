/** The page about the sources: where each idea comes from, and where the product shows it. */
import { rulePageName } from '../src/lint/rule.js';
import { HOME_CARD_HEADING } from '../src/playbook/home-card.js';
import { IDEAS, type Idea, type Place } from './sources-map.js';
import { table } from './markdown-table.js';

const VIEW_NAMES = { overview: 'Home view', findings: 'Findings', roadmap: 'Roadmap', commitment: 'Commitment map', annotations: 'Annotations' } as const;

const TITLES: readonly (readonly [string, string])[] = [
  ['S0', 'Your CX Management Model Requires Commitment, Not Compliance'],
  ['S1', 'CX Mistake #1: Faking Executive Commitment'],
  ['S2', 'Commitment is The Key to Providing an Excellent Customer Experience'],
  ['S3', 'The Politics of Customer Experience Management'],
  ['S4', 'So, You’ve Got Executive Commitment…'],
];

export function formatSourcesPage(): string {
  return [
    '# Sources',
    '',
    'The ideas behind this software come from five published articles on executive commitment and customer experience. They belong to their authors: we paraphrase them, name them, and claim none of them as our own. What no source states (a threshold, a mapping, a default number) is marked **OURS**, can be changed in the settings, and is shown as a default where it counts.',
    '',
    ...table(['', 'Title'], TITLES),
    '',
    '## From idea to product',
    '',
    ...table(['#', 'Idea', 'Source', 'Where the product shows it'], IDEAS.map(rowOf)),
    '',
    '## Heading names',
    '',
    'The built-in names of the sections why, model and reinforce are of two sorts: seen in published material on leading change, or our own translation. Each vault adds its own in `cx-playbook.yml` under `aliases`.',
    '',
  ].join('\n');
}

function rowOf({ numbers, idea, sources, places }: Idea): readonly string[] {
  return [numbersInWords(numbers), idea, sources.join(', '), placesInWords(places)];
}

/** "1–5", "22–24, 27" */
function numbersInWords(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

function placesInWords(places: readonly Place[]): string {
  const ids = places.flatMap((place) => (place.kind === 'rule' ? [`[\`${place.id}\`](rules/${rulePageName(place.id)}.md)`] : []));
  const others = places.flatMap((place) => (place.kind === 'rule' ? [] : [placeInWords(place)]));
  return [...(ids.length === 0 ? [] : [`${ids.length === 1 ? 'Rule' : 'Rules'} ${ids.join(', ')}`]), ...others].join('; ');
}

function placeInWords(place: Exclude<Place, { readonly kind: 'rule' }>): string {
  switch (place.kind) {
    case 'view': return `${VIEW_NAMES[place.view]}: “${place.part}”`;
    case 'card': return `Home view and report: “${HOME_CARD_HEADING[place.id]}”`;
    case 'plugin-command': return `command \`${place.id}\`: ${place.what}`;
    case 'cli-command': return `\`cx-playbook ${place.id}\`: ${place.what}`;
    case 'notes': return `notes of kind \`${place.of}\`, with template and reader`;
  }
}
