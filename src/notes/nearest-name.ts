import { distance } from 'fastest-levenshtein';

/**
 * The known name that a slip of the keyboard may have meant: at most two letters off, and fewer than half of them.
 * Undefined when none is that near, or when two are equally near: a guess must be the only one.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.ceil(wanted.length / 2) - 1) + 1;
  let tied = false;
  for (const candidate of new Set(known)) {
    if (Math.abs(candidate.length - wanted.length) > bestDistance) continue;
    const letters = distance(wanted, candidate.toLowerCase());
    if (letters > bestDistance || letters > 2 || letters === 0) continue;
    tied = letters === bestDistance && best !== undefined;
    if (letters < bestDistance) best = candidate;
    bestDistance = Math.min(bestDistance, letters);
  }
  return tied ? undefined : best;
}

/** A sentence names so many before it says how many others there are. */
const MAX_NAMES = 20;

/** The end of a sentence about a value that is none of the known ones: `one of text, json, not "jsn". Did you mean "json"?` */
export function oneOfNot(known: readonly string[], value: string): string {
  const nearest = nearestName(value, known);
  const more = known.length - MAX_NAMES;
  const names = more > 0 ? `${known.slice(0, MAX_NAMES).join(', ')} or ${more} others` : known.join(', ');
  return `one of ${names}, not "${value}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`;
}
