/**
 * Who heard of what was proven. Success recruits others (S1), and local efforts become the case only when somebody tells
 * them (S4): a result that nobody heard of moves nobody. What counts as told is OURS:
 *
 * - a note of an executive, a message, a room or a session links to it, in its properties or its text;
 * - its own note names a day under "Told to";
 * - an executive was told of a case that names it among its pilots.
 *
 * Sponsoring a pilot, or heading its unit, is no proof of having heard the result.
 *
 * @example findUntoldPilots(playbook) // [Quayside goodwill purse]: measured, and linked from no executive's note
 */
import type { Executive, Initiative, NoteLink } from './note.js';
import type { Message } from './message.js';
import type { Playbook } from './playbook.js';
import { isProven, type Case } from './proof.js';
import type { Room } from './room.js';

/** A note that shows somebody heard of something. */
export type TellingNote = Executive | Message | Room;

const NOBODY: readonly TellingNote[] = [];
const known = new WeakMap<Playbook, { readonly version: number; readonly told: ReadonlyMap<string, readonly TellingNote[]> }>();

/** The notes that show who heard of a pilot or a case, each once: executives first, then messages, rooms and sessions. */
export function tellingNotes({ path }: Pick<Initiative | Case, 'path'>, playbook: Playbook): readonly TellingNote[] {
  return toldOf(playbook).get(path) ?? NOBODY;
}

/** Whether an executive heard of it, as far as the vault records. */
export function isTold(note: Initiative | Case, playbook: Playbook): boolean {
  return (note.kind !== 'case' && note.toldOn.length > 0) || tellingNotes(note, playbook).length > 0;
}

/** Pilots with a recorded result that nobody was told, ordered by path; what was dropped is left out. */
export function findUntoldPilots(playbook: Playbook): readonly Initiative[] {
  return playbook.ofKind('pilot').filter((pilot) => pilot.status !== 'dropped' && pilot.proof !== undefined && isProven(pilot.proof) && !isTold(pilot, playbook));
}

/** By path of what was told; worked out once for each version of the playbook. */
function toldOf(playbook: Playbook): ReadonlyMap<string, readonly TellingNote[]> {
  const last = known.get(playbook);
  if (last?.version === playbook.version) return last.told;
  const told = findTold(playbook);
  known.set(playbook, { version: playbook.version, told });
  return told;
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
    const tellers = [...(told.get(businessCase.path) ?? [])].filter(({ kind }) => kind === 'executive');
    if (tellers.length === 0) continue;
    for (const link of businessCase.pilots) {
      const pilot = playbook.resolve(link, businessCase.path);
      if (pilot?.kind === 'pilot') for (const teller of tellers) tell(pilot.path, teller);
    }
  }
  return new Map([...told].map(([path, notes]) => [path, [...notes]]));
}
