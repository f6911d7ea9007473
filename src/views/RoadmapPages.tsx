/** Long lists in pages, so that twenty thousand entries cost no more on the page than twenty. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface Pages<Entry> {
  readonly shown: readonly Entry[];
  /** Number of the first entry shown, from 0. */
  readonly first: number;
  readonly count: number;
  readonly size: number;
  readonly turn: (first: number) => void;
}

export function usePages<Entry>(entries: readonly Entry[], size: number): Pages<Entry> {
  const [wanted, turn] = useState(0);
  const first = wanted < entries.length ? wanted : 0;
  return { shown: entries.slice(first, first + size), first, count: entries.length, size, turn };
}

/** Nothing where all fit one page. */
export function RoadmapPages({ host, pages: { first, count, size, turn } }: { readonly host: ViewHost; readonly pages: Pages<unknown> }): VNode | null {
  if (count <= size) return null;
  const words = WORDS.roadmap;
  const button = (name: string, icon: string, to: number): VNode => (
    <button type="button" class="clickable-icon" aria-label={name} disabled={to < 0 || to >= count} onClick={() => turn(to)}>
      <Icon host={host} name={icon} />
    </button>
  );
  return (
    <p class="cx-pages">
      {button(words.previous, 'chevron-left', first - size)}
      <span class="cx-muted" role="status">{words.pageOf(formatCount(first + 1), formatCount(Math.min(first + size, count)), formatCount(count))}</span>
      {button(words.next, 'chevron-right', first + size)}
    </p>
  );
}
