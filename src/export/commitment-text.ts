/** The record of commitment for a terminal: a short table, then each executive and what follows from all of them. */
import type { CommitmentReport } from '../playbook/commitment-report.js';
import { COMMITMENT_COLUMNS } from '../playbook/commitment-table.js';
import { commitmentHead, commitmentSections, NO_EXECUTIVES, type CommitmentWording } from './commitment-sections.js';
import { formatDocumentText } from './document-text.js';

/** Columns that a terminal has room for, and what they are called where room is short. */
const SHOWN: Readonly<Record<string, string>> = { executive: 'Executive', now: 'Now', needed: 'Needed', gap: 'To go', evidenced: 'Evidence', said: 'Said', did: 'Did', assessed: 'Assessed' };

export function formatCommitmentText(report: CommitmentReport, wording: CommitmentWording): string {
  if (report.people.length === 0) return `${NO_EXECUTIVES}\n`;
  const columns = COMMITMENT_COLUMNS.filter(({ id }) => SHOWN[id] !== undefined);
  const head = columns.map(({ id }) => SHOWN[id] ?? id);
  const rows = report.people.map(({ row }) => columns.map(({ cell }) => cell(row, wording.words)));
  const standings = { heading: 'Who stands where', blocks: [{ kind: 'text', text: commitmentHead(report) }, { kind: 'table', head, rows }] } as const;
  return formatDocumentText([standings, ...commitmentSections(report, wording)]);
}
