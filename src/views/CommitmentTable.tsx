/** The same rows as a table: the columns, words and order of what is exported. A long one draws only the rows in sight. */
import type { VNode } from 'preact';
import { COMMITMENT_COLUMNS, type CommitmentColumn, type CommitmentRow } from '../playbook/commitment-table.js';
import type { LevelWords } from '../playbook/step-words.js';
import { NoteLink } from './NoteLink.js';
import { useScrollWindow } from './use-scroll-window.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface CommitmentTableProps {
  readonly host: ViewHost;
  readonly rows: readonly CommitmentRow[];
  /** Those of what is exported when absent. */
  readonly columns?: readonly CommitmentColumn[] | undefined;
  readonly levelName: LevelWords;
  readonly selected: string | undefined;
  readonly onSelect: (path: string) => void;
}

/** One line, and its rule. */
const ROW_PX = 33;
/** OURS: so many are drawn within a frame; of more, those in sight. */
const DRAWN_WHOLE = 120;
const AHEAD_ROWS = 12;

export function CommitmentTable({ host, rows, columns = COMMITMENT_COLUMNS, levelName, selected, onSelect }: CommitmentTableProps): VNode {
  const words = WORDS.commitment;
  const { scroller, onScroll, topPx, size } = useScrollWindow();
  const isWhole = rows.length <= DRAWN_WHOLE;
  const first = isWhole ? 0 : Math.max(0, Math.min(rows.length, Math.floor(topPx / ROW_PX) - AHEAD_ROWS));
  const last = isWhole ? rows.length : Math.min(rows.length, Math.ceil((topPx + (size?.height ?? 0)) / ROW_PX) + AHEAD_ROWS);
  return (
    <div ref={scroller} class="cx-map-table" onScroll={onScroll}>
      <table aria-rowcount={rows.length + 1}>
        <caption class="cx-unseen">{words.table}</caption>
        <thead>
          <tr aria-rowindex={1}>{columns.map(({ id, heading }) => <th key={id} scope="col" class={`is-${id}`}>{heading}</th>)}</tr>
        </thead>
        <tbody>
          {first > 0 && <Space px={first * ROW_PX} columns={columns.length} />}
          {rows.slice(first, last).map((row, index) => {
            const { path, title } = row.executive;
            return (
              <tr key={path} data-row={path} aria-rowindex={first + index + 2} class={path === selected ? 'is-selected' : ''} onClick={() => onSelect(path)}>
                {columns.map(({ id, cell }) => {
                  const text = cell(row, levelName);
                  if (id === 'executive') return <th key={id} scope="row" class="is-executive" title={text}><NoteLink host={host} path={path}>{title}</NoteLink></th>;
                  return <td key={id} class={`is-${id}`} {...(text.length > 24 ? { title: text } : {})}><bdi>{text}</bdi></td>;
                })}
              </tr>
            );
          })}
          {last < rows.length && <Space px={(rows.length - last) * ROW_PX} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

/** In place of rows that are not drawn. */
function Space({ px, columns }: { readonly px: number; readonly columns: number }): VNode {
  return <tr class="cx-map-space" aria-hidden="true"><td colSpan={columns} style={{ height: `${px}px` }} /></tr>;
}
