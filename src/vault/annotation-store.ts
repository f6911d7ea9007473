/**
 * The annotations of a vault, each with the place where its quote stands by now. Threads are read when their files
 * change; places are looked for again when the note they speak of changes, and only then.
 *
 * @example
 * annotations.setText('_annotations/ana--7k3m9q2x.md', text);
 * await annotations.place(vault, playbook, pause);
 * annotations.placed;
 */
import { anchorAll } from '../annotations/anchor.js';
import { tryReadThread } from '../annotations/read-thread.js';
import type { ThreadFile } from '../annotations/thread-file.js';
import { addTo } from '../playbook/add-to.js';
import type { AnnotationPlace, PlacedAnnotation } from '../playbook/annotation.js';
import { byCodeUnits, type Playbook } from '../playbook/playbook.js';
import { UnreadableFile, type Vault } from './vault.js';

/** A place holds for one thread as read, and one version of the note it leads to. */
interface KnownPlace {
  readonly thread: ThreadFile;
  readonly targetPath: string | undefined;
  readonly place: AnnotationPlace;
}

const NO_NOTE: AnnotationPlace = { state: 'orphan', missing: 'note' };

export class AnnotationStore {
  readonly #threads = new Map<string, ThreadFile>();
  readonly #places = new Map<string, KnownPlace>();
  #placed: readonly PlacedAnnotation[] = [];

  /** With the places found by the last {@link place}, ordered by path. */
  get placed(): readonly PlacedAnnotation[] {
    return this.#placed;
  }

  /** The file of a thread, as read. */
  thread(path: string): ThreadFile | undefined {
    return this.#threads.get(path);
  }

  /** The full reader of YAML is loaded already where the text needs it. */
  setText(path: string, text: string): void {
    const thread = tryReadThread(path, text);
    if (thread !== undefined) this.#threads.set(path, thread);
  }

  /** The file is no thread, or is gone. */
  remove(path: string): void {
    this.#threads.delete(path);
  }

  /** A note has another text: what was found in it is to be looked for again. */
  targetChanged(path: string): void {
    for (const [thread, { targetPath }] of this.#places) if (targetPath === path) this.#places.delete(thread);
  }

  /** Looks for the places that are not known; whether any place or thread is another than before. */
  async place(vault: Vault, playbook: Pick<Playbook, 'resolvePath'>, pause: () => Promise<void> | undefined): Promise<boolean> {
    const wanted = new Map<string, ThreadFile[]>();
    for (const [path, thread] of this.#threads) {
      const targetPath = playbook.resolvePath({ target: thread.annotation.target }, path);
      const known = this.#places.get(path);
      if (known?.thread === thread && known.targetPath === targetPath) continue;
      if (targetPath === undefined) this.#places.set(path, { thread, targetPath, place: NO_NOTE });
      else addTo(wanted, targetPath, thread);
    }
    for (const [targetPath, threads] of wanted) {
      const text = await readOrUndefined(vault, targetPath);
      const places = text === undefined ? [] : anchorAll(text, threads.map(({ annotation }) => annotation));
      threads.forEach((thread, index) => {
        this.#places.set(thread.annotation.path, { thread, targetPath, place: places[index] ?? NO_NOTE });
      });
      await pause();
    }
    return this.#take();
  }

  #take(): boolean {
    const placed = [...this.#threads].flatMap(([path, { annotation }]): PlacedAnnotation[] => {
      const known = this.#places.get(path);
      return known === undefined ? [] : [{ annotation, targetPath: known.targetPath, place: known.place }];
    }).sort((a, b) => byCodeUnits(a.annotation.path, b.annotation.path));
    const before = this.#placed;
    this.#placed = placed;
    return placed.length !== before.length || placed.some(({ annotation, place }, index) => before[index]?.annotation !== annotation || before[index]?.place !== place);
  }
}

async function readOrUndefined(vault: Vault, path: string): Promise<string | undefined> {
  try {
    return await vault.read(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}
