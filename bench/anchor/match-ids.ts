/**
 * Which members of two lists belong together: the longest common subsequence by Myers’ greedy algorithm, unique members
 * first where the lists differ too much for it (“patience”). Written for the truth of this bench alone; the code that is
 * measured uses a library.
 */

/** Pairs of indices, rising on both sides. */
export type Pairs = readonly (readonly [number, number])[];

const MOST_DIFFERENCES = 1500;

export function matchIds(a: ArrayLike<number>, b: ArrayLike<number>): Pairs {
  const pairs: [number, number][] = [];
  matchPart({ ids: a, from: 0, to: a.length }, { ids: b, from: 0, to: b.length }, pairs);
  return pairs;
}

interface Part {
  readonly ids: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

function matchPart(a: Part, b: Part, pairs: [number, number][]): void {
  let [aFrom, bFrom, aTo, bTo] = [a.from, b.from, a.to, b.to];
  while (aFrom < aTo && bFrom < bTo && a.ids[aFrom] === b.ids[bFrom]) pairs.push([aFrom++, bFrom++]);
  const tail: [number, number][] = [];
  while (aFrom < aTo && bFrom < bTo && a.ids[aTo - 1] === b.ids[bTo - 1]) tail.push([--aTo, --bTo]);
  if (aFrom < aTo && bFrom < bTo) {
    const [aPart, bPart] = [{ ids: a.ids, from: aFrom, to: aTo }, { ids: b.ids, from: bFrom, to: bTo }];
    const middle = shortestEdit(aPart, bPart);
    if (middle === undefined) matchByUnique(aPart, bPart, pairs);
    else pairs.push(...middle);
  }
  pairs.push(...tail.reverse());
}

/** Undefined when there are more differences than it is worth. */
function shortestEdit(a: Part, b: Part): [number, number][] | undefined {
  const [n, m] = [a.to - a.from, b.to - b.from];
  const most = Math.min(n + m, MOST_DIFFERENCES);
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k;
      let x = k === -d || (k !== d && furthest[at - 1]! < furthest[at + 1]!) ? furthest[at + 1]! : furthest[at - 1]! + 1;
      while (x < n && x - k < m && a.ids[a.from + x] === b.ids[b.from + x - k]) x++;
      furthest[at] = x;
      if (x >= n && x - k >= m) return walkBack(a, b, trace, d);
    }
  }
  return undefined;
}

/** `trace[d]` has the furthest points before step d, for k from -d - 1 to d + 1. */
function walkBack(a: Part, b: Part, trace: readonly Int32Array[], differences: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [a.to - a.from, b.to - b.from];
  for (let d = differences; d >= 0; d--) {
    const before = trace[d]!;
    const k = x - y;
    const at = d + 1 + k;
    const previousK = k === -d || (k !== d && before[at - 1]! < before[at + 1]!) ? k + 1 : k - 1;
    const previousX = d === 0 ? 0 : before[d + 1 + previousK]!;
    const previousY = d === 0 ? 0 : previousX - previousK;
    while (x > previousX && y > previousY) pairs.push([a.from + --x, b.from + --y]);
    [x, y] = [previousX, previousY];
  }
  return pairs.reverse();
}

/** Members that are there once on each side, in the longest rising row; then what is between them. */
function matchByUnique(a: Part, b: Part, pairs: [number, number][]): void {
  const [inA, inB] = [placesOfUnique(a), placesOfUnique(b)];
  const common: [number, number][] = [];
  for (const [id, at] of inA) {
    const other = inB.get(id) ?? -1;
    if (at >= 0 && other >= 0) common.push([at, other]);
  }
  if (common.length === 0) return;
  let [aFrom, bFrom] = [a.from, b.from];
  for (const [aAt, bAt] of longestRising(common.sort(([first], [second]) => first - second))) {
    matchPart({ ids: a.ids, from: aFrom, to: aAt }, { ids: b.ids, from: bFrom, to: bAt }, pairs);
    pairs.push([aAt, bAt]);
    [aFrom, bFrom] = [aAt + 1, bAt + 1];
  }
  matchPart({ ids: a.ids, from: aFrom, to: a.to }, { ids: b.ids, from: bFrom, to: b.to }, pairs);
}

/** -1 for what is there more than once. */
function placesOfUnique({ ids, from, to }: Part): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) places.set(ids[at]!, places.has(ids[at]!) ? -1 : at);
  return places;
}

function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, value], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = index;
  });
  const rising: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) rising.push(pairs[index]!);
  return rising.reverse();
}
