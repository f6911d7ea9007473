/**
 * The annotations of a vault, each with the place where its quote stands by now. Threads are read when their files
 * change; a place is looked for again when the note changes, or what the thread says of its quote, and only then: a reply
 * moves nothing. Of many threads about one note the note is read once.
 *
 * Only Markdown is looked into. A thread about another file, a canvas or a PDF, speaks of it as a whole.
 *
 * @example
 * annotations.setThread(path, thread);
 * await annotations.place(vault, playbook, pause);
 * annotations.placed;
 */
import { anchorAll, type AnchorRequest } from '../annotations/anchor.js';
import type { ThreadFile } from '../annotations/thread-file.js';
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import { addTo } from '../playbook/add-to.js';
import type { AnnotationPlace, PlacedAnnotation, QuoteSelector } from '../playbook/annotation.js';
import { byCodeUnits, type Playbook } from '../playbook/playbook.js';
import { isMarkdown, readOrUndefined, type Vault } from './vault.js';

/** A place holds for one selector, and one version of the note that it is looked for in. */
interface KnownPlace {
  readonly selector: QuoteSelector;
  readonly targetPath: string | undefined;
  readonly place: AnnotationPlace;
}

/** Threads about one note that are to be placed in its text. */
interface Placing {
  readonly path: string;
  readonly text: string;
  readonly threads: readonly ThreadFile[];
}

const NO_NOTE: AnnotationPlace = { state: 'orphan', missing: 'note' };
const NO_QUOTE: AnnotationPlace = { state: 'orphan', missing: 'quote' };
const WHOLE_FILE: AnnotationPlace = { state: 'anchored', from: 0, to: 0 };

export class AnnotationStore {
  readonly #threads = new Map<string, ThreadFile>();
  readonly #places = new Map<string, KnownPlace>();
  /** Of the notes in which places are to be confirmed, as they were when the places were found. */
  readonly #lines = new Map<string, LineIndex>();
  /** The notes whose texts are being read: those that change meanwhile are taken out. */
  readonly #reading = new Set<string>();
  #placed: readonly PlacedAnnotation[] = [];

  /** With the places found by the last {@link place}, ordered by path. */
  get placed(): readonly PlacedAnnotation[] {
    return this.#placed;
  }

  /** The file of a thread, as read. */
  thread(path: string): ThreadFile | undefined {
    return this.#threads.get(path);
  }

  /** The lines that places to confirm lie in; undefined for notes without any. */
  linesOf(path: string): LineIndex | undefined {
    return this.#lines.get(path);
  }

  setThread(path: string, thread: ThreadFile): void {
    this.#threads.set(path, thread);
  }

