/**
 * Where a client stands, for a coach who has many: counts of what the client's vault records, and nothing else. No name
 * of a person, no title, no path and no word of a note is in it, so that it may travel where the vault may not. Each part
 * is worked out by the file that is named for it; a part that its source does not tell is absent, never zero.
 *
 * @example summarizeVault(record, options, notes, findings).executives?.levels.supporter // 3
 */
import type { CalendarDate } from './calendar-date.js';
import { daysBetween } from './calendar-date.js';
import { COMMITMENT_LEVELS, type CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { assessCommitmentTrend } from './commitment-trend.js';
import { COMPETENCIES, type Competency } from './competency.js';
import { assessHome, type HomeOptions } from './home.js';
import type { NextStepKind } from './next-step.js';
import type { Playbook } from './playbook.js';

/** OURS: a quarter, the distance between two steering meetings. */
export const MOVE_DAYS = 90;

export interface NoteCounts {
  readonly read: number;
  readonly playbook: number;
}

export interface ExecutiveCounts {
  readonly levels: Readonly<Record<CommitmentLevel, number>>;
  readonly notAssessed: number;
  /** Below the level recorded as needed. */
  readonly below: number;
  /** Levels that are missing, carry no day or are old. */
  readonly due: number;
}

export interface MoveCounts {
  /** From so many days ago to the day of the summary. */
  readonly days: number;
  readonly up: number;
  readonly down: number;
}

export interface WorkCounts {
  /** Open items, milestones included. */
  readonly open: number;
  /** Of those: not carried by the recorded commitment. */
  readonly short: number;
  /** Of those: held up by levels that nobody recorded. */
  readonly unjudged: number;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Those with most findings first, then by id. */
  readonly rules: readonly RuleCount[];
}

export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

export const FOUNDATION_KINDS = ['vision', 'strategy', 'governance'] as const;
export type FoundationKind = (typeof FOUNDATION_KINDS)[number];
export const FOUNDATION_STATES = ['approved', 'written', 'none'] as const;
/** Approved by the day of the summary; written, without a day of approval; or not there. What is retired does not count. */
export type FoundationState = (typeof FOUNDATION_STATES)[number];

export interface CoverCounts {
  readonly executives: number;
  readonly work: number;
}

export interface RemarkCounts {
  readonly risks: number;
  readonly questions: number;
  /** Days since the oldest was written; undefined without one, and where none carries a day. */
  readonly oldestDays: number | undefined;
}

export interface LastRecord {
  /** Undefined: nothing that happened is dated. */
  readonly on: CalendarDate | undefined;
  /** Until the day of the summary. */
  readonly days: number | undefined;
  /** Longer than the vault allows. */
  readonly isQuiet: boolean;
}

/** What is known of one client's vault. */
export interface VaultSummary {
  /** The day of the summary; undefined where its source names none. */
  readonly asOf: CalendarDate | undefined;
  readonly notes?: NoteCounts;
  readonly executives?: ExecutiveCounts;
  readonly moves?: MoveCounts;
  readonly work?: WorkCounts;
  readonly findings?: FindingCounts;
  readonly foundations?: Readonly<Record<FoundationKind, FoundationState>>;
  readonly competencies?: Readonly<Record<Competency, CoverCounts>>;
  readonly remarks?: RemarkCounts;
  readonly record?: LastRecord;
  /** Kinds of the next steps, the first to be taken first. */
  readonly next?: readonly NextStepKind[];
}

export interface SummaryOptions extends HomeOptions {
  /** {@link MOVE_DAYS} when absent. */
  readonly moveDays?: number | undefined;
}

/** `record` is of the shared part of a vault: private notes do not count, and neither do private annotations. */
export function summarizeVault(record: CommitmentRecord, { moveDays = MOVE_DAYS, ...options }: SummaryOptions, notes: NoteCounts, findings: FindingCounts): VaultSummary {
  const { playbook, today } = record;
  const home = assessHome(record, { ...options, withPrivate: false });
  const moves = assessCommitmentTrend(record, { moveDays, quarters: 0 });
  const { newest, isQuiet } = home.quiet;
  return {
    asOf: today,
    notes,
    executives: { ...countLevels(home.standings.map(({ level }) => level)), below: home.below, due: home.stale.length },
    moves: { days: moveDays, up: moves.up.length, down: moves.down.length },
    work: { open: home.openItems, short: home.gaps.short.length, unjudged: home.gaps.unjudged.length },
    findings,
    foundations: foundationStates(playbook, today),
    competencies: byName(COMPETENCIES, (competency) => {
      const cover = home.coverage.find((known) => known.competency === competency);
      return { executives: cover?.executives.length ?? 0, work: cover?.work.length ?? 0 };
    }),
    remarks: {
      risks: home.remarks.filter(({ annotation }) => annotation.kind === 'risk').length,
      questions: home.remarks.filter(({ annotation }) => annotation.kind === 'question').length,
      oldestDays: oldestDays(home.remarks.map(({ annotation }) => annotation.createdOn), today),
    },
    record: { on: newest?.on, days: newest?.days, isQuiet },
    next: home.steps.map(({ kind }) => kind),
  };
}

/** Rules with their findings, those with most first. */
export function countRules(rules: Iterable<string>): readonly RuleCount[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** How many stand on each level; undefined is not assessed. */
export function countLevels(levels: readonly (CommitmentLevel | undefined)[]): Pick<ExecutiveCounts, 'levels' | 'notAssessed'> {
  return {
    levels: byName(COMMITMENT_LEVELS, (level) => levels.filter((known) => known === level).length),
    notAssessed: levels.filter((level) => level === undefined).length,
  };
}

/** All executives of a summary. */
export function executiveCount({ levels, notAssessed }: ExecutiveCounts): number {
  return COMMITMENT_LEVELS.reduce((sum, level) => sum + levels[level], notAssessed);
}

/** At supporter or above. */
export function supportingCount({ levels }: ExecutiveCounts): number {
  return levels.supporter + levels.advocate;
}

/** Whole percent at supporter or above, of all executives; undefined without any. */
export function supportingPercent(executives: ExecutiveCounts): number | undefined {
  const all = executiveCount(executives);
  return all === 0 ? undefined : Math.round((supportingCount(executives) / all) * 100);
}

function foundationStates(playbook: Playbook, today: CalendarDate): Readonly<Record<FoundationKind, FoundationState>> {
  return byName(FOUNDATION_KINDS, (kind) => {
    const kept = playbook.ofKind(kind).filter(({ status }) => status !== 'retired');
    if (kept.some(({ approved }) => approved !== undefined && approved <= today)) return 'approved';
    return kept.length === 0 ? 'none' : 'written';
  });
}

function oldestDays(days: readonly (CalendarDate | undefined)[], today: CalendarDate): number | undefined {
  const ages = days.flatMap((day) => (day === undefined ? [] : [daysBetween(day, today)]));
  return ages.length === 0 ? undefined : Math.max(0, ...ages);
}

/** A value for each name. */
export function byName<K extends string, V>(names: readonly K[], valueOf: (name: K) => V): Readonly<Record<K, V>>;
export function byName(names: readonly string[], valueOf: (name: string) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)]));
}
