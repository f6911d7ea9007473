/**
 * Signs of executive commitment: a starting list that each vault edits, in our own words, not a quotation of the
 * published checklist. Source: S1; `time-with-customers` and `funds-without-roi` are OURS.
 */
export const SIGNS = [
  'agenda-item',
  'internal-message',
  'external-message',
  'in-strategy',
  'team-objectives',
  'cx-goal',
  'time-with-customers',
  'funds-without-roi',
] as const;

/** How many signs a vault's list has: the built-in ones and its own, each once. */
export function countSigns(own: readonly string[] = []): number {
  return new Set([...SIGNS, ...own]).size;
}
