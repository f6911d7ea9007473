/**
 * The truth of this bench: where each character of a passage went from one revision of a note to the next. Lines are
 * matched first, then words within what changed, then letters within words that changed; lines and rows of words that
 * stand elsewhere by then have moved (moved-words.ts). Nothing of it is shared with the code that is measured.
 *
 * @example followStep('a cat', 'the cat', [2, 3, 4]) // [4, 5, 6]
 */
import { matchIds, type Pairs } from './match-ids.js';
import { movedWords } from './moved-words.js';
import { lettersIn, wordsOf, type Token } from './words-of.js';

/** Characters that went on: `length` of them from `a` in the old text are at `b` in the new one. */
export interface Kept {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Ordered by `a`; they do not overlap. */
export type Step = readonly Kept[];

/** Two equally short ways from one text to the next may differ in which of two equal things they call new. */
export type Direction = 'from the start' | 'from the end';

/** A line that is there once before and after a change, and has so many letters, has moved. */
const LETTERS_OF_A_MOVED_LINE = 12;
/** Letters that a word must have kept at its start and end, of the longer one’s, to be the same word changed. */
const SHARE_OF_A_CHANGED_WORD = 0.5;

export function alignTexts(a: string, b: string, direction: Direction = 'from the start'): Step {
  const [aLines, bLines] = [linesOf(a), linesOf(b)];
  const ids = new Map<string, number>();
  const pairs = match(idsOf(aLines, ids), idsOf(bLines, ids), direction);
  const kept: Kept[] = pairs.map(([aLine, bLine]) => keptLine(aLines[aLine]!, bLines[bLine]!));
  const gaps = gapsOf(pairs, aLines.length, bLines.length);
  const moved = movedLines(aLines, bLines, gaps);
  for (const [aAt, bAt] of moved) {
    const [aLine, bLine] = [aLines[aAt]!, bLines[bAt]!];
    kept.push(...(aLine.text.trim() === bLine.text.trim() ? [keptLine(aLine, bLine)] : alignWords(wordsOf(aLine), wordsOf(bLine), direction)));
  }
  const [movedFrom, movedTo] = [new Set(moved.map(([aLine]) => aLine)), new Set(moved.map(([, bLine]) => bLine))];
  for (const gap of gaps) {
    const tokensOf = (lines: readonly Line[], from: number, to: number, without: ReadonlySet<number>): readonly Token[] =>
      lines.slice(from, to).flatMap((line, index) => (without.has(from + index) ? [] : wordsOf(line)));
    kept.push(...alignWords(tokensOf(aLines, gap.aFrom, gap.aTo, movedFrom), tokensOf(bLines, gap.bFrom, gap.bTo, movedTo), direction));
  }
  if (gaps.length > 0) kept.push(...movedWords(a, b, kept));
  return kept.filter(({ length }) => length > 0).sort((first, second) => first.a - second.a);
}

/** The new places of characters, -1 for those that are gone; -1 stays -1. */
export function followStep(step: Step, places: readonly number[]): readonly number[] {
  return places.map((place) => {
    if (place < 0) return -1;
    let [low, high] = [0, step.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (step[middle]!.a <= place) low = middle + 1;
      else high = middle;
    }
    const kept = step[low - 1];
    return kept !== undefined && place < kept.a + kept.length ? kept.b + place - kept.a : -1;
  });
}

interface Line {
  readonly from: number;
  /** Without its end. */
  readonly text: string;
}

interface Gap {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    lines.push({ from, text: text.slice(from, text[to - 1] === '\r' && to > from ? to - 1 : to) });
    from = to + 1;
  }
  return lines;
}

