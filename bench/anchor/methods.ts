/** Ways to find a passage again: ours, and what others do. Each is given the old text, the passage, and the new text. */
import { anchorAll } from '../../src/annotations/anchor.js';
import { describe } from '../../src/annotations/describe.js';
import type { AnnotationPlace } from '../../src/playbook/annotation.js';
import type { TextRange } from '../../src/markdown/text-range.js';
import { findLikeHypothesis } from './hypothesis.js';

type Method = (oldText: string, ranges: readonly TextRange[], newText: string) => readonly AnnotationPlace[];

export const METHODS = {
  'with the base text': (oldText, ranges, newText) => anchorAll(newText, ranges.map((range) => ({ selector: describe(oldText, range), base: oldText }))),
  'without it': (oldText, ranges, newText) => anchorAll(newText, ranges.map((range) => ({ selector: describe(oldText, range) }))),
  'like Hypothesis': eachOnPlainText((oldText, range, newText) => findLikeHypothesis(oldText, range, newText)),
  'exact match, the first': eachOnPlainText((oldText, { from, to }, newText) => {
    const at = newText.indexOf(oldText.slice(from, to));
    return at < 0 ? undefined : { from: at, to: at + to - from };
  }),
  'the same offsets': eachOnPlainText((_oldText, { from, to }, newText) => (to <= newText.length ? { from, to } : undefined)),
} as const satisfies Readonly<Record<string, Method>>;

export type MethodName = keyof typeof METHODS;
export const METHOD_NAMES = Object.keys(METHODS) as readonly MethodName[];

/** For the simple ones: one passage, line endings of `\n` alone, one place or none. */
function eachOnPlainText(find: (oldText: string, range: TextRange, newText: string) => TextRange | undefined): Method {
  return (oldText, ranges, newText) => {
    const [plainOld, plainNew] = [oldText.replaceAll('\r\n', '\n'), newText.replaceAll('\r\n', '\n')];
    const plain = (at: number): number => (plainOld === oldText ? at : oldText.slice(0, at).replaceAll('\r\n', '\n').length);
    const stored = storedOffsets(newText, plainNew);
    return ranges.map(({ from, to }): AnnotationPlace => {
      const found = find(plainOld, { from: plain(from), to: plain(to) }, plainNew);
      return found === undefined ? { state: 'orphan', missing: 'quote' } : { state: 'anchored', from: stored(found.from), to: stored(found.to) };
    });
  };
}

function storedOffsets(text: string, plain: string): (at: number) => number {
  if (text === plain) return (at) => at;
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) if (text[at] !== '\r' || text[at + 1] !== '\n') offsets.push(at);
  return (at) => offsets[at] ?? text.length;
}
