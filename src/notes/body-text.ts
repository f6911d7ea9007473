/**
 * A note's text as the readers of its body see it: paragraphs, tables, named sections and links, without what stands in
 * code and comments. Each is made when it is first asked for.
 */
import { atxTextEnd, isSpace, runLength } from '../markdown/block-starts.js';
import { detachedText } from '../markdown/detached-text.js';
import type { Frontmatter } from '../markdown/frontmatter.js';
import { plainHeadingText } from '../markdown/heading-text.js';
import type { Outline, Section } from '../markdown/outline.js';
import { readTable, type Table } from '../markdown/table-cells.js';
import { readTextBlocks, type TextBlock } from '../markdown/text-blocks.js';
import { lineEndAt } from '../markdown/text-lines.js';
import type { TextRange } from '../markdown/text-range.js';
import { findWikilinks } from '../markdown/wikilink.js';
import type { NoteLink } from '../playbook/note-identity.js';
import type { HeadingReader } from './heading-reader.js';
import { isNamed } from './named-section.js';
import type { NoteProblem } from './note-problem.js';

const [LINE_FEED, CARRIAGE_RETURN, SPACE, HASH] = [10, 13, 32, 35] as const;

/** The text with its outline, which is made when it is first asked for. */
export interface BodySource {
  readonly text: string;
  readonly frontmatter: Frontmatter;
  readonly outline: Outline;
}

/** A section that answers to a name, or stands below one that does. */
export interface NamedPart {
  readonly section: Section;
  /** Undefined: the section is named itself. */
  readonly below?: Section;
}

export class BodyText {
  readonly text: string;
  #blocks: readonly TextBlock[] | undefined;
  #hidden: readonly TextRange[] | undefined;
  #comments: readonly TextRange[] | undefined;

  /** What cannot be read is added to `problems`. */
  constructor(
    readonly source: BodySource,
    readonly headings: HeadingReader,
    readonly problems: NoteProblem[],
  ) {
    this.text = source.text;
  }

  get outline(): Outline {
    return this.source.outline;
  }

  /** Paragraphs, in the order of the note. */
  get blocks(): readonly TextBlock[] {
    return (this.#blocks ??= readTextBlocks(this.text, this.outline.frontmatter?.to ?? (this.text.charCodeAt(0) === 0xfeff ? 1 : 0)));
  }

  blocksIn({ from, to }: TextRange): readonly TextBlock[] {
    const start = firstFrom(this.blocks, from);
    let end = start;
    while ((this.blocks[end]?.from ?? to) < to) end++;
    return this.blocks.slice(start, end);
  }

  tablesIn(range: TextRange): readonly Table[] {
    return this.blocksIn(range).flatMap(({ tableFrom, to, quotes }) => (tableFrom === undefined ? [] : [readTable(this.text, { from: tableFrom, to }, quotes)]));
  }

  /** Sections so named and those below them, each once, in the order of the note. */
  parts(names: ReadonlySet<string> | ((name: string) => boolean)): readonly NamedPart[] {
    const found: NamedPart[] = [];
    let named: Section | undefined;
    for (const section of this.outline.sections) {
      if (named !== undefined && section.heading.level > named.heading.level) found.push({ section, below: named });
      else if (isNamed(this.text, section.heading, names, this.headings)) {
        named = section;
        found.push({ section });
      } else named = undefined;
    }
    return found;
  }

  /** A stretch as its reader sees it, on one line. */
  plain({ from, to }: TextRange): string {
    return from >= to ? '' : plainHeadingText(this.text.slice(from, to));
  }

  /** Links to notes in a stretch. */
  links(range: TextRange): readonly NoteLink[] {
    return findWikilinks(this.text, range).flatMap(({ target, subpath, label, from, to }) =>
      target === '' || this.isHidden(from)
        ? []
        : [{ target: detachedText(target), ...(subpath === undefined ? {} : { subpath: detachedText(subpath) }), ...(label === undefined ? {} : { label: detachedText(label) }), from, to }],
    );
  }

  /** Whether a place lies in code, math, HTML or a comment. */
  isHidden(at: number): boolean {
    this.#hidden ??= inOrder([...this.outline.opaque, ...this.outline.comments]);
    return (this.#hidden[firstFrom(this.#hidden, at + 1) - 1]?.to ?? 0) > at;
  }

  /** Comments that start in a stretch, in order. */
  commentsIn({ from, to }: TextRange): readonly TextRange[] {
    this.#comments ??= inOrder(this.outline.comments);
    const start = firstFrom(this.#comments, from);
    let end = start;
    while ((this.#comments[end]?.from ?? to) < to) end++;
    return this.#comments.slice(start, end);
  }

  /** Notes a part that cannot be read: a hint, for it may be meant for people only. */
  hint({ from, to }: TextRange, message: string): void {
    this.problems.push({ code: 'dated-item', hint: true, from, to, message });
  }
}

/**
 * Whether a line looks like a heading so named, without making the outline: most notes have none. Headings that are
 * underlined with dashes are not seen.
 */
export function mayHaveHeading({ text, source, headings }: BodyText, names: (name: string) => boolean): boolean {
  let at = text.indexOf('#', source.frontmatter.block?.to ?? 0);
  while (at !== -1) {
    const hashes = startsLine(text, at) ? runLength(text, at, text.length, HASH) : 0;
    const textFrom = at + hashes + 1;
    if (hashes > 0 && hashes <= 6 && isSpace(text.charCodeAt(textFrom - 1))) {
      const end = lineEndAt(text, textFrom);
      const heading = { textFrom, textTo: atxTextEnd(text, textFrom, end) };
      if (isNamed(text, heading, names, headings)) return true;
      at = text.indexOf('#', end);
    } else at = text.indexOf('#', at + Math.max(1, hashes));
  }
  return false;
}

/** At most three spaces stand before a heading. */
function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= at - 3 && text.charCodeAt(before) === SPACE) before--;
  return before < 0 || text.charCodeAt(before) === LINE_FEED || text.charCodeAt(before) === CARRIAGE_RETURN;
}

/** Ordered by their starts, those within others left out. */
function inOrder(ranges: readonly TextRange[]): readonly TextRange[] {
  let end = -1;
  return [...ranges].sort((a, b) => a.from - b.from).filter(({ to }) => {
    const outside = to > end;
    end = Math.max(end, to);
    return outside;
  });
}

/** The first of the ordered ranges that starts at `at` or later. */
function firstFrom(ranges: readonly TextRange[], at: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.from ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
