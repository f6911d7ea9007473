/**
 * Finds the practice that a heading may be meant for though it does not match: a name among its words, or a name with
 * one slip of the keyboard. Names lie in an index by first word and by length, so that a heading is compared with a
 * handful of them.
 *
 * @example new NearMissIndex([['make it stick', 'reinforce']]).find('how we make it stick') // 'reinforce'
 */
import { addTo } from './add-to.js';
import type { Practice } from './practice.js';

type NamedPractice = readonly [name: string, practice: Practice];

/** Shorter names differ by one letter from too many words. */
const SHORTEST_SLIP = 5;

export class NearMissIndex {
  readonly #byFirstWord = new Map<string, NamedPractice[]>();
  readonly #byLength = new Map<number, NamedPractice[]>();

  /** Names are normalised, as headings are. */
  constructor(names: Iterable<NamedPractice>) {
    for (const named of names) {
      const [name] = named;
      addTo(this.#byFirstWord, name.split(' ')[0] ?? '', named);
      if (name.length >= SHORTEST_SLIP) addTo(this.#byLength, name.length, named);
    }
  }

  find(heading: string): Practice | undefined {
    for (const word of heading.split(' ')) {
      const within = this.#byFirstWord.get(word)?.find(([name]) => name === word || ` ${heading} `.includes(` ${name} `));
      if (within !== undefined) return within[1];
    }
    for (const length of [heading.length - 1, heading.length, heading.length + 1]) {
      const slipped = this.#byLength.get(length)?.find(([name]) => isOneSlipAway(name, heading));
      if (slipped !== undefined) return slipped[1];
    }
    return undefined;
  }
}

/** One letter replaced, added or left out, or two neighbours swapped. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
