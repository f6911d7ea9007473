/**
 * Which way of a choice is certain by a plain rule, and which rule that is: the side that alone changed something since
 * the common ancestor, the later of two days, lists that both sides added to. Where none holds, nothing is suggested.
 */
import { sameValue } from '../markdown/same-value.js';
import type { BothSides, ConflictOption, PropertySlot } from './conflict-slots.js';
import { laterOf, mergeValues } from './merge-values.js';

/**
 * `only-ours`, `only-theirs`: that side alone changed it; `later`: its day is later; `lists`: both added or removed items;
 * `dated`: lines of different days; `same`: both say the same.
 */
export type SuggestionReason = 'only-ours' | 'only-theirs' | 'later' | 'lists' | 'dated' | 'same';

export interface Suggestion {
  readonly option: ConflictOption;
  readonly reason: SuggestionReason;
}

/** Of properties that are chosen together. */
export function suggestForProperties(slots: readonly PropertySlot[], hasBoth: boolean): Suggestion | undefined {
  const isBaseKnown = slots.every(({ base }) => base !== undefined);
  if (isBaseKnown) {
    const keptOurs = slots.every(({ ours, base }) => isSame(ours, base));
    const keptTheirs = slots.every(({ theirs, base }) => isSame(theirs, base));
    if (keptOurs !== keptTheirs) return keptOurs ? { option: 'theirs', reason: 'only-theirs' } : { option: 'ours', reason: 'only-ours' };
    if (hasBoth) return { option: 'both', reason: 'lists' };
  }
  for (const { name, ours, theirs } of slots) {
    const a = ours?.property?.value;
    const b = theirs?.property?.value;
    // The day of a level goes with the level: of two assessments the later is the newer news.
    const later = name === 'assessed' ? laterOf(a, b) : Array.isArray(a) || Array.isArray(b) ? undefined : mergeValues(name, undefined, a, b);
    if (later !== undefined && !sameValue(a, b)) return { option: sameValue(later.value, a) ? 'ours' : 'theirs', reason: 'later' };
  }
  return undefined;
}

/** Of text: the whole lines of either side and of the base, where it is known. */
export function suggestForText(ours: string, theirs: string, base: string | undefined, both: BothSides | undefined): Suggestion | undefined {
  if (base !== undefined && ours === base) return { option: 'theirs', reason: 'only-theirs' };
  if (base !== undefined && theirs === base) return { option: 'ours', reason: 'only-ours' };
  return both?.isCertain === true ? { option: 'both', reason: 'dated' } : undefined;
}

function isSame(side: PropertySlot['ours'], base: PropertySlot['base']): boolean {
  const a = side?.property;
  const b = base?.property;
  return a === undefined || b === undefined ? a === b : sameValue(a.value, b.value);
}
