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

/** The end of a sentence about a value that is none of the known ones: `one of text, json, not "jsn". Did you mean "json"?` */
export function oneOfNot(known: readonly string[], value: string): string {
  const nearest = nearestName(value, known);
  return `one of ${known.join(', ')}, not "${value}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`;
}
