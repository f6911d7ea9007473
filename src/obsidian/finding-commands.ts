/**
 * Findings by keyboard: from one to the next with its card at the cursor, fixes in the editor, and all fixes of the
 * vault behind a preview. They work also where findings are not shown while writing.
 */
import { Notice } from 'obsidian';
import { EditorView } from '@codemirror/view';
import { WORDS } from '../views/words/words.js';
import { showCards } from './card-at-cursor.js';
import type { EditorFinding, EditorFindings } from './editor-findings.js';
import type { FindingFixes } from './finding-fixes.js';
import { createListFixes } from './list-fixes.js';
import { nextPlace, previousPlace, type ChoosePlace } from './next-place.js';
import type { NoteEditors } from './note-editors.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';

export interface FindingTools {
  readonly findings: EditorFindings;
  readonly fixes: FindingFixes;
  readonly editors: NoteEditors;
}

export function registerFindingCommands(context: PluginContext, { findings, fixes, editors }: FindingTools): void {
  const add = (id: string, name: string, run: (view: EditorView) => unknown): void => {
    context.plugin.addCommand({
      id,
      name,
      editorCheckCallback: (checking, editor) => {
        const view = editors.viewOf(editor);
        if (view === undefined || findings.pathOf(view.state) === undefined) return false;
        if (!checking) run(view);
        return true;
      },
    });
  };
  const words = WORDS.editor;
  add('next-finding', words.nextFinding, (view) => tell(goTo(view, { findings, fixes }, nextPlace)));
  add('previous-finding', words.previousFinding, (view) => tell(goTo(view, { findings, fixes }, previousPlace)));
  add('fix-finding', words.fixFinding, (view) => tell(fixAtCursor(view, { findings, fixes })));
  add('fix-note', words.fixNote, (view) => fixes.fixNote(view));
  context.plugin.addCommand({ id: 'fix-vault', name: words.fixVault, callback: () => fixVault(context) });
}

type Tools = Pick<FindingTools, 'findings' | 'fixes'>;
async function goTo(view: EditorView, { findings, fixes }: Tools, choose: ChoosePlace): Promise<void> {
  const { doc, selection } = view.state;
  const all = await findings.of(view);
  if (view.state.doc !== doc) return;
  const chosen = choose(all, selection.main.head);
  if (chosen === undefined) {
    new Notice(WORDS.editor.noFindings);
    return;
  }
  const here = all.filter(({ from }) => from === chosen.from);
  view.dispatch({
    selection: { anchor: chosen.from },
    scrollIntoView: true,
    effects: [showCards.of({ findings: here, all, focus: false, actions: fixes }), EditorView.announce.of(spoken(here, all))],
  });
  view.focus();
}

function spoken(here: readonly EditorFinding[], all: readonly EditorFinding[]): string {
  const words = WORDS.editor;
  return here.map((finding) => `${words.place(all.indexOf(finding) + 1, all.length)} ${words.severity[finding.diagnostic.severity]}: ${finding.diagnostic.message}`).join(' ');
}

/** Applies the one fix there is; where there is a choice, or none, the cards offer what can be done. */
async function fixAtCursor(view: EditorView, { findings, fixes }: Tools): Promise<void> {
  const { doc, selection } = view.state;
  const all = await findings.of(view);
  if (view.state.doc !== doc) return;
  const here = findingsAt(all, selection.main.head, doc.lineAt(selection.main.head));
  const fixable = here.filter(({ diagnostic }) => diagnostic.fix !== undefined);
  if (here.length === 0) new Notice(WORDS.editor.noFindingHere);
  else if (fixable.length === 1 && fixable[0] !== undefined) fixes.fix(view, fixable[0]);
  else view.dispatch({ effects: showCards.of({ findings: here, all, focus: true, actions: fixes }) });
}

/** Those at the cursor, else those of its line. */
function findingsAt(all: readonly EditorFinding[], at: number, line: { readonly from: number; readonly to: number }): readonly EditorFinding[] {
  const touching = all.filter(({ from, to }) => from <= at && at <= to);
  return touching.length > 0 ? touching : all.filter(({ from, to }) => from <= line.to && to >= line.from);
}

/** Behind a preview of all changes. */
function fixVault(context: PluginContext): void {
  const { store, result } = context.playbook;
  if (store === undefined) new Notice(WORDS.editor.notReady);
  else createListFixes(context).all(result.diagnostics, WORDS.editor.fixVault);
}

/** What failed reaches the person. */
function tell(work: Promise<void>): void {
  work.catch((error: unknown) => new Notice(WORDS.editor.failed(reasonOf(error))));
}
