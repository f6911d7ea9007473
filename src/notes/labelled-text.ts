/**
 * Text that people put behind a label: `**Mistakes:** one talk`, also when it begins in the next paragraph.
 *
 * @example saysBehind(findSentences('**Mistakes:** one talk', outline), /^mistakes$/i) // true
 */
import type { Sentence } from '../markdown/sentences.js';

const LABEL = /^([^:—–]{1,60}?)\s*[:—–](?:\s+|$)/u;

/** Whether something is said behind a label that the pattern knows. */
export function saysBehind(sentences: readonly Sentence[], label: RegExp): boolean {
  return sentences.some((sentence, index) => {
    if (sentence.kind === 'heading') return false;
    const match = LABEL.exec(sentence.text);
    if (match === null || !label.test(match[1] ?? '')) return false;
    if (sentence.text.length > match[0].length) return true;
    const next = sentences[index + 1];
    return next !== undefined && next.kind === 'text' && next.section === sentence.section && !LABEL.test(next.text);
  });
}
