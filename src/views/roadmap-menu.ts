/** The menu of items, the same from the chart, the list, the tray and the details: all that dragging can do, and more. */
import { fromEpochDay } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { AMBITIONS } from '../playbook/note.js';
import { cleanText } from '../roadmap/clean-text.js';
import { planLaneDrop } from '../roadmap/lane-drop.js';
import { planLink, planUnlink } from '../roadmap/link-items.js';
import { planMove } from '../roadmap/move-items.js';
import type { RoadmapChange } from '../roadmap/roadmap-change.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { snapUnitOf, stepDays } from '../roadmap/snap.js';
import { raiseOneLevel } from '../roadmap/what-if.js';
import { moveEntries } from './chart-menu.js';
import type { MenuEntry, RaisedLevels, RoadmapActions } from './roadmap-actions.js';
import { entryOf, itemsOf, nameOf, roadmapIndex } from './roadmap-index.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface ItemMenu {
  readonly host: ViewHost;
  readonly layout: RoadmapLayout;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  readonly actions: RoadmapActions | undefined;
  readonly raised: RaisedLevels;
  readonly onRaise: (raised: RaisedLevels) => void;
  readonly levelOf: (path: string) => CommitmentLevel | undefined;
  /** Shows the details of the items, where links are made. */
  readonly onDetails: (ids: readonly string[]) => void;
}

/** OURS: a longer list of lanes is chosen from by dragging, or in the dialog. */
const LANES_SHOWN = 12;
/** OURS. */
const LINKS_SHOWN = 6;

export function itemMenu(ids: readonly string[], menu: ItemMenu): readonly MenuEntry[] {
  const { layout, actions } = menu;
  const items = itemsOf(layout, ids);
  const [item] = items;
  if (item === undefined) return [];
  const entries = [...lookEntries(items.map(({ id }) => id), menu)];
  if (actions !== undefined) entries.push(...changeEntries(items.map(({ id }) => id), menu, actions));
  return entries;
}

function lookEntries(ids: readonly string[], { host, layout, choice, onChoice, onDetails, raised, onRaise, levelOf }: ItemMenu): readonly MenuEntry[] {
  const words = WORDS.roadmap;
  const details: MenuEntry = { title: words.details, icon: 'info', run: () => onDetails(ids) };
  const [id] = ids;
  if (id === undefined || ids.length > 1) return [details];
  return [
    { title: words.openNote, icon: 'file-text', run: () => host.open(id) },
    { title: words.openNewTab, icon: 'file-plus', run: () => host.open(id, { newTab: true }) },
    details,
    { title: words.focus, icon: 'workflow', run: () => onChoice({ ...choice, filter: { ...choice.filter, focus: id } }) },
    ...shortPeople(layout, id).flatMap(({ path, name }): readonly MenuEntry[] => {
      const higher = raiseOneLevel(raised.get(path) ?? levelOf(path));
      return higher === undefined ? [] : [{ title: words.raise(name, layout.levelLabels[higher]), icon: 'circle-help', run: () => onRaise(new Map(raised).set(path, higher)) }];
    }),
  ];
}

/** Executives on whose recorded level days of an item hang, each once. Of those who are not assessed nothing is supposed. */
function shortPeople(layout: RoadmapLayout, id: string): readonly { readonly path: string; readonly name: string }[] {
  const reasons = entryOf(layout, id)?.gaps.flatMap((gap) => (gap.state === 'short' ? gap.reasons.filter(({ level }) => level !== undefined) : [])) ?? [];
  return [...new Map(reasons.map(({ path, name }) => [path, { path, name: cleanText(name) }])).values()].slice(0, LINKS_SHOWN);
}

function changeEntries(ids: readonly string[], menu: ItemMenu, actions: RoadmapActions): readonly MenuEntry[] {
  const words = WORDS.roadmap;
  const { layout } = menu;
  const write = (change: RoadmapChange): void => void actions.change(change);
  const [id, second] = ids;
  const item = id === undefined ? undefined : roadmapIndex(layout).items.get(id);
  if (item === undefined || id === undefined) return [];
  const isOne = ids.length === 1;
  return [
    ...(isOne ? [{ title: words.edit, icon: 'pencil', startsGroup: true, run: () => actions.edit(item) }] : []),
    ...moveEntries(layout, ids, menu.choice.zoom === 'fit' ? 'month' : snapUnitOf(menu.choice.zoom), write),
    ...(isOne ? [...(menu.raised.size > 0 ? [] : fitEntry(id, layout, write)), ...ambitionEntry(id, layout, write), { title: words.otherSponsor, icon: 'user-round-pen', run: () => actions.edit(item) }] : []),
    ...linkEntries(id, ids.length === 2 ? second : undefined, isOne, menu, write),
    ...laneEntries(ids, layout, write),
  ];
}

