/**
 * The block quotes, list items and footnotes that are open at a line, outermost first, and which of them a new line
 * goes on with. A blank line asks for block quotes only, so deep lists cost nothing there.
 *
 * @example `> - a` opens a quote and an item of width 2; the line `>   b` matches both, `> b` only the quote.
 */
import type { LineCursor } from './line-cursor.js';

export interface Container {
  readonly kind: 'quote' | 'item' | 'footnote';
  /** Offset of its marker. */
  readonly from: number;
  readonly markerTo: number;
  /** Columns that a line must be indented to go on with an item or footnote. */
  width: number;
  /** Offset of the line it opened on. */
  readonly line: number;
  /** Items around it, itself included. */
  readonly items: number;
  /** Quotes around it, itself included. */
  readonly quotes: number;
  /** In a footnote, or one itself. */
  readonly inFootnote: boolean;
  /** Nothing stands in it yet. */
  empty: boolean;
  /** Nothing in it counts as content; set by whoever reads its first paragraph, inherited by what opens inside. */
  silent: boolean;
}

/** `>`. */
const GREATER = 62;
const FOOTNOTE_WIDTH = 4;
/** A width that no line is indented by; small enough to stay a fast integer. */
const NEVER = 2 ** 30 - 1;

export class ContainerStack {
  private readonly open: Container[] = [];
  /** Places of the quotes in `open`. */
  private readonly quotePlaces: number[] = [];

  get depth(): number {
    return this.open.length;
  }

  get top(): Container | undefined {
    const { length } = this.open;
    // Engines take long to find that there is nothing at -1.
    return length === 0 ? undefined : this.open[length - 1];
  }

  /** How many containers, from the outermost, the cursor's line goes on with; their markers are consumed. */
  match(cursor: LineCursor): number {
    const { open } = this;
    let matched = 0;
    let quotes = 0;
    for (; matched < open.length; matched++) {
      const container = open[matched];
      if (container === undefined) break;
      if (cursor.blank) return this.matchBlank(quotes);
      if (container.kind !== 'quote') {
        if (cursor.indent < container.width) break;
        cursor.consumeIndent(container.width);
      } else {
        if (cursor.indent > 3 || cursor.text.charCodeAt(cursor.at) !== GREATER) break;
        consumeQuoteMarker(cursor);
        quotes++;
      }
    }
    return matched;
  }

  /** A blank line ends quotes. An item that starts with two of them goes on with nothing more. */
  private matchBlank(quotes: number): number {
    const quote = this.quotePlaces[quotes];
    if (quote !== undefined) return quote;
    const { top } = this;
    if (top?.kind === 'item' && top.empty) top.width = NEVER;
    return this.open.length;
  }

  /** Closes all but the first `depth`. */
  closeTo(depth: number): void {
    while (this.open.length > depth) if (this.open.pop()?.kind === 'quote') this.quotePlaces.pop();
  }

  openQuote(cursor: LineCursor): void {
    const { at } = cursor;
    this.quotePlaces.push(this.open.length);
    this.push('quote', at, 1, 0, cursor);
    consumeQuoteMarker(cursor);
  }

  /** More than four columns after the marker belong to indented code, but for one. */
  openItem(cursor: LineCursor, markerLength: number): Container {
    const { at, indent } = cursor;
    cursor.consumeMarker(markerLength);
    const space = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
    const container = this.push('item', at, markerLength, indent + markerLength + space, cursor);
    if (!cursor.blank) cursor.consumeIndent(space);
    return container;
  }

  openFootnote(cursor: LineCursor, markerLength: number): void {
    const { at } = cursor;
    cursor.consumeMarker(markerLength);
    cursor.consumeIndent(cursor.indent);
    this.push('footnote', at, markerLength, FOOTNOTE_WIDTH, cursor);
  }

  private push(kind: Container['kind'], from: number, markerLength: number, width: number, cursor: LineCursor): Container {
    const parent = this.top;
    if (parent !== undefined) parent.empty = false;
    const container: Container = {
      kind,
      from,
      markerTo: from + markerLength,
      width,
      line: cursor.from,
      items: (parent?.items ?? 0) + (kind === 'item' ? 1 : 0),
      quotes: (parent?.quotes ?? 0) + (kind === 'quote' ? 1 : 0),
      inFootnote: kind === 'footnote' || parent?.inFootnote === true,
      empty: true,
      silent: parent?.silent === true,
    };
    this.open.push(container);
    return container;
  }
}

/** `>` and one column of white space after it. */
function consumeQuoteMarker(cursor: LineCursor): void {
  cursor.consumeMarker(1);
  if (cursor.indent > 0) cursor.consumeIndent(1);
}
