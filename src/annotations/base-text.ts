/**
 * Follows passages from the text that an annotation was made on to the text of today: first line by line, then, where
 * lines changed, word by word.
 *
 * @example new BaseText('We cut costs.\n', 'So we cut all costs.\n').follow({ from: 3, to: 12 })?.survived // 1
 */
import { diffArrays } from 'diff';
import type { TextRange } from '../markdown/text-range.js';

/** Where what is left of a passage stands, and which part of it (0 to 1, white space not counted) is left. */
export interface Followed extends TextRange {
  readonly survived: number;
}

/** Lines of the base that stand in the text as they are, or were replaced by those of the other range. */
interface Block {
  readonly kept: boolean;
  readonly from: number;
  readonly to: number;
  readonly textFrom: number;
  readonly textTo: number;
}

/** Units that stand in both texts. */
interface KeptSpan {
  readonly from: number;
  readonly to: number;
  readonly textFrom: number;
}

/** Texts that differ in more lines than this are another text; the time a comparison takes grows with the square. */
const MAX_LINE_EDITS = 3000;
/** Likewise for the words of changed lines. */
const MAX_WORD_EDITS = 1500;

export class BaseText {
  readonly #base: string;
  readonly #text: string;
  readonly #words = new Map<Block, readonly KeptSpan[]>();
  #lines: readonly Block[] | undefined;

  constructor(base: string, text: string) {
    this.#base = base;
    this.#text = text;
  }

  /** Undefined when nothing of the passage is left where it was. */
  follow(passage: TextRange): Followed | undefined {
    let survived = 0;
    let from: number | undefined;
    let to = 0;
    for (const block of this.#blocks()) {
      if (block.to <= passage.from || block.from >= passage.to) continue;
      for (const span of this.#keptSpans(block)) {
        const spanFrom = Math.max(span.from, passage.from);
        const spanTo = Math.min(span.to, passage.to);
        const letters = spanFrom < spanTo ? countLetters(this.#base, spanFrom, spanTo) : 0;
        if (letters === 0) continue;
        survived += letters;
        from ??= span.textFrom + spanFrom - span.from;
        to = span.textFrom + spanTo - span.from;
      }
    }
    if (from === undefined) return undefined;
    return { from, to, survived: survived / countLetters(this.#base, passage.from, passage.to) };
  }

  /** Whether the range of the text was there before, as whole lines that are in their place still. */
  wasThere(range: TextRange): boolean {
    let kept = 0;
    for (const block of this.#blocks()) {
      if (block.kept) kept += Math.max(0, Math.min(block.textTo, range.to) - Math.max(block.textFrom, range.from));
    }
    return 2 * kept > range.to - range.from;
  }

  #blocks(): readonly Block[] {
    return (this.#lines ??= lineBlocks(this.#base, this.#text));
  }

  #keptSpans(block: Block): readonly KeptSpan[] {
    if (block.kept) return [{ from: block.from, to: block.to, textFrom: block.textFrom }];
    const known = this.#words.get(block);
    if (known !== undefined) return known;
    const spans = keptWords(this.#base, this.#text, block);
    this.#words.set(block, spans);
    return spans;
  }
}

function lineBlocks(base: string, text: string): readonly Block[] {
  const before = pieces(base, /[^\n]*\n|[^\n]+$/g);
  const after = pieces(text, /[^\n]*\n|[^\n]+$/g);
  const changes = diffArrays(before, after, { maxEditLength: MAX_LINE_EDITS });
  const blocks: Block[] = [];
  let from = 0;
  let textFrom = 0;
  for (const { added, removed, value } of changes ?? []) {
    const length = value.reduce((sum, line) => sum + line.length, 0);
    const kept = !added && !removed;
    const to = added ? from : from + length;
    const textTo = removed ? textFrom : textFrom + length;
    const last = blocks[blocks.length - 1];
    if (last?.kept === false && !kept) blocks[blocks.length - 1] = { ...last, to, textTo };
    else blocks.push({ kept, from, to, textFrom, textTo });
    from = to;
    textFrom = textTo;
  }
  return blocks;
}

/** Words; characters of scripts that do not part words; single marks; runs of white space. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}_]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[^\p{L}\p{M}\p{N}_]|$)|\s+|[^]/gu;

function keptWords(base: string, text: string, block: Block): readonly KeptSpan[] {
  const before = pieces(base.slice(block.from, block.to), WORD);
  const after = pieces(text.slice(block.textFrom, block.textTo), WORD);
  const changes = diffArrays(before, after, { maxEditLength: MAX_WORD_EDITS, comparator: sameWord });
  const spans: KeptSpan[] = [];
  let from = block.from;
  let textFrom = block.textFrom;
  let index = 0;
  let textIndex = 0;
  for (const { added, removed, count } of changes ?? []) {
    for (let done = 0; done < count; done++) {
      const word = added ? '' : (before[index++] ?? '');
      const textWord = removed ? '' : (after[textIndex++] ?? '');
      if (word === textWord) spans.push({ from, to: from + word.length, textFrom });
      from += word.length;
      textFrom += textWord.length;
    }
  }
  return spans;
}

function pieces(text: string, piece: RegExp): string[] {
  return text.match(piece) ?? [];
}

/** A line may be broken at another place: white space is white space. */
function sameWord(a: string, b: string): boolean {
  return a === b || (isSpace(a) && isSpace(b));
}

function isSpace(word: string): boolean {
  const code = word.charCodeAt(0);
  return code === 32 || code === 10 || code === 9;
}

function countLetters(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) count++;
  }
  return count;
}
