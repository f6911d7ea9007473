/**
 * The lines of a thread's file, once for each side of the conflicts that a merge left in it. Each side is a whole text, so
 * that a section which both sides changed is never read as a mixture of both.
 *
 * @example splitSides('a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs').sides // the lines a, b and the lines a, c
 */
import { nextLine } from '../markdown/frontmatter-block.js';
import { lineEndAt } from '../markdown/text-lines.js';
import type { TextRange } from '../markdown/text-range.js';

export interface ThreadSides {
  /** Lines without their endings: one side, or ours before theirs. The common ancestor that some merges show is left out. */
  readonly sides: readonly (readonly TextRange[])[];
  /** The lines that open a conflict, or close one that was not opened. */
  readonly conflicts: readonly TextRange[];
}

const MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

/** Never throws: a conflict without an end goes on to the end of the text. */
export function splitSides(text: string): ThreadSides {
  const ours: TextRange[] = [];
  const theirs: TextRange[] = [];
  const conflicts: TextRange[] = [];
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from < text.length; from = nextLine(text, from)) {
    const line = { from, to: lineEndAt(text, from) };
    const marker = markerOf(text, line);
    if (marker === '<' || (marker === '>' && side === 'both')) conflicts.push(line);
    if (marker === '<') side = 'ours';
    else if (marker === '>') side = 'both';
    else if (marker === '|' && side === 'ours') side = 'base';
    else if (marker === '=' && (side === 'ours' || side === 'base')) side = 'theirs';
    else {
      if (side === 'both' || side === 'ours') ours.push(line);
      if (side === 'both' || side === 'theirs') theirs.push(line);
    }
  }
  return { sides: conflicts.length === 0 ? [ours] : [ours, theirs], conflicts };
}

function markerOf(text: string, { from, to }: TextRange): string {
  const sign = text.charAt(from);
  return '<=>|'.includes(sign) && MARKER.test(text.slice(from, Math.min(to, from + 8))) ? sign : '';
}
