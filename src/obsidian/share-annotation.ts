/**
 * Shares a private thread: shows all that will be seen, then sets the property and moves the file. At every moment there
 * is exactly one file, and its folder keeps it private until the very last step.
 */
import { Notice } from 'obsidian';
import { h } from 'preact';
import { setVisibilityEdits } from '../annotations/thread-edit.js';
import { loadYamlReader } from '../markdown/frontmatter.js';
import { applyEdits } from '../markdown/text-edit.js';
import { ANNOTATION_FOLDERS, visibilityOfPath } from '../playbook/annotation.js';
import type { PlannedChange } from '../vault/edit-plan.js';
import { ShareThread } from '../views/ShareThread.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import type { OpenDialogs } from './open-dialogs.js';
import { saveOpenEditors } from './open-editors.js';
import type { PluginContext } from './plugin-context.js';
import { findPrivateMentions } from './private-paths.js';
import { takeIn } from './roadmap-writing.js';
import { createViewHost } from './view-host.js';
import { whenRead } from './when-read.js';

const words = WORDS.annotate.share;

/** Gives whether it was shared; what kept it is told. */
export async function shareThread(context: PluginContext, dialogs: OpenDialogs, path: string): Promise<boolean> {
  const store = await whenRead(context);
  if (store === undefined) return false;
  const change = await planShared(context, path);
  if (typeof change === 'string') {
    new Notice(change);
    return false;
  }
  const to = sharedPath(path);
  const mentions = findPrivateMentions(change.after, to, path, store);
  const modal = new AskModal<true>(context.app, {
    title: words.title,
    className: 'cx-share-modal',
    content: (answer, cancel) =>
      h(ShareThread, {
        path: to,
        text: change.after,
        leaks: mentions.map(({ line, text }) => words.leak(line, text)),
        onShare: () => answer(true),
        onOpenFile: () => {
          cancel();
          createViewHost(context).open(path);
        },
        onCancel: cancel,
      }),
  });
  const answer = await dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  if (answer === undefined) return false;
  const { written } = await context.edits.changeAndMove(words.title, change, to);
  await takeIn(context, written.map((note) => note.path));
  return written.length > 0;
}

/** The file's text before and after; or why it cannot be shared. */
async function planShared({ app, vault }: PluginContext, path: string): Promise<PlannedChange | string> {
  const folder = visibilityOfPath(path);
  if (folder === 'client') return words.isShared(path);
  if (folder === undefined) return words.isOutside(path, ANNOTATION_FOLDERS.coach);
  const to = sharedPath(path);
  if (app.vault.getAbstractFileByPath(to) !== null) return words.taken(to);
  const [unsaved] = await saveOpenEditors(app, [path]);
  if (unsaved !== undefined) return unsaved.message;
  const before = await vault.read(path);
  await loadYamlReader();
  const change = setVisibilityEdits(path, before, 'client');
  return change.ok ? { path, before, after: applyEdits(before, change.edits) } : change.message;
}

function sharedPath(path: string): string {
  return ANNOTATION_FOLDERS.client + path.slice(ANNOTATION_FOLDERS.coach.length);
}
