/** The part of a recorded history that lies in a period, by the days on which it was recorded. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { RecordedExecutive, RecordedHistory } from '../playbook/recorded-history.js';

export interface HistoryPeriod {
  /** Both included; undefined: open. */
  readonly since: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
}

/** Whole stretches: the one that held when the period began stays with its own day. Executives without any are left out. */
export function historyIn(history: RecordedHistory, period: HistoryPeriod): RecordedHistory {
  const executives = history.executives.flatMap((executive): RecordedExecutive[] => {
    const stretches = executive.stretches.filter(({ recordedOn }, index) => {
      const next = executive.stretches[index + 1];
      const hasEnded = period.since !== undefined && next !== undefined && next.recordedOn <= period.since;
      return !hasEnded && (period.until === undefined || recordedOn <= period.until);
    });
    return stretches.length === 0 ? [] : [{ ...executive, stretches }];
  });
  return { ...history, executives };
}
