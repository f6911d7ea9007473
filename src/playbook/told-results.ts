/**
 * Who heard of what was proven. Success recruits others (S1), and local efforts become the case only when somebody tells
 * them (S4): a result that nobody heard of moves nobody. What counts as told is OURS:
 *
 * - a note of an executive, a message, a room or a session links to it, in its properties or its text;
 * - such a note links to a case that names it among its pilots;
 * - its own note names a day under "Told to", up to today: a day to come is a plan.
 *
 * Sponsoring a pilot, or heading its unit, is no proof of having heard the result. A vault that has none of those notes
 * does not record who was told, so nothing in it counts as untold.
 *
 * @example findUntoldPilots(playbook, today) // [Quayside goodwill purse]: measured, and linked from no executive's note
 */
import type { CalendarDate } from './calendar-date.js';
import type { Executive, Initiative, NoteLink } from './note.js';
import type { Message } from './message.js';
import type { Playbook } from './playbook.js';
import { PlaybookMemo } from './playbook-memo.js';
import { isProven, type Case } from './proof.js';
import type { Room } from './room.js';

/** A note that shows somebody heard of something. */
export type TellingNote = Executive | Message | Room;

/** In the order in which they are told of. */
const TELLING_KINDS = ['executive', 'comms', 'room', 'session'] as const satisfies readonly TellingNote['kind'][];
const NOBODY: readonly TellingNote[] = [];
/** By path of what was told. */
const TOLD = new PlaybookMemo(findTold);

/** The notes that show who heard of a pilot or a case, each once: executives first, then messages, rooms and sessions. */
export function tellingNotes({ path }: Pick<Initiative | Case, 'path'>, playbook: Playbook): readonly TellingNote[] {
  return TOLD.of(playbook).get(path) ?? NOBODY;
}

/** Whether somebody heard of it, as far as the vault records. */
export function isTold(note: Initiative | Case, playbook: Playbook, today: CalendarDate): boolean {
  // Days as text stand in the order of time.
  return (note.kind !== 'case' && note.toldOn.some((day) => day <= today)) || tellingNotes(note, playbook).length > 0;
}

/** As the opposite of {@link isTold}, and false where the vault has no note that could tell. */
export function isUntold(note: Initiative | Case, playbook: Playbook, today: CalendarDate): boolean {
  return recordsTelling(playbook) && !isTold(note, playbook, today);
}

/** Pilots with a recorded result that nobody was told, ordered by path; what was dropped is left out. */
export function findUntoldPilots(playbook: Playbook, today: CalendarDate): readonly Initiative[] {
  return playbook.ofKind('pilot').filter((pilot) => pilot.status !== 'dropped' && pilot.proof !== undefined && isProven(pilot.proof) && isUntold(pilot, playbook, today));
}

function recordsTelling(playbook: Playbook): boolean {
  return TELLING_KINDS.some((kind) => playbook.ofKind(kind).length > 0);
}

function findTold(playbook: Playbook): ReadonlyMap<string, readonly TellingNote[]> {
  const told = new Map<string, Set<TellingNote>>();
  const tell = (path: string, by: TellingNote): void => {
    const notes = told.get(path);
    if (notes === undefined) told.set(path, new Set([by]));
    else notes.add(by);
  };
  const tellLinks = (links: readonly NoteLink[], by: TellingNote): void => {
    for (const link of links) {
      const path = playbook.resolvePath(link, by.path);
      if (path !== undefined && path !== by.path) tell(path, by);
    }
  };
  for (const executive of playbook.executives) {
    tellLinks(executive.mentions, executive);
    tellLinks(executive.cases, executive);
  }
  for (const kind of ['comms', 'room', 'session'] as const) for (const note of playbook.ofKind(kind)) tellLinks(note.mentions, note);
  for (const businessCase of playbook.ofKind('case')) {
    const tellers = told.get(businessCase.path);
    if (tellers === undefined) continue;
    for (const link of businessCase.pilots) {
      const pilot = playbook.resolve(link, businessCase.path);
      if (pilot?.kind === 'pilot') for (const teller of tellers) tell(pilot.path, teller);
    }
  }
  return new Map([...told].map(([path, notes]) => [path, inOrderOfKinds([...notes])]));
}

/** Those who tell by a case were added last. */
function inOrderOfKinds(notes: TellingNote[]): readonly TellingNote[] {
  const isOrdered = notes.every((note, index) => index === 0 || rankOf(notes[index - 1] ?? note) <= rankOf(note));
  return isOrdered ? notes : notes.sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ kind }: TellingNote): number {
  return TELLING_KINDS.indexOf(kind);
}
