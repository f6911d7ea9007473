/**
 * What rules and views ask of one version of the playbook: worked out once, for as long as it stays the same. A rule over
 * the whole playbook is asked after every change, and all of them together must be cheap.
 *
 * @example commitmentRecordOf(playbook, today) === commitmentRecordOf(playbook, today) // true, until a note changes
 */
import type { CalendarDate } from './calendar-date.js';
import type { Playbook } from './playbook.js';
import { PlaybookMemo } from './playbook-memo.js';
import { CommitmentRecord } from './readiness.js';

const RECORDS = new PlaybookMemo(() => new Map<CalendarDate, CommitmentRecord>());

/** Who is committed how far, as recorded on a day. */
export function commitmentRecordOf(playbook: Playbook, today: CalendarDate): CommitmentRecord {
  const byDay = RECORDS.of(playbook);
  let record = byDay.get(today);
  if (record === undefined) byDay.set(today, (record = new CommitmentRecord(playbook, today)));
  return record;
}
