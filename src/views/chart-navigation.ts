/**
 * Where a key leads on the chart: along a row, then to what follows in the lane by time; up and down to what stands
 * nearest in time. Closed and empty lanes hold nothing and are passed over. Pure: `left` and `right` are said as
 * `previous` and `next` in time, so that a chart that runs from right to left needs nothing else.
 *
 * @example neighbourOf(chart, 'Initiatives/Purse.md', 'next') // 'Initiatives/Academy.md'
 */
import type { Chart, ChartLane, PlaceInChart } from '../roadmap/chart.js';
import type { PlacedEntry } from '../roadmap/placed-entries.js';

export type Step =
  | 'previous' | 'next'
  | 'above' | 'below'
  | 'row-start' | 'row-end'
  | 'chart-start' | 'chart-end'
  | 'lane-above' | 'lane-below';

/** Id of the item that a step leads to; the item itself where there is nothing further; undefined for an empty chart. */
export function neighbourOf(chart: Chart, id: string | undefined, step: Step): string | undefined {
  const place = id === undefined ? undefined : chart.placeOf(id);
  const rows = chart.lanes.flatMap((lane) => lane.rows);
  if (step === 'chart-end') return rows.at(-1)?.at(-1)?.entry.id;
  if (step === 'chart-start' || place === undefined) return rows[0]?.[0]?.entry.id;
  const { lane, placed } = place;
  const row = lane.rows[placed.row] ?? [];
  switch (step) {
    case 'previous':
    case 'next':
      return alongTime(place, row, step === 'next' ? 1 : -1).entry.id;
    case 'above':
    case 'below':
      return nearestInTime(rowBeside(chart, place, step === 'below' ? 1 : -1) ?? [placed], placed)?.entry.id;
    case 'row-start':
      return row[0]?.entry.id;
    case 'row-end':
      return row.at(-1)?.entry.id;
    case 'lane-above':
    case 'lane-below':
      return nearestInTime(laneBeside(chart, lane, step === 'lane-below' ? 1 : -1)?.rows[0] ?? [placed], placed)?.entry.id;
  }
}

/** All ids of a lane in the order of time. */
export function idsOfLane(lane: ChartLane): readonly string[] {
  return byTime(lane).map(({ entry }) => entry.id);
}

function alongTime({ lane, placed }: PlaceInChart, row: readonly PlacedEntry[], direction: 1 | -1): PlacedEntry {
  const beside = row[row.indexOf(placed) + direction];
  if (beside !== undefined) return beside;
  const ordered = byTime(lane);
  return ordered[ordered.indexOf(placed) + direction] ?? placed;
}

function rowBeside(chart: Chart, { lane, placed }: PlaceInChart, direction: 1 | -1): readonly PlacedEntry[] | undefined {
  const inLane = lane.rows[placed.row + direction];
  if (inLane !== undefined) return inLane;
  const beside = laneBeside(chart, lane, direction)?.rows;
  return direction === 1 ? beside?.[0] : beside?.at(-1);
}

function laneBeside(chart: Chart, lane: ChartLane, direction: 1 | -1): ChartLane | undefined {
  for (let index = lane.index + direction; index >= 0 && index < chart.lanes.length; index += direction) {
    const beside = chart.lanes[index];
    if (beside !== undefined && beside.rows.length > 0) return beside;
  }
  return undefined;
}

/** What shares days comes first, then what is fewest px away; of equals the one that starts nearest. */
function nearestInTime(row: readonly PlacedEntry[], from: PlacedEntry): PlacedEntry | undefined {
  const apart = (each: PlacedEntry): number => Math.max(0, each.left - from.right, from.left - each.right);
  const startsApart = (each: PlacedEntry): number => Math.abs(each.left - from.left);
  let best: PlacedEntry | undefined;
  for (const each of row) {
    if (best === undefined || apart(each) < apart(best) || (apart(each) === apart(best) && startsApart(each) < startsApart(best))) best = each;
  }
  return best;
}

function byTime(lane: ChartLane): readonly PlacedEntry[] {
  return lane.rows.flat().sort((a, b) => a.left - b.left || a.row - b.row);
}
