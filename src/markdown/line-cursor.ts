/**
 * One line of a note at a time, with its indentation in columns (tab stops every four). Containers consume columns
 * from the left; what they leave is indentation again. `\n`, `\r\n` and a lone `\r` each end a line.
 *
 * @example after `consumeMarker(1)` on `>\tText`, a column of the tab is still there: `indent` is 3.
 */
const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;

export class LineCursor {
  /** The line without its ending. */
  from = 0;
  to = 0;
  /** The first character that is neither space nor tab, after what containers consumed; `to` on a blank line. */
  at = 0;
  private next: number;
  private column = 0;
  private atColumn = 0;
  private lineFeed = -1;
  private carriageReturn = -1;

  constructor(
    readonly text: string,
    start: number,
  ) {
    this.next = start;
  }

  /** Moves to the next line; false after the last. Each search for an ending is remembered, so all of them cost one pass. */
  readLine(): boolean {
    const { text } = this;
    const from = this.next;
    if (from >= text.length) return false;
    if (this.lineFeed < from) this.lineFeed = indexOrEnd(text, '\n', from);
    if (this.carriageReturn < from) this.carriageReturn = indexOrEnd(text, '\r', from);
    const to = Math.min(this.lineFeed, this.carriageReturn);
    const pair = this.carriageReturn === to && to + 1 < text.length && text.charCodeAt(to + 1) === LINE_FEED;
    this.from = from;
    this.to = to;
    this.next = pair ? to + 2 : to + 1;
    this.column = 0;
    this.at = from;
    this.atColumn = 0;
    this.skipSpace();
    return true;
  }

  get blank(): boolean {
    return this.at === this.to;
  }

  /** Columns of white space before `at` that no container consumed. */
  get indent(): number {
    return this.atColumn - this.column;
  }

  consumeIndent(columns: number): void {
    this.column += columns;
  }

  /** Steps over a marker of so many characters at `at`; `indent` is then the white space after it. */
  consumeMarker(length: number): void {
    this.at += length;
    this.column = this.atColumn + length;
    this.atColumn = this.column;
    this.skipSpace();
  }

  /** Goes on inside the line, at text that is no indentation. */
  jumpTo(offset: number): void {
    this.at = offset;
    this.skipSpace();
    this.column = this.atColumn;
  }

  private skipSpace(): void {
    const { text, to } = this;
    let { at, atColumn } = this;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) atColumn++;
      else if (code === TAB) atColumn += 4 - (atColumn & 3);
      else break;
    }
    this.at = at;
    this.atColumn = atColumn;
  }
}

function indexOrEnd(text: string, needle: string, from: number): number {
  const found = text.indexOf(needle, from);
  return found === -1 ? text.length : found;
}
