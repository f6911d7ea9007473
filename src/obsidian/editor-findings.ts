/**
 * The findings of a note as it stands in the editor, saved or not: by the same rules and settings as everywhere else.
 * What a single note shows is checked on the editor's text; what only the whole playbook shows is carried over from
 * the saved one (playbook-findings.ts).
 *
 * Nothing here keeps a finding longer than the text it was made for: whoever acts on one asks again.
 */
import { editorInfoField } from 'obsidian';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Diagnostic } from '../lint/diagnostic.js';
import { isMarkdown } from '../vault/vault.js';
import type { PlacedFinding } from './place-findings.js';
import { concernsPlaybook, PlaybookFindings } from './playbook-findings.js';
import type { PluginContext } from './plugin-context.js';

/** With the place in the editor's text where it is shown. */
export type EditorFinding = PlacedFinding;

export class EditorFindings {
  readonly #context: PluginContext;
  readonly #ofPlaybook: PlaybookFindings;

  constructor(context: PluginContext) {
    this.#context = context;
    this.#ofPlaybook = new PlaybookFindings(context);
  }

  /** The path of the note in an editor; undefined where nothing is to be checked. */
  pathOf(state: EditorState): string | undefined {
    const path = filePathOf(state);
    const { store } = this.#context.playbook;
    return path === undefined || store === undefined || !isMarkdown(path) || store.isIgnored(path) || !isWholeNote(state) ? undefined : path;
  }

  /** Whether the editor shows a note of the playbook, as far as it was read. */
  isPlaybookNote(state: EditorState): boolean {
    const path = filePathOf(state);
    return path !== undefined && this.#context.playbook.store?.playbook.note(path) !== undefined;
  }

  /** Ordered by place. Empty where nothing is to be checked, and before the playbook was read. */
  async of(view: EditorView): Promise<readonly EditorFinding[]> {
    const path = this.pathOf(view.state);
    if (path === undefined) return [];
    const text = view.state.doc.toString();
    const ofText = (await this.lint(path, text)).map((diagnostic) => ({ diagnostic, from: diagnostic.range.start.offset, to: diagnostic.range.end.offset }));
    const ofPlaybook = await this.#ofPlaybook.in(path, text);
    const visibleFrom = firstVisiblePlace(view);
    return [...ofText, ...ofPlaybook]
      .map((finding) => (finding.from < visibleFrom ? { ...finding, from: visibleFrom, to: visibleFrom } : finding))
      .sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /** What the text alone shows, as it would stand at the path. Directives that may concern the whole playbook are left to it. */
  async lint(path: string, text: string): Promise<readonly Diagnostic[]> {
    const found = (await this.#context.playbook.store?.lintText(path, text)) ?? [];
    return found.filter((diagnostic) => !concernsPlaybook(diagnostic, text));
  }
}

/** Of the note that an editor shows. */
export function filePathOf(state: EditorState): string | undefined {
  return state.field(editorInfoField, false)?.file?.path;
}

/** The app edits cells of tables in small editors of their own, which carry the note's name and not its text. */
export function isWholeNote(state: EditorState): boolean {
  const editor = state.field(editorInfoField, false)?.editor;
  return editor === undefined || editor.lineCount() === state.doc.lines;
}

/**
 * Behind the properties where the app shows them as a form, or they are folded away; else the start. What is found in
 * text that cannot be seen is shown there.
 */
function firstVisiblePlace(view: EditorView): number {
  const { doc } = view.state;
  const top = view.lineBlockAt(0);
  return top.to > doc.line(1).to ? Math.min(top.to + 1, doc.length) : 0;
}
