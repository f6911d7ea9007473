/**
 * The text of a note after what was chosen: the bytes of the chosen sides, every byte outside the conflicts as it was.
 * What is left open keeps its markers; of several properties between one pair of markers only those left open do.
 */
import { readFrontmatter } from '../markdown/frontmatter.js';
import { lineEndingOf } from '../markdown/line-ending.js';
import type { Conflict } from '../markdown/conflict-markers.js';
import type { ConflictReading } from './conflict-choices.js';
import type { ConflictOption, ConflictRegion, ConflictSlot } from './conflict-slots.js';

export interface ConflictResult {
  readonly text: string;
  /** Choices that were not made. */
  readonly open: number;
  /** False: both sides' properties can be read, and put together they cannot, as one refers to what the other lost. */
  readonly parses: boolean;
}

/** `chosen` is by the key of a choice; keys of other notes are ignored, and so is an option that the choice does not have. */
export function resolveConflicts({ text, choices, regions, isReadable }: ConflictReading, chosen: ReadonlyMap<string, ConflictOption>): ConflictResult {
  const optionOf = new Map<ConflictSlot, ConflictOption>();
  let open = 0;
  let isPropertyOpen = false;
  for (const { key, options, slots } of choices) {
    const option = chosen.get(key);
    if (option !== undefined && options.includes(option)) for (const slot of slots) optionOf.set(slot, option);
    else {
      open++;
      isPropertyOpen ||= slots.some(({ piece }) => piece !== undefined);
    }
  }
  let whole = '';
  let at = 0;
  for (const region of regions) {
    whole += text.slice(at, region.from) + chosenText(text, region, optionOf);
    at = region.to;
  }
  whole += text.slice(at);
  return { text: whole, open, parses: !isReadable || isPropertyOpen || readFrontmatter(whole).problems.length === 0 };
}

function chosenText(text: string, region: ConflictRegion, optionOf: ReadonlyMap<ConflictSlot, ConflictOption>): string {
  const options = new Set(region.slots.flatMap((slot) => (slot.agreed ? [] : [optionOf.get(slot)])));
  const [only] = options;
  if (options.size === 0) return region.ours;
  if (options.size === 1 && region.isWhole && (only === undefined || only === 'leave')) return text.slice(region.from, region.to);
  // Of one side alone: also the order of its properties, and how it writes what both say.
  if (options.size === 1 && only === 'ours') return region.ours;
  if (options.size === 1 && only === 'theirs') return region.theirs;
  return region.slots.map((slot) => slotText(text, region.conflict, slot, optionOf.get(slot))).join('');
}

function slotText(text: string, conflict: Conflict, slot: ConflictSlot, option: ConflictOption | undefined): string {
  if (slot.agreed || option === 'ours') return slot.ours;
  if (option === 'theirs') return slot.theirs;
  if (option === 'both' || option === 'both-reversed') return (option === 'both' ? slot.both?.text : slot.both?.reversed) ?? slot.ours;
  const { from, ours, base, theirs, to } = conflict;
  const shownBase = base === undefined || slot.base === undefined ? '' : text.slice(ours.to, base.from) + slot.base;
  const closing = text.slice(theirs.to, to);
  const ending = /[\r\n]$/.test(closing) ? '' : lineEndingOf(text);
  return text.slice(from, ours.from) + slot.ours + shownBase + text.slice((base ?? ours).to, theirs.from) + slot.theirs + closing + ending;
}
