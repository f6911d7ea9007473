/**
 * Finds the passage that an annotation speaks of in a text that went on without it. It anchors alone only where the text
 * leaves no doubt; otherwise it offers places, or says that the passage is gone: a remark at the wrong place is worse
 * than one that asks.
 *
 * 1. The text is the one that the annotation was made on: its offsets hold. 2. That text is at hand: the passage is
 * followed through what changed. 3. The quote, or something like it, is looked for, and each place is weighed with its
 * surroundings.
 *
 * @example anchorAll(text, [{ selector }])[0] // { state: 'anchored', from: 120, to: 152 }
 */
import type { TextRange } from '../markdown/text-range.js';
import type { AnnotationPlace, QuoteSelector } from '../playbook/annotation.js';
import { BaseText } from './base-text.js';
import { blobIdOf } from './blob-id.js';
import { exactCandidates, likelyCandidates, type Candidate } from './candidates.js';
import { foldText, type FoldedText } from './folded-text.js';
import { GramIndex } from './gram-index.js';
import { HeadingPaths } from './heading-paths.js';
import type { OffsetMap } from './offset-map.js';
import { scoreRange, type FoldedSelector, type Scored } from './scoring.js';

/** A selector with the text that it was made of, where the host has it (from git, by the selector's `blob`). */
export interface AnchorRequest {
  readonly selector: QuoteSelector;
  /** As it was stored: any line endings. */
  readonly base?: string | undefined;
}

/** The place of each in the text as it is stored, in the order asked for. What they share is worked out once. */
export function anchorAll(text: string, requests: readonly AnchorRequest[]): readonly AnnotationPlace[] {
  const target = new AnchorTarget(text);
  return requests.map((request) => target.place(request));
}

/** The part of a passage that must be left for what became of it to be the passage still. */
const LEAST_SURVIVED = 0.5;
/** By so much the best place must be better than the next to be taken without asking. */
const MARGIN = 0.06;
/** A quote shorter than this stands in a text by chance: its context must fit, too. */
const SHORT_QUOTE = 16;
const FITTING_CONTEXT = 0.8;
const SURE_SCORE = 0.6;
const SURE_QUOTE = 0.5;
const LIKELY_SCORE = 0.45;
const MAX_OFFERED = 3;

/** A base text with the way from it to the text of today. */
interface KnownBase {
  readonly folded: FoldedText;
  readonly changes: BaseText;
}

class AnchorTarget {
  readonly #folded: FoldedText;
  readonly #toLf: OffsetMap;
  readonly #toStored: OffsetMap;
  readonly #bases = new Map<string, KnownBase>();
  #blob: string | undefined;
  #headings: HeadingPaths | undefined;
  #grams: GramIndex | undefined;

  constructor(stored: string) {
    this.#folded = foldText(stored);
    this.#toLf = this.#folded.lfToFolded.reversed();
    this.#toStored = this.#folded.storedToLf.reversed();
  }

