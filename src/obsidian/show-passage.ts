/** Shows the passage that an annotation speaks of: opens the note, and selects it where the note is edited. */
import { MarkdownView, Notice, type Editor, type EditorPosition } from 'obsidian';
import { buildLineIndex, type TextRange } from '../markdown/text-range.js';
import type { PlacedAnnotation } from '../playbook/annotation.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import { livePlaceOf } from './live-places.js';
import type { PluginContext } from './plugin-context.js';
import { likeliestRange } from './reconcile-places.js';
import { createViewHost } from './view-host.js';

const BYTE_ORDER_MARK = '\ufeff';

/** The note alone where the place is not known. Never rejects. */
export async function showPassage(context: PluginContext, placed: PlacedAnnotation): Promise<void> {
  const { annotation, targetPath } = placed;
  if (targetPath === undefined) {
    new Notice(WORDS.annotate.noTarget(annotation.target));
    return;
  }
  const range = likeliestRange(placed);
  if (range === undefined || range.from === range.to) createViewHost(context).open(targetPath);
  else await select(context, targetPath, range, annotation.path).catch((error: unknown) => new Notice(WORDS.plugin.notOpened(targetPath, reasonOf(error))));
}

async function select({ app }: PluginContext, path: string, range: TextRange, thread: string): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) throw new Error(WORDS.plugin.noSuchNote(path));
  const text = await app.vault.cachedRead(file);
  const index = buildLineIndex(text);
  const [from, to] = [index.position(range.from), index.position(range.to)];
  const leaf = app.workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, eState: { line: from.line - 1 } });
  const { view } = leaf;
  if (!(view instanceof MarkdownView) || view.getMode() !== 'source') return;
  const { editor } = view;
  // What is typed and not saved has moved the place.
  const live = livePlaceOf(view, thread);
  if (live !== undefined) {
    reveal(editor, editor.offsetToPos(live.from), editor.offsetToPos(live.to));
    return;
  }
  // Lines and columns, for an editor counts each end of a line as one unit, and may show no byte-order mark.
  const markLength = text.startsWith(BYTE_ORDER_MARK) && !editor.getLine(0).startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const [start, end] = [from, to].map(({ line, column }) => ({ line: line - 1, ch: Math.max(0, column - 1 - (line === 1 ? markLength : 0)) }));
  if (start !== undefined && end !== undefined) reveal(editor, start, end);
}

function reveal(editor: Editor, from: EditorPosition, to: EditorPosition): void {
  editor.setSelection(from, to);
  editor.scrollIntoView({ from, to }, true);
  editor.focus();
}
