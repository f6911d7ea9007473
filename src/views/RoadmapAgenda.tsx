/**
 * The roadmap for phones and narrow panes: a list by lane, each item with its dates, a small bar over the days shown and
 * its gap in words. Everything that the chart offers by dragging is in the menu of the row. Only rows in sight are drawn.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { COMPETENCIES } from '../playbook/competency.js';
import { NO_REMARKS, type OpenRemark, type RemarksByNote } from '../playbook/open-remarks.js';
import { cleanText } from '../roadmap/clean-text.js';
import { ghostsByPath } from '../roadmap/ghosts.js';
import type { RoadmapEntry, RoadmapGap, RoadmapGhost, RoadmapLayout, UnscheduledItem } from '../roadmap/roadmap-layout.js';
import { datesInWords, gapInWords, ghostInWords, reasonInWords } from '../roadmap/roadmap-words.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { RemarkCount } from './OpenRemarks.js';
import { onContextMenu, type ItemMenuAt } from './press-handlers.js';
import { nameOf } from './roadmap-index.js';
import { agendaRows, partOf, yearsOf, type AgendaGroup, type AgendaItem, type AgendaRow } from './roadmap-agenda-model.js';
import { findRow, useRowWindow } from './use-row-window.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface AgendaHandle {
  reveal(id: string): void;
}

export interface RoadmapAgendaProps {
  readonly layout: RoadmapLayout;
  readonly host: ViewHost;
  readonly withCommitment: boolean;
  /** Keys of closed groups. */
  readonly collapsed: readonly string[];
  readonly onCollapsed: (collapsed: readonly string[]) => void;
  readonly selection: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
  readonly onMenu: ItemMenuAt | undefined;
  /** What annotations leave open, by item. */
  readonly remarks?: RemarksByNote;
  readonly handle: { current: AgendaHandle | null };
}

