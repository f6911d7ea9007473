/** How many open annotations each note has: open ones, those whose place is to be confirmed or is lost included. */
import type { PlacedAnnotation } from '../playbook/annotation.js';

const KNOWN = new WeakMap<readonly PlacedAnnotation[], ReadonlyMap<string, number>>();

/** By the path of the note. Notes without any are missing. */
export function openAnnotations(annotations: readonly PlacedAnnotation[]): ReadonlyMap<string, number> {
  const known = KNOWN.get(annotations);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { annotation, targetPath } of annotations) {
    if (annotation.status === 'open' && targetPath !== undefined) counts.set(targetPath, (counts.get(targetPath) ?? 0) + 1);
  }
  KNOWN.set(annotations, counts);
  return counts;
}
