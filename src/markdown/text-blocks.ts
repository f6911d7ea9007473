/**
 * The paragraphs of a note with what they stand in: block quotes, callouts, list items, tables. Code, math, comments and
 * coach callouts hold none; headings are not among them.
 *
 * @example readTextBlocks('> [!quote] Ana\n> It is late.', 0) // [{ from: 14, to: 28, quotes: 1, callout: 'quote', inItem: false }]
 */
import { scanBlocks } from './block-scanner.js';
import { readCallout } from './callout.js';
import { taskMarkerLength } from './list-items.js';
import { lineEndAt } from './text-lines.js';
import type { TextRange } from './text-range.js';

/** A task's marker, the title line of a callout and link definitions at the start are left out. */
export interface TextBlock extends TextRange {
  /** Block quotes around it; their markers may start each line but the first. */
  readonly quotes: number;
  /** Type of the callout that it stands in, lower case: `quote`, `tip` … */
  readonly callout?: string;
  /** A list item is the innermost thing around it. */
  readonly inItem: boolean;
  /** Where the header row of a table starts, which ends with the block. */
  readonly tableFrom?: number;
}

/** In the order of the text from `start`, which must be the start of a line. Never throws; linear in the text. */
export function readTextBlocks(text: string, start: number): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let callout: string | undefined;
  let lastTo = start;
  scanBlocks(text, start, {
    heading(_heading, _lines, container) {
      if (container === undefined) callout = undefined;
    },
    paragraph(paragraph, container) {
      const quotes = container?.quotes ?? 0;
      let from = Math.max(paragraph.from, paragraph.afterDefinitions(text));
      if (quotes === 0 || BLANK_LINE.test(text.slice(lastTo, paragraph.from))) callout = undefined;
      lastTo = paragraph.to;
      if (container?.kind === 'quote' && paragraph.besideMarker) {
        const opening = readCallout(text, from, paragraph.to);
        callout = opening === undefined ? undefined : calloutType(text, from, opening.to);
        if (opening?.coach === true) container.silent = true;
        if (opening !== undefined) from = Math.min(paragraph.to, lineEndAt(text, opening.to));
      }
      if (container?.kind === 'item' && paragraph.first) from += taskMarkerLength(text, from, paragraph.to);
      if (container?.silent === true || from >= paragraph.to) return;
      const { to, tableFrom } = paragraph;
      blocks.push({ from, to, quotes, inItem: container?.kind === 'item', ...(callout === undefined ? {} : { callout }), ...(tableFrom === undefined ? {} : { tableFrom }) });
    },
    raw: ignore,
    item: ignore,
    almostHeading: ignore,
  });
  return blocks;
}

/** Ends a block quote. */
const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r?\n|\r)/;

/** From `[!type|options]` and a fold mark. */
function calloutType(text: string, from: number, to: number): string {
  return (/^\[!([^\]|]*)/.exec(text.slice(from, to))?.[1] ?? '').trim().toLowerCase();
}

function ignore(): void {
  // Holds no paragraph.
}
