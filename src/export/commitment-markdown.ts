/** The record of commitment as Markdown: the table with the columns, words and rows of the view's, or that and what follows. */
import type { CommitmentReport } from '../playbook/commitment-report.js';
import { COMMITMENT_COLUMNS, type CommitmentRow } from '../playbook/commitment-table.js';
import type { LevelWords } from '../playbook/step-words.js';
import { commitmentHead, commitmentSections, NO_EXECUTIVES, type CommitmentWording } from './commitment-sections.js';
import { formatDocumentMarkdown } from './document-markdown.js';
import { escapeMarkdown, markdownTable } from './markdown-text.js';

/** The table alone, with a line end; the headings also where there is no row. */
export function formatCommitmentMarkdown(rows: readonly CommitmentRow[], words: LevelWords): string {
  const cells = rows.map((row) => COMMITMENT_COLUMNS.map(({ cell }) => escapeMarkdown(cell(row, words))));
  return `${markdownTable(COMMITMENT_COLUMNS.map(({ heading }) => heading), cells)}\n`;
}

/** The table, each executive, and what follows from all of them. */
export function formatCommitmentReportMarkdown(report: CommitmentReport, wording: CommitmentWording): string {
  const title = '# Commitment\n';
  if (report.people.length === 0) return `${title}\n${escapeMarkdown(NO_EXECUTIVES)}\n`;
  const table = formatCommitmentMarkdown(report.people.map(({ row }) => row), wording.words);
  return [title, `${escapeMarkdown(commitmentHead(report))}\n`, table, formatDocumentMarkdown(commitmentSections(report, wording))].join('\n');
}
