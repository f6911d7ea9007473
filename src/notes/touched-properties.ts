/**
 * Properties that say when a note was last touched: programs write them, and they say nothing of what the note says. One list
 * for all who ask; each adds what it alone needs:
 * - a merge takes the later of two, and of two last conversations too (history/merge-values.ts);
 * - `team/volatile-field` reports them where no merge does so, and counters of looks beside them;
 * - a comparison of two versions leaves them out, and `version` with them (history/note-facts.ts).
 */

/** Small letters alone. `assessed`, `start`, `end`, `reviewed` state a fact or a plan of their own: they are not among them. */
const TOUCHED = /^(?:(?:date)?(?:updated|modified|edited|last(?:update|updated|mod|modified|edited|touched|changed))(?:at|on|date|time)?|mtime)$/;

/** A name without what people write it with: `Last_modified at` and `lastModifiedAt` are one. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** @example saysWhenTouched('date modified') // true */
export function saysWhenTouched(name: string): boolean {
  return TOUCHED.test(bareName(name));
}
