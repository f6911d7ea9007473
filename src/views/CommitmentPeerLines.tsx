/** Lines from an executive to the peers whose word counts: drawn through for those at support, dashed for the others. */
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import { supports } from '../playbook/peers.js';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import { peerLine, type MapLayout, type MapPoint } from './commitment-map-geometry.js';

interface CommitmentPeerLinesProps {
  readonly layout: MapLayout;
  readonly rows: readonly CommitmentRow[];
  readonly rowByPath: ReadonlyMap<string, CommitmentRow>;
  /** Place of an executive among the entries, by path; those who are filtered out are absent. */
  readonly indexByPath: ReadonlyMap<string, number>;
  /** Whose lines are drawn. */
  readonly path: string | undefined;
  readonly all: boolean;
  readonly topPx: number;
  readonly heightPx: number;
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly isSupport: boolean;
}

export function CommitmentPeerLines({ layout, rows, rowByPath, indexByPath, path, all, topPx, heightPx }: CommitmentPeerLinesProps): VNode {
  const everyLine = useMemo(() => (all ? rows.flatMap((row) => linesOf(row, rowByPath)) : []), [rows, rowByPath, all]);
  const own = path === undefined ? undefined : rowByPath.get(path);
  const point = (of: string): MapPoint | undefined => {
    const index = indexByPath.get(of);
    const row = rowByPath.get(of);
    return index === undefined || row === undefined ? undefined : { x: layout.centreOf(row.standing.level), y: layout.topOf(index) + layout.markYPx };
  };
  const isInSight = ({ y }: MapPoint): boolean => y >= topPx && y <= topPx + heightPx;
  /** One path for all, however many. Of many lines those with an end in sight say something, of a few those that cross it too. */
  const draw = (lines: readonly Line[], isSupport: boolean, crossing: boolean): string => {
    let drawn = '';
    for (const line of lines) {
      if (line.isSupport !== isSupport) continue;
      const from = point(line.from);
      const to = point(line.to);
      if (from === undefined || to === undefined) continue;
      if (crossing ? Math.max(from.y, to.y) < topPx || Math.min(from.y, to.y) > topPx + heightPx : !isInSight(from) && !isInSight(to)) continue;
      drawn += peerLine(from, to);
    }
    return drawn;
  };
  const ownLines = own === undefined ? [] : linesOf(own, rowByPath);
  return (
    <svg class="cx-map-lines" aria-hidden="true" style={{ position: 'absolute', top: `${topPx}px` }} width={layout.widthPx} height={heightPx} viewBox={`0 ${topPx} ${layout.widthPx} ${heightPx}`}>
      <path class="is-any is-dashed" d={draw(everyLine, false, false)} />
      <path class="is-any" d={draw(everyLine, true, false)} />
      <path class="is-dashed" d={draw(ownLines, false, true)} />
      <path d={draw(ownLines, true, true)} />
    </svg>
  );
}

function linesOf({ executive, peers }: CommitmentRow, rowByPath: ReadonlyMap<string, CommitmentRow>): readonly Line[] {
  return peers.map(({ path }) => ({ from: executive.path, to: path, isSupport: supports(rowByPath.get(path)?.standing.level) }));
}
