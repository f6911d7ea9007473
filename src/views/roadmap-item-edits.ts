/** What the details of an item write: planned on the layout that is shown, handed to the host. */
import { planLink, planUnlink } from '../roadmap/link-items.js';
import type { RoadmapItem, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { RoadmapActions } from './roadmap-actions.js';
import { planFit } from './roadmap-menu.js';

export interface ItemEdits {
  readonly edit: (item: RoadmapItem) => void;
  /** `to` waits for `from`. Gives why it cannot be. */
  readonly link: (from: string, to: string) => string | undefined;
  readonly unlink: (from: string, to: string) => string | undefined;
  /** Moves an item to the first day from which it is carried; undefined in a what-if, where that day is only supposed. */
  readonly fit: ((id: string) => void) | undefined;
}

export function itemEdits(layout: RoadmapLayout, actions: RoadmapActions, isSupposed: boolean): ItemEdits {
  const write = (plan: ReturnType<typeof planLink>): string | undefined => {
    if (!plan.ok) return plan.message;
    void actions.change(plan.change);
    return undefined;
  };
  return {
    edit: (item) => actions.edit(item),
    link: (from, to) => write(planLink(layout, from, to)),
    unlink: (from, to) => write(planUnlink(layout, from, to)),
    fit: isSupposed
      ? undefined
      : (id) => {
          const change = planFit(layout, id);
          if (change !== undefined) void actions.change(change);
        },
  };
}
