/** The roadmap in one line of counts, each leading to what it counts. */
import type { VNode } from 'preact';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { countItems, problemsIn, roadmapIndex } from './roadmap-index.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface RoadmapSummaryProps {
  readonly host: ViewHost;
  readonly layout: RoadmapLayout;
  /** Items without any filter. */
  readonly total: number;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  /** Undefined where the tray is part of the list. */
  readonly onTray: (() => void) | undefined;
  readonly isTrayOpen: boolean;
  readonly onProblems: () => void;
  readonly areProblemsOpen: boolean;
}

export function RoadmapSummary({ host, layout, total, choice, onChoice, onTray, isTrayOpen, onProblems, areProblemsOpen }: RoadmapSummaryProps): VNode {
  const words = WORDS.roadmap;
  const { items, gaps } = countItems(layout);
  const late = roadmapIndex(layout).late.length;
  const { filter } = choice;
  const off = layout.unscheduled.length;
  const problems = problemsIn(layout).length;
  return (
    <div class="cx-status cx-muted cx-facts cx-roadmap-summary">
      <span role="status"><bdi>{items < total ? words.itemsOf(formatCount(items), formatCount(total)) : words.items(formatCount(items))}</bdi></span>
      {gaps === 0 && !filter.gapsOnly ? (
        <span>{words.noGaps}</span>
      ) : (
        <span>
          <button type="button" class="cx-link cx-gap-words" aria-pressed={filter.gapsOnly} title={words.gapsHint} onClick={() => onChoice({ ...choice, filter: { ...filter, gapsOnly: !filter.gapsOnly } })}>
            {words.gaps(formatCount(gaps))}
            {filter.gapsOnly && <Icon host={host} name="x" />}
          </button>
        </span>
      )}
      {late > 0 && <span><button type="button" class="cx-link cx-gap-words" aria-expanded={areProblemsOpen} onClick={onProblems}>{words.late(formatCount(late))}</button></span>}
      {off > 0 && <span>{onTray === undefined ? <bdi>{words.offChart(formatCount(off))}</bdi> : <button type="button" class="cx-link" aria-expanded={isTrayOpen} onClick={onTray}>{words.offChart(formatCount(off))}</button>}</span>}
      {problems > 0 && <span><button type="button" class="cx-link" aria-expanded={areProblemsOpen} onClick={onProblems}>{words.problemCount(formatCount(problems))}</button></span>}
    </div>
  );
}
