/**
 * What headings say, remembered: notes of a playbook share theirs, so most are read once per vault.
 *
 * @example reader.read('2. **Walk the talk**!') // { plain: '2. Walk the talk!', name: 'walk the talk', practice: { practice: 'model', language: 'en' } }
 */
import { detachedText } from '../markdown/detached-text.js';
import { plainHeadingText } from '../markdown/heading-text.js';
import type { Heading } from '../markdown/outline.js';
import { normalizeHeading, type Practice, type PracticeMatch, type PracticeMatcher } from '../playbook/practice.js';

export interface HeadingReading {
  /** Without markup. */
  readonly plain: string;
  /** Normalised, to compare by. */
  readonly name: string;
  readonly practice: PracticeMatch | undefined;
  /** The practice that it may be meant for though it does not match. */
  readonly nearMiss: Practice | undefined;
}

/** More different headings than this are forgotten all at once; a vault has some hundreds. */
const REMEMBERED = 4000;

export class HeadingReader {
  readonly #readings = new Map<string, HeadingReading>();

  constructor(readonly matcher: PracticeMatcher) {}

  of(text: string, { textFrom, textTo }: Pick<Heading, 'textFrom' | 'textTo'>): HeadingReading {
    return this.read(text.slice(textFrom, textTo));
  }

  /** Reads a heading's raw text. */
  read(raw: string): HeadingReading {
    const known = this.#readings.get(raw);
    if (known !== undefined) return known;
    const plain = plainHeadingText(raw);
    const reading = new RememberedReading(plain, this.matcher);
    if (this.#readings.size >= REMEMBERED) this.#readings.clear();
    this.#readings.set(detachedText(raw), reading);
    return reading;
  }
}

/** Looks for a near miss when first asked: only notes that lack a section do. */
class RememberedReading implements HeadingReading {
  readonly name: string;
  readonly practice: PracticeMatch | undefined;
  readonly #matcher: PracticeMatcher;
  /** Null until it was looked for. */
  #nearMiss: Practice | undefined | null = null;

  constructor(
    readonly plain: string,
    matcher: PracticeMatcher,
  ) {
    this.name = normalizeHeading(plain);
    this.practice = matcher.match(plain);
    this.#matcher = matcher;
  }

  get nearMiss(): Practice | undefined {
    if (this.#nearMiss === null) this.#nearMiss = this.practice === undefined ? this.#matcher.nearMiss(this.plain) : undefined;
    return this.#nearMiss;
  }
}
