/** Recorded levels for spreadsheets: one row a stretch, each executive's oldest first. */
import type { RecordedHistory } from '../playbook/recorded-history.js';
import type { LevelWords } from '../playbook/step-words.js';
import { formatCsv } from './csv.js';
import { executivesIn, GAP_WORDS, type HistoryPeriod, type ShownExecutive } from './history-words.js';

const HEAD = ['Executive', 'Note', 'Recorded on', 'Last recorded on', 'Level', 'Levels up', 'Note says', 'Gap', 'Commit', 'By', 'Subject'];

/** The headings first, also where there is no row. */
export function formatHistoryCsv(history: RecordedHistory, period: HistoryPeriod, words: LevelWords): string {
  return formatCsv([HEAD, ...executivesIn(history, period).flatMap((executive) => rowsOf(executive, words))]);
}

function rowsOf({ executive: { title, path }, steps: shown }: ShownExecutive, words: LevelWords): readonly (readonly string[])[] {
  return shown.map(({ stretch, steps }) => {
    const { recordedOn, lastRecordedOn, commit } = stretch;
    const days = [title, path, recordedOn, lastRecordedOn];
    if (stretch.kind === 'gap') return [...days, '', '', '', GAP_WORDS[stretch.reason], commit, '', ''];
    const { level, assessed, author, subject } = stretch;
    return [...days, level === undefined ? '' : words(level), steps === undefined ? '' : String(steps), assessed ?? '', '', commit, author, subject];
  });
}
