/** What is wrong with what is shown, and where to mend it: dates, circles, links that come too late, options. */
import type { VNode } from 'preact';
import { titleOfPath } from '../playbook/link-index.js';
import { cleanText } from '../roadmap/clean-text.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import { RoadmapPages, usePages } from './RoadmapPages.js';
import { RoadmapPanel } from './RoadmapPanel.js';
import { problemsIn, roadmapIndex } from './roadmap-index.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface RoadmapProblemsProps {
  readonly host: ViewHost;
  readonly layout: RoadmapLayout;
  readonly titleOf: (id: string) => string;
  readonly onReveal: (id: string) => void;
  readonly onClose: () => void;
}

interface Wrong {
  readonly path: string;
  readonly message: string;
  readonly related: readonly string[];
}

/** OURS. */
const PROBLEMS_PER_PAGE = 20;
const RELATED_SHOWN = 5;

export function RoadmapProblems({ host, layout, titleOf, onReveal, onClose }: RoadmapProblemsProps): VNode {
  const words = WORDS.roadmap;
  const late = roadmapIndex(layout).late.map(({ from, to }): Wrong => ({ path: to, message: words.lateProblem(titleOf(to), titleOf(from)), related: [from] }));
  const pages = usePages<Wrong>([...problemsIn(layout), ...late], PROBLEMS_PER_PAGE);
  return (
    <RoadmapPanel host={host} title={words.problems} onClose={onClose}>
      <p class="cx-note">{pages.count === 0 ? words.noProblems : words.problemsHint}</p>
      <ul class="cx-problems">
        {pages.shown.map(({ path, message, related }, index) => (
          <li key={`${index} ${path}`}>
            <p>{cleanText(message)}</p>
            <div class="cx-problem-place">
              <p class="cx-facts">
                <NoteLink host={host} path={path} label={words.openNamed(titleOfPath(path))}>{titleOfPath(path)}</NoteLink>
                {related.slice(0, RELATED_SHOWN).map((other) => <NoteLink key={other} host={host} path={other} label={words.openNamed(titleOfPath(other))}>{titleOfPath(other)}</NoteLink>)}
              </p>
              {roadmapIndex(layout).lanes.has(path) && (
                <button type="button" class="clickable-icon" aria-label={words.revealNamed(titleOf(path))} onClick={() => onReveal(path)}>
                  <Icon host={host} name="locate" />
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <RoadmapPages host={host} pages={pages} />
    </RoadmapPanel>
  );
}
