/** Opens the annotations beside the notes, with one thread in sight. */
import { Notice, type App } from 'obsidian';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';

const VIEW_TYPE = 'cx-playbook-annotations';

/** `then` is called when the view stands. What failed reaches the person. Without a thread, the view shows what it showed last. */
export function openThread({ workspace }: App, thread: string | undefined, then: () => void = () => undefined): void {
  const state = thread === undefined ? {} : { state: { thread } };
  workspace.ensureSideLeaf(VIEW_TYPE, 'right', { active: true, reveal: true, ...state }).then(then, (error: unknown) => new Notice(WORDS.plugin.viewNotOpened(reasonOf(error))));
}
