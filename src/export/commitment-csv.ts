/** The table of commitment for spreadsheets: the columns, words and rows of the view's table, one row an executive. */
import { COMMITMENT_COLUMNS, type CommitmentRow } from '../playbook/commitment-table.js';
import type { LevelWords } from '../playbook/step-words.js';
import { formatCsv } from './csv.js';

/** The headings first, also where there is no row. */
export function formatCommitmentCsv(rows: readonly CommitmentRow[], words: LevelWords): string {
  return formatCsv([COMMITMENT_COLUMNS.map(({ heading }) => heading), ...rows.map((row) => COMMITMENT_COLUMNS.map(({ cell }) => cell(row, words)))]);
}
