/**
 * The threads themselves, in groups: one card or group is where Tab enters, arrows lead on from there, and every button
 * can be reached by Tab too. Only rows in sight are drawn.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import type { ThreadGroup, ThreadItem, ThreadListRow } from './thread-list-model.js';
import { ThreadCard, type ThreadCardContext } from './ThreadCard.js';
import { findRow, useRowWindow } from './use-row-window.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface ThreadRowsProps {
  readonly rows: readonly ThreadListRow[];
  readonly context: ThreadCardContext;
  /** Opens and focuses the thread of this path, and says so by `onShown`. */
  readonly wanted: string | undefined;
  readonly onShown: () => void;
  readonly onToggleGroup: (group: ThreadGroup) => void;
}

/** A page up or down, in rows. */
const PAGE = 5;

/** Where the focus goes once the rows stand. */
type FocusWish = 'row' | 'reply' | 'place';

export function ThreadRows({ rows, context, wanted, onShown, onToggleGroup }: ThreadRowsProps): VNode {
  const words = WORDS.annotations;
  const [activeKey, setActiveKey] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => threadsWithDraft(rows, context));
  const lastActive = useRef(0);
  const wish = useRef<FocusWish | undefined>(undefined);
  const found = useMemo(() => findRow(rows, activeKey, lastActive.current), [rows, activeKey]);
  const active = found >= 0 ? found : follower(rows, lastActive.current);
  lastActive.current = active;
  const list = useRowWindow(rows, guessHeight, active);
  const { holder, scroller } = list;
  const hadFocus = holder.current?.contains(holder.current.ownerDocument.activeElement) === true;

  useLayoutEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const lostFocus = hadFocus && !element.contains(element.ownerDocument.activeElement);
    const wished = wish.current ?? (lostFocus ? 'row' : undefined);
    if (wished === undefined) return;
    if (wish.current !== undefined) reveal(active);
    wish.current = undefined;
    const row = element.querySelector<HTMLElement>(`[data-index="${active}"]`);
    const inside = wished === 'reply' ? 'textarea' : wished === 'place' ? '.cx-thread-place button' : '.cx-thread-group-button';
    (row?.querySelector<HTMLElement>(inside) ?? row)?.focus({ preventScroll: wished === 'row' });
  });

  // Behind the effect above, which is to find the rows of the next time.
  useLayoutEffect(() => {
    const index = wanted === undefined ? -1 : rows.findIndex((row) => row.kind === 'thread' && row.row.path === wanted);
    const row = rows[index];
    if (row?.kind !== 'thread') return;
    wish.current = 'row';
    setActiveKey(row.key);
    setOpened(withPath(opened, row.row.path, true));
    onShown();
  }, [wanted, rows]);

  /** A card that is higher than the pane shows its beginning. */
  const reveal = (index: number): void => {
    const element = scroller.current;
    const isTaller = element !== null && list.topOf(index + 1) - list.topOf(index) > element.clientHeight;
    if (!isTaller || element.clientHeight === 0) list.reveal(index);
    else {
      element.scrollTop = list.topOf(index);
      list.onScroll();
    }
  };
  const moveTo = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined || row === rows[active]) return;
    wish.current = 'row';
    setActiveKey(row.key);
  };
  const setOpen = ({ key, row }: ThreadItem, isOpen: boolean, focus?: FocusWish): void => {
    if (focus !== undefined) wish.current = focus;
    setActiveKey(key);
    setOpened(withPath(opened, row.path, isOpen));
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const row = rows[index];
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(index + 1),
      ArrowUp: () => moveTo(index - 1),
      PageDown: () => moveTo(index + PAGE),
      PageUp: () => moveTo(index - PAGE),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ...(row.kind === 'group' ? {} : keysOfThread(row)),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  const keysOfThread = (item: ThreadItem): Readonly<Record<string, () => void>> => {
    const reply = (): void => setOpen(item, true, 'reply');
    return {
      Enter: () => context.actions.jump(item.row.path),
      ArrowRight: () => setOpen(item, true, 'row'),
      ArrowLeft: () => setOpen(item, false, 'row'),
      r: reply,
      R: reply,
    };
  };

  return (
    <div class="cx-scroller" ref={scroller} onScroll={list.onScroll}>
      <h2 class="cx-unseen">{words.list}</h2>
      <p class="cx-unseen">{words.keys}</p>
      <div ref={holder} class="cx-thread-rows" style={{ height: `${list.totalPx}px` }}>
        {list.indexes.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const shared = {
            index,
            topPx: list.topOf(index),
            isActive: index === active,
            onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index),
            onFocusIn: () => {
              lastActive.current = index;
              setActiveKey(row.key);
            },
          };
          if (row.kind === 'group') return <GroupRow key={row.key} {...shared} host={context.host} group={row} onToggle={() => onToggleGroup(row)} />;
          const isOpen = opened.has(row.row.path);
          return (
            <ThreadCard
              key={row.key}
              {...shared}
              item={row}
              context={context}
              isOpen={isOpen}
              onToggle={() => setOpen(row, !isOpen)}
              onReply={() => setOpen(row, true, 'reply')}
              onChoose={() => setOpen(row, true, 'place')}
            />
          );
        })}
      </div>
    </div>
  );
}

interface GroupRowProps {
  readonly host: ViewHost;
  readonly group: ThreadGroup;
  readonly index: number;
  readonly topPx: number;
  readonly isActive: boolean;
  readonly onToggle: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: () => void;
}

function GroupRow({ host, group: { state, count, isOpen }, index, topPx, onToggle, onKeyDown, onFocusIn }: GroupRowProps): VNode {
  const words = WORDS.annotations;
  const hint = state === 'confirm' || state === 'orphan' ? words.stateHints[state] : undefined;
  return (
    <div class={`cx-thread-group cx-thread-group-${state}`} data-index={index} style={{ top: `${topPx}px` }} onFocusIn={onFocusIn}>
      <h3>
        <button type="button" class="cx-thread-group-button" aria-expanded={isOpen} onClick={onToggle} onKeyDown={onKeyDown}>
          <span class={`cx-chevron ${isOpen ? 'is-open' : ''}`}><Icon host={host} name="chevron-right" /></span>
          <span>{words.states[state]}</span>
          <span class="cx-count">{formatCount(count)}</span>
        </button>
      </h3>
      {isOpen && hint !== undefined && <p class="cx-muted">{hint}</p>}
    </div>
  );
}

/** What has the focus when a row is gone: the card that took its place, else the one before it, else the group. */
function follower(rows: readonly ThreadListRow[], gone: number): number {
  const index = Math.min(gone, rows.length - 1);
  return rows[index]?.kind === 'group' && rows[index - 1]?.kind === 'thread' ? index - 1 : index;
}

/** What somebody was writing is in sight again. */
function threadsWithDraft(rows: readonly ThreadListRow[], { work }: ThreadCardContext): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => (row.kind === 'thread' && work.draftOf(row.row.path) !== '' ? row.row.path : [])));
}

function withPath(paths: ReadonlySet<string>, path: string, isIn: boolean): ReadonlySet<string> {
  if (paths.has(path) === isIn) return paths;
  const next = new Set(paths);
  if (isIn) next.add(path);
  else next.delete(path);
  return next;
}

/** Until a row was drawn once. */
function guessHeight(row: ThreadListRow): number {
  return row.kind === 'group' ? 40 : 190;
}
