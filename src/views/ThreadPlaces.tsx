/** Places that a quote may have moved to, each with the text round it: one of them is taken, or looked at first. */
import type { VNode } from 'preact';
import type { PlaceCandidate } from '../playbook/annotation.js';
import { formatCount } from './format-count.js';
import type { ThreadRow } from './thread-rows.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface ThreadPlacesProps {
  readonly row: ThreadRow;
  readonly host: ViewHost;
  readonly onConfirm: (candidate: PlaceCandidate) => void;
}

export function ThreadPlaces({ row: { places, notePath }, host, onConfirm }: ThreadPlacesProps): VNode {
  const words = WORDS.annotations;
  return (
    <div class="cx-thread-places">
      <h5>{words.places(String(places.length))}</h5>
      <ol>
        {places.map(({ candidate, line, before, text, after }, index) => {
          const number = String(index + 1);
          return (
            <li key={`${candidate.from}-${candidate.to}`} class="cx-thread-place">
              <p class="cx-thread-where cx-muted">{line === undefined ? words.placeUnread(number) : words.placeAt(number, formatCount(line))}</p>
              {text !== '' && <p dir="auto"><span class="cx-muted">{before}</span><mark>{text}</mark><span class="cx-muted">{after}</span></p>}
              <p class="cx-thread-buttons">
                <button type="button" aria-label={words.useNamed(number)} onClick={() => onConfirm(candidate)}>{words.usePlace}</button>
                {notePath !== undefined && (
                  <button type="button" class="cx-small" aria-label={words.showNamed(number)} onClick={() => host.open(notePath, { offset: candidate.from })}>{words.showPlace}</button>
                )}
              </p>
            </li>
          );
        })}
      </ol>
      <p class="cx-muted">{words.noPlace}</p>
    </div>
  );
}
