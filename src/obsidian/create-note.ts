/** The commands "New executive", "New initiative" …: asks for a title, writes the note, opens it where writing starts. */
import { MarkdownView, Notice, type App } from 'obsidian';
import { h } from 'preact';
import { buildNewNote, type NewNote } from '../notes/new-note.js';
import { safeFileName } from '../notes/safe-file-name.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { NewNoteForm, type NewNotePlace } from '../views/NewNoteForm.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { OpenDialogs } from './open-dialogs.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';

const words = WORDS.create;

/** The kinds that a person creates; the others come with a starter playbook, or are rare. */
export const CREATED_KINDS = ['executive', 'initiative', 'pilot', 'milestone', 'play', 'insight', 'case', 'room', 'comms', 'empowerment', 'recognition', 'session'] as const;
export type CreatedKind = (typeof CREATED_KINDS)[number];

export function registerCreate(context: PluginContext): void {
  const dialogs = new OpenDialogs();
  context.plugin.register(() => void dialogs.closeAll());
  for (const kind of CREATED_KINDS) {
    context.plugin.addCommand({ id: `new-${kind}`, name: words.newNote[kind], callback: () => void createNote(kind, context, dialogs) });
  }
}

async function createNote(kind: CreatedKind, { app, playbook, edits }: PluginContext, dialogs: OpenDialogs): Promise<void> {
  if (playbook.store === undefined) {
    new Notice(words.stillReading);
    return;
  }
  // The playbook may be read anew while the question is open.
  const build = (title: string): NewNote | undefined => (playbook.store === undefined ? undefined : newNote(kind, title, playbook.store, playbook.options.today(), app));
  const modal = new AskModal<string>(app, {
    title: words.newNote[kind],
    className: 'cx-create-modal',
    content: (answer, cancel) => h(NewNoteForm, { label: kind === 'executive' ? words.nameOfPerson : words.title, placeOf: (title: string) => placeOf(title, build), onCreate: answer, onCancel: cancel }),
  });
  const title = await dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  const note = title === undefined ? undefined : build(title);
  if (note === undefined) return;
  const { created } = await edits.create(words.newNote[kind], [note]);
  if (created.length > 0) await openForWriting(app, note);
}

/** Undefined for a title that no file name can be made of. */
export function newNote(kind: CreatedKind, title: string, { playbook, config }: PlaybookStore, today: CalendarDate, app: App): NewNote | undefined {
  if (safeFileName(title) === '') return undefined;
  return atFreePath(buildNewNote(kind, { title, today, settings: config.settings, playbook }), app);
}

/** Files in ignored folders are not the playbook's, and in the way all the same. */
export function atFreePath(note: NewNote, app: App): NewNote {
  for (let number = 2, { path } = note; ; number++) {
    if (app.vault.getAbstractFileByPath(path) === null) return { ...note, path };
    path = `${note.path.slice(0, -'.md'.length)} ${number}.md`;
  }
}

export function placeOf(title: string, build: (title: string) => NewNote | undefined): NewNotePlace | undefined {
  const path = build(title)?.path;
  if (path === undefined) return undefined;
  const name = titleOfPath(path);
  const safe = safeFileName(title);
  const remark = name !== safe ? words.nameTaken(name) : safe !== title.trim() ? words.otherName(name) : undefined;
  return { path, remark };
}

/** Opens the note with its first prompt selected: what is typed takes the prompt's place. Without one, at the end. */
export async function openForWriting(app: App, { path, text }: NewNote): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  try {
    const leaf = app.workspace.getLeaf(false);
    await leaf.openFile(file, { active: true, state: { mode: 'source' } });
    if (!(leaf.view instanceof MarkdownView)) return;
    const { editor } = leaf.view;
    const prompt = /%%.*?%%/s.exec(text);
    const from = prompt?.index ?? text.length;
    editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(from + (prompt?.[0].length ?? 0)));
    editor.focus();
  } catch (error) {
    new Notice(words.notOpened(path, reasonOf(error)));
  }
}
