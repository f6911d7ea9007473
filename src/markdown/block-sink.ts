/** What a reader of a note's blocks is told, in the order in which the blocks end; items when they begin. */
import type { HeadingLevel } from './block-starts.js';
import type { Container } from './containers.js';
import type { Paragraph } from './paragraph.js';
import type { RawBlock } from './raw-block.js';
import type { TextRange } from './text-range.js';

/** A heading's line or lines, without the final line ending. */
export interface Heading extends TextRange {
  readonly level: HeadingLevel;
  readonly style: 'atx' | 'setext';
  /** Raw inline text: closing `#`s and indentation trimmed. */
  readonly textFrom: number;
  readonly textTo: number;
}

/** Containers are the innermost around the block; undefined at the root. */
export interface BlockSink {
  heading(heading: Heading, lines: number, container: Container | undefined): void;
  paragraph(paragraph: Paragraph, container: Container | undefined): void;
  raw(block: RawBlock, container: Container | undefined): void;
  item(item: Container): void;
  /** A line at the root that starts with `#` (indented four columns or more, or without a space) and is text or code. */
  almostHeading(from: number, to: number, indent: number): void;
}
