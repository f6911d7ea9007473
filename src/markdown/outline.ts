/**
 * A note's outline as Obsidian shows it: root headings, and what stands under each. Headings in quotes, callouts and
 * lists are not in it, nor is anything in code, comments, HTML, math or templates; what looks like a heading and is none
 * earns a hint. Ranges speak of the original text; sections tile it from the first heading on.
 *
 * @example scanOutline('# Why\n%% later %%').sections[0]?.hasContent // false: a comment is nothing to read
 */
import type { BlockSink, Heading } from './block-sink.js';
import { atxLevel, atxTextEnd, hashesWithoutSpace, isSpace } from './block-starts.js';
import { scanBlocks } from './block-scanner.js';
import { readCallout } from './callout.js';
import { isAsciiLetter } from './characters.js';
import type { Container } from './containers.js';
import { splitFrontmatter } from './frontmatter-block.js';
import type { FrontmatterBlock } from './frontmatter-block.js';
import { readInline } from './inline-content.js';
import { taskMarkerLength } from './list-items.js';
import type { Paragraph } from './paragraph.js';
import type { RawBlock } from './raw-block.js';
import { ForwardSearch } from './text-search.js';
import type { TextRange } from './text-range.js';

export type { Heading } from './block-sink.js';

export interface OwnText {
  readonly contentFrom: number;
  readonly contentTo: number;
  /** Something to read: not only comments, placeholders, ids, rules, empty items, coach callouts. */
  readonly hasContent: boolean;
}

/** A root heading with its own text, up to the next root heading of any level or the end of the text. */
export interface Section extends OwnText {
  readonly heading: Heading;
}

export type OutlineHintKind =
  | 'heading-in-container'
  | 'heading-without-space'
  | 'indented-heading'
  | 'multi-line-setext'
  | 'unclosed-comment'
  | 'unclosed-fence'
  | 'unclosed-math'
  | 'unclosed-template';

/** Something that is no heading although it looks like one, or hides what follows. Of the latter, the opening marker. */
export interface OutlineHint extends TextRange {
  readonly kind: OutlineHintKind;
  /** For headings: the range of the raw heading text. */
  readonly textFrom?: number;
  readonly textTo?: number;
}

export interface Outline {
  readonly frontmatter: FrontmatterBlock | undefined;
  /** The text before the first root heading, after the frontmatter. */
  readonly lead: OwnText;
  readonly sections: readonly Section[];
  /** In the order of the text. */
  readonly hints: readonly OutlineHint[];
  /** Block code, math, HTML and template blocks: nothing in them is read. */
  readonly opaque: readonly TextRange[];
  /** `%% %%` and `<!-- -->`, inline or block, with their delimiters. */
  readonly comments: readonly TextRange[];
}

/** Reads a whole note. Any text has an outline; it never throws. */
export function scanOutline(text: string): Outline {
  const frontmatter = splitFrontmatter(text);
  const start = frontmatter?.to ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const builder = new OutlineBuilder(text, start);
  scanBlocks(text, start, builder);
  return builder.finish(frontmatter);
}

const UNCLOSED = {
  fence: 'unclosed-fence',
  comment: 'unclosed-comment',
  'html-comment': 'unclosed-comment',
  math: 'unclosed-math',
  template: 'unclosed-template',
} as const;

