/** The keys of the chart, and what its marks mean, drawn as the chart draws them. */
import { Fragment } from 'preact';
import type { VNode } from 'preact';
import { KEYS, POINTER_KEYS } from './chart-keys-table.js';
import { RoadmapPanel } from './RoadmapPanel.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

const MARKS = ['bar', 'rail', 'unknownRail', 'soft', 'inferred', 'diamond', 'diamondShort', 'ghost', 'track', 'remark', 'late'] as const;

export function RoadmapHelp({ host, onClose }: { readonly host: ViewHost; readonly onClose: () => void }): VNode {
  const words = WORDS.roadmap;
  return (
    <RoadmapPanel host={host} title={words.help} className="cx-help" onClose={onClose}>
      <h4>{words.marks}</h4>
      <dl class="cx-marks">
        {MARKS.map((mark) => (
          <Fragment key={mark}>
            <dt class={`cx-legend cx-legend-${mark}`} aria-hidden="true"><span /></dt>
            <dd>{words.legend[mark]}</dd>
          </Fragment>
        ))}
      </dl>
      <h4>{words.keys}</h4>
      <dl class="cx-keys">
        {[...KEYS, ...POINTER_KEYS].map(({ keys, does }) => (
          <Fragment key={keys}>
            <dt><kbd>{keys}</kbd></dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </RoadmapPanel>
  );
}
