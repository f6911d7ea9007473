/** On whose recorded level most items with gaps hang, and what would be if a level were higher: a question, never a record. */
import type { VNode } from 'preact';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { rankSponsors } from '../roadmap/sponsor-gaps.js';
import { raiseOneLevel } from '../roadmap/what-if.js';
import { formatCount } from './format-count.js';
import { NoteLink } from './NoteLink.js';
import type { RaisedLevels } from './roadmap-actions.js';
import { RoadmapPanel } from './RoadmapPanel.js';
import { usePages, RoadmapPages } from './RoadmapPages.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface RoadmapSponsorsProps {
  readonly host: ViewHost;
  /** As recorded. */
  readonly layout: RoadmapLayout;
  /** Recorded today. */
  readonly levelOf: (path: string) => CommitmentLevel | undefined;
  readonly raised: RaisedLevels;
  readonly onRaise: (raised: RaisedLevels) => void;
  /** Ids whose gaps vanish in the what-if. */
  readonly vanishing: readonly string[];
  readonly titleOf: (id: string) => string;
  readonly onReveal: (id: string) => void;
  readonly onClose: () => void;
}

/** OURS: more than fit a screen are turned over. */
const SPONSORS_PER_PAGE = 20;
const NAMES_PER_PAGE = 12;

export function RoadmapSponsors({ host, layout, levelOf, raised, onRaise, vanishing, titleOf, onReveal, onClose }: RoadmapSponsorsProps): VNode {
  const words = WORDS.roadmap;
  const labels = layout.levelLabels;
  const ranked = rankSponsors(layout);
  const pages = usePages(ranked, SPONSORS_PER_PAGE);
  const names = usePages(vanishing, NAMES_PER_PAGE);
  return (
    <RoadmapPanel host={host} title={words.sponsors} onClose={onClose}>
      <p class="cx-note">{ranked.length === 0 ? words.noSponsorGaps : words.sponsorsHint}</p>
      {vanishing.length > 0 && (
        <div class="cx-vanishing">
          <h4>{words.vanishing}</h4>
          <ul>{names.shown.map((id) => <li key={id}><button type="button" class="cx-link" onClick={() => onReveal(id)}><bdi>{titleOf(id)}</bdi></button></li>)}</ul>
          <RoadmapPages host={host} pages={names} />
        </div>
      )}
      <ol class="cx-ranking">
        {pages.shown.map(({ path, name, items, gapDays, minimum }) => {
          const level = levelOf(path);
          const supposed = raised.get(path);
          const higher = raiseOneLevel(supposed ?? level);
          return (
            <li key={path} class={`cx-level-${level ?? 'unknown'}`}>
              <NoteLink host={host} path={path} className="cx-name">{name}</NoteLink>
              <p class="cx-facts">
                <span><bdi>{words.recordedAs(level === undefined ? words.notAssessed() : labels[level])}</bdi></span>
                <span><bdi>{words.needed(labels[minimum])}</bdi></span>
              </p>
              <p class="cx-gap-words"><bdi>{words.shortOf(formatCount(items.length), formatCount(gapDays))}</bdi></p>
              {supposed !== undefined && <p class="cx-supposed">{words.supposed(labels[supposed])}</p>}
              <p class="cx-small-buttons">
                {higher !== undefined && (
                  <button type="button" class="cx-small" aria-label={words.raiseNamed(name, labels[higher])} onClick={() => onRaise(new Map(raised).set(path, higher))}>{words.raiseOne(labels[higher])}</button>
                )}
                {supposed !== undefined && (
                  <button type="button" class="cx-small" aria-label={words.putBackNamed(name)} onClick={() => onRaise(new Map([...raised].filter(([other]) => other !== path)))}>{words.putBack}</button>
                )}
              </p>
            </li>
          );
        })}
      </ol>
      <RoadmapPages host={host} pages={pages} />
    </RoadmapPanel>
  );
}
