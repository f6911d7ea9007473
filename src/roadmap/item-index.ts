/**
 * The items of a layout by id, with what waits for them: what edits ask, many times while something is dragged. Made
 * once for each layout.
 */
import { addTo } from '../playbook/add-to.js';
import { findCycles } from './dependency-cycles.js';
import type { RoadmapItem, RoadmapLayout, UnscheduledItem } from './roadmap-layout.js';

export interface IndexedItem {
  readonly item: RoadmapItem;
  /** Undefined for an item that is not drawn. */
  readonly laneId: string | undefined;
  /** It is drawn by the dates of other items. */
  readonly isInferred: boolean;
  /** Why it is not drawn. */
  readonly reason: UnscheduledItem['reason'] | undefined;
}

const INDEXES = new WeakMap<RoadmapLayout, ItemIndex>();

export class ItemIndex {
  readonly #items = new Map<string, IndexedItem>();
  #successors: Map<string, string[]> | undefined;
  #circles: Map<string, number> | undefined;

  /** The same index for the same layout. */
  static of(layout: RoadmapLayout): ItemIndex {
    let index = INDEXES.get(layout);
    if (index === undefined) INDEXES.set(layout, (index = new ItemIndex(layout)));
    return index;
  }

  private constructor({ lanes, unscheduled, hidden }: RoadmapLayout) {
    for (const { id: laneId, bars, milestones } of lanes) {
      for (const item of bars) this.#items.set(item.id, { item, laneId, isInferred: item.inferred, reason: undefined });
      for (const item of milestones) this.#items.set(item.id, { item, laneId, isInferred: false, reason: undefined });
    }
    for (const item of unscheduled) this.#items.set(item.id, { item, laneId: undefined, isInferred: false, reason: item.reason });
    // What a filter hides still waits for others, and is waited for.
    for (const item of hidden) this.#items.set(item.id, { item, laneId: undefined, isInferred: false, reason: undefined });
  }

  get(id: string): IndexedItem | undefined {
    return this.#items.get(id);
  }

  /** Title of an item; the id of one that is not there. */
  titleOf(id: string): string {
    return this.#items.get(id)?.item.title ?? id;
  }

  /** Ids of the items that wait for an item, each once. */
  successorsOf(id: string): readonly string[] {
    return (this.#successors ??= this.#findSuccessors()).get(id) ?? [];
  }

  /** Whether two items wait for each other, in however many steps. */
  areInCircle(a: string, b: string): boolean {
    const circles = (this.#circles ??= this.#findCircles());
    const circle = circles.get(a);
    return circle !== undefined && circle === circles.get(b);
  }

  #findSuccessors(): Map<string, string[]> {
    const successors = new Map<string, string[]>();
    for (const { item } of this.#items.values()) {
      for (const before of new Set(item.dependsOn)) {
        addTo(successors, before, item.id);
      }
    }
    return successors;
  }

  #findCircles(): Map<string, number> {
    const circles = new Map<string, number>();
    findCycles([...this.#items.values()].map(({ item }) => item)).forEach((ids, circle) => {
      for (const id of ids) circles.set(id, circle);
    });
    return circles;
  }
}
