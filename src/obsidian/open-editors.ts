/** What is typed and not yet saved: the app saves it a moment later, so an edit of notes has it saved first. */
import { TextFileView, type App } from 'obsidian';
import type { RefusedNote } from '../vault/edit-plan.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';

/** Saves the open editors of the notes. Gives the notes whose editor could not be saved. */
export async function saveOpenEditors(app: App, paths: Iterable<string>): Promise<readonly RefusedNote[]> {
  const wanted = new Set(paths);
  const views: TextFileView[] = [];
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof TextFileView && view.file !== null && wanted.has(view.file.path)) views.push(view);
  });
  const unsaved: RefusedNote[] = [];
  for (const view of views) {
    const path = view.file?.path ?? '';
    try {
      if (!(await holdsUnsaved(app, view))) continue;
      await view.save();
      // The app does not save while it is saving already.
      if (await holdsUnsaved(app, view)) unsaved.push({ path, message: WORDS.edits.stillUnsaved(path) });
    } catch (error) {
      unsaved.push({ path, message: WORDS.edits.notSaved(path, reasonOf(error)) });
    }
  }
  return unsaved;
}

/** An editor counts every line ending as one: saving one in which nothing was typed could change them all. */
async function holdsUnsaved({ vault }: App, view: TextFileView): Promise<boolean> {
  return view.file !== null && comparable(view.getViewData()) !== comparable(await vault.cachedRead(view.file));
}

function comparable(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
