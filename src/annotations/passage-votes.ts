/**
 * Tells of many passages which may stand in a text, be it changed, in one walk over the text: short runs of characters
 * that both share vote for the place that the passage would have. Where few agree on a place, looking closer is in vain.
 *
 * @example new PassageVotes([passage, other]).likelyIn(text) // [1]: something like the second may stand there
 */

/** Units per run, as in the search within one text. */
const RUN = 5;
/** Places are counted in steps of this many units, which a passage that lost or won some words does not leave. */
const STEP = 64;
/** Of a passage that is found, a third of the runs and more agree on its place; by chance, hardly a tenth does. */
const LEAST_SHARE = 1 / 8;
const BUCKETS = 1 << 16;
/** A run that a passage has more often, or a text, says little about a place and costs much. */
const MAX_IN_PASSAGE = 4;
const MAX_IN_TEXT = 48;

/** A run of a passage: which passage, and where in it. */
interface Run {
  readonly passage: number;
  readonly at: number;
}

export class PassageVotes {
  /** By hash; most are of no passage. */
  readonly #runs: (Run[] | undefined)[] = Array.from({ length: BUCKETS });
  /** How often the text at hand has had each run. */
  readonly #seen = new Uint8Array(BUCKETS);
  readonly #least: readonly number[];
  readonly #longest: number;

  constructor(passages: readonly string[]) {
    for (const [passage, text] of passages.entries()) {
      for (let at = 0; at + RUN <= text.length; at++) {
        const hash = hashAt(text, at);
        const runs = (this.#runs[hash] ??= []);
        if (runs[runs.length - MAX_IN_PASSAGE]?.passage !== passage) runs.push({ passage, at });
      }
    }
    this.#least = passages.map(({ length }) => Math.max(1, (length - RUN + 1) * LEAST_SHARE));
    this.#longest = Math.max(0, ...passages.map(({ length }) => length));
  }

  /** In their order. A passage shorter than a run is never found. */
  likelyIn(text: string): readonly number[] {
    const votes = new Map<number, number>();
    this.#seen.fill(0);
    const slots = Math.ceil((text.length + this.#longest) / STEP) + 2;
    for (let at = 0; at + RUN <= text.length; at++) {
      const hash = hashAt(text, at);
      const runs = this.#runs[hash];
      const seen = this.#seen[hash] ?? 0;
      if (runs === undefined || seen === MAX_IN_TEXT) continue;
      this.#seen[hash] = seen + 1;
      for (const run of runs) {
        const key = run.passage * slots + Math.floor((at - run.at + this.#longest) / STEP);
        votes.set(key, (votes.get(key) ?? 0) + 1);
      }
    }
    const likely = new Set<number>();
    for (const [key, count] of votes) {
      const passage = Math.floor(key / slots);
      if (count + (votes.get(key + 1) ?? 0) >= (this.#least[passage] ?? Infinity)) likely.add(passage);
    }
    return [...likely].sort((a, b) => a - b);
  }
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + RUN; index++) hash = Math.imul(hash, 0x01000193) + text.charCodeAt(index);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
