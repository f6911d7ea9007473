/** Choices kept under a name: one press brings one back, another takes it away. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { Icon } from './Icon.js';
import type { SavedViews } from './roadmap-actions.js';
import { RoadmapPanel } from './RoadmapPanel.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface RoadmapSavedViewsProps {
  readonly host: ViewHost;
  readonly saved: SavedViews;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  readonly onClose: () => void;
}

export function RoadmapSavedViews({ host, saved, choice, onChoice, onClose }: RoadmapSavedViewsProps): VNode {
  const words = WORDS.roadmap;
  const [name, setName] = useState('');
  const [, redraw] = useState(0);
  useLayoutEffect(() => saved.subscribe(() => redraw((count) => count + 1)), [saved]);
  const list = saved.list();
  const wanted = name.trim();
  const save = (event: Event): void => {
    event.preventDefault();
    if (wanted === '') return;
    saved.save(wanted, choice);
    setName('');
  };
  return (
    <RoadmapPanel host={host} title={words.saved} onClose={onClose}>
      {list.length === 0 && <p class="cx-note">{words.savedNone}</p>}
      <ul class="cx-saved">
        {list.map((view) => (
          <li key={view.name}>
            <button type="button" class="cx-row" aria-label={words.applyNamed(view.name)} onClick={() => onChoice(view.choice)}><span class="cx-row-text">{view.name}</span></button>
            <button type="button" class="clickable-icon" aria-label={words.removeNamed(view.name)} onClick={() => saved.remove(view.name)}>
              <Icon host={host} name="trash-2" />
            </button>
          </li>
        ))}
      </ul>
      <form class="cx-save-view" onSubmit={save}>
        <input type="text" value={name} placeholder={words.viewName} aria-label={words.viewName} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        <button type="submit" disabled={wanted === ''}>{list.some((view) => view.name === wanted) ? words.replaceView : words.saveView}</button>
      </form>
    </RoadmapPanel>
  );
}
