/** Words and what is between them, as the truth of this bench matches them. */

export interface Token {
  readonly from: number;
  readonly text: string;
}

/** Words, single ideographs, signs, runs of white space. */
export function wordsOf({ from, text }: Token): readonly Token[] {
  const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+|\s+|[^]/gu;
  return [...text.matchAll(words)].map((found) => ({ from: from + found.index, text: found[0] }));
}

export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