function idsOf(items: readonly { readonly text: string }[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(items, ({ text }) => {
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    return id;
  });
}

function match(a: Int32Array, b: Int32Array, direction: Direction): Pairs {
  if (direction === 'from the start') return matchIds(a, b);
  return matchIds(a.slice().reverse(), b.slice().reverse()).map(([aAt, bAt]) => [a.length - 1 - aAt, b.length - 1 - bAt] as const).reverse();
}

/** Their texts are equal but for white space around them. */
function keptLine(a: Line, b: Line): Kept {
  const indent = (text: string): number => text.length - text.trimStart().length;
  return { a: a.from + indent(a.text), b: b.from + indent(b.text), length: a.text.trim().length };
}

function gapsOf(pairs: Pairs, aCount: number, bCount: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let [aFrom, bFrom] = [0, 0];
  for (const [aTo, bTo] of [...pairs, [aCount, bCount] as const]) {
    if (aTo > aFrom || bTo > bFrom) gaps.push({ aFrom, aTo, bFrom, bTo });
    [aFrom, bFrom] = [aTo + 1, bTo + 1];
  }
  return gaps;
}

/** Lines that are elsewhere by now, and their neighbours that went with them, though their marks or indents may have changed. */
function movedLines(a: readonly Line[], b: readonly Line[], gaps: readonly Gap[]): Pairs {
  const [goneLines, newLines] = [gaps.flatMap(({ aFrom, aTo }) => range(aFrom, aTo)), gaps.flatMap(({ bFrom, bTo }) => range(bFrom, bTo))];
  const [gone, come] = [new Set(goneLines), new Set(newLines)];
  const places = uniqueLines(b, newLines);
  const moved: [number, number][] = [];
  const add = (from: number, to: number): void => {
    moved.push([from, to]);
    gone.delete(from);
    come.delete(to);
  };
  for (const [text, from] of uniqueLines(a, goneLines)) {
    const to = places.get(text);
    if (to !== undefined) add(from, to);
  }
  for (const [from, to] of [...moved]) {
    for (const by of [-1, 1]) {
      let [aAt, bAt] = [nextWithLetters(a, from, by), nextWithLetters(b, to, by)];
      while (gone.has(aAt) && come.has(bAt) && onlyLetters(a[aAt]!.text) === onlyLetters(b[bAt]!.text)) {
        add(aAt, bAt);
        [aAt, bAt] = [nextWithLetters(a, aAt, by), nextWithLetters(b, bAt, by)];
      }
    }
  }
  return moved;
}

function nextWithLetters(lines: readonly Line[], at: number, by: number): number {
  let next = at + by;
  while (lines[next] !== undefined && lettersIn(lines[next]!.text) === 0) next += by;
  return next;
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Of the changed lines those with enough letters whose text no other line has, changed or not. */
function uniqueLines(lines: readonly Line[], changed: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  return new Map(changed.map((index) => [lines[index]!.text.trim(), index] as const).filter(([text]) => counts.get(text) === 1 && lettersIn(text) >= LETTERS_OF_A_MOVED_LINE));
}

function alignWords(a: readonly Token[], b: readonly Token[], direction: Direction): readonly Kept[] {
  if (a.length === 0 || b.length === 0) return [];
  const ids = new Map<string, number>();
  const pairs = withoutChance(match(idsOf(a, ids), idsOf(b, ids), direction), a, b);
  const kept = pairs.map(([aAt, bAt]): Kept => ({ a: a[aAt]!.from, b: b[bAt]!.from, length: a[aAt]!.text.length }));
  for (const { aFrom, aTo, bFrom, bTo } of gapsOf(pairs, a.length, b.length)) {
    const [gone, come] = [a.slice(aFrom, aTo).filter(({ text }) => lettersIn(text) > 0), b.slice(bFrom, bTo).filter(({ text }) => lettersIn(text) > 0)];
    if (gone.length === come.length) gone.forEach((word, index) => kept.push(...changedWord(word, come[index]!)));
  }
  return kept;
}

/**
 * Without words that two unlike sentences have in common by chance: a run of equal words goes when what was replaced
 * before it, and what was replaced behind it, is no shorter than it (the “semantic cleanup” of diff-match-patch).
 */
function withoutChance(pairs: Pairs, a: readonly Token[], b: readonly Token[]): Pairs {
  const runs: [number, number][][] = [];
  for (const [aAt, bAt] of pairs) {
    const last = runs.at(-1)?.at(-1);
    if (last?.[0] === aAt - 1 && last[1] === bAt - 1) runs.at(-1)!.push([aAt, bAt]);
    else runs.push([[aAt, bAt]]);
  }
  const [inA, inB] = [lettersUpTo(a), lettersUpTo(b)];
  for (let index = 0; index < runs.length; ) {
    const run = runs[index]!;
    const [[aFrom, bFrom], [aLast, bLast]] = [run[0]!, run.at(-1)!];
    const [aBefore, bBefore] = runs[index - 1]?.at(-1) ?? [-1, -1];
    const [aAfter, bAfter] = runs[index + 1]?.[0] ?? [a.length, b.length];
    const length = inA[aLast + 1]! - inA[aFrom]!;
    const [goneBefore, goneAfter] = [inA[aFrom]! - inA[aBefore + 1]!, inA[aAfter]! - inA[aLast + 1]!];
    const before = Math.max(goneBefore, inB[bFrom]! - inB[bBefore + 1]!);
    const after = Math.max(goneAfter, inB[bAfter]! - inB[bLast + 1]!);
    const byChance = before + after > 0 && length <= before && length <= after && length <= goneBefore + goneAfter;
    if (byChance) runs.splice(index, 1);
    index = byChance ? Math.max(0, index - 1) : index + 1;
  }
  return runs.flat();
}

/** How many letters are before each token, and in all at the end. */
function lettersUpTo(tokens: readonly Token[]): Int32Array {
  const sums = new Int32Array(tokens.length + 1);
  tokens.forEach(({ text }, index) => (sums[index + 1] = sums[index]! + lettersIn(text)));
  return sums;
}

function changedWord(a: Token, b: Token): readonly Kept[] {
  const most = Math.min(a.text.length, b.text.length);
  let start = 0;
  while (start < most && a.text[start] === b.text[start]) start++;
  let end = 0;
  while (end < most - start && a.text[a.text.length - 1 - end] === b.text[b.text.length - 1 - end]) end++;
  if (start + end < SHARE_OF_A_CHANGED_WORD * Math.max(a.text.length, b.text.length)) return [];
  return [{ a: a.from, b: b.from, length: start }, { a: a.from + a.text.length - end, b: b.from + b.text.length - end, length: end }];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
