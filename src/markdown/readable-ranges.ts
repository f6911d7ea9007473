import type { TextRange } from './text-range.js';

/** The stretches of a text that lie outside the given ranges, which are ordered and do not overlap. */
export function readableRanges(text: string, opaque: readonly TextRange[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  for (const { from, to } of opaque) {
    if (from > at) ranges.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < text.length) ranges.push({ from: at, to: text.length });
  return ranges;
}
