/** Recorded levels for a terminal: a table for each executive, the oldest record first. */
import type { RecordedExecutive, RecordedHistory } from '../playbook/recorded-history.js';
import type { LevelWords } from '../playbook/step-words.js';
import { formatDocumentText } from './document-text.js';
import { changeInWords, historyHead, stepsOf, type RecordedStep } from './history-words.js';
import { paragraph, type DocumentBlock, type DocumentSection } from './text-document.js';

const HEAD = ['Recorded on', 'Level', 'Change', 'Note says', 'Commit', 'By'];
/** Of a commit's id: enough to name it in all but the largest repositories. */
const ID_LENGTH = 10;

export function formatHistoryText(history: RecordedHistory, words: LevelWords): string {
  const { executives } = history;
  const first: DocumentSection = { heading: 'Commitment as git recorded it', blocks: [paragraph(historyHead(history)), ...(executives.length === 0 ? [paragraph('No executive’s level is recorded in it.')] : [])] };
  return formatDocumentText([first, ...executives.map((executive) => executiveSection(executive, words))]);
}

function executiveSection({ title, path, present, formerPaths, stretches }: RecordedExecutive, words: LevelWords): DocumentSection {
  const rows = stepsOf(stretches).map((step) => rowOf(step, words));
  const blocks: DocumentBlock[] = [paragraph(present ? path : `${path} (no longer there)`)];
  if (formerPaths.length > 0) blocks.push(paragraph(`Formerly ${formerPaths.join(', ')}`));
  return { heading: title, blocks: [...blocks, { kind: 'table', head: HEAD, rows }] };
}

function rowOf(step: RecordedStep, words: LevelWords): readonly string[] {
  const { stretch } = step;
  const { recordedOn, commit } = stretch;
  const [level, says, by] = stretch.kind === 'gap' ? ['–', '', ''] : [stretch.level === undefined ? 'none' : words(stretch.level), saidDay(stretch.assessed, recordedOn), stretch.author];
  return [recordedOn, level, changeInWords(step), says, commit.slice(0, ID_LENGTH), by];
}

/** The day that the note itself gives, where it is another one. */
function saidDay(assessed: string | undefined, recordedOn: string): string {
  return assessed === undefined ? '' : assessed === recordedOn ? 'same day' : assessed;
}
