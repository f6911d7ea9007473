/**
 * What a person does with a thread. Each is one edit of the thread's file with one undo, made of the text that is there
 * when it is written: what another device added meanwhile stays. Whatever is refused is told, and gives false.
 */
import { Notice } from 'obsidian';
import { describe } from '../annotations/describe.js';
import { appendEventEdits, reanchorEdits, retargetEdits } from '../annotations/thread-edit.js';
import { loadYamlReader } from '../markdown/frontmatter.js';
import { pathLink, shortestLink } from '../notes/link-text.js';
import { isPrivate, visibilityOfPath, type PlaceCandidate, type PlacedAnnotation, type ThreadEventKind } from '../playbook/annotation.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { NoteChange } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { ThreadActions } from '../views/thread-actions.js';
import type { ThreadDrafts } from '../views/thread-props.js';
import { WORDS } from '../views/words/words.js';
import { authorName } from './author-name.js';
import { reasonOf } from './error-reason.js';
import { utcInstant } from './host-clock.js';
import { annotate, type UnsavedAnnotations } from './new-annotation.js';
import { OpenDialogs } from './open-dialogs.js';
import { editedPassage, storePassage, type Passage } from './passage.js';
import { edited } from './edited-thread.js';
import type { PluginContext } from './plugin-context.js';
import { isPrivateNote } from './private-paths.js';
import { takeIn } from './roadmap-writing.js';
import { shareThread } from './share-annotation.js';
import { showPassage } from './show-passage.js';
import { threadAtCursor } from './thread-at-cursor.js';
import { createViewHost } from './view-host.js';
import { whenRead } from './when-read.js';

const words = WORDS.annotate;

/** What becomes of the thread's newest text. */
type ThreadChange = (path: string, text: string) => NoteChange;

/** What an edit of a thread is made from. */
interface ThreadAsked {
  readonly placed: PlacedAnnotation;
  readonly store: PlaybookStore;
  /** The person's name. */
  readonly author: string;
}

export class AnnotationActions implements ThreadActions {
  readonly #dialogs = new OpenDialogs();
  /** What was typed and not saved, by note: Escape loses no words. */
  readonly #unsaved: UnsavedAnnotations = new Map();
  /** Replies that were not sent outlast the pane in which they were typed. */
  readonly drafts: ThreadDrafts = { texts: new Map() };

  constructor(readonly context: PluginContext) {}

  /** Closes what is open, and tells so. */
  dispose(): void {
    if (this.#dialogs.closeAll()) new Notice(words.closedByUnload);
  }

  annotate(passage: Passage | undefined): Promise<void> {
    return annotate(this.context, this.#dialogs, this.#unsaved, passage);
  }

  jump(path: string): void {
    const placed = placedThread(this.context.playbook.store, path);
    if (placed === undefined) new Notice(words.gone(path));
    else void showPassage(this.context, placed);
  }

  openFile(path: string): void {
    createViewHost(this.context).open(path);
  }

  reply(path: string, text: string): Promise<boolean> {
    return this.#append(path, 'comment', text, words.edits.replied);
  }

  resolve(path: string, text: string): Promise<boolean> {
    return this.#append(path, 'resolved', text, words.edits.resolved);
  }

  reopen(path: string, text: string): Promise<boolean> {
    return this.#append(path, 'reopened', text, words.edits.reopened);
  }

  confirm(path: string, candidate: PlaceCandidate): Promise<boolean> {
    return this.#write(path, words.edits.reanchored, async ({ placed, author }) => {
      const { annotation, targetPath } = placed;
      if (targetPath === undefined) return words.noTarget(annotation.target);
      const stored = await storePassage(this.context, { path: targetPath, selection: { kind: 'note' } });
      if (!stored.ok) return stored.message;
      // What was typed since the places were found may have moved them.
      await takeIn(this.context, [targetPath]);
      const place = placedThread(this.context.playbook.store, path)?.place;
      if (place?.state !== 'confirm' || !place.candidates.some(({ from, to }) => from === candidate.from && to === candidate.to)) return words.placeMoved;
      const selector = describe(stored.text, candidate);
      return (file, text) => edited(text, reanchorEdits(file, text, selector, { kind: 'reanchored', at: utcInstant(), author, text: '' }));
    });
  }

