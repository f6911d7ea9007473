/**
 * Finds where a text may hold something like a passage, in time that hardly depends on the length of the text: short
 * runs of characters that both share vote for the offset that the passage would have. Whoever asks looks closer only
 * there.
 *
 * @example new GramIndex(text).likelyOffsets('cut the program in Q3', 5) // [118]: within 16 units of it
 */

/** Units per run. Shorter ones are everywhere in a text, longer ones do not live through a reworded sentence. */
const GRAM = 5;
/** Runs that are more common than this say little about a place and cost much. */
const MAX_COMMON = 48;
/** A passage is looked for by at most so many of its runs. */
const MAX_RUNS = 512;
/** Offsets are counted in steps of this many units, so that a word more or less does not split the votes. */
const STEP = 16;

export class GramIndex {
  readonly #length: number;
  readonly #mask: number;
  /** Where the offsets of each bucket start in `#offsets`. */
  readonly #starts: Int32Array;
  readonly #offsets: Int32Array;

  constructor(text: string) {
    const count = Math.max(0, text.length - GRAM + 1);
    let buckets = 1 << 12;
    while (buckets < count) buckets *= 2;
    this.#length = text.length;
    this.#mask = buckets - 1;
    this.#starts = new Int32Array(buckets + 1);
    this.#offsets = new Int32Array(count);
    const hashes = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      const bucket = gramHash(text, at) & this.#mask;
      hashes[at] = bucket;
      this.#starts[bucket + 1] = (this.#starts[bucket + 1] ?? 0) + 1;
    }
    for (let bucket = 0; bucket < buckets; bucket++) this.#starts[bucket + 1] = (this.#starts[bucket + 1] ?? 0) + (this.#starts[bucket] ?? 0);
    const next = this.#starts.slice();
    for (let at = 0; at < count; at++) {
      const bucket = hashes[at] ?? 0;
      const place = next[bucket] ?? 0;
      this.#offsets[place] = at;
      next[bucket] = place + 1;
    }
  }

  /** At most so many, the likeliest first; some lie before the text by up to the passage's length. */
  likelyOffsets(passage: string, atMost: number): readonly number[] {
    const votes = new Uint16Array(Math.ceil((this.#length + passage.length) / STEP) + 2);
    const runStep = Math.max(1, Math.ceil(passage.length / MAX_RUNS));
    for (let at = 0; at + GRAM <= passage.length; at += runStep) {
      const bucket = gramHash(passage, at) & this.#mask;
      const from = this.#starts[bucket] ?? 0;
      const to = this.#starts[bucket + 1] ?? 0;
      if (to - from > MAX_COMMON) continue;
      for (let place = from; place < to; place++) {
        const slot = Math.floor(((this.#offsets[place] ?? 0) - at + passage.length) / STEP);
        votes[slot] = (votes[slot] ?? 0) + 1;
      }
    }
    return peaks(votes, atMost).map((slot) => slot * STEP - passage.length);
  }
}

/** The slots with the most votes in themselves and the one behind, the first of equals first; none beside another. */
function peaks(votes: Uint16Array, atMost: number): readonly number[] {
  const found: { readonly slot: number; readonly sum: number }[] = [];
  for (let slot = 0; slot + 1 < votes.length; slot++) {
    const sum = (votes[slot] ?? 0) + (votes[slot + 1] ?? 0);
    if (sum < 2) continue;
    const last = found[found.length - 1];
    if (last !== undefined && slot - last.slot < 2) {
      if (sum > last.sum) found[found.length - 1] = { slot, sum };
      continue;
    }
    found.push({ slot, sum });
  }
  return found.sort((a, b) => b.sum - a.sum || a.slot - b.slot).slice(0, atMost).map(({ slot }) => slot);
}

function gramHash(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + GRAM; index++) hash = Math.imul(hash, 0x01000193) + text.charCodeAt(index);
  return hash ^ (hash >>> 15);
}
