/**
 * Reads a note's blocks in one pass, line by line, and tells a sink what it finds: headings, paragraphs, blocks that
 * nobody reads into, list items. Blocks are CommonMark's (with tables and footnotes), and three that note takers use:
 * `%%` comments, `$$` math and `<% %>` templates. Paragraphs are handed over whole, their inline markup unread.
 *
 * @example `# A\n\ntext\nmore` gives heading(0..3), then paragraph(5..14).
 */
import type { BlockSink, Heading } from './block-sink.js';
import { atxLevel, atxTextEnd, footnoteMarkerLength, isBlankRest, listMarkerLength, mayStartBlock } from './block-starts.js';
import { setextLevel, thematicBreakFailure } from './block-starts.js';
import { ContainerStack } from './containers.js';
import type { Container } from './containers.js';
import { LineCursor } from './line-cursor.js';
import { Paragraph } from './paragraph.js';
import { openRawBlock, RawBlock } from './raw-block.js';

const HASH = 35;
const PERCENT = 37;

/** Reads the blocks of `text` from `start`, the first offset of a line. */
export function scanBlocks(text: string, start: number, sink: BlockSink): void {
  new BlockScanner(text, start, sink).run();
}

class BlockScanner {
  private readonly cursor: LineCursor;
  private readonly containers = new ContainerStack();
  /** The open leaf is a paragraph, a raw block or neither. */
  private paragraph: Paragraph | undefined;
  private raw: RawBlock | undefined;
  /** No rule starts before this offset: many nested items on one line ask for one. */
  private noRuleBefore = 0;

  constructor(
    private readonly text: string,
    start: number,
    private readonly sink: BlockSink,
  ) {
    this.cursor = new LineCursor(text, start);
  }

  run(): void {
    while (this.cursor.readLine()) this.readLine();
    this.closeTo(0);
  }

  private readLine(): void {
    const { cursor, containers, raw } = this;
    const matched = containers.match(cursor);
    let interrupts = this.inParagraph(matched);
    if (raw !== undefined) {
      const within = matched === containers.depth;
      if (within && raw.readLine(cursor)) {
        if (raw.closed) this.endRaw(raw);
        return;
      }
      interrupts = within && raw.restrictsNext;
      this.closeLeaf();
    }
    if (!cursor.blank) this.openBlocks(matched, interrupts);
    else if (matched < containers.depth || this.paragraph !== undefined) this.closeTo(matched);
  }

  /** Text may follow a closing marker on its line. After an HTML comment it is HTML, but it is there to read. */
  private endRaw(raw: RawBlock): void {
    const { cursor } = this;
    this.closeLeaf();
    if (raw.kind === 'fence' || raw.kind === 'html' || cursor.blank) return;
    this.startParagraph(cursor.at);
    if (raw.kind === 'html-comment') this.closeLeaf();
  }

  /**
   * Opens the containers and the leaf that a line begins, after the `matched` containers it goes on with. Where it
   * interrupts a paragraph or indented code, remark lets fewer list items begin, on the whole line.
   */
  private openBlocks(matched: number, interrupts: boolean): void {
    const { text, cursor, containers } = this;
    let depth = matched;
    while (cursor.indent < 4 && mayStartBlock(text.charCodeAt(cursor.at))) {
      if (!this.openContainer(depth, interrupts)) {
        if (this.openLeaf(depth)) return;
        break;
      }
      depth = containers.depth;
      if (cursor.blank) return;
    }
    this.addText(depth);
    if (containers.depth === 0 && text.charCodeAt(cursor.at) === HASH) {
      this.sink.almostHeading(cursor.at, cursor.to, cursor.indent);
    }
  }

  private openContainer(depth: number, interrupts: boolean): boolean {
    const { text, cursor, containers } = this;
    const { at, to } = cursor;
    switch (text.charCodeAt(at)) {
      case 62: // >
        this.closeTo(depth);
        containers.openQuote(cursor);
        return true;
      case 91: { // [
        const length = footnoteMarkerLength(text, at, to);
        if (length === 0) return false;
        this.closeTo(depth);
        containers.openFootnote(cursor, length);
        return true;
      }
      default: {
        const length = listMarkerLength(text, at, to);
        if (length === 0 || this.isRule()) return false;
        if (interrupts && !mayInterrupt(text, at, to, length)) return false;
        this.closeTo(depth);
        this.sink.item(containers.openItem(cursor, length));
        return true;
      }
    }
  }

