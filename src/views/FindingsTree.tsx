/**
 * The list itself, a tree of two levels that works by keyboard: one row has the focus, arrows move it, Enter opens,
 * right tells why, F fixes. Only rows in sight are drawn.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Diagnostic } from '../lint/diagnostic.js';
import type { FindingRow, FindingsChoice } from './findings-model.js';
import type { FindingFixes } from './FindingsList.js';
import { FindingItemRow, GroupRow } from './FindingRows.js';
import { fixRow } from './fix-row.js';
import { wantsNewTab } from './NoteLink.js';
import { findRow, useRowWindow } from './use-row-window.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface FindingsTreeProps {
  readonly rows: readonly FindingRow[];
  readonly groups: number;
  readonly groupBy: FindingsChoice['groupBy'];
  readonly host: ViewHost;
  readonly fixes: FindingFixes;
  readonly onToggleGroup: (key: string) => void;
}

/** A page up or down, in rows. */
const PAGE = 10;

export function FindingsTree({ rows, groups, groupBy, host, fixes, onToggleGroup }: FindingsTreeProps): VNode {
  const [activeKey, setActiveKey] = useState('');
  const [explained, setExplained] = useState<ReadonlySet<string>>(new Set());
  const lastActive = useRef(0);
  const wantsFocus = useRef(false);
  // Where the row is gone, what took its place has the focus.
  const found = useMemo(() => findRow(rows, activeKey, lastActive.current), [rows, activeKey]);
  const active = found >= 0 ? found : Math.min(lastActive.current, rows.length - 1);
  lastActive.current = active;
  const list = useRowWindow(rows, guessHeight, active);
  const hadFocus = list.holder.current?.contains(list.holder.current.ownerDocument.activeElement) === true;

  useLayoutEffect(() => {
    const holder = list.holder.current;
    if (holder === null) return;
    const lostFocus = hadFocus && !holder.contains(holder.ownerDocument.activeElement);
    if (!wantsFocus.current && !lostFocus) return;
    if (wantsFocus.current) list.reveal(active);
    wantsFocus.current = false;
    holder.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  });

  const moveTo = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined || row === rows[active]) return;
    wantsFocus.current = true;
    setActiveKey(row.key);
  };
  const toggle = (row: FindingRow): void => {
    wantsFocus.current = true;
    setActiveKey(row.key);
    if (row.kind === 'group') onToggleGroup(row.key);
    else setExplained(toggled(explained, row.key));
  };
  const open = (row: FindingRow, event: MouseEvent | KeyboardEvent): void => {
    setActiveKey(row.key);
    if (row.kind === 'group') toggle(row);
    else openFinding(host, row.finding, wantsNewTab(event));
  };
  const isOpen = (row: FindingRow): boolean => (row.kind === 'group' ? row.isOpen : explained.has(row.key));

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active];
    // Keys on a button of a row are the button's.
    if (row === undefined || event.altKey || (event.target !== event.currentTarget && isControl(event.target))) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      PageDown: () => moveTo(active + PAGE),
      PageUp: () => moveTo(active - PAGE),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ArrowRight: () => (isOpen(row) ? row.kind === 'group' && moveTo(active + 1) : toggle(row)),
      ArrowLeft: () => (isOpen(row) ? toggle(row) : row.kind === 'finding' && moveTo(findRow(rows, row.group.key, active - row.place))),
      Enter: () => open(row, event),
      ' ': () => toggle(row),
      ...(wantsNewTab(event) ? {} : { f: () => fixRow(row, fixes), F: () => fixRow(row, fixes) }),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  return (
    <div class="cx-scroller" ref={list.scroller} onScroll={list.onScroll}>
      <h3 class="cx-unseen" id="cx-findings-name">{WORDS.findings.list}</h3>
      <p class="cx-unseen" id="cx-findings-keys">{WORDS.findings.keys}</p>
      <div
        ref={list.holder}
        class="cx-tree"
        role="tree"
        aria-labelledby="cx-findings-name"
        aria-describedby="cx-findings-keys"
        style={{ height: `${list.totalPx}px` }}
        onKeyDown={onKeyDown}
      >
        {list.indexes.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const parts = {
            host,
            fixes,
            index,
            topPx: list.topOf(index),
            isActive: index === active,
            onToggle: () => toggle(row),
            onOpen: (event: MouseEvent) => open(row, event),
          };
          return row.kind === 'group' ? (
            <GroupRow key={row.key} {...parts} group={row} groups={groups} />
          ) : (
            <FindingItemRow key={row.key} {...parts} row={row} groupBy={groupBy} isExplained={explained.has(row.key)} />
          );
        })}
      </div>
    </div>
  );
}

function openFinding(host: ViewHost, { path, range }: Diagnostic, newTab: boolean): void {
  host.open(path, { offset: range.start.offset, newTab });
}

/** Before a row was drawn: a group is one line, a finding as many as its message needs, and one for its place. */
function guessHeight(row: FindingRow, widthPx: number): number {
  const charactersPerLine = Math.max(20, (widthPx - 56) / 6.5);
  if (row.kind === 'group') return widthPx < 480 && row.remark !== '' ? 30 + 18 * Math.ceil(row.remark.length / charactersPerLine) : 36;
  return 34 + 18 * Math.ceil(row.finding.message.length / charactersPerLine);
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

function isControl(target: EventTarget | null): boolean {
  return target !== null && 'localName' in target && (target.localName === 'button' || target.localName === 'a');
}
