/** Opens the annotations beside the notes, with one thread in sight. */
import { Notice, type App } from 'obsidian';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import { openView } from './open-view.js';

/** `then` is called when the view stands. What failed reaches the person. Without a thread, the view shows what it showed last. */
export function openThread(app: App, thread: string | undefined, then: () => void = () => undefined): void {
  openView(app, 'annotations', thread === undefined ? undefined : { thread }).then(then, (error: unknown) => new Notice(WORDS.plugin.viewNotOpened(reasonOf(error))));
}