  private openLeaf(depth: number): boolean {
    const { text, cursor } = this;
    const { at, to } = cursor;
    switch (text.charCodeAt(at)) {
      case HASH: {
        const level = atxLevel(text, at, to);
        if (level === 0) return false;
        const container = this.beginLeaf(depth);
        cursor.jumpTo(at + level);
        const textFrom = cursor.at;
        const from = container === undefined ? cursor.from : at;
        this.sink.heading({ from, to, level, style: 'atx', textFrom, textTo: atxTextEnd(text, textFrom, to) }, 1, container);
        return true;
      }
      case PERCENT:
        return this.paragraph?.leavesCommentOpen(text, at) !== true && this.openRaw(depth);
      case 36: // $
      case 60: // <
      case 96: // `
      case 126: // ~
        return this.openRaw(depth);
      default:
        if (this.inParagraph(depth) && this.underline(setextLevel(text, at, to))) return true;
        if (!this.isRule()) return false;
        this.beginLeaf(depth);
        return true;
    }
  }

  /** Makes a heading of the open paragraph; false when it holds nothing but link definitions. */
  private underline(level: 0 | 1 | 2): boolean {
    const { text, cursor, paragraph, containers } = this;
    if (level === 0 || paragraph === undefined) return false;
    const textFrom = paragraph.afterDefinitions(text);
    if (textFrom === paragraph.to) return false;
    const from = containers.depth === 0 ? textFrom : Math.max(textFrom, paragraph.from);
    this.paragraph = undefined;
    const heading: Heading = { from, to: cursor.to, level, style: 'setext', ...paragraph.headingText(text, from) };
    this.sink.heading(heading, paragraph.linesFrom(text, from), containers.top);
    return true;
  }

  private openRaw(depth: number): boolean {
    const { cursor, paragraph } = this;
    const raw = openRawBlock(cursor, paragraph !== undefined && !paragraph.table);
    if (raw === undefined) return false;
    this.beginRaw(raw, depth);
    raw.readFirstLine(cursor);
    if (raw.closed) this.endRaw(raw);
    return true;
  }

  private addText(depth: number): void {
    const { cursor, paragraph } = this;
    const beside = depth === this.containers.depth;
    if (paragraph !== undefined && (!paragraph.table || (beside && cursor.indent < 4))) {
      paragraph.addLine(cursor, beside);
    } else if (cursor.indent > 3) {
      const code = new RawBlock('indented', cursor, 0);
      code.restrictsNext = beside;
      this.beginRaw(code, depth);
    } else {
      this.closeTo(depth);
      this.startParagraph(cursor.from);
    }
  }

  /** A paragraph that starts at the cursor; `lineFrom` is where a heading made of it would start. */
  private startParagraph(lineFrom: number): void {
    this.paragraph = new Paragraph(this.cursor, lineFrom, this.containers.top);
  }

  private beginRaw(raw: RawBlock, depth: number): void {
    this.beginLeaf(depth);
    this.raw = raw;
  }

  /** Makes room for a leaf in the first `depth` containers, and gives the innermost. */
  private beginLeaf(depth: number): Container | undefined {
    this.closeTo(depth);
    const { top } = this.containers;
    if (top !== undefined) top.empty = false;
    return top;
  }

  /** Whether the line stands right after an open paragraph in the same container, so that not all can interrupt it. */
  private inParagraph(depth: number): boolean {
    return this.paragraph !== undefined && !this.paragraph.table && depth === this.containers.depth;
  }

  private isRule(): boolean {
    const { at, to } = this.cursor;
    if (at < this.noRuleBefore) return false;
    const failure = thematicBreakFailure(this.text, at, to);
    if (failure !== -1) this.noRuleBefore = failure;
    return failure === -1;
  }

  private closeTo(depth: number): void {
    this.closeLeaf();
    this.containers.closeTo(depth);
  }

  private closeLeaf(): void {
    const { paragraph, raw, containers } = this;
    this.paragraph = undefined;
    this.raw = undefined;
    if (paragraph !== undefined) this.sink.paragraph(paragraph, containers.top);
    if (raw !== undefined) this.sink.raw(raw, containers.top);
  }
}

/** Only a list item with text, and in an ordered list only number 1, may end a paragraph. */
function mayInterrupt(text: string, at: number, to: number, markerLength: number): boolean {
  const code = text.charCodeAt(at);
  const ordered = code >= 48 && code <= 57;
  if (ordered && (code !== 49 || markerLength !== 2)) return false;
  return !isBlankRest(text, at + markerLength, to);
}
