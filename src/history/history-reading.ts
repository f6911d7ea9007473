/**
 * What one text says of an executive's level, whatever commits and names it stands under. It never changes for the same
 * reader and settings, so that it can be kept under git's id of the text.
 *
 * Most texts of a vault are no executive's. Their first bytes, or their properties as plain text, tell as much: they are
 * `passed`, and read only where the same note was an executive's at another time.
 */
import { loadYamlReader, tryReadFrontmatter, type Frontmatter } from '../markdown/frontmatter.js';
import { kindOfFolder, kindOfTags, namesOf } from '../notes/note-kind.js';
import type { NoteContext } from '../notes/playbook-settings.js';
import { readNote } from '../notes/read-note.js';
import type { NoteProblem } from '../notes/note-problem.js';
import { saysPrivate } from '../notes/says-private.js';
import type { PropertyValue } from '../notes/property-values.js';
import { readProperty } from '../notes/read-property.js';
import { knownProperty, parseNoteKind, type PropertyName } from '../notes/schema.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { NoteKind } from '../playbook/note.js';

export interface DatedLine {
  readonly date: CalendarDate;
  readonly level: CommitmentLevel;
}

export type TextReading =
  /** Nothing in it looks like an executive's note. */
  | { readonly kind: 'passed' }
  /** The clone lacks it. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly isPrivate: boolean }
  | ReadText;

export interface ReadText {
  readonly kind: 'read';
  readonly isPrivate: boolean;
  /** What the text itself says of its kind, by its property and by its tags; a folder's word stands between the two. */
  readonly named: WhoseNote | undefined;
  readonly tagged: WhoseNote | undefined;
  /** Undefined where the level was not looked for: the text says that it is no executive's, or nothing says that it is. */
  readonly record: LevelRecord | undefined;
}

export type WhoseNote = 'executive' | 'other';

export interface LevelRecord {
  /** The property; `unusable` when what stands there is no level. */
  readonly level: CommitmentLevel | 'unusable' | undefined;
  readonly assessed: CalendarDate | undefined;
  /** Dated lines of the text, in its order; empty where the property says the level. */
  readonly lines: readonly DatedLine[];
}

export const PASSED: TextReading = { kind: 'passed' };
export const MISSING: TextReading = { kind: 'missing' };
export const TOO_LARGE: TextReading = { kind: 'unreadable', isPrivate: false };

/** How a text is to be read. */
export interface ReadingPlace {
  /** A name of the note in the vault, for what a folder says of its kind. */
  readonly path: string;
  /** The note may be an executive's: by its folder, or as it was one at another time. */
  readonly isSuspect: boolean;
}

/** Notes open with dashes; conflict markers stand before them where a merge was committed unsolved. */
const OPENINGS = ['---', '\ufeff---', '<<<<<<<'].map(utf8Of);
/** In bytes; longer properties are not read anyway. */
const LONGEST_HEAD = 4 * 262_144;
const NAMES_EXECUTIVE = /executive/i;

export class TextReader {
  readonly #notes: NoteContext;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #tags: readonly string[];

  constructor(notes: NoteContext, decode: (bytes: Uint8Array) => string) {
    this.#notes = notes;
    this.#decode = decode;
    this.#tags = [...notes.settings.kindByTag].flatMap(([tag, kind]) => (kind === 'executive' ? [tag.toLowerCase()] : []));
  }

  /** Whether a text that begins so, as far as these bytes go, is to be read. One without properties is where its folder says what it is. */
  isWanted(start: Uint8Array, isSuspect: boolean): boolean {
    return isSuspect || OPENINGS.some((opening) => opening.every((byte, at) => at >= start.length || start[at] === byte));
  }

