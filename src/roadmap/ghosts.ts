/**
 * What changed on a roadmap since an earlier one: a ghost for each item that moved, is gone or is new. Paths decide
 * which items are the same; a renamed note is followed where a map or its title tells where it went.
 *
 * An item is on a roadmap when it has days, inside the horizon or beyond it: another horizon alone changes nothing.
 *
 * @example withGhosts(before, after).ghosts[0] // { id: 'Storm texts.md', change: 'moved', start: '2026-03', … }
 */
import { byCodeUnits } from '../playbook/playbook.js';
import type { DaySpan, RoadmapGhost, RoadmapItem, RoadmapLayout } from './roadmap-layout.js';

export interface GhostOptions {
  /** New path of a note by its old one, where that is known. */
  readonly renamed?: ReadonlyMap<string, string> | undefined;
}

interface DatedItem {
  readonly item: RoadmapItem;
  readonly span: DaySpan;
}

/**
 * The later roadmap with its ghosts, in the order of paths. The ghost of an item that was renamed has the item's path
 * of now, so that it can be drawn beside it; that of an item that is gone has the path of then.
 */
export function withGhosts(before: RoadmapLayout, after: RoadmapLayout, options: GhostOptions = {}): RoadmapLayout {
  const then = datedItems(before);
  const now = datedItems(after);
  const renamed = findRenamed(then, now, options.renamed ?? new Map());
  const moved: RoadmapGhost[] = [];
  const seen = new Set<string>();
  for (const [path, old] of then) {
    const id = now.has(path) ? path : (renamed.get(path) ?? path);
    const current = now.get(id);
    if (current === undefined) moved.push(ghostOf(path, old, 'gone'));
    else if (isMoved(old, current)) moved.push(ghostOf(id, old, 'moved'));
    seen.add(id);
  }
  const added = [...now].filter(([path]) => !seen.has(path)).map(([path, item]) => ghostOf(path, item, 'new'));
  return { ...after, ghosts: [...moved, ...added].sort((a, b) => byCodeUnits(a.id, b.id) || byCodeUnits(a.change, b.change)) };
}

/** Ghosts of what is on the roadmap, by path. */
export function ghostsByPath({ ghosts }: Pick<RoadmapLayout, 'ghosts'>): ReadonlyMap<string, RoadmapGhost> {
  return new Map(ghosts.filter(({ change }) => change !== 'gone').map((ghost) => [ghost.id, ghost]));
}

/** What stood on the earlier roadmap and stands on this one no more. */
export function goneGhosts({ ghosts }: Pick<RoadmapLayout, 'ghosts'>): readonly RoadmapGhost[] {
  return ghosts.filter(({ change }) => change === 'gone');
}

/** Items with days, by path. An item that takes part in several lanes counts once. */
function datedItems(layout: RoadmapLayout): ReadonlyMap<string, DatedItem> {
  const items = new Map<string, DatedItem>();
  for (const lane of layout.lanes) {
    for (const entry of [...lane.bars, ...lane.milestones]) items.set(entry.id, { item: entry, span: entry.fullSpan ?? entry });
  }
  for (const item of layout.unscheduled) if (item.fullSpan !== undefined) items.set(item.id, { item, span: item.fullSpan });
  return items;
}

/**
 * Where the items that stand at no path of now went. Without a hint, the one new item of the same title and kind is
 * the renamed one; of several nobody can tell.
 */
function findRenamed(then: ReadonlyMap<string, DatedItem>, now: ReadonlyMap<string, DatedItem>, hints: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const gone = [...then].filter(([path]) => !now.has(path));
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const [path] of gone) {
    const to = hints.get(path);
    if (to === undefined || then.has(to) || !now.has(to) || taken.has(to)) continue;
    renamed.set(path, to);
    taken.add(to);
  }
  const lost = onlyOnes(gone.filter(([path]) => !renamed.has(path)));
  const found = onlyOnes([...now].filter(([path]) => !then.has(path) && !taken.has(path)));
  for (const [key, path] of lost) {
    const to = found.get(key);
    if (path !== undefined && to !== undefined) renamed.set(path, to);
  }
  return renamed;
}

/** Paths by kind and title; undefined where several items share both. */
function onlyOnes(items: readonly (readonly [string, DatedItem])[]): ReadonlyMap<string, string | undefined> {
  const paths = new Map<string, string | undefined>();
  for (const [path, { item }] of items) {
    const key = `${item.kind} ${item.title}`;
    paths.set(key, paths.has(key) ? undefined : path);
  }
  return paths;
}

/** Other days, or the same days written otherwise; a diamond has its last day alone. */
function isMoved(then: DatedItem, now: DatedItem): boolean {
  const isDiamond = then.item.kind === 'milestone' && now.item.kind === 'milestone';
  const firstDayDiffers = !isDiamond && then.span.firstDay !== now.span.firstDay;
  return firstDayDiffers || then.span.lastDay !== now.span.lastDay || then.item.start !== now.item.start || then.item.end !== now.item.end;
}

function ghostOf(id: string, { item, span }: DatedItem, change: RoadmapGhost['change']): RoadmapGhost {
  const { title, kind, start, end } = item;
  return { id, title, kind, start, end, firstDay: span.firstDay, lastDay: span.lastDay, change };
}
