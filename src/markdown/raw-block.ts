/**
 * Blocks that nobody reads into: from a marker or tag, raw lines up to their own end. Code, HTML, and what note takers
 * add: `%%` comments, `$$` math, `<% %>` templates. Those three end where their closing marker stands, even within a line.
 */
import { closesFence, fenceLength, isBlankRest } from './block-starts.js';
import { endsHtmlBlock, htmlBlockEnd } from './html-blocks.js';
import type { HtmlEnd } from './html-blocks.js';
import type { LineCursor } from './line-cursor.js';
import { indexBefore } from './text-search.js';
import type { TextRange } from './text-range.js';

export type RawKind = 'fence' | 'indented' | 'html' | 'html-comment' | 'comment' | 'math' | 'template';

const CLOSERS = { comment: '%%', 'html-comment': '-->', math: '$$', template: '%>' } as const;

export class RawBlock implements TextRange {
  readonly from: number;
  to: number;
  /** The end of what opened it. */
  readonly markerTo: number;
  /** Its own end was found. Indented code and most HTML need none. */
  closed = false;
  /** Remark lets fewer list items follow indented code, unless its one line also ended containers. */
  restrictsNext = false;

  constructor(
    readonly kind: RawKind,
    cursor: LineCursor,
    private readonly markerLength: number,
    private readonly htmlEnd: HtmlEnd = 'blank',
  ) {
    this.from = cursor.at;
    this.to = cursor.to;
    this.markerTo = cursor.at + markerLength;
  }

  /** Looks for the end on the opening line, where that may be: a template or math on one line is part of a paragraph. */
  readFirstLine(cursor: LineCursor): void {
    const { kind, from } = this;
    if (kind === 'html-comment') this.close(cursor, '-->', from + 2);
    else if (kind === 'comment') this.close(cursor, '%%', from + 2);
    else if (kind === 'html') {
      this.closed = endsHtmlBlock(cursor.text, this.htmlEnd === '?>' ? from + 1 : from + 2, cursor.to, this.htmlEnd);
    }
  }

  /** Goes on with the next line, and moves the cursor behind a marker that closes the block; false when it ended before. */
  readLine(cursor: LineCursor): boolean {
    const { kind } = this;
    const { text, at, to } = cursor;
    if (kind === 'indented') {
      if (!cursor.blank && cursor.indent < 4) return false;
      if (!cursor.blank) {
        this.to = to;
        this.restrictsNext = true;
      }
    } else if (kind === 'fence') {
      this.to = to;
      this.closed = cursor.indent < 4 && closesFence(text, at, to, text.charCodeAt(this.from), this.markerLength);
    } else if (kind === 'html') {
      if (cursor.blank && this.htmlEnd === 'blank') return false;
      this.to = to;
      this.closed = endsHtmlBlock(text, at, to, this.htmlEnd);
    } else this.close(cursor, CLOSERS[kind], at);
    return true;
  }

  private close(cursor: LineCursor, closer: string, searchFrom: number): void {
    const found = indexBefore(cursor.text, closer, searchFrom, cursor.to);
    this.to = found === -1 ? cursor.to : found + closer.length;
    this.closed = found !== -1;
    if (this.closed) cursor.jumpTo(this.to);
  }
}

/** The raw block that the cursor's line opens, indented code aside. Few kinds of HTML may end a paragraph. */
export function openRawBlock(cursor: LineCursor, inParagraph: boolean): RawBlock | undefined {
  const { text, at, to } = cursor;
  switch (text.charCodeAt(at)) {
    case 96: // `
    case 126: { // ~
      const length = fenceLength(text, at, to);
      return length === 0 ? undefined : new RawBlock('fence', cursor, length);
    }
    case 36: // $
      return opensUnclosed(cursor, '$$', '$$') ? new RawBlock('math', cursor, 2) : undefined;
    case 37: // %
      return opensUnclosed(cursor, '%%', '%%') || fillsLine(cursor) ? new RawBlock('comment', cursor, 2) : undefined;
    case 60: { // <
      if (opensUnclosed(cursor, '<%', '%>')) return new RawBlock('template', cursor, 2);
      const end = htmlBlockEnd(text, at, to, inParagraph);
      if (end === undefined) return undefined;
      return end === '-->' ? new RawBlock('html-comment', cursor, 4) : new RawBlock('html', cursor, 1, end);
    }
    default:
      return undefined;
  }
}

function opensUnclosed(cursor: LineCursor, opener: string, closer: string): boolean {
  const { text, at, to } = cursor;
  return text.startsWith(opener, at) && indexBefore(text, closer, at + 2, to) === -1;
}

/** A `%%` comment with nothing after it on its line. With text after it, it is part of a paragraph. */
function fillsLine(cursor: LineCursor): boolean {
  const { text, at, to } = cursor;
  if (!text.startsWith('%%', at)) return false;
  const close = indexBefore(text, '%%', at + 2, to);
  return close !== -1 && isBlankRest(text, close + 2, to);
}
