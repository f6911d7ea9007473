/**
 * Keeps annotations on notes that are renamed in the app. The app brings links in step itself where the person lets it;
 * whatever it left is done a moment later, and only that. A link that another note of the same name would catch is made
 * longer. Nothing is asked, and only a failure is told.
 */
import { TFile } from 'obsidian';
import { retargetEdits } from '../annotations/thread-edit.js';
import { loadYamlReader } from '../markdown/frontmatter.js';
import { pathLink, shortestLink } from '../notes/link-text.js';
import type { Playbook } from '../playbook/playbook.js';
import type { NoteChange } from '../vault/edit-plan.js';
import { WORDS } from '../views/words/words.js';
import { edited } from './edited-thread.js';
import type { PluginContext } from './plugin-context.js';
import { takeIn } from './roadmap-writing.js';

/** OURS: long enough for the app to have brought its links in step, in most vaults. */
const REST_MS = 800;

export function registerAnnotationRenames(context: PluginContext): void {
  const { app, plugin } = context;
  const renames = new AnnotationRenames(context);
  plugin.registerEvent(app.vault.on('rename', (file, oldPath) => {
    if (file instanceof TFile) renames.renamed(oldPath, file.path);
  }));
  plugin.register(() => renames.dispose());
}

class AnnotationRenames {
  /** Where each thread's note is by now, by the thread's path; from the first rename until links are in step. */
  #targets = new Map<string, string>();
  #timer: number | undefined;

  constructor(readonly context: PluginContext) {}

  renamed(from: string, to: string): void {
    const { store } = this.context.playbook;
    if (store === undefined) return;
    if (this.#targets.size === 0) {
      // The playbook does not know of the rename yet.
      for (const { annotation, targetPath } of store.playbook.annotations) if (targetPath !== undefined) this.#targets.set(annotation.path, targetPath);
    }
    if (this.#targets.size === 0) return;
    for (const [thread, target] of this.#targets) if (target === from) this.#targets.set(thread, to);
    const ofMoved = this.#targets.get(from);
    if (ofMoved !== undefined) this.#targets.set(to, ofMoved);
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#bringInStep(), REST_MS);
  }

  dispose(): void {
    window.clearTimeout(this.#timer);
    this.#targets.clear();
  }

  async #bringInStep(): Promise<void> {
    const { edits, playbook } = this.context;
    // What cannot be read is told by the playbook itself.
    await playbook.settled().catch(() => undefined);
    const targets = this.#targets;
    this.#targets = new Map();
    const { store } = playbook;
    if (store === undefined || playbook.isDisposed) return;
    const astray = store.playbook.annotations.flatMap(({ annotation: { path }, targetPath }) => {
      const target = targets.get(path);
      return target === undefined || target === targetPath ? [] : [path];
    });
    if (astray.length === 0) return;
    await loadYamlReader();
    const { written } = await edits.followUp(WORDS.annotate.edits.retargeted, astray, (path, text) => retarget(path, text, targets.get(path) ?? '', store.playbook));
    await takeIn(this.context, written.map(({ path }) => path));
  }
}

function retarget(path: string, text: string, target: string, playbook: Playbook): NoteChange {
  const link = shortestLink(target, path, playbook) ?? pathLink(target);
  if (link === undefined) return { ok: false, message: WORDS.annotate.notLinkable(target) };
  return edited(text, retargetEdits(path, text, link));
}
