/**
 * What to bring to the next customer room: the stages that were walked, what was promised and whether it was kept, and
 * what customers, employees and pilots have said since. Everything as the vault records it; notes without a day are
 * counted, and named, apart. Source: S4 (customer rooms).
 *
 * @example assessRoomPrep(playbook, today).promises.map(({ state }) => state) // ['kept', 'overdue']
 */
import { toEpochDay, type CalendarDate } from './calendar-date.js';
import type { Executive, Initiative } from './note.js';
import type { Playbook } from './playbook.js';
import { isProven, type Insight, type Verbatim } from './proof.js';
import { promiseState, type PromiseState, type Room, type RoomPromise } from './room.js';

export interface DatedRoom extends Room {
  readonly date: CalendarDate;
}

export interface WalkedStage {
  readonly name: string;
  /** Day on which it was last walked. */
  readonly walked: CalendarDate;
}

export interface FollowedPromise {
  readonly room: DatedRoom;
  readonly promise: RoomPromise;
  readonly state: PromiseState;
  /** As the titles of the notes linked to, else as the links are written. */
  readonly who: readonly string[];
}

export interface HeardVerbatim {
  readonly insight: Insight;
  readonly date: CalendarDate;
  readonly verbatim: Verbatim;
}

export interface RoomPrep {
  /** The newest with a day not after today; undefined when there is none. */
  readonly lastRoom: DatedRoom | undefined;
  /** Those of the last room in its order, then those of earlier rooms only, newest room first; each once. */
  readonly stages: readonly WalkedStage[];
  /** All of the last room, then those of earlier rooms that are not recorded as kept, newest room first. */
  readonly promises: readonly FollowedPromise[];
  /** From insights with a day after the last room, newest first; at most {@link MOST_VERBATIMS}. */
  readonly verbatims: readonly HeardVerbatim[];
  /** How many more there are. */
  readonly moreVerbatims: number;
  /** Insights with verbatims and without a day: nobody can say whether they are newer. */
  readonly undatedInsights: readonly Insight[];
  readonly undatedRooms: readonly Room[];
  /** Executives to whom the note of the last room has no link; empty without a last room. */
  readonly notLinked: readonly Executive[];
  /** Pilots with a result that ended after the last room, in the order of their ends. */
  readonly results: readonly Initiative[];
}

/** OURS: what a group can listen to before it walks. */
export const MOST_VERBATIMS = 12;

export function assessRoomPrep(playbook: Playbook, today: CalendarDate): RoomPrep {
  const rooms = playbook.ofKind('room').filter(isDated).filter(({ date }) => date <= today).sort((a, b) => compare(b.date, a.date));
  const [lastRoom] = rooms;
  const since = lastRoom?.date;
  const heard = verbatimsSince(playbook, since, today);
  return {
    lastRoom,
    stages: stagesOf(rooms),
    promises: rooms.flatMap((room) => followPromises(room, room === lastRoom, playbook, today)),
    verbatims: heard.slice(0, MOST_VERBATIMS),
    moreVerbatims: Math.max(0, heard.length - MOST_VERBATIMS),
    undatedInsights: openInsights(playbook).filter(({ date, verbatims }) => date === undefined && verbatims.length > 0),
    undatedRooms: playbook.ofKind('room').filter(({ date }) => date === undefined),
    notLinked: lastRoom === undefined ? [] : executivesNotLinked(lastRoom, playbook),
    results: resultsSince(playbook, since, today),
  };
}

function isDated(room: Room): room is DatedRoom {
  return room.date !== undefined;
}

function stagesOf(rooms: readonly DatedRoom[]): readonly WalkedStage[] {
  const stages = new Map<string, WalkedStage>();
  for (const { stages: names, date } of rooms) {
    for (const name of names) {
      const key = name.normalize('NFC').toLowerCase();
      if (!stages.has(key)) stages.set(key, { name, walked: date });
    }
  }
  return [...stages.values()];
}

function followPromises(room: DatedRoom, all: boolean, playbook: Playbook, today: CalendarDate): readonly FollowedPromise[] {
  return room.promises.flatMap((promise) => {
    const state = promiseState(promise, today);
    if (!all && state === 'kept') return [];
    return [{ room, promise, state, who: promise.who.map((link) => playbook.resolve(link, room.path)?.title ?? link.label ?? link.target) }];
  });
}

/** Those that are not the coach's own. */
function openInsights(playbook: Playbook): readonly Insight[] {
  return playbook.ofKind('insight').filter(({ visibility }) => visibility !== 'coach');
}

function verbatimsSince(playbook: Playbook, since: CalendarDate | undefined, today: CalendarDate): readonly HeardVerbatim[] {
  return openInsights(playbook)
    .flatMap((insight) => {
      const { date, verbatims } = insight;
      if (date === undefined || date > today || (since !== undefined && date <= since)) return [];
      return verbatims.map((verbatim) => ({ insight, date, verbatim }));
    })
    .sort((a, b) => compare(b.date, a.date));
}

function executivesNotLinked(room: DatedRoom, playbook: Playbook): readonly Executive[] {
  const linked = new Set(playbook.resolveExecutives(room.mentions, room.path));
  return playbook.executives.filter((executive) => !linked.has(executive));
}

function resultsSince(playbook: Playbook, since: CalendarDate | undefined, today: CalendarDate): readonly Initiative[] {
  const first = since === undefined ? Number.NEGATIVE_INFINITY : toEpochDay(since) + 1;
  const last = toEpochDay(today);
  return playbook
    .ofKind('pilot')
    .filter(({ proof, end }) => proof !== undefined && isProven(proof) && end !== undefined && end.firstDay <= last && end.lastDay >= first)
    .sort((a, b) => (a.end?.lastDay ?? 0) - (b.end?.lastDay ?? 0));
}

/** Of days; equal ones keep their order. */
function compare(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
