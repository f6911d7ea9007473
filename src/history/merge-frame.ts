/**
 * What lies round the words of a text: its byte-order mark and its line endings. They are merged for themselves, so that a
 * side that only turned CRLF into LF, or that added a mark, is in conflict with nobody; the words are merged with LF.
 *
 * @example For a base with LF, ours with CRLF and theirs with LF, the merged text gets CRLF.
 */
import { withLineEnding, type LineEnding } from '../markdown/line-ending.js';
import { pickChanged, type MergeSides } from './merge-text.js';

const BYTE_ORDER_MARK = '\uFEFF';

export interface MergeFrame {
  /** Without marks; with `\n` alone where each side has one kind of line ending, else as they are. */
  readonly sides: MergeSides;
  /** The line ending for what the merge itself writes into those texts. */
  readonly ending: LineEnding;
  /** Puts mark and line endings back. */
  readonly restore: (merged: string) => string;
}

export function frameOf(sides: MergeSides): MergeFrame {
  const mark = pickChanged(sides.base.startsWith(BYTE_ORDER_MARK), sides.ours.startsWith(BYTE_ORDER_MARK), sides.theirs.startsWith(BYTE_ORDER_MARK))?.picked === true ? BYTE_ORDER_MARK : '';
  const bare = mapSides(sides, (text) => (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text));
  const ending = endingOf(bare);
  if (ending === undefined) {
    return { sides: bare, ending: bare.ours.includes('\r\n') ? '\r\n' : '\n', restore: (merged) => mark + merged };
  }
  return { sides: mapSides(bare, (text) => withLineEnding(text, '\n')), ending: '\n', restore: (merged) => mark + (ending === '\n' ? merged : withLineEnding(merged, ending)) };
}

function mapSides({ base, ours, theirs }: MergeSides, change: (text: string) => string): MergeSides {
  return { base: change(base), ours: change(ours), theirs: change(theirs) };
}

/**
 * The line ending of the merged text: of the side that changed it. Undefined when a side mixes several, unless the base did
 * and a side made them one: then the lines stay as each of them is.
 */
function endingOf({ base, ours, theirs }: MergeSides): LineEnding | undefined {
  const [before, mine, other] = [kindOf(base), kindOf(ours), kindOf(theirs)];
  const known = [mine, other].filter((kind) => kind !== 'none');
  if (before === 'mixed') return known.find(isOneKind);
  if (known.includes('mixed')) return undefined;
  const fallback = [...known, before].find(isOneKind) ?? '\n';
  const or = (kind: EndingKind): LineEnding => (isOneKind(kind) ? kind : fallback);
  return pickChanged(or(before), or(mine), or(other))?.picked ?? or(mine);
}

type EndingKind = LineEnding | 'none' | 'mixed';

function isOneKind(kind: EndingKind): kind is LineEnding {
  return kind !== 'none' && kind !== 'mixed';
}

function kindOf(text: string): EndingKind {
  const [crlf, lf, cr] = [/\r\n/.test(text), /(?:^|[^\r])\n/.test(text), /\r(?!\n)/.test(text)];
  if (Number(crlf) + Number(lf) + Number(cr) > 1) return 'mixed';
  return crlf ? '\r\n' : lf ? '\n' : cr ? '\r' : 'none';
}
