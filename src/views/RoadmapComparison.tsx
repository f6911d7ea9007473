/** What stands above the roadmap while it is compared with an earlier state, or that state is read. */
import type { VNode } from 'preact';
import { cleanText } from '../roadmap/clean-text.js';
import type { RoadmapGhost } from '../roadmap/roadmap-layout.js';
import type { ComparisonSource, ComparisonState } from './comparison-source.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface RoadmapComparisonProps {
  readonly host: ViewHost;
  readonly source: ComparisonSource;
  readonly state: ComparisonState;
  readonly ghosts: readonly RoadmapGhost[];
}

export function RoadmapComparison({ host, source, state: { compared, reading }, ghosts }: RoadmapComparisonProps): VNode | null {
  const words = WORDS.comparison;
  if (reading !== undefined) {
    return (
      <div class="cx-what-if cx-comparison">
        <Icon host={host} name="history" />
        <span role="status">{words.reading(cleanText(reading.name))}</span>
        <progress aria-label={words.progress} max={Math.max(1, reading.total)} value={reading.done} />
        <button type="button" onClick={() => source.cancel()}>{words.cancel}</button>
      </div>
    );
  }
  if (compared === undefined) return null;
  const countOf = (change: RoadmapGhost['change']): number => ghosts.filter((ghost) => ghost.change === change).length;
  const gone = ghosts.filter(({ change }) => change === 'gone').map(({ title }) => cleanText(title).trim());
  return (
    <div class="cx-what-if cx-comparison">
      <Icon host={host} name="history" />
      <span role="status">{words.compared(cleanText(compared.name), compared.day, { moved: countOf('moved'), added: countOf('new'), gone })}</span>
      <button type="button" onClick={() => source.end()}>{words.end}</button>
    </div>
  );
}
