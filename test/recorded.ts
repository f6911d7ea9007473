/** What git recorded, in a few words. */
import { COMMITMENT_LEVELS, type CommitmentLevel } from '../src/playbook/commitment.js';
import type { RecordedExecutive, RecordedGapReason, RecordedHistory, RecordedStretch } from '../src/playbook/recorded-history.js';
import { date } from './builders.js';

/** A day, and what was recorded from then on; `none`: the note recorded no level. */
export type Recording = readonly [day: string, what: CommitmentLevel | RecordedGapReason | 'none'];

const GAPS: readonly RecordedGapReason[] = ['unreadable', 'absent', 'not-an-executive', 'missing-text'];

export function recordedExecutive(path: string, recordings: readonly Recording[], more: Partial<RecordedExecutive> = {}): RecordedExecutive {
  const stretches = recordings.map(([day, what], index): RecordedStretch => {
    const at = { recordedOn: date(day), lastRecordedOn: date(day), commit: String(index + 1).padStart(40, '0') };
    const gap = GAPS.find((reason) => reason === what);
    if (gap !== undefined) return { kind: 'gap', reason: gap, ...at };
    return { kind: 'level', level: COMMITMENT_LEVELS.find((level) => level === what), ...at, subject: `Assess ${what}`, author: 'Maud Devereux', assessed: undefined };
  });
  return { path, title: path.replace(/^.*\/|\.md$/g, ''), present: true, formerPaths: [], stretches, ...more };
}

export function recordedHistory(executives: readonly RecordedExecutive[], more: Partial<RecordedHistory> = {}): RecordedHistory {
  const days = executives.flatMap(({ stretches }) => stretches.map(({ recordedOn }) => recordedOn)).sort();
  return { executives, revision: '1'.repeat(40), commits: 42, firstDay: days[0], lastDay: days.at(-1), shallow: false, privateLeftOut: 0, ...more };
}
