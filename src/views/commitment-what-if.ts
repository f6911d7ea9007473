/** What if: levels and business cases that are supposed of executives, in one view and nowhere else; never written. */
import type { CoalitionOptions } from '../playbook/coalition.js';
import type { CommitmentLevel } from '../playbook/commitment.js';

export interface Supposition {
  /** Undefined: as recorded. */
  readonly level: CommitmentLevel | undefined;
  readonly withCase: boolean;
}

/** By the executive's path, in the order in which they were added. */
export type Suppositions = ReadonlyMap<string, Supposition>;

export const NOTHING_SUPPOSED: Suppositions = new Map();
const AS_RECORDED: Supposition = { level: undefined, withCase: false };

/** Adds an executive of whom something will be supposed; one who is there stays as is. */
export function addPerson(supposed: Suppositions, path: string): Suppositions {
  return supposed.has(path) ? supposed : new Map(supposed).set(path, AS_RECORDED);
}

export function suppose(supposed: Suppositions, path: string, change: Partial<Supposition>): Suppositions {
  return new Map(supposed).set(path, { ...(supposed.get(path) ?? AS_RECORDED), ...change });
}

export function withoutPerson(supposed: Suppositions, path: string): Suppositions {
  return new Map([...supposed].filter(([other]) => other !== path));
}

/** How many executives something is supposed of. */
export function countSupposed(supposed: Suppositions): number {
  return [...supposed.values()].filter(({ level, withCase }) => level !== undefined || withCase).length;
}

export function coalitionOptions(percent: number, supposed: Suppositions): CoalitionOptions {
  return {
    percent,
    levels: new Map([...supposed].flatMap(([path, { level }]) => (level === undefined ? [] : [[path, level] as const]))),
    withCase: new Set([...supposed].flatMap(([path, { withCase }]) => (withCase ? [path] : []))),
  };
}
