/**
 * The words of the next steps: names, lists and what the sources say moves a level up. They speak of what the vault
 * records ("recorded as toe-dipper"), never of a person's character.
 *
 * @example listed(['Ana', 'Ben', 'Chi', 'Dee'], 2) // 'Ana, Ben and 2 more'
 */
import { countOf } from './count-of.js';
import { COMMITMENT_MOVES, type CommitmentLevel } from './commitment.js';
import { currentCommitment } from './commitment-timeline.js';
import type { Executive, Initiative, NoteIdentity } from './note.js';
import { supports } from './peers.js';
import { byCodeUnits } from './playbook.js';
import { byInfluence } from './short-work.js';
import type { CommitmentRecord } from './readiness.js';

/** A note's title in running text: long ones are cut, the path in the step stays whole. */
const MAX_NAME_LENGTH = 80;
/** A sentence lists so many before it says "and n more". */
const MAX_LISTED = 4;

export type LevelWords = (level: CommitmentLevel) => string;

/** The name of a level as the settings show it; the stored slug where they do not. */
export function levelWords(labels: Readonly<Partial<Record<CommitmentLevel, string>>> = {}): LevelWords {
  return (level) => labels[level] ?? level;
}

/** The title, cut where it is too long for a sentence. */
export function shortName({ title }: Pick<NoteIdentity, 'title'>): string {
  return shortened(title, MAX_NAME_LENGTH);
}

/** At most so many UTF-16 units, the last an ellipsis where something was cut; never half a character. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(maxLength - 2)) ? maxLength - 2 : maxLength - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** "Ana", "Ana and Ben", "Ana, Ben and 3 more". */
export function listed(texts: readonly string[], max = MAX_LISTED): string {
  return listedOf(texts, (text) => text, max);
}

/** As {@link listed}, with words made for those alone that are named: a list may be long. */
export function listedOf<T>(items: readonly T[], toText: (item: T) => string, max = MAX_LISTED): string {
  const shown = [...items.slice(0, max).map(toText), ...(items.length > max ? [`${items.length - max} more`] : [])];
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** As {@link listed}, for parts that hold commas: "a, b; c, d; and 2 more". */
export function listedLong(texts: readonly string[], max = MAX_LISTED): string {
  return listedLongOf(texts, (text) => text, max);
}

/** As {@link listedLong}, with words made for those alone that are named. */
export function listedLongOf<T>(items: readonly T[], toText: (item: T) => string, max = MAX_LISTED): string {
  return [...items.slice(0, max).map(toText), ...(items.length > max ? [`and ${items.length - max} more`] : [])].join('; ');
}

export function names(notes: readonly Pick<NoteIdentity, 'title'>[], max = MAX_LISTED): string {
  return listedOf(notes, shortName, max);
}

/** "Ana as supporter", "Ana, not assessed": the end of a sentence that begins with "Recorded in this vault:". */
export function recordedAs(executive: Executive, record: CommitmentRecord, words: LevelWords): string {
  const level = currentCommitment(executive, record.today);
  return `${shortName(executive)}${level === undefined ? ', not assessed' : ` as ${words(level)}`}`;
}

/** Peers that the note names: those at supporter or above, and the others. The more influential first. */
export function peersOf(executive: Executive, record: CommitmentRecord): { readonly supporting: readonly Executive[]; readonly others: readonly Executive[] } {
  const peers = [...record.peers(executive)].sort(byInfluence);
  const isSupporting = (peer: Executive): boolean => supports(currentCommitment(peer, record.today));
  return { supporting: peers.filter(isSupporting), others: peers.filter((peer) => !isSupporting(peer)) };
}

/**
 * What the sources say moves the executive's level up, with what the vault records to do it by: peers for an opposer
 * and a passive, business cases linked from the work for a toe-dipper. "No rule in the sources" above that. Sentences
 * that begin small, to stand after a name.
 */
export function moveInWords(executive: Executive, work: readonly Initiative[], record: CommitmentRecord, words: LevelWords): string {
  const level = currentCommitment(executive, record.today);
  if (level === undefined) return 'record a level first; without one no rule applies.';
  const move = COMMITMENT_MOVES[level];
  if (move === undefined) {
    return level === 'advocate'
      ? `the level ${words(level)} is the highest.`
      : `no rule in the sources says what moves an executive up from ${words(level)}.`;
  }
  const rule = `from ${words(level)} to ${words(move.to)} by ${move.by} (S1).`;
  return `${rule} ${level === 'toe-dipper' ? casesInWords(work, record) : peersInWords(executive, record, words)}`;
}

function peersInWords(executive: Executive, record: CommitmentRecord, words: LevelWords): string {
  const { supporting, others } = peersOf(executive, record);
  const count = supporting.length + others.length;
  if (count === 0) return 'The note names no peers: add them.';
  const atSupporter = `at ${words('supporter')} or above`;
  if (supporting.length === 0) return `Of ${countOf(count, 'peer')} named in the note, none is recorded ${atSupporter}.`;
  const rest = others.length === 0 ? '' : `; not yet there: ${names(others)}`;
  return `Of ${countOf(count, 'peer')} named in the note, ${supporting.length} ${supporting.length === 1 ? 'is' : 'are'} recorded ${atSupporter}: ${names(supporting)}${rest}.`;
}

function casesInWords(work: readonly Initiative[], record: CommitmentRecord): string {
  const cases = casesOf(work, record);
  if (cases.length === 0) return 'No business case is linked from this work: link one, with a number and a story.';
  return `Linked from this work: ${names(cases)}.`;
}

/** The cases that the work links to, each once, ordered by path. */
export function casesOf(work: readonly Initiative[], { playbook }: CommitmentRecord): readonly NoteIdentity[] {
  const cases = new Map<string, NoteIdentity>();
  for (const { cases: links, path } of work) {
    for (const link of links) {
      const note = playbook.resolve(link, path);
      if (note?.kind === 'case') cases.set(note.path, note);
    }
  }
  return [...cases.values()].sort((a, b) => byCodeUnits(a.path, b.path));
}
