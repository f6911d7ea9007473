/** A roadmap without items: what to do about it. */
import type { VNode } from 'preact';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface RoadmapEmptyProps {
  readonly host: ViewHost;
  /** `empty`: the vault holds no playbook note; `unplanned`: no item; `unmatched`: the filters leave none; `undrawn`: none has dates. */
  readonly why: 'empty' | 'unplanned' | 'unmatched' | 'undrawn';
  /** Undefined in a view to look at. */
  readonly onAdd: (() => void) | undefined;
  readonly onClear: () => void;
}

export function RoadmapEmpty({ host, why, onAdd, onClear }: RoadmapEmptyProps): VNode {
  const words = WORDS.roadmap;
  if (why === 'unmatched') {
    return (
      <div class="cx-empty">
        <p class="cx-muted">{words.noMatch}</p>
        <button type="button" onClick={onClear}>{words.clearAll}</button>
      </div>
    );
  }
  return (
    <div class="cx-empty">
      <Icon host={host} name="gantt-chart" />
      <h2>{why === 'undrawn' ? words.noneDrawn : words.emptyTitle}</h2>
      <p>{why === 'undrawn' ? words.noneDrawnText : words.emptyText}</p>
      {why === 'empty' && <p class="cx-muted">{words.emptyStarter}</p>}
      {why !== 'undrawn' && (
        <div class="cx-buttons">
          {why === 'empty' && <button type="button" class="mod-cta" onClick={() => host.run('create-starter-playbook')}>{words.createStarter}</button>}
          {onAdd !== undefined && <button type="button" class={why === 'empty' ? '' : 'mod-cta'} onClick={onAdd}>{words.addInitiative}</button>}
        </div>
      )}
    </div>
  );
}
