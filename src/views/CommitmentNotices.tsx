/** What stands around the commitment map: how many are shown, what is supposed, and what to do where there is nobody. */
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import { summarise } from './commitment-map-model.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export function CommitmentSummary({ rows, total }: { readonly rows: readonly CommitmentRow[]; readonly total: number }): VNode {
  const words = WORDS.commitment;
  const { shown, below, above, unknown } = useMemo(() => summarise(rows, total), [rows, total]);
  return (
    <p class="cx-status cx-facts cx-map-summary" role="status">
      <span><bdi>{words.summary(shown, total)}</bdi></span>
      {below > 0 && <span class="cx-gap-words"><bdi>{words.below(below)}</bdi></span>}
      {above > 0 && <span><bdi>{words.above(above)}</bdi></span>}
      {unknown > 0 && <span><bdi>{words.unknown(unknown)}</bdi></span>}
    </p>
  );
}

export function WhatIfBanner({ count, onShow, onClear }: { readonly count: number; readonly onShow: (() => void) | undefined; readonly onClear: () => void }): VNode {
  const words = WORDS.commitmentDetails.coalition;
  return (
    <div class="cx-what-if">
      <span role="status">{words.banner(count)}</span>
      {onShow !== undefined && <button type="button" class="cx-small" onClick={onShow}>{WORDS.commitment.coalition}</button>}
      <button type="button" class="cx-small" onClick={onClear}>{words.clear}</button>
    </div>
  );
}

export function NobodyMatches({ onClear }: { readonly onClear: () => void }): VNode {
  const words = WORDS.commitment;
  return (
    <div class="cx-empty" role="status">
      <p>{words.nobodyMatches}</p>
      <button type="button" onClick={onClear}>{words.showAll}</button>
    </div>
  );
}

/** `isEmpty`: the vault has no note of the playbook at all. */
export function CommitmentWelcome({ host, isEmpty }: { readonly host: ViewHost; readonly isEmpty: boolean }): VNode {
  const words = WORDS.commitment;
  return (
    <div class="cx-empty">
      <Icon host={host} name="signal" />
      <h2>{isEmpty ? words.welcome : words.noExecutives}</h2>
      <p>{isEmpty ? words.welcomeText : words.noExecutivesText}</p>
      <div class="cx-buttons">
        {isEmpty && <button type="button" class="mod-cta" onClick={() => host.run('create-starter-playbook')}>{WORDS.overview.createStarter}</button>}
        <button type="button" class={isEmpty ? '' : 'mod-cta'} onClick={() => host.run('new-executive')}>{WORDS.overview.newExecutive}</button>
      </div>
    </div>
  );
}
