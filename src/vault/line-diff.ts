/**
 * Two versions of a text as lines to show: what went, what came, a few lines around, and within a line that was
 * replaced the words that differ.
 *
 * Work is bounded whatever the texts hold: where they have too little in common to tell what moved where, the whole
 * stretch is shown as replaced.
 *
 * @example buildLineDiff('a\nb\n', 'a\nc\n')[0]?.lines // same a, removed b, added c
 */
import { diffArrays } from 'diff';
import type { TextRange } from '../markdown/text-range.js';
import { changedWords } from './word-diff.js';

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  /** Without its line ending. */
  readonly text: string;
  /** `\n`, `\r\n`, `\r`, or empty at the end of the text: may be all that differs between two lines. */
  readonly ending: string;
  /** Number in the old text, from 1; undefined for an added line. */
  readonly oldLine: number | undefined;
  /** Number in the new text, from 1; undefined for a removed line. */
  readonly newLine: number | undefined;
  /** What differs from the line that it replaces or is replaced by. Empty when there is none, or none of the words is shared. */
  readonly changed: readonly TextRange[];
}

/** Lines that stand together in both texts. */
export interface DiffHunk {
  readonly lines: readonly DiffLine[];
}

/** Lines added and removed; more are shown as one replacement. At this number comparing takes some 50 ms, at twice as many four times that. */
const MOST_CHANGED_LINES = 800;
/** Replaced lines whose words are compared; the rest of a longer diff is shown by whole lines. */
const MOST_COMPARED_LINES = 200;

/** Hunks in the order of the text, none when the texts are equal. `contextLines` is how many unchanged lines are shown around. */
export function buildLineDiff(before: string, after: string, contextLines = 3): readonly DiffHunk[] {
  const lines = diffLines(splitLines(before), splitLines(after));
  const hunks: DiffHunk[] = [];
  let shownTo = 0;
  let hunk: DiffLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'same') continue;
    const from = Math.max(index - contextLines, shownTo);
    if (from > shownTo && hunk.length > 0) {
      hunks.push({ lines: hunk });
      hunk = [];
    }
    let to = index + 1;
    while (to < lines.length && to <= index + contextLines && lines[to]?.kind === 'same') to++;
    for (const shown of lines.slice(from, to)) hunk.push(shown);
    shownTo = to;
  }
  return hunk.length > 0 ? [...hunks, { lines: hunk }] : hunks;
}

interface Line {
  readonly text: string;
  readonly ending: string;
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(from, index), ending });
    from = index + ending.length;
  }
  if (from < text.length) lines.push({ text: text.slice(from), ending: '' });
  return lines;
}

function diffLines(before: readonly Line[], after: readonly Line[]): readonly DiffLine[] {
  const numbers = new Map<string, number>();
  const oldNumbers = before.map((line) => numberOf(line, numbers));
  const newNumbers = after.map((line) => numberOf(line, numbers));
  let start = 0;
  while (start < before.length && start < after.length && oldNumbers[start] === newNumbers[start]) start++;
  let oldTo = before.length;
  let newTo = after.length;
  while (oldTo > start && newTo > start && oldNumbers[oldTo - 1] === newNumbers[newTo - 1]) {
    oldTo--;
    newTo--;
  }
  const result = new LinePairing(before, after);
  result.same(start);
  const parts = diffArrays(oldNumbers.slice(start, oldTo), newNumbers.slice(start, newTo), { maxEditLength: MOST_CHANGED_LINES });
  if (parts === undefined) result.replaced(oldTo - start, newTo - start);
  else {
    let removed = 0;
    let added = 0;
    for (const part of parts) {
      if (part.removed) removed += part.count;
      else if (part.added) added += part.count;
      else {
        result.replaced(removed, added);
        result.same(part.count);
        removed = 0;
        added = 0;
      }
    }
    result.replaced(removed, added);
  }
  result.same(before.length - oldTo);
  return result.lines;
}

/** Equal lines have equal numbers: comparing them takes no longer for long lines. */
function numberOf({ text, ending }: Line, numbers: Map<string, number>): number {
  const key = text + ending;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Walks through both texts and collects the lines to show. */
class LinePairing {
  readonly lines: DiffLine[] = [];
  #old = 0;
  #new = 0;
  #compared = 0;

  constructor(
    readonly before: readonly Line[],
    readonly after: readonly Line[],
  ) {}

  same(count: number): void {
    for (const line of this.before.slice(this.#old, this.#old + count)) this.lines.push({ kind: 'same', ...line, oldLine: ++this.#old, newLine: ++this.#new, changed: NOTHING });
  }

  /** Where as many lines came as went, each is compared with the one in its place. */
  replaced(removed: number, added: number): void {
    const old = this.before.slice(this.#old, this.#old + removed);
    const next = this.after.slice(this.#new, this.#new + added);
    const pairs = old.map(({ text }, index) => {
      const other = removed === added ? next[index] : undefined;
      return other === undefined || this.#compared++ >= MOST_COMPARED_LINES ? undefined : changedWords(text, other.text);
    });
    for (const [index, line] of old.entries()) this.lines.push({ kind: 'removed', ...line, oldLine: ++this.#old, newLine: undefined, changed: pairs[index]?.removed ?? NOTHING });
    for (const [index, line] of next.entries()) this.lines.push({ kind: 'added', ...line, oldLine: undefined, newLine: ++this.#new, changed: pairs[index]?.added ?? NOTHING });
  }
}

const NOTHING: readonly TextRange[] = [];
