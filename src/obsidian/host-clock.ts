/** The app's clock and calendar, for code that knows none. */
import { fromEpochDay, epochDayOf, type CalendarDate } from '../playbook/calendar-date.js';
import type { Clock } from '../vault/time-slices.js';

export function hostClock(): Clock {
  return {
    now: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
  };
}

/** The day where the person is. */
export function localToday(): CalendarDate {
  const now = new Date();
  return fromEpochDay(epochDayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}

/** The instant as annotations hold it: `2026-11-22T10:04:11Z`. */
export function utcInstant(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
