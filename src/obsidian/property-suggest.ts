/**
 * Completion of properties while they are typed as text: names, levels, competencies, signs, links. Where the app shows
 * the properties as a form, its own suggestions stand.
 */
import { EditorSuggest, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo, type TFile } from 'obsidian';
import { completeProperty, type PropertyOption } from '../notes/property-completion.js';
import { parseNoteKind } from '../notes/schema.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { PluginContext } from './plugin-context.js';

/** Properties of a note are fewer; a note that opens with a rule is not searched to its end. */
const MOST_LINES = 500;

export function registerPropertySuggest(context: PluginContext): void {
  context.plugin.registerEditorSuggest(new PropertySuggest(context));
}

class PropertySuggest extends EditorSuggest<PropertyOption> {
  readonly #context: PluginContext;
  #options: readonly PropertyOption[] = [];

  constructor(context: PluginContext) {
    super(context.app);
    this.#context = context;
  }

  override onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null {
    const { store } = this.#context.playbook;
    // Enter on a blank line shall make another.
    if (file === null || store === undefined || store.isIgnored(file.path) || editor.getLine(cursor.line).trim() === '') return null;
    const text = frontmatterAround(cursor, editor);
    if (text === undefined || !concernsPlaybook(store, file.path, text, editor.getLine(cursor.line))) return null;
    const { playbook, config } = store;
    const completion = completeProperty(text, editor.posToOffset(cursor), { playbook, settings: config.settings, path: file.path });
    if (completion === undefined) return null;
    const { from, to, options } = completion;
    const query = text.slice(from, to);
    // What is written already needs no list that takes the next Enter.
    if (options.some(({ apply }) => apply === query)) return null;
    this.#options = options;
    return { start: editor.offsetToPos(from), end: editor.offsetToPos(to), query };
  }

  override getSuggestions(): PropertyOption[] {
    return [...this.#options];
  }

  override renderSuggestion({ label, detail }: PropertyOption, element: HTMLElement): void {
    element.addClass('mod-complex', 'cx-property-option');
    const content = element.createDiv({ cls: 'suggestion-content' });
    content.createDiv({ cls: 'suggestion-title', text: label });
    if (detail !== '') content.createDiv({ cls: 'suggestion-note', text: detail });
  }

  override selectSuggestion({ apply }: PropertyOption): void {
    const chosen: EditorSuggestContext | null = this.context;
    if (chosen === null) return;
    const { editor, start, end } = chosen;
    editor.transaction({ changes: [{ from: start, to: end, text: apply }], selection: { from: { line: start.line, ch: start.ch + apply.length } } });
  }
}

/** The frontmatter, when the cursor is in it; up to the cursor's line while it is not closed. */
function frontmatterAround({ line }: EditorPosition, editor: Editor): string | undefined {
  if (line === 0 || line > MOST_LINES || editor.getLine(0).replace('\ufeff', '') !== '---') return undefined;
  const last = Math.min(editor.lastLine(), MOST_LINES);
  for (let number = 1; number <= last; number++) {
    if (editor.getLine(number) !== '---') continue;
    return number <= line ? undefined : editor.getRange({ line: 0, ch: 0 }, { line: number, ch: 3 });
  }
  return editor.getRange({ line: 0, ch: 0 }, { line, ch: editor.getLine(line).length });
}

/** Whether the note is the playbook's, says so in its text, or is about to. */
function concernsPlaybook({ playbook, config }: PlaybookStore, path: string, text: string, line: string): boolean {
  const { kindProperty } = config.settings;
  if (playbook.note(path) !== undefined || kindProperty.startsWith(line.split(':', 1)[0] ?? '')) return true;
  const written = text.split('\n').find((other) => other.startsWith(`${kindProperty}:`));
  return written !== undefined && parseNoteKind(written.slice(kindProperty.length + 1).replace(/["']/g, '').trim()) !== undefined;
}
