/**
 * Where the person is typing right now. A finding there is often about a word that is not written yet: "## Wh" is no
 * practice, "commitment: sup" no level. Such a finding is shown as a hint, a faint line without a mark in the gutter,
 * until the cursor leaves the line or the keys have rested; then it is shown by its severity.
 *
 * A hint is a finding that
 * - touches the line being typed on,
 * - stands in the last written line above, with only blank lines between: the heading whose text is about to come, or
 * - says that the frontmatter is broken, while the typing is in it.
 */
import type { EditorState, Line } from '@codemirror/state';
import type { EditorView, PluginValue, ViewUpdate } from '@codemirror/view';
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import type { EditorFinding } from './editor-findings.js';
import { checkAgain } from './note-editors.js';

/** OURS: as long as one thinks about the next word. */
const KEYS_REST_MS = 2000;

export class TypingPlace implements PluginValue {
  /** Place of the last key in the text as it is; undefined when nothing is being typed. */
  #at: number | undefined;
  #lastKeyMs = 0;
  /** Set while something is shown as a hint. */
  #timer: number | undefined;
  #endedWithHints = false;

  constructor(readonly view: EditorView) {}

  /** Whether this update took the cursor away from a line whose findings were shown as hints. */
  get endedWithHints(): boolean {
    return this.#endedWithHints;
  }

  update({ docChanged, changes, state, selectionSet, transactions }: ViewUpdate): void {
    this.#endedWithHints = false;
    if (docChanged && transactions.some((transaction) => transaction.isUserEvent('input') || transaction.isUserEvent('delete'))) {
      this.#at = state.selection.main.head;
      this.#lastKeyMs = performance.now();
      return;
    }
    if (this.#at === undefined) return;
    this.#at = changes.mapPos(this.#at);
    if (selectionSet && !isSameLine(state, this.#at, state.selection.main.head)) this.#end();
  }

  destroy(): void {
    window.clearTimeout(this.#timer);
  }

  /** Tells of a finding in the text whether it is about what is being typed; undefined when nothing is. */
  unfinished(): ((finding: EditorFinding) => boolean) | undefined {
    const { state } = this.view;
    if (this.#at === undefined || performance.now() - this.#lastKeyMs >= KEYS_REST_MS) return undefined;
    const line = state.doc.lineAt(state.selection.main.head);
    const written = lastWrittenLine(state, line);
    const breaksFrontmatter = isInFrontmatter(state, line);
    return ({ from, to, diagnostic: { rule } }) => (from <= line.to && to >= written.from) || (rule === 'valid-frontmatter' && breaksFrontmatter);
  }

  /** Has the text checked again when the keys rest. */
  hintsAreShown(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(
      () => {
        this.#timer = undefined;
        this.view.dispatch({ effects: checkAgain.of(null) });
      },
      Math.max(0, this.#lastKeyMs + KEYS_REST_MS - performance.now()),
    );
  }

  #end(): void {
    this.#at = undefined;
    this.#endedWithHints = this.#timer !== undefined;
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function isSameLine({ doc }: EditorState, a: number, b: number): boolean {
  return doc.lineAt(a).number === doc.lineAt(b).number;
}

/** The line itself unless it is blank: then the nearest above that is not. */
function lastWrittenLine({ doc }: EditorState, line: Line): Line {
  let written = line;
  while (written.number > 1 && written.text.trim() === '') written = doc.line(written.number - 1);
  return written;
}

/** Frontmatter that is opened and not closed runs as far as the person has come. */
function isInFrontmatter({ doc }: EditorState, line: Line): boolean {
  const closing = '\n---\n';
  const block = splitFrontmatter(doc.sliceString(0, line.to + closing.length));
  return block !== undefined && (!block.closed || line.from < block.to);
}
