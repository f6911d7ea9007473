/**
 * Fixes in the open editor. Each is worked out anew on the text as it stands, and is one transaction: one undo takes it
 * back. When the text changes meanwhile nothing is done.
 */
import { Notice } from 'obsidian';
import type { EditorView } from '@codemirror/view';
import { applyFixes } from '../lint/apply-fixes.js';
import { CONFIG_PATH } from '../lint/config.js';
import { findNearestSame, type Diagnostic } from '../lint/diagnostic.js';
import { applyEdits, type TextEdit } from '../markdown/text-edit.js';
import type { TextRange } from '../markdown/text-range.js';
import { WORDS } from '../views/words/words.js';
import type { EditorFinding, EditorFindings } from './editor-findings.js';
import type { FindingActions } from './finding-card.js';
import { buildDirectiveEdits } from './ignore-finding.js';
import { buildLineEdits } from './line-edits.js';
import { reasonOf } from './error-reason.js';

interface NoteEdit {
  readonly changes: readonly TextEdit[];
  /** What is selected afterwards, in the new text. */
  readonly selection?: TextRange;
  /** Told when it is done. */
  readonly told?: string;
}

type Lint = (text: string) => Promise<readonly Diagnostic[]>;

export class FindingFixes implements FindingActions {
  readonly #findings: EditorFindings;

  constructor(findings: EditorFindings) {
    this.#findings = findings;
  }

  fix(view: EditorView, { diagnostic }: EditorFinding): void {
    void this.#edit(view, async (text, lint) => {
      const nearest = findNearestSame(await lint(text), diagnostic);
      if (nearest === undefined) return WORDS.editor.gone;
      return nearest.fix === undefined ? WORDS.editor.nothingToFix : { changes: nearest.fix.edits };
    });
  }

  fixRule(view: EditorView, rule: string): void {
    void this.#edit(view, (text, lint) => fixAll(text, async (version) => (await lint(version)).filter((diagnostic) => diagnostic.rule === rule)));
  }

  fixNote(view: EditorView): void {
    void this.#edit(view, fixAll);
  }

  /** Writes a directive, and selects its reason for the person to write. */
  ignore(view: EditorView, { diagnostic }: EditorFinding): void {
    void this.#edit(view, async (text, lint) => {
      const found = await lint(text);
      const here = findNearestSame(found, diagnostic);
      for (const edit of buildDirectiveEdits(text, here ?? diagnostic, WORDS.editor.ignoreReason)) {
        const left = await lint(applyEdits(text, [edit]));
        // What the whole playbook shows cannot be asked of the text: there it must only do no harm.
        if (left.length > found.length - (here === undefined ? 0 : 1)) continue;
        const from = edit.from + edit.reasonFrom;
        return { changes: [edit], selection: { from, to: from + WORDS.editor.ignoreReason.length } };
      }
      return WORDS.editor.notIgnorable(CONFIG_PATH);
    });
  }

  /** `work` gives the edit, or why there is none. */
  async #edit(view: EditorView, work: (text: string, lint: Lint) => Promise<NoteEdit | string>): Promise<void> {
    const { doc } = view.state;
    const path = this.#findings.pathOf(view.state);
    if (path === undefined || view.state.readOnly) return;
    try {
      const edit = await work(doc.toString(), (text) => this.#findings.lint(path, text));
      if (typeof edit === 'string') new Notice(edit);
      else if (view.state.doc !== doc || this.#findings.pathOf(view.state) !== path) new Notice(WORDS.editor.changedMeanwhile);
      else apply(view, edit);
    } catch (error) {
      new Notice(WORDS.editor.failed(reasonOf(error)));
    }
  }
}

async function fixAll(text: string, lint: Lint): Promise<NoteEdit | string> {
  const fixed = await applyFixes(text, lint);
  return fixed.count === 0 ? WORDS.editor.nothingToFix : { changes: buildLineEdits(text, fixed.text), told: WORDS.editor.fixed(fixed.count) };
}

/** With a name of its own the editor's history never joins it with what was typed before. */
function apply(view: EditorView, { changes, selection, told }: NoteEdit): void {
  view.dispatch({
    changes,
    userEvent: 'cx.fix',
    ...(selection === undefined ? {} : { selection: { anchor: selection.from, head: selection.to }, scrollIntoView: true }),
  });
  view.focus();
  if (told !== undefined) new Notice(told);
}