class OutlineBuilder implements BlockSink {
  private readonly sections: Section[] = [];
  private readonly hints: OutlineHint[] = [];
  private readonly opaque: TextRange[] = [];
  private readonly comments: TextRange[] = [];
  private readonly percents: ForwardSearch;
  private readonly htmlComments: ForwardSearch;
  private lead: OwnText | undefined;
  private open: Heading | undefined;
  private contentFrom: number;
  private hasContent = false;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.contentFrom = start;
    this.percents = new ForwardSearch(text, '%%');
    this.htmlComments = new ForwardSearch(text, '<!--');
  }

  finish(frontmatter: FrontmatterBlock | undefined): Outline {
    const { text, sections, hints, opaque, comments } = this;
    this.endSection(text.length);
    hints.sort((a, b) => a.from - b.from);
    const lead = this.lead ?? { contentFrom: 0, contentTo: 0, hasContent: false };
    return { frontmatter, lead, sections, hints, opaque, comments };
  }

  heading(heading: Heading, lines: number, container: Container | undefined): void {
    const { from, to, textFrom, textTo } = heading;
    if (container !== undefined) {
      this.hints.push({ kind: 'heading-in-container', from, to, textFrom, textTo });
      this.readText(textFrom, textTo, false, container);
      return;
    }
    if (lines > 1) this.hints.push({ kind: 'multi-line-setext', from, to, textFrom, textTo });
    this.endSection(from);
    this.open = heading;
    this.contentFrom = endOfLine(this.text, to);
    this.hasContent = true;
    this.readText(textFrom, textTo, false, undefined);
    this.hasContent = false;
  }

  paragraph(paragraph: Paragraph, container: Container | undefined): void {
    let { from } = paragraph;
    if (container?.kind === 'quote' && paragraph.besideMarker) {
      const callout = readCallout(this.text, from, paragraph.to);
      if (callout !== undefined) {
        if (callout.coach) container.silent = true;
        from = callout.to;
      }
    } else if (container?.kind === 'item' && paragraph.first) {
      from += taskMarkerLength(this.text, from, paragraph.to);
    }
    this.readText(from, paragraph.to, paragraph.table, container);
  }

  raw(block: RawBlock, container: Container | undefined): void {
    const { kind, from, to, markerTo } = block;
    if (!block.closed && kind !== 'indented' && kind !== 'html') {
      this.hints.push({ kind: UNCLOSED[kind], from, to: markerTo });
    }
    if (kind === 'comment' || kind === 'html-comment') {
      this.comments.push({ from, to });
      return;
    }
    this.opaque.push({ from, to });
    if (kind !== 'template' && container?.silent !== true) this.hasContent = true;
  }

  item(): void {
    // An item alone is nothing to read.
  }

  almostHeading(from: number, to: number, indent: number): void {
    const level = indent > 3 ? atxLevel(this.text, from, to) : hashesWithoutSpace(this.text, from, to);
    if (level === 0) return;
    const kind = indent > 3 ? 'indented-heading' : 'heading-without-space';
    const { textFrom, textTo } = hashText(this.text, from + level, to);
    this.hints.push({ kind, from, to, textFrom, textTo });
  }

  /** Notes what inline text holds; skips the work when nothing can come of it. */
  private readText(from: number, to: number, table: boolean, container: Container | undefined): void {
    const marked = this.percents.next(from) < to || this.htmlComments.next(from) < to;
    const needless = this.hasContent || container?.silent === true;
    if (!marked && needless) return;
    if (!marked && isAsciiLetter(this.text.charCodeAt(from))) {
      this.hasContent = true;
      return;
    }
    const inline = { from, to, table, quotes: container?.quotes ?? 0 };
    if (readInline(this.text, inline, marked, this.comments) && !needless) this.hasContent = true;
  }

  private endSection(contentTo: number): void {
    const { contentFrom, hasContent, open } = this;
    if (open === undefined) this.lead = { contentFrom, contentTo, hasContent };
    else this.sections.push({ heading: open, contentFrom, contentTo, hasContent });
    this.hasContent = false;
  }
}

function hashText(text: string, from: number, to: number): { readonly textFrom: number; readonly textTo: number } {
  let textFrom = from;
  while (textFrom < to && isSpace(text.charCodeAt(textFrom))) textFrom++;
  return { textFrom, textTo: atxTextEnd(text, textFrom, to) };
}

/** The offset after the line ending at `at`, if one is there. */
function endOfLine(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 13 && text.charCodeAt(at + 1) === 10) return at + 2;
  return code === 10 || code === 13 ? at + 1 : at;
}
