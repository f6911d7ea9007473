/**
 * Whom a passage of a note is about, as far as the note says: executives that the passage links to or names, then those
 * that the rest of the note links to, then all others. Nobody is guessed beyond that.
 *
 * @example whoIsMeant({ path, text, from, to }, playbook).one // Ines, when she is the only one that the passage names
 */
import { findWikilinks } from '../markdown/wikilink.js';
import type { Executive } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';

/** A stretch of a note; `from` and `to` are equal where nothing is selected. */
export interface Passage {
  readonly path: string;
  /** The whole note. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface WhoIsMeant {
  /** The only executive whom the passage names, else the only one whom the note links to; undefined for none or several. */
  readonly one: Executive | undefined;
  /** Every executive, the likely ones first. */
  readonly all: readonly Executive[];
}

/** OURS: names further on are not looked for, since every executive's is. */
const LONGEST_PASSAGE = 4000;

export function whoIsMeant({ path, text, from, to }: Passage, playbook: Playbook): WhoIsMeant {
  const linked = new Set<Executive>();
  const named = new Set<Executive>();
  for (const link of findWikilinks(text)) {
    const note = playbook.note(playbook.resolvePath(link, path) ?? '');
    if (note?.kind !== 'executive') continue;
    linked.add(note);
    if (link.from < to && link.to > from) named.add(note);
  }
  const passage = text.slice(from, Math.min(to, from + LONGEST_PASSAGE)).toLowerCase();
  if (passage !== '') for (const executive of playbook.executives) if (namesOf(executive).some((name) => holdsName(passage, name))) named.add(executive);
  const one = named.size === 0 ? only(linked) : only(named);
  return { one, all: [...new Set([...named, ...linked, ...playbook.executives])] };
}

function only(executives: ReadonlySet<Executive>): Executive | undefined {
  return executives.size === 1 ? [...executives][0] : undefined;
}

/** Lower-case; a role in brackets behind the title is no part of the name. */
function namesOf({ title, aliases }: Executive): readonly string[] {
  return [title.replace(/\s*\([^()]*\)\s*$/, ''), ...aliases].map((name) => name.trim().toLowerCase()).filter((name) => name.length > 1);
}

/** Whether the name stands in the text as words of its own. */
function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2))) return true;
  }
  return false;
}
