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

/**
 * The places of the window that are most like the pattern, at least by `least` (0 to 1); several when they are equals. Of
 * equals that overlap one is given, which cuts no word if there is such a one.
 */
export function alikePlaces(text: string, window: { readonly from: number; readonly to: number }, pattern: string, least: number): readonly AlikePlace[] {
  if (pattern === '' || window.to <= window.from) return [];
  const found = search(text.slice(window.from, window.to), pattern, Math.floor(pattern.length * (1 - least)));
  const places = found.map(({ start, end, errors }) => ({ from: window.from + start, to: window.from + end, alike: 1 - errors / pattern.length }));
  const apart: AlikePlace[] = [];
  for (const place of places) {
    const last = apart[apart.length - 1];
    if (last === undefined || place.from >= last.to) apart.push(place);
    else if (wordEdges(text, place) > wordEdges(text, last)) apart[apart.length - 1] = place;
  }
  return apart;
}

/** How many of its two ends do not cut a word. */
function wordEdges(text: string, { from, to }: AlikePlace): number {
  return Number(!cutsWord(text, from)) + Number(!cutsWord(text, to));
}

function cutsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && IN_WORD.test(text.charAt(at - 1)) && IN_WORD.test(text.charAt(at));
}

const IN_WORD = /[\p{L}\p{N}]/u;
