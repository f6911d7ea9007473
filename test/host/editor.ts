/** The app's `Editor` over a real CodeMirror view: lines from 0, columns in UTF-16 units, `cm` for the view itself. */
import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorChange, EditorPosition, EditorRange, EditorRangeOrCaret, EditorSelection as Selection, EditorSelectionOrCaret, EditorTransaction } from 'obsidian';
import { history } from './undo.js';

export class Editor {
  constructor(readonly cm: EditorView) {}

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.cm.state.sliceDoc();
  }

  setValue(text: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: text }, userEvent: 'set' });
  }

  getLine(line: number): string {
    return this.cm.state.doc.line(line + 1).text;
  }

  setLine(line: number, text: string): void {
    const { from, to } = this.cm.state.doc.line(line + 1);
    this.cm.dispatch({ changes: { from, to, insert: text } });
  }

  lineCount(): number {
    return this.cm.state.doc.lines;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    const { from, to } = this.cm.state.selection.main;
    return this.cm.state.sliceDoc(from, to);
  }

  somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some(({ empty }) => !empty);
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(text: string): void {
    this.cm.dispatch(this.cm.state.replaceSelection(text), { userEvent: 'input' });
  }

  replaceRange(insert: string, from: EditorPosition, to: EditorPosition = from): void {
    this.cm.dispatch({ changes: { from: this.posToOffset(from), to: this.posToOffset(to), insert } });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  setCursor(position: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof position === 'number' ? { line: position, ch } : position);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.cm.dispatch({ selection: { anchor: this.posToOffset(anchor), head: this.posToOffset(head) } });
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const selections = ranges.map(({ anchor, head }) => EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)));
    this.cm.dispatch({ selection: EditorSelection.create(selections, main) });
  }

  listSelections(): Selection[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({ anchor: this.offsetToPos(anchor), head: this.offsetToPos(head) }));
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    this.cm.scrollDOM.scrollTo(x ?? 0, y ?? 0);
  }

  scrollIntoView({ from, to }: EditorRange, center = false): void {
    const range = EditorSelection.range(this.posToOffset(from), this.posToOffset(to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y: center ? 'center' : 'nearest' }) });
  }

  undo(): void {
    history(this.cm)?.undo();
  }

  redo(): void {
    history(this.cm)?.redo();
  }

  /** All changes of one transaction speak of the text before it, and are one step of undo. */
  transaction({ changes, replaceSelection, selection, selections }: EditorTransaction): void {
    const insert = replaceSelection === undefined ? {} : this.cm.state.replaceSelection(replaceSelection);
    const specs = (changes ?? []).map(({ text, from, to }: EditorChange) => ({ from: this.posToOffset(from), to: this.posToOffset(to ?? from), insert: text }));
    const all = changes === undefined ? insert : { changes: specs };
    this.cm.dispatch(all);
    const wanted = selections ?? (selection === undefined ? undefined : [selection]);
    if (wanted !== undefined) this.setSelections(wanted.map(({ from, to }: EditorRangeOrCaret) => ({ anchor: from, head: to ?? from })));
  }

  wordAt(position: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(position));
    return word === null ? null : { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  posToOffset({ line, ch }: EditorPosition): number {
    const { doc } = this.cm.state;
    if (line < 0) return 0;
    if (line >= doc.lines) return doc.length;
    const { from, length } = doc.line(line + 1);
    return from + Math.max(0, Math.min(ch, length));
  }

  offsetToPos(offset: number): EditorPosition {
    const { number, from } = this.cm.state.doc.lineAt(Math.max(0, Math.min(offset, this.cm.state.doc.length)));
    return { line: number - 1, ch: offset - from };
  }

  processLines<T>(read: (line: number, text: string) => T | null, write: (line: number, text: string, value: T | null) => EditorChange | undefined): void {
    const changes: EditorChange[] = [];
    for (let line = 0; line < this.lineCount(); line++) {
      const text = this.getLine(line);
      const change = write(line, text, read(line, text));
      if (change !== undefined) changes.push(change);
    }
    this.transaction({ changes });
  }

  exec(command: string): void {
    if (command === 'undo') this.undo();
    else if (command === 'redo') this.redo();
    else throw new Error(`The test host has no editor command "${command}".`);
  }
}
