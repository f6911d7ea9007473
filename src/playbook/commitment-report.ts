/**
 * All that the vault's record of commitment says, as one value for every host that writes it out: the table's rows, each
 * with its levels over time and the advice that the sources allow; who moves whom; where to start; results to quote.
 *
 * What is asked for units alone tells of their executives, and the coalition is worked out over everybody all the same:
 * peers belong to other units.
 *
 * @example assessCommitment(record, { ...thresholds, signCount: 8, coalitionPercent: 50 }).people[0].advice
 */
import { Adviser, type Advice } from './advice.js';
import type { CalendarDate } from './calendar-date.js';
import {
  assessCoalition, assessCoalitionSensitivity, coalitionOutcome,
  type Coalition, type CoalitionAtPercent, type CoalitionMove, type CoalitionOptions, type CoalitionOutcome, type StandingStill,
} from './coalition.js';
import { readCommitmentHistory, type CommitmentHistory } from './commitment-history.js';
import type { CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { buildCommitmentTable, type CommitmentRow, type CommitmentTableOptions } from './commitment-table.js';
import type { Executive } from './note.js';
import { findQuotableResults, type QuotableResult } from './quotable-results.js';
import { rankStartingPoints, type StartingPoint } from './start-here.js';

export interface CommitmentReportOptions extends CommitmentTableOptions, Pick<CoalitionOptions, 'levels' | 'withCase'> {
  /** So many percent of the peers make strong support; OURS. */
  readonly coalitionPercent: number;
}

export interface ReportedExecutive {
  readonly row: CommitmentRow;
  readonly history: CommitmentHistory;
  readonly advice: Advice;
}

export interface ReportedRound {
  /** From 1. */
  readonly round: number;
  readonly moves: readonly CoalitionMove[];
}

/** What if: what the coalition takes to be so. */
export interface Suppositions {
  readonly levels: readonly { readonly executive: Executive; readonly level: CommitmentLevel }[];
  readonly withCase: readonly Executive[];
}

export interface CommitmentReport {
  readonly today: CalendarDate;
  readonly options: CommitmentReportOptions;
  readonly supposed: Suppositions;
  /** In the order of the table. */
  readonly people: readonly ReportedExecutive[];
  /** Over everybody, also those who are not told of. */
  readonly coalition: Coalition;
  /** Rounds and moves of those told of; a round in which none of them moves is left out. */
  readonly rounds: readonly ReportedRound[];
  /** Of those told of. */
  readonly still: readonly StandingStill[];
  /** The lowest threshold first. */
  readonly sensitivity: readonly CoalitionAtPercent[];
  /** With nothing supposed; undefined when nothing is. */
  readonly recorded: CoalitionOutcome | undefined;
  /** The best first. */
  readonly startingPoints: readonly StartingPoint[];
  /** By those told of. */
  readonly results: readonly QuotableResult[];
}

export function assessCommitment(record: CommitmentRecord, options: CommitmentReportOptions): CommitmentReport {
  const { coalitionPercent: percent, levels, withCase } = options;
  const adviser = new Adviser(record);
  const people = buildCommitmentTable(record, options).map((row): ReportedExecutive => ({
    row,
    history: readCommitmentHistory(row.executive, record.today),
    advice: adviser.advise(row.executive),
  }));
  const told = new Set(people.map(({ row }) => row.executive));
  const isTold = ({ executive }: { readonly executive: Executive }): boolean => told.has(executive);
  const coalitionOptions: CoalitionOptions = { percent, ...(levels === undefined ? {} : { levels }), ...(withCase === undefined ? {} : { withCase }) };
  const coalition = assessCoalition(record, coalitionOptions);
  const supposed = suppositions(record, options);
  const isSupposed = supposed.levels.length + supposed.withCase.length > 0;
  return {
    today: record.today,
    options,
    supposed,
    people,
    coalition,
    rounds: coalition.rounds.map((moves, index) => ({ round: index + 1, moves: moves.filter(isTold) })).filter(({ moves }) => moves.length > 0),
    still: coalition.still.filter(isTold),
    sensitivity: assessCoalitionSensitivity(record, coalitionOptions),
    recorded: isSupposed ? coalitionOutcome(assessCoalition(record, { percent })) : undefined,
    startingPoints: rankStartingPoints(record, options).filter(({ leader }) => told.has(leader)),
    results: findQuotableResults(record).filter(({ by }) => told.has(by)),
  };
}

function suppositions({ playbook }: CommitmentRecord, { levels = new Map(), withCase = new Set() }: CommitmentReportOptions): Suppositions {
  return {
    levels: playbook.executives.flatMap((executive) => {
      const level = levels.get(executive.path);
      return level === undefined ? [] : [{ executive, level }];
    }),
    withCase: playbook.executives.filter(({ path }) => withCase.has(path)),
  };
}
