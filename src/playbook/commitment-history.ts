/**
 * An executive's recorded levels over time: runs of equal levels, and the changes between them, each with what the
 * sources say of such a move and what the note records around it. A jump over more than one level that no remark and no
 * evidence explains earns a hint (OURS): the sources know single steps only.
 *
 * @example readCommitmentHistory(sunniva, today).changes.at(-1) // { from: 'supporter', to: 'toe-dipper', by: undefined, … }
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import { COMMITMENT_MOVES, commitmentRank, type CommitmentLevel } from './commitment.js';
import type { Assessment, Evidence, Executive } from './note.js';

/** A level with its day: a dated line, or the property with its day. */
export interface DatedLevel {
  readonly date: CalendarDate;
  readonly level: CommitmentLevel;
  /** The line that says so; undefined: the properties `commitment` and `assessed` alone do. */
  readonly line: Assessment | undefined;
}

/** One level over time, however often it was confirmed. */
export interface LevelRun {
  readonly level: CommitmentLevel;
  readonly since: CalendarDate;
  /** Last day on which it was confirmed. */
  readonly confirmedOn: CalendarDate;
  /** Its records, the oldest first. */
  readonly records: readonly DatedLevel[];
}

export interface LevelChange {
  readonly from: CommitmentLevel;
  readonly to: CommitmentLevel;
  readonly on: CalendarDate;
  /** Steps up, negative for down. */
  readonly steps: number;
  /** What the sources say makes this move; undefined: no rule in the sources. */
  readonly by: string | undefined;
  /** Where it is recorded; undefined: in the properties. */
  readonly line: Assessment | undefined;
  /** What was done since the last record before it, its own day included; in the order of the note. */
  readonly evidence: readonly Evidence[];
  readonly isUnexplainedJump: boolean;
}

export interface CommitmentHistory {
  /** The oldest first, up to today. */
  readonly runs: readonly LevelRun[];
  /** One less than runs. */
  readonly changes: readonly LevelChange[];
  /** Levels recorded for days to come, the nearest first. */
  readonly expected: readonly DatedLevel[];
}

export function readCommitmentHistory(executive: Executive, today: CalendarDate): CommitmentHistory {
  const dated = datedLevels(executive);
  const past = dated.filter(({ date }) => daysBetween(date, today) >= 0);
  const runs = runsOf(past);
  const changes = runs.slice(1).flatMap((run, index) => {
    const before = runs[index];
    return before === undefined ? [] : [changeBetween(before, run, executive)];
  });
  return { runs, changes, expected: dated.slice(past.length) };
}

/** Recorded levels in order of time; of one day the last in the note, and the property after the lines. */
export function datedLevels({ commitment, assessed, assessments }: Executive): readonly DatedLevel[] {
  const records: DatedLevel[] = assessments.map((line) => ({ date: line.date, level: line.level, line }));
  const isInLines = records.some(({ date, level }) => date === assessed && level === commitment);
  if (commitment !== undefined && assessed !== undefined && !isInLines) records.push({ date: assessed, level: commitment, line: undefined });
  records.sort((a, b) => daysBetween(b.date, a.date));
  return records.filter(({ date }, index) => records[index + 1]?.date !== date);
}

function runsOf(records: readonly DatedLevel[]): readonly LevelRun[] {
  const runs: { level: CommitmentLevel; since: CalendarDate; confirmedOn: CalendarDate; records: DatedLevel[] }[] = [];
  for (const record of records) {
    const last = runs.at(-1);
    if (last?.level !== record.level) runs.push({ level: record.level, since: record.date, confirmedOn: record.date, records: [record] });
    else {
      last.confirmedOn = record.date;
      last.records.push(record);
    }
  }
  return runs;
}

function changeBetween(before: LevelRun, { level: to, since: on, records }: LevelRun, { evidence }: Executive): LevelChange {
  const { level: from, confirmedOn } = before;
  const steps = commitmentRank(to) - commitmentRank(from);
  const move = COMMITMENT_MOVES[from];
  const line = records[0]?.line;
  const done = evidence.filter(({ form, date }) => form === 'did' && daysBetween(confirmedOn, date) > 0 && daysBetween(date, on) >= 0);
  return {
    from,
    to,
    on,
    steps,
    by: move?.to === to ? move.by : undefined,
    line,
    evidence: done,
    isUnexplainedJump: Math.abs(steps) > 1 && !saysWhy(line?.remark ?? '') && done.length === 0,
  };
}

/** Whether a remark says more than who assessed. */
function saysWhy(remark: string): boolean {
  return remark.replace(/^by\s.*?(?:\s[—–-]\s|$)/su, '').trim() !== '';
}
