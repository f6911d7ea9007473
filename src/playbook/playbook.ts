/**
 * A vault's playbook: its notes by kind, with links resolved when asked for. Setting or removing one note touches
 * that note's entries and nothing else.
 *
 * @example playbook.setNote(ana); playbook.ofKind('executive') // [ana]
 */
import { isPrivate, type PlacedAnnotation } from './annotation.js';
import { LinkIndex } from './link-index.js';
import type { Executive, Initiative, Journey, NoteKind, NoteLink, PlaybookNote } from './note.js';
import type { PrivateLink } from './privacy.js';

/** The note type of a kind. */
export type NoteOfKind<K extends NoteKind> = NoteOf<PlaybookNote, K>;
/** Tells each note type and each kind apart. */
type NoteOf<N, K> = N extends PlaybookNote ? (K extends N['kind'] ? N : never) : never;

/** Shared: of thousands of notes most link to nobody. */
const NOBODY: readonly Executive[] = [];

export class Playbook {
  readonly #links = new LinkIndex();
  readonly #notes = new Map<string, PlaybookNote>();
  readonly #notesByKind = new Map<NoteKind, PlaybookNote[]>();
  #initiatives: readonly Initiative[] | undefined;
  #annotations: readonly PlacedAnnotation[] = [];
  #privateLinks: readonly PrivateLink[] = [];
  #version = 0;
  #filesVersion = 0;

  /** Another number after each change: what was found in one version holds as long as it is the same. */
  get version(): number {
    return this.#version;
  }

  /** Another number after a file came or went: what was found in names alone holds as long as it is the same. */
  get filesVersion(): number {
    return this.#filesVersion;
  }

  /** Adds or replaces a note of the playbook; its path and aliases can be linked to from then on. */
  setNote(note: PlaybookNote): void {
    this.#version++;
    this.#forget(note.path);
    if (this.#links.addFile(note.path, note.aliases)) this.#filesVersion++;
    this.#notes.set(note.path, note);
    const sameKind = this.#notesByKind.get(note.kind);
    if (sameKind === undefined) this.#notesByKind.set(note.kind, [note]);
    else if ((sameKind[sameKind.length - 1]?.path ?? '') < note.path) sameKind.push(note);
    else sameKind.splice(placeOf(note.path, sameKind), 0, note);
    this.#initiatives = undefined;
  }

  /** Adds a file of the vault that is no playbook note, so that links to it resolve. */
  setFile(path: string, aliases: readonly string[]): void {
    this.#version++;
    this.#forget(path);
    if (this.#links.addFile(path, aliases)) this.#filesVersion++;
  }

  /** Removes a note or file; links to it dangle from then on. */
  remove(path: string): void {
    this.#version++;
    this.#forget(path);
    this.#links.removeFile(path);
    this.#filesVersion++;
  }

  /** What was annotated in the vault, ordered by path. Private annotations are among them: see `isPrivate`. */
  get annotations(): readonly PlacedAnnotation[] {
    return this.#annotations;
  }

  setAnnotations(annotations: readonly PlacedAnnotation[]): void {
    this.#version++;
    this.#annotations = annotations;
  }

  /** Links of shared files that lead to private ones, ordered by path and place. */
  get privateLinks(): readonly PrivateLink[] {
    return this.#privateLinks;
  }

  setPrivateLinks(links: readonly PrivateLink[]): void {
    this.#version++;
    this.#privateLinks = links;
  }

  note(path: string): PlaybookNote | undefined {
    return this.#notes.get(path);
  }

  /** All notes of a kind, ordered by path. */
  ofKind<K extends NoteKind>(kind: K): readonly NoteOfKind<K>[];
  ofKind(kind: NoteKind): readonly PlaybookNote[] {
    return this.#notesByKind.get(kind) ?? [];
  }

  get executives(): readonly Executive[] {
    return this.ofKind('executive');
  }

  /** Initiatives, pilots and milestones, ordered by path. */
  get initiatives(): readonly Initiative[] {
    this.#initiatives ??= [...this.ofKind('initiative'), ...this.ofKind('pilot'), ...this.ofKind('milestone')].sort((a, b) => byCodeUnits(a.path, b.path));
    return this.#initiatives;
  }

  /** The first journey note by path; a vault usually has one. */
  get journey(): Journey | undefined {
    return this.ofKind('journey')[0];
  }

  /** Number of notes that have a kind. */
  get size(): number {
    return this.#notes.size;
  }

  /** Path of the file that a link in `fromPath` means; undefined when it dangles. */
  resolvePath(link: Pick<NoteLink, 'target'>, fromPath: string): string | undefined {
    return this.#links.resolve(link.target, fromPath);
  }

  /** All files that links can lead to, in no order. */
  get files(): Iterable<string> {
    return this.#links.paths;
  }

  /** The files that carry the name that a link ends with, in whatever folder, the preferred one first. */
  namesakes(link: Pick<NoteLink, 'target'>): readonly string[] {
    return this.#links.namesakes(link.target);
  }

  /** The playbook note that a link means; undefined when it dangles or leads to another file. */
  resolve(link: Pick<NoteLink, 'target'>, fromPath: string): PlaybookNote | undefined {
    const path = this.resolvePath(link, fromPath);
    return path === undefined ? undefined : this.#notes.get(path);
  }

  /** The executives that links mean, in the order of the links; others are left out. */
  resolveExecutives(links: readonly NoteLink[], fromPath: string): readonly Executive[] {
    if (links.length === 0) return NOBODY;
    const executives: Executive[] = [];
    for (const link of links) {
      const note = this.resolve(link, fromPath);
      if (note?.kind === 'executive') executives.push(note);
    }
    return executives;
  }

  /**
   * The playbook as those have it who do not have these files: links to them dangle, and no annotation is private, or
   * lies in one of them or speaks of one. Later changes of this one do not reach it.
   */
  without(paths: ReadonlySet<string>): Playbook {
    const rest = new Playbook();
    for (const path of this.#links.paths) {
      if (paths.has(path)) continue;
      const note = this.#notes.get(path);
      if (note === undefined) rest.setFile(path, this.#links.aliasesOf(path));
      else rest.setNote(note);
    }
    rest.setAnnotations(this.#annotations.filter(({ annotation, targetPath }) => !isPrivate(annotation) && !paths.has(annotation.path) && (targetPath === undefined || !paths.has(targetPath))));
    return rest;
  }

  #forget(path: string): void {
    const note = this.#notes.get(path);
    if (note === undefined) return;
    this.#notes.delete(path);
    const sameKind = this.#notesByKind.get(note.kind) ?? [];
    sameKind.splice(placeOf(path, sameKind), 1);
    this.#initiatives = undefined;
  }
}

/** Where a path stands, or belongs, among notes ordered by path. */
function placeOf(path: string, notes: readonly PlaybookNote[]): number {
  let low = 0;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((notes[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Order by UTF-16 units: the same on every machine and in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
