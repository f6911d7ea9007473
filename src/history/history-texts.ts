/**
 * What the texts of a history say, each read once however many commits have it. Texts of notes that were never in the
 * vault are not read; those that look like no executive's are read again, and whole, where the same note was one at
 * another time.
 */
import { kindOfFolder } from '../notes/note-kind.js';
import { LARGEST_NOTE_BYTES } from '../notes/note-size.js';
import type { NoteContext } from '../notes/playbook-settings.js';
import { holdsAt, type EarlyReading } from './early-texts.js';
import { readGitTexts } from './git-batch.js';
import type { Git, GitSignal } from './git-port.js';
import { changesOf, NO_TEXT, type HistoryLog } from './history-log.js';
import type { NoteLineages } from './history-lineages.js';
import { MISSING, TextReader, TOO_LARGE, type ReadingPlace, type TextReading } from './history-reading.js';
import { takeSteps, type Pause, type Steps } from './steps.js';

export interface HistoryTextSources {
  readonly log: HistoryLog;
  readonly lineages: NoteLineages;
  readonly notes: NoteContext;
  readonly vaultPathOf: (name: string) => string | undefined;
  /** What was read before, by git's id of the text. */
  readonly known: ReadonlyMap<string, TextReading> | undefined;
  /** What was read while the log came, by git's id of the text. */
  readonly early?: ReadonlyMap<string, EarlyReading> | undefined;
}

export interface TextsAsk {
  readonly signal?: GitSignal | undefined;
  /** Called with the texts read so far and their number. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly pause?: Pause;
}

interface Lineage {
  /** A path in the vault, of an executive's folder where there is one. */
  path: string;
  isSuspect: boolean;
  /** Numbers of its texts. */
  readonly blobs: Set<number>;
}

export class HistoryTexts {
  readonly #sources: HistoryTextSources;
  readonly #byId: Map<string, TextReading>;
  /** Those that were in the vault, by their number. */
  readonly #lineages = new Map<number, Lineage>();
  readonly #executives = new Set<number>();

  constructor(sources: HistoryTextSources) {
    this.#sources = sources;
    this.#byId = new Map(sources.known);
  }

  /** By git's id. */
  get byId(): ReadonlyMap<string, TextReading> {
    return this.#byId;
  }

  /** What the text with a number of the log says. */
  readingOf(blob: number): TextReading {
    return this.#byId.get(this.#sources.log.blobs.name(blob)) ?? MISSING;
  }

  /** Whether the note of a name, by number, was an executive's at any time. */
  isExecutives(path: number): boolean {
    return this.#executives.has(this.#sources.lineages.of(path));
  }

  /** Gives how many texts were read. Throws what the port throws. */
  async read(git: Git, { signal, onProgress, pause }: TextsAsk): Promise<number> {
    await takeSteps(this.#findLineages(), pause);
    const all = await this.#readPlaces(git, await takeSteps(this.#placesOf([...this.#lineages.values()]), pause), signal, onProgress);
    const executives = await takeSteps(this.#findExecutives(), pause);
    return all + (await this.#readPlaces(git, await takeSteps(this.#placesOf(executives), pause), signal));
  }

  *#findExecutives(): Steps<readonly Lineage[]> {
    const executives: Lineage[] = [];
    for (const [number, lineage] of this.#lineages) {
      yield;
      if (![...lineage.blobs].some((blob) => hasRecord(this.readingOf(blob)))) continue;
      this.#executives.add(number);
      lineage.isSuspect = true;
      executives.push(lineage);
    }
    return executives;
  }

  *#findLineages(): Steps<void> {
    const { log, lineages, notes, vaultPathOf } = this.#sources;
    for (const [number, name] of log.paths.names.entries()) {
      yield;
      const path = vaultPathOf(name);
      if (path === undefined) continue;
      const isSuspect = kindOfFolder(path, notes.settings.kindByFolder) === 'executive';
      const lineage = this.#lineages.get(lineages.of(number));
      if (lineage === undefined) this.#lineages.set(lineages.of(number), { path, isSuspect, blobs: new Set() });
      else if (isSuspect && !lineage.isSuspect) Object.assign(lineage, { path, isSuspect });
    }
    for (const commit of log.commits) {
      for (const { path, blob } of changesOf(commit)) if (blob !== NO_TEXT) this.#lineages.get(lineages.of(path))?.blobs.add(blob);
      yield;
    }
  }

  /** The texts that are to be read, by id. */
  *#placesOf(lineages: readonly Lineage[]): Steps<ReadonlyMap<string, ReadingPlace>> {
    const places = new Map<string, ReadingPlace>();
    for (const { path, isSuspect, blobs } of lineages) {
      for (const blob of blobs) {
        const id = this.#sources.log.blobs.name(blob);
        if (isStillNeeded(this.#byId.get(id), isSuspect) && places.get(id)?.isSuspect !== true) places.set(id, { path, isSuspect });
      }
      yield;
    }
    return places;
  }

  async #readPlaces(git: Git, places: ReadonlyMap<string, ReadingPlace>, signal: GitSignal | undefined, onProgress?: (done: number, total: number) => void): Promise<number> {
    const reader = new TextReader(this.#sources.notes, (bytes) => git.decode(bytes));
    const needs = { maxBytes: LARGEST_NOTE_BYTES, isWanted: (start: Uint8Array, id: string) => reader.isWanted(start, places.get(id)?.isSuspect === true) };
    const open = this.#withoutEarly(places);
    let done = places.size - open.length;
    for await (const texts of readGitTexts(git, open, needs, signal)) {
      for (const { id, bytes, outcome } of texts) {
        const place = places.get(id);
        if (outcome === 'missing') this.#byId.set(id, MISSING);
        else if (outcome === 'too-large') this.#byId.set(id, TOO_LARGE);
        else if (place !== undefined) this.#byId.set(id, await reader.read(bytes, place));
      }
      done += texts.length;
      onProgress?.(done, places.size);
    }
    return done;
  }

  /** Takes over what was read already, and gives the ids of the others. */
  #withoutEarly(places: ReadonlyMap<string, ReadingPlace>): readonly string[] {
    const open: string[] = [];
    for (const [id, place] of places) {
      const early = this.#sources.early?.get(id);
      if (early === undefined || !holdsAt(early, place)) open.push(id);
      else this.#byId.set(id, early.reading);
    }
    return open;
  }
}

function hasRecord(reading: TextReading): boolean {
  return reading.kind === 'read' && reading.record !== undefined;
}

/** Not read yet, or less thoroughly than the same note asks for. */
function isStillNeeded(reading: TextReading | undefined, isSuspect: boolean): boolean {
  if (reading === undefined) return true;
  return isSuspect && (reading.kind === 'passed' || (reading.kind === 'read' && reading.named === undefined && reading.record === undefined));
}
