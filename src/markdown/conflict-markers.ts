/**
 * The conflicts that a merge left in a text: where each side of each stands, and the whole text of either side. A conflict
 * counts when its markers follow each other as git writes them; a rule of seven signs alone is text.
 *
 * @example readConflicts('a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n').conflicts.length // 1
 */
import { nextLine } from './frontmatter-block.js';
import { lineEndAt } from './text-lines.js';
import type { TextRange } from './text-range.js';

/** A conflict; its range runs from the opening marker to the end of the closing line, line ending included. */
export interface Conflict extends TextRange {
  /** What stands between the markers, in whole lines; equal ends when a side is empty. */
  readonly ours: TextRange;
  /** The common ancestor, which only some settings of git show. */
  readonly base: TextRange | undefined;
  readonly theirs: TextRange;
  /** What the opening and the closing marker say after their signs: a branch, a commit; may be empty. */
  readonly oursLabel: string;
  readonly theirsLabel: string;
}

export interface Conflicts {
  /** In the order of the text; they do not overlap. */
  readonly conflicts: readonly Conflict[];
  /** Lines that look like markers and belong to no whole conflict: something was half resolved by hand. Without line ending. */
  readonly strays: readonly TextRange[];
}

export type ConflictSide = 'ours' | 'theirs' | 'base';

type Sign = '<' | '|' | '=' | '>';

interface Marker {
  readonly sign: Sign;
  /** Of the line, without its ending, and where the next line starts. */
  readonly line: TextRange;
  readonly next: number;
}

/** What git writes unless it is told otherwise. */
const MARKER_SIZE = 7;

/** Never throws. `size` is the count of signs of a marker. */
export function readConflicts(text: string, size = MARKER_SIZE): Conflicts {
  const conflicts: Conflict[] = [];
  const strays: TextRange[] = [];
  let open: { start: Marker; base?: Marker; middle?: Marker } | undefined;
  const abandon = (): void => {
    if (open !== undefined) strays.push(open.start.line);
    open = undefined;
  };
  for (const marker of markersOf(text, size)) {
    if (marker.sign === '<') {
      abandon();
      open = { start: marker };
    } else if (open === undefined) {
      // A heading's underline, or bars of a table: text, unless a conflict is open.
      if (marker.sign === '>') strays.push(marker.line);
    } else if (marker.sign === '|') {
      if (open.middle === undefined && open.base === undefined) open.base = marker;
    } else if (marker.sign === '=') {
      open.middle ??= marker;
    } else if (open.middle === undefined) {
      abandon();
      strays.push(marker.line);
    } else {
      conflicts.push(conflictOf(text, open.start, open.base, open.middle, marker, size));
      open = undefined;
    }
  }
  abandon();
  return { conflicts, strays };
}

/** The whole text as one side has it. Undefined when the base is asked for and a conflict does not show it. */
export function textOfSide(text: string, conflicts: readonly Conflict[], side: ConflictSide): string | undefined {
  let whole = '';
  let at = 0;
  for (const conflict of conflicts) {
    const range = conflict[side];
    if (range === undefined) return undefined;
    whole += text.slice(at, conflict.from) + text.slice(range.from, range.to);
    at = conflict.to;
  }
  return whole + text.slice(at);
}

function conflictOf(text: string, start: Marker, base: Marker | undefined, middle: Marker, end: Marker, size: number): Conflict {
  return {
    from: start.line.from,
    to: end.next,
    ours: { from: start.next, to: (base ?? middle).line.from },
    base: base === undefined ? undefined : { from: base.next, to: middle.line.from },
    theirs: { from: middle.next, to: end.line.from },
    oursLabel: labelOf(text, start, size),
    theirsLabel: labelOf(text, end, size),
  };
}

function labelOf(text: string, { line }: Marker, size: number): string {
  return text.slice(line.from + size, line.to).trim();
}

function* markersOf(text: string, size: number): Generator<Marker> {
  let next: number;
  for (let from = text.charCodeAt(0) === 0xfeff ? 1 : 0; from < text.length; from = next) {
    next = nextLine(text, from);
    const sign = text.charAt(from);
    if (sign !== '<' && sign !== '=' && sign !== '>' && sign !== '|') continue;
    const line = { from, to: lineEndAt(text, from) };
    if (isMarker(text, line, sign, size)) yield { sign, line, next };
  }
}

/** So many of the sign, then the end of the line, or a space and, but for the middle, a label. */
function isMarker(text: string, { from, to }: TextRange, sign: Sign, size: number): boolean {
  for (let at = from; at < from + size; at++) if (text.charAt(at) !== sign) return false;
  const rest = text.slice(from + size, to);
  return rest === '' || (rest.startsWith(' ') && (sign !== '=' || rest.trim() === ''));
}
