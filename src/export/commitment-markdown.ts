/** The table of commitment as Markdown: the columns, words and rows of the view's table, one row an executive. */
import { COMMITMENT_COLUMNS, type CommitmentRow } from '../playbook/commitment-table.js';
import type { LevelWords } from '../playbook/step-words.js';
import { escapeMarkdown, markdownTable } from './markdown-text.js';

/** The table alone, with a line end; the headings also where there is no row. */
export function formatCommitmentMarkdown(rows: readonly CommitmentRow[], words: LevelWords): string {
  const cells = rows.map((row) => COMMITMENT_COLUMNS.map(({ cell }) => escapeMarkdown(cell(row, words))));
  return `${markdownTable(COMMITMENT_COLUMNS.map(({ heading }) => heading), cells)}\n`;
}
