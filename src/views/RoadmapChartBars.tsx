/**
 * The bars and diamonds of one chunk of the chart. One function draws them all: no component stands behind a bar, and
 * most are a single element, with progress, fading edges and gap rails as its background.
 */
import { Fragment, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { COMPETENCIES } from '../playbook/competency.js';
import type { ChartChunk, PlacedRun } from '../roadmap/chart-chunks.js';
import { cleanText } from '../roadmap/clean-text.js';
import { mayMove, type PlacedEntry } from '../roadmap/placed-entries.js';
import type { RoadmapEntry, RoadmapGap, RoadmapGhost } from '../roadmap/roadmap-layout.js';
import { datesInWords, ghostInWords } from '../roadmap/roadmap-words.js';
import { fromEpochDay } from '../playbook/calendar-date.js';
import type { RemarksByNote } from '../playbook/open-remarks.js';
import { WORDS } from './words/words.js';

/** What bars need to know of the chart, the same object while that stays the same. */
export interface BarsContext {
  /** Name of an item, told apart from others of that name. */
  readonly nameOf: (entry: RoadmapEntry) => string;
  readonly ghosts: ReadonlyMap<string, RoadmapGhost>;
  /** What annotations leave open, by item. */
  readonly remarks: RemarksByNote;
  /** Rails and dots are drawn. */
  readonly withGaps: boolean;
  /** Id of the element that describes the item with the focus. */
  readonly describedBy: string;
  /** The item with the focus and the one under the pointer have handles. */
  readonly canEdit: boolean;
}

interface RoadmapChartBarsProps {
  readonly chunk: ChartChunk;
  readonly laneY: number;
  readonly itemCount: number;
  /** Id of the chunk's item that Tab leads to. */
  readonly tabStop: string | undefined;
  /** The chunk's item under the pointer. */
  readonly hovered: string | undefined;
  /** Undefined when nothing of the chunk is chosen. */
  readonly selection: ReadonlySet<string> | undefined;
  readonly context: BarsContext;
}

export function RoadmapChartBars({ chunk, laneY, itemCount, tabStop, hovered, selection, context }: RoadmapChartBarsProps): VNode {
  return useMemo(
    () => (
      <Fragment>
        {context.ghosts.size > 0 && chunk.entries.map((placed) => ghostOf(placed, laneY, context))}
        {chunk.entries.map((placed) => barOf(placed, laneY, itemCount, placed.entry.id === tabStop, selection?.has(placed.entry.id) === true, placed.entry.id === hovered, context))}
        {chunk.runs.map((run) => runOf(run, laneY, run.entries.some(({ entry }) => entry.id === tabStop)))}
      </Fragment>
    ),
    [chunk, laneY, itemCount, tabStop, hovered, selection, context],
  );
}

/** OURS: fonts are up to so much wider than they are taken to be; a label that may not fit is cut with an ellipsis. */
const SURE = 0.86;

function barOf(
  placed: PlacedEntry,
  laneY: number,
  itemCount: number,
  isTabStop: boolean,
  isSelected: boolean,
  isHeld: boolean,
  { nameOf, ghosts, remarks, withGaps, describedBy, canEdit }: BarsContext,
): VNode {
  const { entry, left, right, y, label } = placed;
  const width = right - left;
  const isBar = entry.kind !== 'milestone';
  const isShort = placed.isShort && withGaps;
  const ghost = ghosts.get(entry.id);
  let classes = `cx-mark ${isBar ? 'cx-bar' : 'cx-diamond'} cx-slot-${entry.competency === undefined ? 'none' : COMPETENCIES.indexOf(entry.competency)}`;
  if (entry.status !== undefined) classes += ` cx-is-${entry.status}`;
  if (isSelected) classes += ' is-selected';
  let style = `inset-inline-start:${px(left)};top:${px(y - laneY)};inline-size:${px(width)}`;
  if (isBar) {
    const progress = entry.status === 'done' ? 0 : Math.min(100, Math.max(0, entry.progress ?? 0));
    if (progress > 0) {
      classes += ' has-progress';
      style += `;--cx-done:${progress}%`;
    }
    if (entry.softStart && !entry.clippedStart) classes += ' is-soft-start';
    if (entry.softEnd && !entry.clippedEnd) classes += ' is-soft-end';
    if (entry.clippedStart) classes += ' is-clipped-start';
    if (entry.clippedEnd) classes += ' is-clipped-end';
    if (entry.inferred) classes += ' is-inferred';
  } else if (withGaps && entry.gaps[0] !== undefined) classes += ` is-${entry.gaps[0].state}`;
  else if (entry.soft) classes += ' is-soft';
  if (ghost?.change === 'new') classes += ' is-new';
  const isBefore = label.isOutside && label.x < left;
  if (label.isOutside) {
    classes += ' is-outside';
    if (!isBefore) style += `;text-indent:${px(width + 5)}`;
  } else if (isShort) classes += ' is-short';
  if (!label.isOutside && label.x - left + label.width > (width - 8) * SURE) classes += ' is-tight';
  const isMovable = isBar && mayMove(placed);
  const rails: VNode[] = [];
  if (isBar && withGaps) {
    if (isShort && !isMovable && width > 4) {
      classes += ' has-dot';
      if (label.isOutside) style += `;--cx-dot:${px(Math.max(0, Math.min(8, width / 2 - 5)))}`;
    }
    for (const gap of entry.gaps) {
      const at = railStyle(gap, placed);
      const isUnsure = gap.state === 'unknown';
      // The first is a pseudo-element, unless the mark of a cut edge is.
      if (rails.length === 0 && !classes.includes(' has-rail') && !entry.clippedEnd) {
        classes += isUnsure ? ' has-rail is-unsure' : ' has-rail';
        style += at;
      } else rails.push(<i class={isUnsure ? 'cx-rail is-unsure' : 'cx-rail'} style={at.slice(1)} />);
    }
    if (rails.length > 0) classes += ' has-rails';
  }
  const name = cleanText(entry.title).trim();
  const open = remarks.get(entry.id);
  const before = ghost === undefined ? '' : `, ${ghostInWords(ghost)}`;
  const spoken = `${nameOf(entry)}, ${datesInWords(entry)}${before}${open === undefined ? '' : `, ${WORDS.remarks.count(open)}`}`;
  return (
    <div
      key={entry.id}
      class={classes}
      style={style}
      role="listitem"
      data-id={entry.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={isSelected ? WORDS.roadmapChart.selected(spoken) : spoken}
      aria-setsize={itemCount}
      aria-posinset={placed.order}
      aria-describedby={isTabStop ? describedBy : undefined}
    >
      {isBefore ? <span class="cx-label-before" style={`max-inline-size:${px(Math.max(0, left - 12))}`}>{label.text}</span> : label.isOutside ? label.text : isMovable ? <span>{name}</span> : name}
      {rails.length === 0 ? null : rails}
      {open === undefined ? null : <i class="cx-remark-mark" title={WORDS.remarks.count(open)}>{open.length}</i>}
      {(isTabStop || isHeld) && canEdit && <span class="cx-handles" aria-hidden="true">{isBar && <i data-edge="start" />}{isBar && <i data-edge="end" />}<i data-grip="" /></span>}
    </div>
  );
}

/** Where the item stood before: below all bars of its rows, whose words it would cross. */
function ghostOf({ entry, y, xOf }: PlacedEntry, laneY: number, { ghosts }: BarsContext): VNode | undefined {
  const ghost = ghosts.get(entry.id);
  if (ghost?.change !== 'moved') return undefined;
  const isBar = entry.kind !== 'milestone';
  const from = xOf(isBar ? ghost.firstDay : ghost.lastDay + 0.5);
  const size = isBar ? `;inline-size:${px(Math.max(4, xOf(ghost.lastDay + 1) - from))}` : '';
  return <div key={`${entry.id} before`} class={`cx-ghost${isBar ? '' : ' cx-ghost-diamond'}`} style={`inset-inline-start:${px(from)};top:${px(y - laneY)}${size}`} />;
}

function runOf({ entries, left, right, y }: PlacedRun, laneY: number, isTabStop: boolean): VNode {
  const first = entries[0];
  const lastDay = entries.reduce((last, { entry }) => Math.max(last, entry.lastDay), 0);
  const short = entries.filter(({ isShort }) => isShort).length;
  const words = WORDS.roadmapChart;
  return (
    <div
      key={`run ${first?.entry.id ?? ''}`}
      class={`cx-mark cx-run${short > 0 ? ' has-gaps' : ''}`}
      style={`inset-inline-start:${px(left)};top:${px(y - laneY)};inline-size:${px(right - left)}`}
      role="listitem"
      data-run={first?.entry.id}
      data-run-to={entries.at(-1)?.entry.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words.run(entries.length, fromEpochDay(first?.entry.firstDay ?? 0).slice(0, 7), fromEpochDay(lastDay).slice(0, 7), short)}
    >
      {words.items(entries.length)}
    </div>
  );
}

/** Where a rail stands in its bar: inside of the border, over exactly the days of the gap. */
function railStyle({ fromDay, toDay }: RoadmapGap, { entry, left, right, xOf }: PlacedEntry): string {
  const from = Math.max(0, xOf(fromDay) - left - 1);
  const to = Math.min(xOf(Math.min(toDay, entry.lastDay) + 1), right) - left - 1;
  return `;--cx-rail-from:${px(from)};--cx-rail:${px(Math.max(2, Math.min(to, right - left - 2) - from))}`;
}

function px(length: number): string {
  return `${Math.round(length * 10) / 10}px`;
}
