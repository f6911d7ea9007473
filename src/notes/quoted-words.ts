/**
 * Stretches between quotation marks. A mark opens after white space, a bracket or a dash only, so that inches and
 * apostrophes open none; what is never closed is no quotation.
 *
 * @example findQuotedWords('She said "one text" twice') // [{ from: 10, to: 18 }], without the marks
 */
import { isWhite, isWordCode } from '../markdown/characters.js';
import type { TextRange } from '../markdown/text-range.js';

/** Closing marks by opening mark. Single straight marks are apostrophes too often. */
const CLOSERS: Readonly<Record<string, string | undefined>> = { '"': '"', '“': '”', '„': '“”"', '«': '»', '»': '«', '‚': '‘’', '‹': '›', '「': '」', '『': '』' };
/** May have a space between them and the words. */
const SPACED = '«»';
const BEFORE_OPENING = /[\s([{—–\-:/*_“„«‚]/;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Left to right, without those inside others. Linear in the text. */
export function findQuotedWords(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  let closers = '';
  let from = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (from >= 0 && closers.includes(sign)) {
      if (at > from && (SPACED.includes(sign) || !isWhite(text.charCodeAt(at - 1)))) {
        found.push(trimmed(text, from, at));
        from = -1;
      }
    } else if (from < 0) {
      const closing = CLOSERS[sign];
      if (closing === undefined || !opensAt(text, at, sign)) continue;
      closers = closing;
      from = at + 1;
    }
  }
  return found;
}

/** Whether the text starts with an opening mark. */
export function startsQuoted(text: string): boolean {
  return CLOSERS[text.charAt(0)] !== undefined && text.length > 1;
}

/** Words as a reader counts them; in scripts without spaces each sign counts. */
export function countWords(text: string): number {
  const signs = text.match(CJK)?.length ?? 0;
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWhite(code)) inWord = false;
    else if (!inWord && isWordCode(code)) {
      inWord = true;
      words++;
    }
  }
  return Math.max(words, signs);
}

function opensAt(text: string, at: number, sign: string): boolean {
  if (sign === '「' || sign === '『') return true;
  if (SPACED.includes(sign)) return at === 0 || BEFORE_OPENING.test(text.charAt(at - 1));
  return (at === 0 || BEFORE_OPENING.test(text.charAt(at - 1))) && at + 1 < text.length && !isWhite(text.charCodeAt(at + 1));
}

function trimmed(text: string, from: number, to: number): TextRange {
  let [start, end] = [from, to];
  while (start < end && isWhite(text.charCodeAt(start))) start++;
  while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}
