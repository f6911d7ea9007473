/**
 * The stages of the journey that were walked in a customer room: list items, rows of a table, or sub-headings under
 * `## Stages walked`. A stage's name ends at a colon or a dash; of a list of tasks only the ticked ones were walked.
 *
 * @example `1. *Book*: the fares page on a phone` // 'Book'
 */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import { readListItems } from '../markdown/list-items.js';
import type { BodyText } from './body-text.js';

const STAGES: ReadonlySet<string> = new Set([
  'stages walked', 'stages', 'stages walked through', 'stages we walked', 'stages of the journey', 'journey stages', 'what we walked', 'the walk', 'walked', 'stops',
  'etappen', 'begangene etappen', 'stationen', 'begangene stationen', 'durchlaufene stationen', 'etapes', 'etapes parcourues', 'etapas', 'etapas recorridas', 'tappe', 'tappe percorse', 'etappes', 'etapas percorridas',
]);
const NAME_END = /\s*:(?:\s|$)|\s+[—–-]\s+/u;

export function readStages(body: BodyText): readonly string[] {
  const stages: string[] = [];
  const headings: string[] = [];
  const parts = body.parts(STAGES);
  for (const [index, { section, below }] of parts.entries()) {
    const range = { from: section.contentFrom, to: section.contentTo };
    const before = stages.length;
    const items = readListItems(body.text, range, 0);
    for (const { textFrom, textTo, task } of items) {
      if (task === undefined || task === 'x' || task === 'X') add(nameOf(body.plain({ from: textFrom, to: textTo })), stages);
    }
    for (const { rows } of body.tablesIn(range)) for (const { cells: [cell] } of rows) if (cell !== undefined) add(nameOf(body.plain(cell)), stages);
    if (below !== undefined) {
      if (section.heading.level === below.heading.level + 1) add(nameOf(body.headings.of(body.text, section.heading).plain), headings);
      continue;
    }
    const [first, ...more] = body.blocksIn(range);
    if (stages.length === before && items.length === 0 && first !== undefined && section.hasContent && parts[index + 1]?.below !== section) {
      const written = body.headings.of(body.text, section.heading).plain;
      body.hint({ from: first.from, to: more[more.length - 1]?.to ?? first.to }, `Text under "${written}" is not a list. Write each stage as a list item, such as "- Book".`);
    }
  }
  return exactSize(stages.length > 0 ? stages : headings);
}

/** Up to a colon or dash, without the mark at its end. */
function nameOf(plain: string): string {
  const end = plain.search(NAME_END);
  return (end > 0 ? plain.slice(0, end) : plain).replace(/[\s.:]+$/u, '');
}

function add(stage: string, stages: string[]): void {
  if (stage !== '') stages.push(detachedText(stage));
}
