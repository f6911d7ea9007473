/**
 * What the notes of a base hold in the property that the base groups by. A group has a name to show; what is written into
 * a note is what the notes of the group hold: the link behind the name, true or false as that.
 */
import type { LaneChange } from '../roadmap/roadmap-change.js';
import type { OwnGroups } from './base-options.js';

type GroupValue = string | number | boolean;

export class BaseGroups {
  readonly #valueByName = new Map<string, GroupValue | undefined>();
  readonly #valueByPath = new Map<string, GroupValue | undefined>();

  add(path: string, name: string, value: unknown): void {
    const single = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
    this.#valueByPath.set(path, single);
    if (this.#valueByName.get(name) === undefined) this.#valueByName.set(name, single);
  }

  /** Undefined for a group of several values; the name itself where no note is left in the group. */
  valueOf(name: string): GroupValue | undefined {
    return this.#valueByName.has(name) ? this.#valueByName.get(name) : name;
  }

  /** The change of a lane as it is to be written: other lanes as they are, undefined for a group of several values. */
  written(path: string, lane: LaneChange, { grouping, property }: OwnGroups): LaneChange | undefined {
    if (property === undefined || lane.groupBy !== grouping) return lane;
    const to = lane.to === undefined ? undefined : this.valueOf(lane.to);
    if (lane.to !== undefined && to === undefined) return undefined;
    const from = this.#valueByPath.has(path) ? this.#valueByPath.get(path) : lane.from;
    return { groupBy: lane.groupBy, from: textOf(from), to: textOf(to) };
  }
}

function textOf(value: GroupValue | undefined): string | undefined {
  return value === undefined ? undefined : String(value).trim() || undefined;
}
