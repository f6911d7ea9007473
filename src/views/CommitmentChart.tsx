/**
 * The map itself: a list of executives, each a button with all its marks in its name, on the columns of the levels. Only
 * rows in sight are drawn. One Tab stop: arrows move between executives, Alt with an arrow re-assesses one level.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { entriesInSight, layoutMap, type MapLayout } from './commitment-map-geometry.js';
import type { CommitmentMapModel, MapEntry } from './commitment-map-model.js';
import type { RecordedMark } from './commitment-recorded.js';
import { mapKey } from './commitment-map-keys.js';
import { CommitmentPeerLines } from './CommitmentPeerLines.js';
import { CommitmentPerson, type GhostMark } from './CommitmentPerson.js';
import { wantsNewTab } from './NoteLink.js';
import type { ItemMenuAt } from './press-handlers.js';
import { useMapDrag } from './use-map-drag.js';
import { useScrollWindow } from './use-scroll-window.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface CommitmentChartProps {
  readonly host: ViewHost;
  readonly model: CommitmentMapModel;
  readonly entries: readonly MapEntry[];
  readonly selected: string | undefined;
  readonly onSelect: (path: string) => void;
  readonly onMenu: ItemMenuAt | undefined;
  /** Undefined: to look at only. */
  readonly onAssess: ((path: string, level: CommitmentLevel) => void) | undefined;
  readonly onStep: ((path: string, steps: 1 | -1) => void) | undefined;
  /** Marks that are asked about or supposed, by path. */
  readonly ghosts: ReadonlyMap<string, GhostMark>;
  readonly allPeers: boolean;
  /** By path, where the map is of an earlier day. */
  readonly recorded?: ReadonlyMap<string, RecordedMark> | undefined;
}

/** Of the columns' names, which stay above the rows. */
const HEAD_PX = 40;

