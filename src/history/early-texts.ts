/**
 * Texts that are read while the log still comes, so that git's two programs and the reader work at the same time. What
 * folder a note is in at that commit is all that is known of it then: whoever knows more asks whether a reading still holds.
 */
import { kindOfFolder } from '../notes/note-kind.js';
import { LARGEST_NOTE_BYTES } from '../notes/note-size.js';
import type { NoteContext } from '../notes/playbook-settings.js';
import { readGitTextsAsAsked, TextAsks, type BatchText } from './git-batch.js';
import type { LoggedCommit } from './git-log.js';
import { GitFailure, type Git, type GitSignal } from './git-port.js';
import { PASSED, TextReader, TOO_LARGE, type ReadingPlace, type TextReading } from './history-reading.js';

export interface EarlyReading {
  readonly place: ReadingPlace;
  readonly reading: TextReading;
}

export interface EarlySources {
  readonly git: Git;
  readonly notes: NoteContext;
  readonly vaultPathOf: (name: string) => string | undefined;
  /** Texts that need not be read, by git's id. */
  readonly known: ReadonlyMap<string, TextReading> | undefined;
  readonly signal: GitSignal | undefined;
}

export class EarlyTexts {
  readonly #sources: EarlySources;
  readonly #reader: TextReader;
  readonly #asks = new TextAsks();
  /** Of texts that git was asked for, by id. */
  readonly #places = new Map<string, ReadingPlace>();
  /** Names in the repository, since most come again and again; undefined outside of the vault. */
  readonly #placeByName = new Map<string, ReadingPlace | undefined>();
  readonly #readings = new Map<string, EarlyReading>();
  #reading: Promise<void> | undefined;
  #isStopped = false;
  #onProgress: ((done: number, total: number) => void) | undefined;

  constructor(sources: EarlySources) {
    this.#sources = sources;
    this.#reader = new TextReader(sources.notes, (bytes) => sources.git.decode(bytes));
  }

  /** Asks for the texts of these commits that are new. */
  add(commits: readonly LoggedCommit[]): void {
    const { known } = this.#sources;
    const ids: string[] = [];
    for (const { changes } of commits) {
      for (const { path, blob } of changes) {
        if (blob === undefined || this.#places.has(blob) || known?.has(blob) === true) continue;
        const place = this.#placeOf(path);
        if (place === undefined) continue;
        this.#places.set(blob, place);
        ids.push(blob);
      }
    }
    if (ids.length === 0) return;
    this.#asks.add(ids);
    if (this.#reading !== undefined) return;
    this.#reading = this.#read();
    // It is waited for later, and fails there.
    this.#reading.catch(() => undefined);
  }

  /** All that could be read, by id, once it is. A clone that lacks texts gives fewer. */
  async end(onProgress?: (done: number, total: number) => void): Promise<ReadonlyMap<string, EarlyReading>> {
    this.#onProgress = onProgress;
    this.#asks.end();
    await this.#reading;
    return this.#readings;
  }

  /** Nobody needs them any more. */
  stop(): void {
    this.#isStopped = true;
    this.#asks.end();
  }

  #placeOf(name: string): ReadingPlace | undefined {
    const known = this.#placeByName.get(name);
    if (known !== undefined || this.#placeByName.has(name)) return known;
    const path = this.#sources.vaultPathOf(name);
    const place = path === undefined ? undefined : { path, isSuspect: kindOfFolder(path, this.#sources.notes.settings.kindByFolder) === 'executive' };
    this.#placeByName.set(name, place);
    return place;
  }

  async #read(): Promise<void> {
    const { git, signal } = this.#sources;
    const needs = { maxBytes: LARGEST_NOTE_BYTES, isWanted: (start: Uint8Array, id: string) => this.#reader.isWanted(start, this.#places.get(id)?.isSuspect === true) };
    try {
      for await (const texts of readGitTextsAsAsked(git, this.#asks, needs, signal)) {
        if (this.#isStopped) return;
        for (const text of texts) await this.#keep(text);
        this.#onProgress?.(this.#readings.size, this.#places.size);
      }
    } catch (error) {
      // Whoever needs what is left asks again, and hears why it cannot be had.
      if (!(error instanceof GitFailure)) throw error;
    }
  }

  async #keep({ id, bytes, outcome }: BatchText): Promise<void> {
    const place = this.#places.get(id);
    if (place === undefined || outcome === 'missing') return;
    this.#readings.set(id, { place, reading: outcome === 'too-large' ? TOO_LARGE : bytes === undefined ? PASSED : await this.#reader.read(bytes, place) });
  }
}

/** Whether a text would be read so for another place too. */
export function holdsAt({ place, reading }: EarlyReading, { path, isSuspect }: ReadingPlace): boolean {
  switch (reading.kind) {
    case 'missing': return false;
    case 'unreadable': return true;
    case 'passed': return !isSuspect;
    case 'read': {
      const { named, record } = reading;
      // Dated lines are those of a note at its path; its own word for its kind stands above the folder's.
      const isOfAnyPath = record === undefined || record.level !== undefined;
      return (isOfAnyPath || path === place.path) && (named !== undefined || isSuspect === place.isSuspect);
    }
  }
}
