/**
 * Remembers what was worked out of a playbook for as long as it stays the same: the answer of the newest version of each.
 * Rules and the home view ask the same questions after every change.
 *
 * @example const CASES = new PlaybookMemo((playbook) => findCases(playbook)); CASES.of(playbook) === CASES.of(playbook)
 */
import type { Playbook } from './playbook.js';

export class PlaybookMemo<T> {
  readonly #known = new WeakMap<Playbook, { readonly version: number; readonly value: T }>();

  constructor(readonly find: (playbook: Playbook) => T) {}

  of(playbook: Playbook): T {
    const known = this.#known.get(playbook);
    if (known?.version === playbook.version) return known.value;
    const value = this.find(playbook);
    this.#known.set(playbook, { version: playbook.version, value });
    return value;
  }
}