  /** Undefined `bytes`: nobody wanted the text. Never rejects for what stands in it. */
  async read(bytes: Uint8Array | undefined, { path, isSuspect }: ReadingPlace): Promise<TextReading> {
    if (bytes === undefined) return PASSED;
    const head = this.#decode(bytes.subarray(0, headLength(bytes)));
    if (!isSuspect && !this.#maySayExecutive(head)) return PASSED;
    if (head.startsWith('<<<<<<<')) return { kind: 'unreadable', isPrivate: saysPrivate(this.#decode(bytes), NO_FRONTMATTER) };
    const frontmatter = await frontmatterOf(head);
    const isPrivate = saysPrivate(head, frontmatter);
    if (frontmatter.broken) return { kind: 'unreadable', isPrivate };
    const { named, tagged } = this.#whose(frontmatter);
    const isPossible = named === 'executive' || (named === undefined && (tagged === 'executive' || isSuspect));
    return { kind: 'read', isPrivate, named, tagged, record: isPossible ? await this.#record(path, frontmatter, bytes) : undefined };
  }

  #maySayExecutive(head: string): boolean {
    if (NAMES_EXECUTIVE.test(head)) return true;
    if (this.#tags.length === 0) return false;
    const folded = head.toLowerCase();
    return this.#tags.some((tag) => folded.includes(tag));
  }

  #whose(frontmatter: Frontmatter): Pick<ReadText, 'named' | 'tagged'> {
    const { kindProperty, kindByTag } = this.#notes.settings;
    const written = frontmatter.get(kindProperty)?.value;
    const tags = namesOf((frontmatter.get('tags') ?? frontmatter.get('tag'))?.value).map((name) => name.replace(/^#/, ''));
    return { named: whose(typeof written === 'string' ? parseNoteKind(written) : undefined), tagged: whose(kindOfTags(tags, kindByTag)) };
  }

  async #record(path: string, frontmatter: Frontmatter, bytes: Uint8Array): Promise<LevelRecord> {
    const written = valueOf(frontmatter, 'commitment');
    const level = written === undefined || written === 'unusable' ? written : written.type === 'level' ? written.level : undefined;
    const day = valueOf(frontmatter, 'assessed');
    const assessed = day !== undefined && day !== 'unusable' && day.type === 'date' ? day.date : undefined;
    return { level, assessed, lines: written === undefined ? await this.#lines(path, bytes) : [] };
  }

  /** Dated lines say the level where the property does not. */
  async #lines(path: string, bytes: Uint8Array): Promise<readonly DatedLine[]> {
    const { note } = (await readNote(path, this.#decode(bytes), this.#notes)).parsed;
    return note?.kind === 'executive' ? note.assessments.map(({ date, level }) => ({ date, level })) : [];
  }
}

/** Whether a text is an executive's under a name in the vault. */
export function isExecutiveAt(path: string, { named, tagged }: ReadText, { settings }: NoteContext): boolean {
  return (named ?? whose(kindOfFolder(path, settings.kindByFolder)) ?? tagged) === 'executive';
}

const NO_FRONTMATTER: Frontmatter = { block: undefined, properties: [], problems: [], broken: true, get: () => undefined };

function whose(kind: NoteKind | undefined): WhoseNote | undefined {
  return kind === undefined ? undefined : kind === 'executive' ? 'executive' : 'other';
}

/** An executive's property as every reader reads it; undefined when nothing stands there. */
function valueOf(frontmatter: Frontmatter, name: PropertyName): PropertyValue | 'unusable' | undefined {
  const [property, known] = [frontmatter.get(name), knownProperty(name)];
  if (property === undefined || known === undefined) return undefined;
  const problems: NoteProblem[] = [];
  return readProperty(property, { kind: 'executive', known, choices: [] }, problems) ?? (problems.length === 0 ? undefined : 'unusable');
}

async function frontmatterOf(head: string): Promise<Frontmatter> {
  const frontmatter = tryReadFrontmatter(head);
  if (frontmatter !== undefined) return frontmatter;
  await loadYamlReader();
  return frontmatterOf(head);
}

const LF = 10;
const CR = 13;
const DASH = 45;

/** Bytes up to the end of the line that closes the properties; all that may be looked at when none does. */
function headLength(bytes: Uint8Array): number {
  const limit = Math.min(bytes.length, LONGEST_HEAD);
  for (let at = bytes.indexOf(LF); at !== -1 && at < limit; at = bytes.indexOf(LF, at + 1)) {
    if (!isFence(bytes, at + 1)) continue;
    const end = bytes.indexOf(LF, at + 1);
    return end === -1 ? limit : Math.min(end + 1, limit);
  }
  return limit;
}

function isFence(bytes: Uint8Array, at: number): boolean {
  const behind = bytes[at + 3];
  return bytes[at] === DASH && bytes[at + 1] === DASH && bytes[at + 2] === DASH && (behind === undefined || behind === LF || behind === CR);
}

function utf8Of(text: string): readonly number[] {
  return [...text].flatMap((character) => (character === '\ufeff' ? [0xef, 0xbb, 0xbf] : [character.charCodeAt(0)]));
}