/** To the first day that fits; undefined where there is no gap, or no such day. Not to be written in a what-if: there the day is only supposed. */
export function planFit(layout: RoadmapLayout, id: string): RoadmapChange | undefined {
  const entry = entryOf(layout, id);
  if (entry?.earliestFit === undefined || entry.fullSpan === undefined) return undefined;
  const from = entry.kind === 'milestone' ? entry.fullSpan.lastDay : entry.fullSpan.firstDay;
  const move = (days: number): ReturnType<typeof planMove> => planMove(layout, { ids: [id], days, edge: 'both', withDependents: false });
  const days = entry.earliestFit - from;
  const nearest = move(days);
  // A month or quarter that it is rounded to may begin too early: then the next one is taken.
  const [moved] = nearest.moved;
  const start = moved === undefined || entry.kind === 'milestone' ? moved?.lastDay : moved.firstDay;
  const { change } = start !== undefined && start < entry.earliestFit ? move(days + stepDays(entry, 'day', 1, 'both')) : nearest;
  if (change.items.length === 0) return undefined;
  // Whoever chooses it sees the day that fits: what is rounded to another is shown first.
  return start === entry.earliestFit ? change : { ...change, withPreview: true };
}

function fitEntry(id: string, layout: RoadmapLayout, write: (change: RoadmapChange) => void): readonly MenuEntry[] {
  const day = entryOf(layout, id)?.earliestFit;
  const change = planFit(layout, id);
  return day === undefined || change === undefined ? [] : [{ title: WORDS.roadmap.setFit(fromEpochDay(day)), icon: 'calendar-check', startsGroup: true, run: () => write(change) }];
}

function ambitionEntry(id: string, layout: RoadmapLayout, write: (change: RoadmapChange) => void): readonly MenuEntry[] {
  const words = WORDS.roadmap;
  const item = roadmapIndex(layout).items.get(id);
  const lower = item?.ambition === undefined ? undefined : AMBITIONS[AMBITIONS.indexOf(item.ambition) - 1];
  if (item === undefined || lower === undefined) return [];
  const change = { title: words.lowerTitle(cleanText(item.title), lower), items: [{ path: id, properties: { ambition: lower } }] };
  return [{ title: words.lowerAmbition(lower), icon: 'arrow-down-to-line', run: () => write(change) }];
}

function linkEntries(id: string, second: string | undefined, isOne: boolean, { layout, onDetails }: ItemMenu, write: (change: RoadmapChange) => void): readonly MenuEntry[] {
  const words = WORDS.roadmap;
  const { items } = roadmapIndex(layout);
  const titleOf = (path: string): string => nameOf(items.get(path) ?? { title: '', disambiguation: undefined });
  const removals = isOne ? (items.get(id)?.dependsOn ?? []).filter((path) => items.has(path)).slice(0, LINKS_SHOWN) : [];
  const pair = second === undefined ? undefined : planLink(layout, id, second);
  return [
    ...(isOne ? [{ title: words.link, icon: 'spline', startsGroup: true, run: () => onDetails([id]) }] : []),
    ...(second !== undefined && pair?.ok === true ? [{ title: words.linkTwo(titleOf(id), titleOf(second)), icon: 'spline', startsGroup: true, run: () => write(pair.change) }] : []),
    ...removals.map((path) => ({
      title: words.unlink(titleOf(path)),
      icon: 'unlink',
      run: () => {
        const plan = planUnlink(layout, path, id);
        if (plan.ok) write(plan.change);
      },
    })),
  ];
}

function laneEntries(ids: readonly string[], layout: RoadmapLayout, write: (change: RoadmapChange) => void): readonly MenuEntry[] {
  const { lanes } = roadmapIndex(layout);
  if (layout.lanes.length > LANES_SHOWN) return [];
  const here = new Set(ids.map((id) => lanes.get(id)));
  return layout.lanes
    .filter(({ id }) => !(here.size === 1 && here.has(id)))
    .flatMap(({ id, label }) => {
      const plan = planLaneDrop(layout, ids, id);
      return plan.ok ? [{ title: WORDS.roadmap.toLane(cleanText(label)), icon: 'move-vertical', run: () => write(plan.change) }] : [];
    })
    .map((entry, index) => (index === 0 ? { ...entry, startsGroup: true } : entry));
}
