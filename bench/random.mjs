/** Chance that repeats: the same seed gives the same vault on every machine (mulberry32). */

/** @param {number} seed */
export function buildRandom(seed) {
  let state = seed >>> 0;
  /** In [0, 1). */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (/** @type {number} */ count) => Math.floor(next() * count);
  return {
    below,
    /** True with the given probability. */
    chance: (/** @type {number} */ probability) => next() < probability,
    /** One of a list. @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[below(list.length)],
    /** So many different ones of a list. @template T @param {readonly T[]} list @param {number} count @returns {T[]} */
    some: (list, count) => {
      const chosen = new Set();
      while (chosen.size < Math.min(count, list.length)) chosen.add(list[below(list.length)]);
      return [...chosen];
    },
    /** A day of the years 2026 and 2027, `yyyy-mm-dd`, from the first to the last month given. */
    day: (from = 1, to = 24) => {
      const month = from + below(to - from + 1);
      return `${2026 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
    },
  };
}
