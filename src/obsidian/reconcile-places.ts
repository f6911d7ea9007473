/**
 * Where an editor shows annotations after the playbook looked for them again. The editor followed each key, so it knows
 * better what became of a passage that somebody edits; the playbook knows better what became of one that was cut, moved,
 * or replaced by another program.
 */
import type { TextRange } from '../markdown/text-range.js';
import type { PlacedAnnotation } from '../playbook/annotation.js';
import type { LivePlace } from './live-places.js';
import { changedStretch } from './place-findings.js';
import { shownRanges } from './stored-ranges.js';

/** The text of the note as it is stored, and as it stands in the editor. */
interface NoteTexts {
  readonly stored: string;
  readonly shown: string;
}

/** `known`: the places that the editor holds. A resolved annotation is not shown, nor one without a place. */
export function reconcilePlaces(placed: readonly PlacedAnnotation[], known: readonly LivePlace[], { stored, shown }: NoteTexts): readonly LivePlace[] {
  const live = new Map(known.map((place) => [place.placed.annotation.path, place] as const));
  const toShown = shownRanges(stored, shown);
  return placed.flatMap((each): LivePlace[] => {
    if (!isShown(each)) return [];
    const { quote } = each.annotation.selector;
    const range = likeliestRange(each);
    const found = range === undefined ? undefined : toShown(range);
    const isExact = found !== undefined && isQuote(shown.slice(found.from, found.to), quote);
    const before = live.get(each.annotation.path);
    if (before !== undefined && isSameQuote(before.placed, each)) {
      if (before.isSure && (!isExact || survives(shown.slice(before.from, before.to), quote))) return [{ ...before, placed: each }];
      // The stored place was touched since it was saved.
      if (found === undefined && range !== undefined) return [{ ...before, placed: each }];
    }
    return found === undefined || found.from === found.to ? [] : [{ placed: each, ...found, isSure: isExact && each.place.state === 'anchored' }];
  });
}

/** Whether an annotation of the note is one that the text shows, when its place is known. */
export function isShown({ annotation }: PlacedAnnotation): boolean {
  return annotation.status === 'open' && annotation.selector.quote !== '';
}

/** The place, or the likeliest of those that it may have. */
export function likeliestRange({ place }: PlacedAnnotation): TextRange | undefined {
  if (place.state === 'orphan') return undefined;
  return place.state === 'anchored' ? place : place.candidates[0];
}

/** A thread that was given another passage starts anew. */
function isSameQuote(a: PlacedAnnotation, b: PlacedAnnotation): boolean {
  const [before, after] = [a.annotation.selector, b.annotation.selector];
  return before === after || (before.quote === after.quote && before.prefix === after.prefix && before.start === after.start);
}

function isQuote(text: string, quote: string): boolean {
  return text === quote || text.normalize('NFC') === quote.normalize('NFC');
}

/**
 * Whether half of the quote is still there, at its two ends. With less of it, a passage elsewhere that is the quote word
 * for word is likelier what became of it: it was cut and put there.
 */
function survives(text: string, quote: string): boolean {
  const { from, to } = changedStretch(quote, text);
  return quote.length - (to - from) >= quote.length / 2;
}
