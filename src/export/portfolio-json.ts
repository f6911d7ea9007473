/**
 * A portfolio for other programs, and for the next run: what is written here, `readResult` reads back to the same values.
 * `schema` is 1; a change that breaks readers raises it. A part that its source did not tell is left out; null is a day or
 * a number that is not recorded.
 */
import type { Portfolio, RankedClient } from '../playbook/portfolio-clients.js';
import type { RemarkCounts, LastRecord } from '../playbook/portfolio.js';
import { formatJson } from './printable.js';

export const PORTFOLIO_SCHEMA = 1;

/** Indented by two spaces, with a line end. */
export function formatPortfolioJson({ clients, unread }: Portfolio): string {
  return `${formatJson({ schema: PORTFOLIO_SCHEMA, kind: 'portfolio', clients: clients.map(clientData), unread }, 2)}\n`;
}

function clientData({ name, summary }: RankedClient) {
  const { asOf, notes, executives, moves, work, findings, foundations, competencies, remarks, record, next } = summary;
  return {
    name,
    asOf: asOf ?? null,
    ...(notes && { notes }),
    ...(executives && { executives }),
    ...(moves && { moves }),
    ...(work && { work }),
    ...(findings && { findings }),
    ...(foundations && { foundations }),
    ...(competencies && { competencies }),
    ...(remarks && { remarks: remarkData(remarks) }),
    ...(record && { record: recordData(record) }),
    ...(next && { next }),
  };
}

function remarkData({ risks, questions, oldestDays }: RemarkCounts) {
  return { risks, questions, oldestDays: oldestDays ?? null };
}

function recordData({ on, days, isQuiet }: LastRecord) {
  return { on: on ?? null, days: days ?? null, isQuiet };
}
