/** How alike two short texts are, and where in a text something like another one stands. */
import search from 'approx-string-match';
import { distance } from 'fastest-levenshtein';

/** Two texts are compared unit by unit up to this length together with the other; longer ones by their ends. */
const MAX_COMPARED = 2048;

/** 0 to 1: the part of the longer text that need not be changed to get the other. */
export function alikeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || a === b) return 1;
  if (Math.min(a.length, b.length) <= MAX_COMPARED && longer <= 2 * MAX_COMPARED) return 1 - distance(a, b) / longer;
  const half = MAX_COMPARED / 2;
  return Math.min(a.length, b.length) / longer * (alikeness(a.slice(0, half), b.slice(0, half)) + alikeness(a.slice(-half), b.slice(-half))) / 2;
}

export interface AlikePlace {
  readonly from: number;
  readonly to: number;
  readonly alike: number;
}

/** The places of the window that are most like the pattern, at least by `least` (0 to 1); several when they are equals. */
export function alikePlaces(text: string, window: { readonly from: number; readonly to: number }, pattern: string, least: number): readonly AlikePlace[] {
  if (pattern === '' || window.to <= window.from) return [];
  const found = search(text.slice(window.from, window.to), pattern, Math.floor(pattern.length * (1 - least)));
  return found.map(({ start, end, errors }) => ({ from: window.from + start, to: window.from + end, alike: 1 - errors / pattern.length }));
}
