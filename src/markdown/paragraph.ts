/**
 * A paragraph that grows line by line, and what it may turn out to be: a table, a heading, link definitions.
 * Its range is raw text: in a block quote, the markers of later lines are inside.
 */
import { runLength, trimEnd } from './block-starts.js';
import type { Container } from './containers.js';
import { endsInComment } from './inline-content.js';
import type { LineCursor } from './line-cursor.js';
import { skipLinkDefinitions } from './link-definitions.js';
import { startsTable } from './table-rows.js';
import type { TextRange } from './text-range.js';

export class Paragraph implements TextRange {
  readonly from: number;
  to: number;
  lines = 1;
  /** Where its header row starts, once the delimiter row made one; lines above it stay text. */
  tableFrom: number | undefined;
  /** The first block in its container. */
  readonly first: boolean;
  /** It starts on the line that opened its container. */
  readonly besideMarker: boolean;
  private lastFrom: number;
  private lastCanHead = true;
  private commentsReadTo: number;
  private commentOpen = false;

  constructor(
    cursor: LineCursor,
    readonly lineFrom: number,
    container: Container | undefined,
  ) {
    this.from = cursor.at;
    this.to = cursor.to;
    this.lastFrom = cursor.at;
    this.commentsReadTo = cursor.at;
    this.first = container?.empty === true;
    this.besideMarker = this.first && container?.line === cursor.from;
    if (container !== undefined) container.empty = false;
  }

  get table(): boolean {
    return this.tableFrom !== undefined;
  }

  /** `beside`: the line is in the paragraph's own container, not a lazy one without its markers. */
  addLine(cursor: LineCursor, beside: boolean): void {
    const { text, at, to } = cursor;
    const canHead = cursor.indent < 4;
    if (canHead && beside && this.lastCanHead && !this.table && startsTable(text, this.lastFrom, this.to, at, to)) {
      this.tableFrom = this.lastFrom;
    }
    this.to = to;
    this.lines++;
    this.lastFrom = at;
    this.lastCanHead = canHead;
  }

  /** Whether an inline `%%` comment is open before `at`. Each call goes on where the last one stopped. */
  leavesCommentOpen(text: string, at: number): boolean {
    this.commentOpen = endsInComment(text, this.commentsReadTo, at, this.commentOpen);
    this.commentsReadTo = at;
    return this.commentOpen;
  }

  /** Where a heading made of it starts: after its link definitions; `to` when there is nothing else. */
  afterDefinitions(text: string): number {
    const after = skipLinkDefinitions(text, this.from, this.to);
    return after === this.from ? this.lineFrom : after;
  }

  headingText(text: string, from: number): { readonly textFrom: number; readonly textTo: number } {
    const start = Math.max(from, this.from);
    const spaces = runLength(text, start, this.to, 32);
    return { textFrom: start + spaces, textTo: trimEnd(text, start + spaces, this.to) };
  }

  /** Its lines from `from` on. */
  linesFrom(text: string, from: number): number {
    return from <= this.from ? this.lines : countLines(text, from, this.to);
  }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}
