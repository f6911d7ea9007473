/**
 * Instants as a thread writes them. What people write by hand may lack the time or the zone: it is ordered all the same.
 *
 * @example readInstant('2026-11-22T10:04:11Z') // { seconds: 1795341851, isExact: true }
 */
import { parseCalendarDate, toEpochDay } from '../playbook/calendar-date.js';

export interface Instant {
  /** Since 1970 in UTC; without a zone as if in UTC, without a time at the start of the day. */
  readonly seconds: number;
  /** As written by this program: to the second, in UTC. */
  readonly isExact: boolean;
}

const TIME = /^T(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?(?:Z|([+-])(\d\d):?(\d\d))?$/;

/** Undefined when the text does not start with a day. */
export function readInstant(text: string): Instant | undefined {
  const day = parseCalendarDate(text.slice(0, 10));
  if (day === undefined) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', sign, zoneHours = '0', zoneMinutes = '0'] = TIME.exec(text.slice(10)) ?? [];
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60 * (sign === '-' ? -1 : 1);
  return {
    seconds: toEpochDay(day) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) - zone,
    isExact: /^T\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text.slice(10)),
  };
}