  /** The file is no thread, or is gone. */
  remove(path: string): void {
    if (this.#threads.delete(path)) this.#places.delete(path);
  }

  /** A note has another text: what was found in it is to be looked for again. */
  targetChanged(path: string): void {
    this.#reading.delete(path);
    for (const [thread, { targetPath }] of this.#places) if (targetPath === path) this.#places.delete(thread);
  }

  /** Looks for the places that are not known; whether any place or thread is another than before. */
  async place(vault: Vault, playbook: Pick<Playbook, 'resolvePath'>, pause: () => Promise<void> | undefined): Promise<boolean> {
    if (this.#threads.size === 0 && this.#placed.length === 0) return false;
    const waiting: Placing[] = [];
    for (const [path, threads] of this.#takeUnplaced(playbook)) {
      this.#reading.add(path);
      const text = await readOrUndefined(vault, path);
      if (this.#reading.has(path)) {
        if (text === undefined) for (const thread of threads) this.#set(thread, path, NO_NOTE);
        else if (vault.baseTexts !== undefined && threads.some((thread) => asksForBase(thread, text))) waiting.push({ path, text, threads });
        else this.#placeIn({ path, text, threads }, NO_TEXTS);
      }
      await pause();
    }
    const blobs = new Set(waiting.flatMap(({ text, threads }) => threads.flatMap((thread) => (asksForBase(thread, text) ? [thread.annotation.selector.blob ?? ''] : []))));
    const bases = blobs.size === 0 ? NO_TEXTS : ((await vault.baseTexts?.([...blobs])) ?? NO_TEXTS);
    for (const placing of waiting) {
      if (this.#reading.has(placing.path)) this.#placeIn(placing, bases);
      await pause();
    }
    this.#reading.clear();
    return this.#take();
  }

  /** Places what needs no text; gives the threads that do by their note. */
  #takeUnplaced(playbook: Pick<Playbook, 'resolvePath'>): ReadonlyMap<string, readonly ThreadFile[]> {
    const unplaced = new Map<string, ThreadFile[]>();
    for (const [path, thread] of this.#threads) {
      const { target, selector } = thread.annotation;
      // A link to nothing means the file that it stands in: no thread speaks of itself.
      const targetPath = target === '' ? undefined : playbook.resolvePath({ target }, path);
      const known = this.#places.get(path);
      if (known !== undefined && known.targetPath === targetPath && isSameSelector(known.selector, selector)) continue;
      if (targetPath === undefined) this.#set(thread, targetPath, NO_NOTE);
      else if (!isMarkdown(targetPath)) this.#set(thread, targetPath, selector.quote === '' ? WHOLE_FILE : NO_QUOTE);
      else addTo(unplaced, targetPath, thread);
    }
    return unplaced;
  }

  #placeIn({ path, text, threads }: Placing, bases: ReadonlyMap<string, string>): void {
    const places = anchorAll(text, threads.map(({ annotation: { selector } }): AnchorRequest => ({ selector, base: selector.blob === undefined ? undefined : bases.get(selector.blob) })));
    threads.forEach((thread, index) => this.#set(thread, path, places[index] ?? NO_QUOTE));
    if (places.some(({ state }) => state === 'confirm')) this.#lines.set(path, buildLineIndex(text));
  }

  #set({ annotation: { path, selector } }: ThreadFile, targetPath: string | undefined, place: AnnotationPlace): void {
    this.#places.set(path, { selector, targetPath, place });
  }

  #take(): boolean {
    const placed: PlacedAnnotation[] = [];
    const toConfirm = new Set<string>();
    for (const [path, { annotation, values }] of this.#threads) {
      const known = this.#places.get(path);
      if (known === undefined) continue;
      placed.push({ annotation, targetPath: known.targetPath, place: known.place, values });
      if (known.place.state === 'confirm' && known.targetPath !== undefined) toConfirm.add(known.targetPath);
    }
    for (const path of this.#lines.keys()) if (!toConfirm.has(path)) this.#lines.delete(path);
    placed.sort((a, b) => byCodeUnits(a.annotation.path, b.annotation.path));
    const before = this.#placed;
    if (placed.length === before.length && placed.every((one, index) => isSame(one, before[index]))) return false;
    this.#placed = placed;
    return true;
  }
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

function isSame({ annotation, targetPath, place }: PlacedAnnotation, before: PlacedAnnotation | undefined): boolean {
  return annotation === before?.annotation && targetPath === before.targetPath && place === before.place;
}

function isSameSelector(a: QuoteSelector, b: QuoteSelector): boolean {
  const { quote, prefix, suffix, start, blob, heading } = a;
  const isSameText = quote === b.quote && prefix === b.prefix && suffix === b.suffix && start === b.start && blob === b.blob;
  return a === b || (isSameText && heading.length === b.heading.length && heading.every((text, index) => text === b.heading[index]));
}

/** Whether the text that the quote was taken from would help: not where the quote stands once with all that was around it. */
function asksForBase({ annotation: { selector: { quote, prefix, suffix, blob } } }: ThreadFile, text: string): boolean {
  if (blob === undefined || quote === '') return false;
  const whole = `${prefix}${quote}${suffix}`;
  const at = text.indexOf(whole);
  return at === -1 || text.includes(whole, at + 1);
}