export function RoadmapAgenda({ layout, host, withCommitment, collapsed, onCollapsed, selection, onSelect, onMenu, remarks = NO_REMARKS, handle }: RoadmapAgendaProps): VNode {
  const words = WORDS.roadmap;
  const rows = useMemo(() => agendaRows(layout, new Set(collapsed)), [layout, collapsed]);
  const [activeKey, setActiveKey] = useState('');
  const wantsFocus = useRef(false);
  const lastActive = useRef(0);
  const active = useMemo(() => findRow(rows, activeKey, lastActive.current), [rows, activeKey]);
  if (active >= 0) lastActive.current = active;
  const list = useRowWindow(rows, guessHeight, active);
  const moveTo = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    wantsFocus.current = true;
    setActiveKey(row.key);
  };
  useLayoutEffect(() => {
    handle.current = { reveal: (id) => moveTo(rows.findIndex((row) => row.kind === 'item' && row.item.id === id)) };
    if (!wantsFocus.current || active < 0) return;
    wantsFocus.current = false;
    list.reveal(active);
    list.holder.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`)?.focus({ preventScroll: true });
  });
  // Details below the list take from its height, at once or as they fill: what they are about stays in sight.
  const heightPx = list.scroller.current?.clientHeight ?? 0;
  const before = useRef({ selection, heightPx });
  useLayoutEffect(() => {
    const { current: last } = before;
    const element = list.scroller.current;
    before.current = { selection, heightPx: element?.clientHeight ?? 0 };
    const [id] = selection;
    const index = selection.size === 1 ? rows.findIndex((row) => row.kind === 'item' && row.item.id === id) : -1;
    if (index < 0 || element === null) return;
    // Browsers scroll by whole pixels.
    const wasInSight = list.topOf(index) >= element.scrollTop - 1 && list.topOf(index + 1) <= element.scrollTop + last.heightPx + 1;
    if (selection !== last.selection || wasInSight) list.reveal(index);
  }, [selection, heightPx]);
  const years = useMemo(() => yearsOf(layout.horizon), [layout]);
  const ghosts = useMemo(() => ghostsByPath(layout), [layout]);
  const toggle = ({ key }: AgendaGroup): void => onCollapsed(collapsed.includes(key) ? collapsed.filter((other) => other !== key) : [...collapsed, key]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveTo(to);
  };
  // Its head stays in sight while its items pass by.
  const topRow = rows[rowAt(list.topOf, rows.length, list.scroller.current?.scrollTop ?? 0)];
  const stuck = topRow?.kind === 'item' ? topRow.group : undefined;

  return (
    <>
      <div class={`cx-agenda-scale${onMenu === undefined ? '' : ' has-menus'}`} aria-hidden="true"><div>{years.map(({ label, start }) => <span key={label} style={{ insetInlineStart: `${start}%` }}>{label}</span>)}</div></div>
      <div class="cx-agenda" ref={list.scroller} onScroll={list.onScroll}>
        {stuck !== undefined && <div class="cx-agenda-stuck" aria-hidden="true"><div class="cx-agenda-group"><GroupHead host={host} group={stuck} tabIndex={-1} onToggle={() => toggle(stuck)} /></div></div>}
        <div ref={list.holder} class="cx-tree" role="list" aria-label={words.agenda} style={{ height: `${list.totalPx}px` }} onKeyDown={onKeyDown}>
          {list.indexes.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const place = { role: 'listitem' as const, 'data-index': index, 'aria-setsize': rows.length, 'aria-posinset': index + 1, style: { transform: `translateY(${list.topOf(index)}px)` }, onFocusIn: () => setActiveKey(row.key) };
            return row.kind === 'group' ? (
              <div key={row.key} class="cx-agenda-row cx-agenda-group" {...place}><GroupHead host={host} group={row} onToggle={() => toggle(row)} /></div>
            ) : (
              <div
                key={row.key}
                class={`cx-agenda-row cx-agenda-item${selection.has(row.item.id) ? ' is-selected' : ''}`}
                {...place}
                onContextMenu={onContextMenu(onMenu, row.item.id)}
              >
                <ItemRow row={row} layout={layout} withCommitment={withCommitment} isSelected={selection.has(row.item.id)} remarks={remarks.get(row.item.id)} ghost={ghosts.get(row.item.id)} onSelect={onSelect} onMenu={onMenu} />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function GroupHead({ host, group: { lane, itemCount, isOpen }, tabIndex, onToggle }: { readonly host: ViewHost; readonly group: AgendaGroup; readonly tabIndex?: number; readonly onToggle: () => void }): VNode {
  const words = WORDS.roadmap;
  return (
    <button type="button" class={`cx-row cx-slot-${lane?.colourSlot ?? (lane === undefined ? 'none' : 'accent')}`} aria-expanded={isOpen} {...(tabIndex === undefined ? {} : { tabIndex })} onClick={onToggle}>
      <Icon host={host} name="chevron-right" className={`cx-chevron${isOpen ? ' is-open' : ''}`} />
      <span class="cx-row-text"><bdi>{lane === undefined ? words.tray : cleanText(lane.label)}</bdi></span>
      <span class="cx-facts">
        <span class="cx-muted"><bdi>{words.items(formatCount(itemCount))}</bdi></span>
        {lane !== undefined && lane.gapCount > 0 && <span class="cx-gap-words"><bdi>{words.gaps(formatCount(lane.gapCount))}</bdi></span>}
      </span>
    </button>
  );
}

function ItemRow({ row: { item }, layout, withCommitment, isSelected, remarks, ghost, onSelect, onMenu }: {
  readonly row: AgendaItem;
  readonly layout: RoadmapLayout;
  readonly withCommitment: boolean;
  readonly isSelected: boolean;
  readonly remarks: readonly OpenRemark[] | undefined;
  /** What it was on the roadmap that this one is compared with. */
  readonly ghost: RoadmapGhost | undefined;
  readonly onSelect: (id: string) => void;
  readonly onMenu: RoadmapAgendaProps['onMenu'];
}): VNode {
  const title = nameOf(item);
  const gap = withCommitment && 'gaps' in item ? item.gaps.find(({ state }) => state === 'short') : undefined;
  return (
    <>
      <button type="button" class="cx-agenda-main" aria-pressed={isSelected} onClick={() => onSelect(item.id)}>
        <span class="cx-agenda-title"><bdi>{title}</bdi>{remarks !== undefined && <>{' '}<RemarkCount remarks={remarks} /></>}</span>
        <span class="cx-muted"><bdi>{factsOf(item, ghost)}</bdi></span>
        {'gaps' in item && <MiniBar entry={item} layout={layout} ghost={ghost} withCommitment={withCommitment} />}
        {gap !== undefined && <span class="cx-gap-words"><bdi>{gapOfRow(item, gap, layout)}</bdi></span>}
      </button>
      {onMenu !== undefined && <button type="button" class="clickable-icon cx-agenda-menu" aria-label={WORDS.roadmap.menuOf(title)} aria-haspopup="menu" onClick={({ currentTarget }) => onMenu(item.id, currentTarget)}>⋮</button>}
    </>
  );
}

/** Each once: an item without dates is not on the chart for that reason. */
function factsOf(item: AgendaItem['item'], ghost: RoadmapGhost | undefined): string {
  const facts = [datesInWords(item), item.status, 'reason' in item ? reasonInWords(item) : undefined, ghost === undefined ? undefined : ghostInWords(ghost)];
  return [...new Set(facts)].filter((fact) => fact !== undefined).join(' · ');
}

/** Without the days where they are all of the item's, which stand above. */
function gapOfRow(item: AgendaItem['item'], gap: RoadmapGap, { levelLabels }: RoadmapLayout): string {
  const text = gapInWords(gap, levelLabels);
  const isAll = 'gaps' in item && gap.fromDay === item.firstDay && gap.toDay === item.lastDay;
  return isAll ? text.slice(text.indexOf(': ') + 2) : text;
}

/** Says nothing that the words beside it do not. */
function MiniBar({ entry, layout: { horizon, todayDay }, ghost, withCommitment }: { readonly entry: RoadmapEntry; readonly layout: RoadmapLayout; readonly ghost: RoadmapGhost | undefined; readonly withCommitment: boolean }): VNode {
  const place = (firstDay: number, lastDay: number): { readonly insetInlineStart: string; readonly width: string } => {
    const { start, length } = partOf(horizon, firstDay, lastDay);
    return { insetInlineStart: `${start}%`, width: `${length}%` };
  };
  const isShort = withCommitment && entry.gaps.some(({ state }) => state === 'short');
  const slot = entry.competency === undefined ? 'none' : COMPETENCIES.indexOf(entry.competency);
  const shape = entry.kind === 'milestone' ? `cx-mini-diamond${isShort ? ' is-short' : ''}` : `cx-mini-box cx-status-${entry.status ?? 'none'}`;
  return (
    <span class={`cx-mini cx-slot-${slot}`} aria-hidden="true">
      {ghost?.change === 'moved' && <span class="cx-mini-ghost" style={place(entry.kind === 'milestone' ? ghost.lastDay : ghost.firstDay, ghost.lastDay)} />}
      <span class={shape} style={place(entry.firstDay, entry.lastDay)} />
      {entry.kind !== 'milestone' && withCommitment && entry.gaps.slice(0, RAILS_SHOWN).map(({ fromDay, toDay, state }) => <span key={fromDay} class={`cx-mini-rail is-${state}`} style={place(fromDay, toDay)} />)}
      {todayDay >= horizon.firstDay && todayDay <= horizon.lastDay && <span class="cx-mini-today" style={{ insetInlineStart: `${partOf(horizon, todayDay, todayDay).start}%` }} />}
    </span>
  );
}

/** A bar of a hand's width shows no more. */
const RAILS_SHOWN = 4;

/** Before a row was drawn. */
function guessHeight(row: AgendaRow): number {
  if (row.kind === 'group') return 44;
  return isShortItem(row.item) ? 92 : 68;
}

function isShortItem(item: RoadmapEntry | UnscheduledItem): boolean {
  return 'gaps' in item && item.gaps.some(({ state }) => state === 'short');
}

function rowAt(topOf: (index: number) => number, count: number, px: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(middle) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}
