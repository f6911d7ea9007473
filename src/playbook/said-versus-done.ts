/**
 * Said versus done: what an executive's note records of both within the days that count. Commitment can't be faked: it
 * shows in decisions, priorities, trade-offs and time (S1), and in money (S4). The number of days is OURS.
 *
 * @example assessSaidVersusDone(ines, 'supporter', today, 180).isGap // false: she did something once
 */
import type { CalendarDate } from './calendar-date.js';
import { reachesLevel, type CommitmentLevel } from './commitment.js';
import { newestFirst, recentEvidence } from './evidence.js';
import type { Evidence, Executive } from './note.js';
import { perNote } from './per-note.js';

export interface SaidVersusDone {
  /** The newest first. */
  readonly said: readonly Evidence[];
  /** The newest first. */
  readonly did: readonly Evidence[];
  /** Recorded at supporter or above, with something said and nothing done. */
  readonly isGap: boolean;
}

/** `level` is the recorded one; undefined: not assessed, and then there is no gap to tell. */
export const assessSaidVersusDone: (executive: Executive, level: CommitmentLevel | undefined, today: CalendarDate, evidenceDays: number) => SaidVersusDone = perNote(
  saidDoneOn,
  (level, today, evidenceDays) => `${level ?? ''} ${today} ${evidenceDays}`,
);

function saidDoneOn(executive: Executive, level: CommitmentLevel | undefined, today: CalendarDate, evidenceDays: number): SaidVersusDone {
  const recent = newestFirst(recentEvidence(executive, today, evidenceDays));
  const said = recent.filter(({ form }) => form === 'said');
  const did = recent.filter(({ form }) => form === 'did');
  const claims = level !== undefined && reachesLevel(level, 'supporter');
  return { said, did, isGap: claims && said.length > 0 && did.length === 0 };
}
