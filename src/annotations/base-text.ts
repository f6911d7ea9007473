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

/** A part of a passage that is left. */
interface LeftSpan {
  readonly textFrom: number;
  readonly textTo: number;
  readonly letters: number;
}

/** What is left of a passage is longer than the passage by this factor at most: words apart are no passage. */
const MAX_STRETCH = 2;
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
    const spans = this.#blocks()
      .filter((block) => block.to > passage.from && block.from < passage.to)
      .flatMap((block) => this.#keptSpans(block))
      .map((span) => this.#within(span, passage))
      .filter(({ letters }) => letters > 0);
    const whole = letterCount(this.#base.slice(passage.from, passage.to));
    const dense = densest(spans, MAX_STRETCH * (passage.to - passage.from));
    const [first, last] = [dense[0], dense[dense.length - 1]];
    if (first === undefined || last === undefined || whole === 0) return undefined;
    return { from: first.textFrom, to: last.textTo, survived: lettersOf(dense) / whole };
  }

  #within(span: KeptSpan, passage: TextRange): LeftSpan {
    const from = Math.max(span.from, passage.from);
    const to = Math.max(from, Math.min(span.to, passage.to));
    const textFrom = span.textFrom + from - span.from;
    return { textFrom, textTo: textFrom + to - from, letters: letterCount(this.#base.slice(from, to)) };
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

/** The spans in a row that have the most letters of all that stand within so many units. */
function densest(spans: readonly LeftSpan[], length: number): readonly LeftSpan[] {
  let best: readonly LeftSpan[] = [];
  for (let from = 0, to = 0; from < spans.length; from++) {
    const start = spans[from]?.textFrom ?? 0;
    to = Math.max(to, from + 1);
    while (to < spans.length && (spans[to]?.textTo ?? 0) - start <= length) to++;
    const row = spans.slice(from, to);
    if (lettersOf(row) > lettersOf(best)) best = row;
  }
  return best;
}

function lettersOf(spans: readonly LeftSpan[]): number {
  return spans.reduce((sum, { letters }) => sum + letters, 0);
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
  const runs: WordRun[] = [{ spans: [], letters: 0, gone: 0, come: 0 }];
  let from = block.from;
  let textFrom = block.textFrom;
  let index = 0;
  let textIndex = 0;
  for (const { added, removed, count } of changes ?? []) {
    let run: WordRun = runs[runs.length - 1] ?? { spans: [], letters: 0, gone: 0, come: 0 };
    if (!added && !removed) runs.push((run = { spans: [], letters: 0, gone: 0, come: 0 }));
    for (let done = 0; done < count; done++) {
      const word = added ? '' : (before[index++] ?? '');
      const textWord = removed ? '' : (after[textIndex++] ?? '');
      if (added) run.come += letterCount(textWord);
      else if (removed) run.gone += letterCount(word);
      else run.letters += letterCount(word);
      if (word === textWord) run.spans.push({ from, to: from + word.length, textFrom });
      from += word.length;
      textFrom += textWord.length;
    }
  }
  return withoutChance(runs).flatMap(({ spans }) => spans);
}

/** Equal words in a row, with the letters of what was replaced behind them. The first run of a block has no words. */
interface WordRun {
  readonly spans: KeptSpan[];
  letters: number;
  gone: number;
  come: number;
}

/**
 * Two unlike sentences have words in common, too. A run of equal words that is no longer than what was replaced before it
 * and than what was replaced behind it is taken for chance (the semantic cleanup of diff-match-patch).
 */
function withoutChance(runs: readonly WordRun[]): readonly WordRun[] {
  const kept: WordRun[] = [];
  for (let run of runs) {
    for (let before = kept[kept.length - 1]; before !== undefined; before = kept[kept.length - 1]) {
      if (run.letters > Math.max(before.gone, before.come) || run.letters > Math.max(run.gone, run.come)) break;
      kept.pop();
      run = { spans: before.spans, letters: before.letters, gone: before.gone + run.letters + run.gone, come: before.come + run.letters + run.come };
      if (kept.length === 0) break;
    }
    kept.push(run);
  }
  return kept;
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

const LETTER = /[\p{L}\p{N}]/gu;

function letterCount(text: string): number {
  return text.match(LETTER)?.length ?? 0;
}