export function CommitmentChart({ host, model, entries, selected, onSelect, onMenu, onAssess, onStep, ghosts, allPeers, recorded }: CommitmentChartProps): VNode {
  const words = WORDS.commitment;
  const { scroller, onScroll, topPx, size, reveal } = useScrollWindow();
  const [stop, setStop] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const [hasFocus, setHasFocus] = useState(false);
  /** The stop takes the focus once it is drawn. */
  const moves = useRef(false);
  const widthPx = size?.width ?? 0;
  const layout = useMemo(() => layoutMap(entries, widthPx), [entries, widthPx]);
  const indexByPath = useMemo(() => new Map(entries.map(({ key }, index) => [key, index])), [entries]);
  const hasUnits = entries[0]?.kind === 'unit';
  const rows = useMemo(() => entries.flatMap((entry) => (entry.kind === 'person' ? [entry.row] : [])), [entries]);
  const gesture = useMapDrag(layout, onAssess === undefined ? undefined : ({ path, level }) => {
    if (model.rowByPath.get(path)?.standing.level !== level) onAssess(path, level);
  });

  const firstPath = rows[0]?.executive.path;
  const stopPath = [stop, selected].find((path) => path !== undefined && indexByPath.has(path)) ?? firstPath;
  const active = gesture.drag?.path ?? hovered ?? (hasFocus ? stopPath : undefined) ?? selected;
  const heightPx = size?.height ?? 0;
  const indexes = entriesInSight(layout, entries.length, topPx, heightPx, stopPath === undefined ? -1 : (indexByPath.get(stopPath) ?? -1));
  const peers = new Set(model.rowByPath.get(active ?? '')?.peers.map(({ path }) => path));

  const moveTo = (path: string): void => {
    const index = indexByPath.get(path) ?? 0;
    // The heading of a unit comes into sight with its first executive.
    const from = entries[index - 1]?.kind === 'unit' ? index - 1 : index;
    reveal(layout.topOf(from), layout.topOf(index + 1), HEAD_PX);
    setStop(path);
    moves.current = true;
  };
  useLayoutEffect(() => {
    if (!moves.current || stopPath === undefined) return;
    moves.current = false;
    buttonOf(scroller.current, stopPath)?.focus({ preventScroll: true });
  });
  // What is selected elsewhere, by a link or in a panel, comes into sight.
  useLayoutEffect(() => {
    const index = selected === undefined ? undefined : indexByPath.get(selected);
    if (index !== undefined && size !== undefined) reveal(layout.topOf(index), layout.topOf(index + 1), HEAD_PX);
  }, [selected, size !== undefined]);

  const pathAt = (target: EventTarget | null): string | undefined => entryOf(target)?.getAttribute('data-row') ?? undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    const path = pathAt(event.target);
    if (path === undefined) return;
    const isRtl = scroller.current?.ownerDocument.defaultView?.getComputedStyle(scroller.current).direction === 'rtl';
    const index = rows.findIndex(({ executive }) => executive.path === path);
    const key = mapKey(event, isRtl);
    if (key === undefined || (key.kind === 'step' && onStep === undefined) || (key.kind === 'menu' && onMenu === undefined)) return;
    event.preventDefault();
    switch (key.kind) {
      case 'move': {
        const page = Math.max(1, Math.floor((heightPx - HEAD_PX) / layout.rowPx) - 1);
        const next = rows[Math.max(0, Math.min(rows.length - 1, key.by === 'page' ? index + key.steps * page : key.by === 'end' ? (key.steps < 0 ? 0 : rows.length - 1) : index + key.steps))];
        if (next !== undefined) moveTo(next.executive.path);
        return;
      }
      case 'step':
        onStep?.(path, key.steps);
        return;
      case 'open':
        host.open(path, { newTab: wantsNewTab(event) });
        return;
      case 'details':
        onSelect(path);
        return;
      case 'menu': {
        const at = buttonOf(scroller.current, path);
        if (at !== undefined) onMenu?.(path, at);
      }
    }
  };

  return (
    <div
      ref={scroller}
      class={`cx-map${layout.isNarrow ? ' is-stacked' : ''}${recorded === undefined ? '' : ' is-recorded'}`}
      onScroll={onScroll}
      style={{ '--cx-gutter': `${layout.gutterPx}px`, '--cx-words': `${layout.wordsPx}px`, '--cx-column': `${layout.columnPx}px` }}
    >
      <Head layout={layout} model={model} rows={rows} unknown={recorded === undefined ? words.notAssessed() : WORDS.history.unknown()} />
      <div class="cx-map-canvas" style={{ position: 'relative' }}>
        <div class="cx-map-ground" aria-hidden="true" style={{ position: 'absolute' }}>{layout.columns.map((level) => <span key={level ?? 'unknown'} class={`cx-level-${level ?? 'unknown'}`} />)}</div>
        <CommitmentPeerLines layout={layout} rows={rows} rowByPath={model.rowByPath} indexByPath={indexByPath} path={active} all={allPeers} topPx={topPx} heightPx={heightPx} />
      <ul
        class={`cx-map-rows${gesture.drag === undefined ? '' : ' is-dragging'}`}
        role="list"
        aria-label={words.list}
        style={{ height: `${layout.totalPx}px` }}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const path = pathAt(event.target);
          if (gesture.tookPress() || path === undefined) return;
          setStop(path);
          onSelect(path);
        }}
        onContextMenu={(event) => {
          const path = pathAt(event.target);
          if (onMenu === undefined || path === undefined) return;
          event.preventDefault();
          onMenu(path, { x: event.clientX, y: event.clientY });
        }}
        onPointerDown={gesture.onPointerDown}
        onPointerMove={gesture.onPointerMove}
        onPointerUp={gesture.onPointerUp}
        onPointerCancel={gesture.onPointerCancel}
        onPointerOver={(event) => event.pointerType === 'mouse' && setHovered(pathAt(event.target))}
        onPointerLeave={() => setHovered(undefined)}
        onFocusIn={(event) => {
          setHasFocus(true);
          const path = pathAt(event.target);
          if (path !== undefined) setStop(path);
        }}
        onFocusOut={() => setHasFocus(false)}
      >
        {indexes.map((index) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          // Here, not in the style sheet: what scrolls must not grow by what is drawn in it.
          const place = { position: 'absolute', top: `${layout.topOf(index)}px`, height: `${layout.topOf(index + 1) - layout.topOf(index)}px` };
          if (entry.kind === 'unit') {
            return (
              <li key={entry.key} class="cx-map-unit" style={place}>
                <bdi>{entry.unit ?? words.noUnit}</bdi>
                <span class="cx-muted">{words.unitCount(entry.count, entry.below)}</span>
              </li>
            );
          }
          const { path } = entry.row.executive;
          const ghost = gesture.drag?.path === path ? { level: gesture.drag.level, text: words.wouldBe(model.words(gesture.drag.level)) } : ghosts.get(path);
          return (
            <li key={entry.key} class="cx-map-row" style={place} data-row={path} aria-setsize={entries.length} aria-posinset={index + 1}>
              <CommitmentPerson
                host={host}
                row={entry.row}
                layout={layout}
                levelName={model.words}
                assessedDays={model.thresholds.assessedDays}
                remarks={model.remarks.get(path)}
                isSelected={path === selected}
                isStop={path === stopPath}
                isPeer={peers.has(path)}
                canDrag={onAssess !== undefined}
                ghost={ghost}
                recorded={recorded?.get(path)}
                withUnit={!hasUnits}
              />
            </li>
          );
        })}
      </ul>
      </div>
    </div>
  );
}

/** The names of the columns, which stay above the rows. */
function Head({ layout, model, rows, unknown }: { readonly layout: MapLayout; readonly model: CommitmentMapModel; readonly rows: readonly CommitmentMapModel['rows'][number][]; readonly unknown: string }): VNode {
  const counts = useMemo(() => {
    const byLevel = new Map<CommitmentLevel | undefined, number>();
    for (const { standing: { level } } of rows) byLevel.set(level, (byLevel.get(level) ?? 0) + 1);
    return byLevel;
  }, [rows]);
  return (
    <div class="cx-map-head" aria-hidden="true">
      {layout.columns.map((level) => (
        <span key={level ?? 'unknown'} class={`cx-map-column cx-level-${level ?? 'unknown'}`} title={level === undefined ? unknown : model.words(level)}>
          <span class="cx-capital cx-map-level">{level === undefined ? unknown : model.words(level)}</span>
          <span class="cx-map-count">{counts.get(level) ?? 0}</span>
        </span>
      ))}
    </div>
  );
}

function entryOf(target: EventTarget | null): Element | null {
  return target !== null && isElement(target) ? target.closest('[data-row]') : null;
}

/** Elements of another window are of other classes. */
function isElement(target: EventTarget): target is Element {
  return 'closest' in target;
}

function buttonOf(parent: HTMLElement | null, path: string): HTMLElement | undefined {
  return [...(parent?.querySelectorAll<HTMLElement>('.cx-map-name') ?? [])].find((button) => button.getAttribute('data-path') === path);
}
