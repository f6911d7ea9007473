/** A portfolio for spreadsheets: one row a client, in the order of need; those that could not be read last. A part that a source did not tell is an empty cell. */
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import { COMPETENCIES, COMPETENCY_LABEL } from '../playbook/competency.js';
import { UNREAD_REASON, type Portfolio, type RankedClient } from '../playbook/portfolio-clients.js';
import { executiveCount, FOUNDATION_KINDS, supportingPercent } from '../playbook/portfolio.js';
import { formatCsv } from './csv.js';
import { NEXT_STEP_WORDS } from './portfolio-words.js';

interface Column {
  readonly heading: string;
  readonly cell: (client: RankedClient) => string | number | undefined;
}

const COLUMNS: readonly Column[] = [
  { heading: 'Client', cell: ({ name }) => name },
  { heading: 'As of', cell: ({ summary }) => summary.asOf },
  { heading: 'Reasons to look', cell: ({ concerns }) => concerns.length },
  { heading: 'Which', cell: ({ concerns }) => concerns.map(({ text }) => text).join('; ') },
  { heading: 'Notes', cell: ({ summary }) => summary.notes?.read },
  { heading: 'Notes in the playbook', cell: ({ summary }) => summary.notes?.playbook },
  { heading: 'Executives', cell: ({ summary: { executives } }) => executives && executiveCount(executives) },
  ...COMMITMENT_LEVELS.map((level): Column => ({ heading: level, cell: ({ summary }) => summary.executives?.levels[level] })),
  { heading: 'Not assessed', cell: ({ summary }) => summary.executives?.notAssessed },
  { heading: 'Supporter or above, %', cell: ({ summary: { executives } }) => executives && supportingPercent(executives) },
  { heading: 'Below needed', cell: ({ summary }) => summary.executives?.below },
  { heading: 'To assess', cell: ({ summary }) => summary.executives?.due },
  { heading: 'Moved within days', cell: ({ summary }) => summary.moves?.days },
  { heading: 'Moved up', cell: ({ summary }) => summary.moves?.up },
  { heading: 'Moved down', cell: ({ summary }) => summary.moves?.down },
  { heading: 'Open items', cell: ({ summary }) => summary.work?.open },
  { heading: 'Short of commitment', cell: ({ summary }) => summary.work?.short },
  { heading: 'Not judged', cell: ({ summary }) => summary.work?.unjudged },
  { heading: 'Errors', cell: ({ summary }) => summary.findings?.error },
  { heading: 'Warnings', cell: ({ summary }) => summary.findings?.warning },
  { heading: 'Hints', cell: ({ summary }) => summary.findings?.info },
  { heading: 'Rules', cell: ({ summary }) => summary.findings?.rules.map(({ rule, count }) => `${rule} ${count}`).join('; ') },
  ...FOUNDATION_KINDS.map((kind): Column => ({ heading: kind, cell: ({ summary }) => summary.foundations?.[kind] })),
  ...COMPETENCIES.flatMap((competency): readonly Column[] => [
    { heading: `${COMPETENCY_LABEL[competency]}: executives`, cell: ({ summary }) => summary.competencies?.[competency].executives },
    { heading: `${COMPETENCY_LABEL[competency]}: open work`, cell: ({ summary }) => summary.competencies?.[competency].work },
  ]),
  { heading: 'Open risks', cell: ({ summary }) => summary.remarks?.risks },
  { heading: 'Open questions', cell: ({ summary }) => summary.remarks?.questions },
  { heading: 'Oldest, days', cell: ({ summary }) => summary.remarks?.oldestDays },
  { heading: 'Last recorded', cell: ({ summary }) => summary.record?.on },
  { heading: 'Days before', cell: ({ summary }) => summary.record?.days },
  { heading: 'Gone quiet', cell: ({ summary: { record } }) => record && (record.isQuiet ? 'yes' : 'no') },
  { heading: 'Next steps', cell: ({ summary }) => summary.next?.map((kind) => NEXT_STEP_WORDS[kind]).join('; ') },
];

export function formatPortfolioCsv({ clients, unread }: Portfolio): string {
  return formatCsv([
    [...COLUMNS.map(({ heading }) => heading), 'Not read'],
    ...clients.map((client) => [...COLUMNS.map(({ cell }) => String(cell(client) ?? '')), '']),
    ...unread.map(({ name, reason }) => [name, ...COLUMNS.slice(1).map(() => ''), UNREAD_REASON[reason]]),
  ]);
}
