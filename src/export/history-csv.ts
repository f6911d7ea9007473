/** Recorded levels for spreadsheets: one row a stretch, each executive's oldest first. */
import type { RecordedExecutive, RecordedHistory } from '../playbook/recorded-history.js';
import type { LevelWords } from '../playbook/step-words.js';
import { formatCsv } from './csv.js';
import { GAP_WORDS, stepsOf } from './history-words.js';

const HEAD = ['Executive', 'Note', 'Recorded on', 'Last recorded on', 'Level', 'Levels up', 'Note says', 'Gap', 'Commit', 'By', 'Subject'];

/** The headings first, also where there is no row. */
export function formatHistoryCsv({ executives }: RecordedHistory, words: LevelWords): string {
  return formatCsv([HEAD, ...executives.flatMap((executive) => rowsOf(executive, words))]);
}

function rowsOf({ title, path, stretches }: RecordedExecutive, words: LevelWords): readonly (readonly string[])[] {
  return stepsOf(stretches).map(({ stretch, steps }) => {
    const { recordedOn, lastRecordedOn, commit } = stretch;
    const days = [title, path, recordedOn, lastRecordedOn];
    if (stretch.kind === 'gap') return [...days, '', '', '', GAP_WORDS[stretch.reason], commit, '', ''];
    const { level, assessed, author, subject } = stretch;
    return [...days, level === undefined ? '' : words(level), steps === undefined ? '' : String(steps), assessed ?? '', '', commit, author, subject];
  });
}