  reanchor(path: string): Promise<boolean> {
    const passage = editedPassage(this.context.app);
    return this.#write(path, words.edits.reanchored, async ({ placed, store, author }) => {
      if (passage?.selection.kind !== 'editor' || passage.selection.from === passage.selection.to) return words.noEditor;
      if (visibilityOfPath(passage.path) !== undefined) return words.isThread(passage.path);
      if (!isPrivate(placed.annotation) && isPrivateNote(passage.path, store)) return words.notForClient(passage.path);
      const isOther = passage.path !== placed.targetPath;
      const link = isOther ? (shortestLink(passage.path, path, store.playbook) ?? pathLink(passage.path)) : undefined;
      if (isOther && link === undefined) return words.notLinkable(passage.path);
      const stored = await storePassage(this.context, passage);
      if (!stored.ok) return stored.message;
      const selector = describe(stored.text, stored.range);
      return (file, text) => {
        const moved = link === undefined ? { ok: true as const, text } : edited(text, retargetEdits(file, text, link));
        return moved.ok ? edited(moved.text, reanchorEdits(file, moved.text, selector, { kind: 'reanchored', at: utcInstant(), author, text: '' })) : moved;
      };
    });
  }

  async share(path: string): Promise<boolean> {
    try {
      return await shareThread(this.context, this.#dialogs, path);
    } catch (error) {
      new Notice(words.failed(words.share.title, reasonOf(error)), 0);
      return false;
    }
  }

  /** The thread at the cursor, or whose file is in front; the command tells where there is none. */
  async resolveAtCursor(): Promise<void> {
    const path = await threadAtCursor(this.context, ({ annotation }) => annotation.status === 'open');
    if (path === undefined) new Notice(words.noneHere);
    else await this.resolve(path, '');
  }

  async shareAtCursor(): Promise<void> {
    const path = await threadAtCursor(this.context, ({ annotation }) => isPrivate(annotation));
    if (path === undefined) new Notice(words.nonePrivateHere);
    else await this.share(path);
  }

  #append(path: string, kind: ThreadEventKind, text: string, titleOf: (note: string) => string): Promise<boolean> {
    return this.#write(path, titleOf, ({ author }) => (file, before) => edited(before, appendEventEdits(file, before, { kind, at: utcInstant(), author, text })));
  }

  /** `prepare` gives what to write, or why there is nothing to. */
  async #write(path: string, titleOf: (note: string) => string, prepare: (asked: ThreadAsked) => ThreadChange | string | Promise<ThreadChange | string>): Promise<boolean> {
    let title = titleOf(titleOfPath(path));
    try {
      const store = await whenRead(this.context);
      const placed = placedThread(store, path);
      if (store === undefined || placed === undefined) {
        new Notice(words.gone(path));
        return false;
      }
      title = titleOf(titleOfPath(placed.targetPath ?? placed.annotation.target));
      const author = await authorName(this.context, this.#dialogs);
      if (author === undefined) return false;
      const change = await prepare({ placed, store, author });
      if (typeof change === 'string') {
        new Notice(change);
        return false;
      }
      await loadYamlReader();
      const { written } = await this.context.edits.change(title, path, change);
      await takeIn(this.context, [path]);
      return written.length > 0;
    } catch (error) {
      new Notice(words.failed(title, reasonOf(error)), 0);
      return false;
    }
  }
}

function placedThread(store: PlaybookStore | undefined, path: string): PlacedAnnotation | undefined {
  return store?.playbook.annotations.find(({ annotation }) => annotation.path === path);
}
