/**
 * What leaders promised in customer rooms and what came of it (S4): open promises, the overdue first, and the newest room.
 * A promise is open until its line says that it was kept; a day that is past makes it overdue.
 *
 * @example assessRooms(playbook, today).open[0] // { promise: fee rules that match the poster, by Sunniva, 52 days late }
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { Executive } from './note.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { promiseState, type Room, type RoomPromise } from './room.js';

export interface OpenPromise {
  readonly room: Room;
  readonly promise: RoomPromise;
  /** Executives who made it, each once; empty where no link leads to one. */
  readonly who: readonly Executive[];
  /** Whole days since its day; undefined when that is to come or none is named. */
  readonly lateDays: number | undefined;
}

export interface Rooms {
  readonly rooms: number;
  /** The newest that is not to come, by its day; among rooms without a day none. */
  readonly latest: Room | undefined;
  readonly latestDaysAgo: number | undefined;
  readonly kept: number;
  /** The latest first, then the next to come, then those without a day; by path and place among equals. */
  readonly open: readonly OpenPromise[];
}

export function assessRooms(playbook: Playbook, today: CalendarDate): Rooms {
  const rooms = playbook.ofKind('room');
  let latest: Room | undefined;
  let kept = 0;
  const open: OpenPromise[] = [];
  for (const room of rooms) {
    const { date } = room;
    if (date !== undefined && daysBetween(date, today) >= 0 && (latest?.date === undefined || daysBetween(latest.date, date) > 0)) latest = room;
    for (const promise of room.promises) {
      const state = promiseState(promise, today);
      if (state === 'kept') {
        kept++;
        continue;
      }
      const lateDays = state === 'overdue' && promise.by !== undefined ? daysBetween(promise.by, today) : undefined;
      open.push({ room, promise, who: [...new Set(playbook.resolveExecutives(promise.who, room.path))], lateDays });
    }
  }
  open.sort((a, b) => byDay(a.promise.by, b.promise.by) || byCodeUnits(a.room.path, b.room.path) || a.promise.from - b.promise.from);
  return { rooms: rooms.length, latest, latestDaysAgo: latest?.date === undefined ? undefined : daysBetween(latest.date, today), kept, open };
}

/** The earliest first: what is latest by now. Without a day last. */
function byDay(a: CalendarDate | undefined, b: CalendarDate | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return byCodeUnits(a, b);
}
