/**
 * Levels over time: a bar for each quarter and for today, its parts as wide as executives are many, the most committed
 * first. Each part carries its number, in the order of the words below; the sentence beside a bar says all of it.
 */
import type { VNode } from 'preact';
import { COMMITMENT_LEVELS, type CommitmentLevel } from '../playbook/commitment.js';
import type { CommitmentTrend, TrendPoint } from '../playbook/commitment-trend.js';
import { countsInWords } from '../playbook/home-people-cards.js';
import type { LevelWords } from '../playbook/step-words.js';
import { formatCount } from './format-count.js';
import { WORDS } from './words/words.js';

const FROM_MOST = [...COMMITMENT_LEVELS].reverse();

interface TrendBarsProps {
  readonly trend: CommitmentTrend;
  readonly levelName: LevelWords;
}

export function TrendBars({ trend: { points }, levelName }: TrendBarsProps): VNode | null {
  if (points.length === 0) return null;
  const words = WORDS.overview;
  const shown: readonly (CommitmentLevel | undefined)[] = [...FROM_MOST.filter((level) => points.some(({ counts }) => counts[level] > 0)), ...(points.some(({ notAssessed }) => notAssessed > 0) ? [undefined] : [])];
  return (
    <div class="cx-trend">
      <ol aria-label={words.trend}>
        {points.map((point) => (
          <li key={point.day}>
            <time dateTime={point.day}>{point.quarter ?? words.now}</time>
            <Bar point={point} />
            <span class="cx-unseen">{`: ${countsInWords(point, levelName)}`}</span>
          </li>
        ))}
      </ol>
      <p class="cx-trend-legend" aria-hidden="true">
        {shown.map((level) => (
          <span key={level ?? 'unknown'} class={`cx-level-${level ?? 'unknown'}`}>
            <span class="cx-dot" />
            {level === undefined ? words.notAssessed : levelName(level)}
          </span>
        ))}
      </p>
    </div>
  );
}

function Bar({ point: { counts, notAssessed } }: { readonly point: TrendPoint }): VNode {
  const parts: readonly { readonly name: CommitmentLevel | 'unknown'; readonly count: number }[] = [...FROM_MOST.map((level) => ({ name: level, count: counts[level] })), { name: 'unknown', count: notAssessed }];
  return (
    <span class="cx-trend-bar" aria-hidden="true">
      {parts.filter(({ count }) => count > 0).map(({ name, count }) => <span key={name} class={`cx-level-${name}`} style={{ flexGrow: count }}>{formatCount(count)}</span>)}
    </span>
  );
}