  place({ selector, base }: AnchorRequest): AnnotationPlace {
    const quote = foldText(selector.quote).text;
    if (quote.trim() === '') return { state: 'anchored', from: 0, to: 0 };
    const same = this.#inSameText(selector, quote);
    if (same !== undefined) return this.#anchored(same);
    const known = base === undefined ? undefined : this.#knownBase(base);
    const origin = known && passageIn(known.folded, selector, quote);
    const followed = origin && known.changes.follow(origin);
    if (followed !== undefined && followed.survived >= LEAST_SURVIVED) return this.#anchored(followed);
    return this.#search({
      quote,
      prefix: foldText(selector.prefix).text,
      suffix: foldText(selector.suffix).text,
      heading: selector.heading.map((heading) => heading.normalize('NFC')),
      start: selector.start === undefined ? undefined : this.#folded.lfToFolded.start(offsetIn(this.#folded.lf, selector.start)),
    }, origin === undefined ? undefined : known?.changes);
  }

  #inSameText(selector: QuoteSelector, quote: string): TextRange | undefined {
    if (selector.blob === undefined || selector.start === undefined) return undefined;
    this.#blob ??= blobIdOf(this.#folded.lf);
    if (selector.blob.toLowerCase() !== this.#blob) return undefined;
    return quoteAt(this.#folded, quote, selector.start);
  }

  #knownBase(base: string): KnownBase {
    const known = this.#bases.get(base);
    if (known !== undefined) return known;
    const folded = foldText(base);
    const made = { folded, changes: new BaseText(folded.text, this.#folded.text) };
    this.#bases.set(base, made);
    return made;
  }

  /** What stood at its place in the base text already is not where a passage went that is followed from another place. */
  #search(selector: FoldedSelector, changes: BaseText | undefined): AnnotationPlace {
    const { text } = this.#folded;
    const fresh = (candidates: readonly Candidate[]): readonly Candidate[] => changes === undefined ? candidates : candidates.filter((candidate) => !changes.wasThere(candidate));
    let candidates = fresh(exactCandidates(text, selector));
    if (candidates.length === 0) candidates = fresh(likelyCandidates(text, selector, (this.#grams ??= new GramIndex(text))));
    if (candidates.length === 0) return { state: 'orphan', missing: 'quote' };
    const headings = (this.#headings ??= new HeadingPaths(text));
    return this.#decide(selector, changes === undefined, apart(candidates.map((range) => scoreRange(text, selector, range, range.quote, headings.at(range.from)))));
  }

  #decide({ quote }: FoldedSelector, mayDiffer: boolean, places: readonly Scored[]): AnnotationPlace {
    const [best, next] = places;
    if (best === undefined || best.score < LIKELY_SCORE) return { state: 'orphan', missing: 'quote' };
    const fits = best.context >= FITTING_CONTEXT;
    const sure = best.quote === 1 ? quote.length >= SHORT_QUOTE || fits : mayDiffer && best.quote >= SURE_QUOTE && best.score >= SURE_SCORE && fits;
    if (sure && best.score - (next?.score ?? 0) >= MARGIN) return this.#anchored(best);
    const likely = places.filter(({ score }) => score >= LIKELY_SCORE).slice(0, MAX_OFFERED);
    return { state: 'confirm', candidates: likely.map((place) => ({ ...this.#stored(place), score: place.score })) };
  }

  #anchored(range: TextRange): AnnotationPlace {
    return { state: 'anchored', ...this.#stored(range) };
  }

  #stored({ from, to }: TextRange): TextRange {
    return { from: this.#toStored.start(this.#toLf.start(from)), to: this.#toStored.end(this.#toLf.end(to)) };
  }
}

/** The best first; of those that overlap, the best only. */
function apart(places: readonly Scored[]): readonly Scored[] {
  const kept: Scored[] = [];
  for (const place of [...places].sort((a, b) => b.score - a.score || a.from - b.from)) {
    if (!kept.some(({ from, to }) => place.from < to && from < place.to)) kept.push(place);
  }
  return kept;
}

/** The quote in the folded text, when it stands at this offset of the text with `\n`. */
function quoteAt({ lf, text, lfToFolded }: FoldedText, quote: string, start: number): TextRange | undefined {
  const from = lfToFolded.start(offsetIn(lf, start));
  return text.startsWith(quote, from) ? { from, to: from + quote.length } : undefined;
}

/** Where the quote stood in its base text: where its selector says, or at the only place where it stands. */
function passageIn(base: FoldedText, selector: QuoteSelector, quote: string): TextRange | undefined {
  const told = selector.start === undefined ? undefined : quoteAt(base, quote, selector.start);
  if (told !== undefined) return told;
  const from = base.text.indexOf(quote);
  return from === -1 || base.text.indexOf(quote, from + 1) !== -1 ? undefined : { from, to: from + quote.length };
}

function offsetIn(text: string, offset: number): number {
  return Number.isNaN(offset) ? 0 : Math.max(0, Math.min(text.length, Math.trunc(offset)));
}
