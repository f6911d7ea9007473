/**
 * Annotates a passage: asks for kind, text and whom it is for, then writes one new file. The note that it speaks of keeps
 * every byte; what is typed in it is saved first.
 */
import { Notice } from 'obsidian';
import { h } from 'preact';
import { describe } from '../annotations/describe.js';
import { formatThread, newThreadId, threadPath } from '../annotations/new-thread.js';
import { pathLink, shortestLink } from '../notes/link-text.js';
import { visibilityOfPath, type QuoteSelector } from '../playbook/annotation.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { CreatedNote } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { AnnotationForm } from '../views/AnnotationForm.js';
import type { AnnotationFields } from '../views/thread-props.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { authorName } from './author-name.js';
import { reasonOf } from './error-reason.js';
import { followFile } from './follow-file.js';
import { utcInstant } from './host-clock.js';
import type { OpenDialogs } from './open-dialogs.js';
import { storePassage, type Passage } from './passage.js';
import type { PluginContext } from './plugin-context.js';
import { isPrivateNote } from './private-paths.js';
import { takeIn } from './roadmap-writing.js';
import { createViewHost } from './view-host.js';
import { whenRead } from './when-read.js';

const words = WORDS.annotate;

/** What was typed and neither saved nor given up, by the path of the note. */
export type UnsavedAnnotations = Map<string, AnnotationFields>;

/** Whatever fails is told. `passage` is undefined where no note is open. */
export async function annotate(context: PluginContext, dialogs: OpenDialogs, unsaved: UnsavedAnnotations, passage: Passage | undefined): Promise<void> {
  if (passage === undefined) {
    new Notice(words.noNote);
    return;
  }
  try {
    await ask(context, dialogs, unsaved, passage);
  } catch (error) {
    new Notice(words.failed(words.edits.added(titleOfPath(passage.path)), reasonOf(error)), 0);
  }
}

async function ask(context: PluginContext, dialogs: OpenDialogs, unsaved: UnsavedAnnotations, passage: Passage): Promise<void> {
  const { app, personal } = context;
  const { path } = passage;
  if (visibilityOfPath(path) !== undefined) {
    new Notice(words.isThread(path));
    return;
  }
  const whereIs = followFile(app, path);
  if ((await whenRead(context)) === undefined) return;
  const stored = await storePassage(context, passage);
  if (!stored.ok) {
    new Notice(stored.message);
    return;
  }
  const selector = describe(stored.text, stored.range);
  const author = await authorName(context, dialogs);
  if (author === undefined) return;
  const { annotationKind, annotationVisibility } = personal.values;
  const kept = unsaved.get(path);
  const modal = new AskModal<true>(app, {
    title: words.dialog(titleOfPath(path)),
    className: 'cx-annotation-modal',
    content: (answer, cancel) =>
      h(AnnotationForm, {
        quote: selector.quote,
        noteTitle: titleOfPath(path),
        author,
        host: createViewHost(context),
        fields: kept ?? { kind: annotationKind, visibility: annotationVisibility, text: '' },
        isKept: kept !== undefined,
        onChange: (fields) => {
          if (fields.text.trim() === '') unsaved.delete(path);
          else unsaved.set(path, fields);
        },
        onSave: async (fields) => {
          const isWritten = await write(context, { path: whereIs(), selector, author, fields });
          if (isWritten) {
            unsaved.delete(path);
            answer(true);
          }
          return isWritten;
        },
        onCancel: () => {
          unsaved.delete(path);
          cancel();
        },
      }),
  });
  await dialogs.track({ answer: modal.ask(), close: () => modal.close() });
}

interface NewAnnotation {
  /** Of the note, as it is called by now. */
  readonly path: string;
  readonly selector: QuoteSelector;
  readonly author: string;
  readonly fields: AnnotationFields;
}

/** Gives whether the file stands. What was not written is told. Never rejects. */
async function write(context: PluginContext, annotation: NewAnnotation): Promise<boolean> {
  const { edits, personal } = context;
  const { path, fields } = annotation;
  const title = words.edits.added(titleOfPath(path));
  try {
    const store = await whenRead(context);
    if (store === undefined) return false;
    const file = newFile(context, store, annotation);
    if (typeof file === 'string') {
      new Notice(file);
      return false;
    }
    personal.setOnDevice('annotationKind', fields.kind);
    personal.setOnDevice('annotationVisibility', fields.visibility);
    const { created } = await edits.create(title, [file]);
    await takeIn(context, created.map((note) => note.path));
    return created.length > 0;
  } catch (error) {
    new Notice(words.failed(title, reasonOf(error)), 0);
    return false;
  }
}

/** Or why there can be none. */
function newFile({ app }: PluginContext, store: PlaybookStore, { path, selector, author, fields }: NewAnnotation): CreatedNote | string {
  const { kind, visibility, text } = fields;
  if (app.vault.getFileByPath(path) === null) return words.noteGone(path);
  if (visibility === 'client' && isPrivateNote(path, store)) return words.notForClient(path);
  const id = newThreadId(crypto.getRandomValues(new Uint8Array(8)));
  const filePath = threadPath(visibility, titleOfPath(path), id);
  const targetLink = shortestLink(path, filePath, store.playbook) ?? pathLink(path);
  if (targetLink === undefined) return words.notLinkable(path);
  return { path: filePath, text: formatThread({ id, targetLink, kind, visibility, author, at: utcInstant(), selector, text }) };
}
