/** Threads of annotations that were opened, answered, resolved, reopened or removed between two states of a vault. */
import { titleOfPath } from '../playbook/link-index.js';
import type { Annotation, PlacedAnnotation } from '../playbook/annotation.js';
import type { AnnotationDifference } from '../playbook/playbook-difference.js';
import { byCodeUnits } from '../playbook/playbook.js';

/**
 * Ordered by path. A thread is known by its id, wherever its file lies; one without an id, or with one that another has
 * too, by its file.
 */
export function compareAnnotations(before: readonly PlacedAnnotation[], after: readonly PlacedAnnotation[]): readonly AnnotationDifference[] {
  const [then, now] = [byIdentity(before), byIdentity(after)];
  const found: AnnotationDifference[] = [];
  for (const [key, placed] of now) {
    const old = then.get(key);
    const change = old === undefined ? 'opened' : changeOf(old.annotation, placed.annotation);
    if (change !== undefined) found.push(differenceOf(placed, change, Math.max(0, commentsOf(placed.annotation) - (old === undefined ? 1 : commentsOf(old.annotation)))));
  }
  for (const [key, placed] of then) if (!now.has(key)) found.push(differenceOf(placed, 'removed', 0));
  return found.sort((a, b) => byCodeUnits(a.path, b.path) || byCodeUnits(a.change, b.change));
}

function byIdentity(placed: readonly PlacedAnnotation[]): ReadonlyMap<string, PlacedAnnotation> {
  const counts = new Map<string, number>();
  for (const { annotation: { id } } of placed) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map(placed.map((one) => {
    const { id, path } = one.annotation;
    return [id !== '' && counts.get(id) === 1 ? `id ${id}` : `path ${path}`, one];
  }));
}

/** A status that changed says more than the comment that it came with. */
function changeOf(before: Annotation, after: Annotation): AnnotationDifference['change'] | undefined {
  if (before.status !== after.status) return after.status === 'resolved' ? 'resolved' : 'reopened';
  if (commentsOf(after) > commentsOf(before)) return 'answered';
  const textsOf = ({ kind, events }: Annotation): string => JSON.stringify([kind, events.map(({ kind: event, at, author, text }) => [event, at, author, text.trim()])]);
  return textsOf(before) === textsOf(after) ? undefined : 'edited';
}

function commentsOf({ events }: Annotation): number {
  return events.filter(({ kind }) => kind === 'comment').length;
}

/** The author is the one of the newest event, who opened the thread where there is none. */
function differenceOf({ annotation, targetPath }: PlacedAnnotation, change: AnnotationDifference['change'], replies: number): AnnotationDifference {
  const { path, id, kind, author, events } = annotation;
  const last = change === 'opened' || change === 'removed' ? author : (events.at(-1)?.author ?? author);
  return { path, id, annotation: kind, target: targetPath === undefined ? undefined : titleOfPath(targetPath), change, author: last, replies };
}
