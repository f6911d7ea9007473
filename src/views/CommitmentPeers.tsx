/** Who moves whom, for one executive: whose word counts for them, and for whom theirs does. */
import type { VNode } from 'preact';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import type { Executive } from '../playbook/note.js';
import { supports } from '../playbook/peers.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { WORDS } from './words/words.js';

interface CommitmentPeersProps {
  readonly model: CommitmentMapModel;
  readonly row: CommitmentRow;
  readonly onPerson: (path: string) => void;
}

export function CommitmentPeers({ model, row: { executive, peers }, onPerson }: CommitmentPeersProps): VNode {
  const words = WORDS.commitmentDetails;
  const listeners = model.listeners().get(executive) ?? [];
  const supporting = peers.filter(({ path }) => supports(model.rowByPath.get(path)?.standing.level)).length;
  return (
    <section class="cx-person-part">
      <h4>{words.moves}</h4>
      <h5>{words.movedBy}</h5>
      {peers.length === 0 ? <p class="cx-note">{words.noPeers}</p> : <People people={peers} model={model} onPerson={onPerson} />}
      {peers.length > 0 && <p class="cx-note">{words.support(supporting, peers.length, model.thresholds.coalitionPercent, model.isDefault.coalition)}</p>}
      <h5>{words.listeners}</h5>
      {listeners.length === 0 ? <p class="cx-note">{words.noListeners}</p> : <People people={listeners} model={model} onPerson={onPerson} />}
    </section>
  );
}

/** OURS: more are counted. */
const SHOWN = 12;

function People({ people, model, onPerson }: { readonly people: readonly Executive[] } & Pick<CommitmentPeersProps, 'model' | 'onPerson'>): VNode {
  return (
    <ul class="cx-person-list">
      {people.slice(0, SHOWN).map(({ path, title }) => {
        const level = model.rowByPath.get(path)?.standing.level;
        return (
          <li key={path} class={`cx-level-${level ?? 'unknown'}`}>
            <span class="cx-dot" aria-hidden="true" />
            <button type="button" class="cx-link" onClick={() => onPerson(path)}><bdi>{title}</bdi></button>
            <span class="cx-muted"><bdi>{level === undefined ? WORDS.commitment.notAssessed() : model.words(level)}</bdi></span>
          </li>
        );
      })}
      {people.length > SHOWN && <li class="cx-muted">{WORDS.overview.moreNotes(people.length - SHOWN)}</li>}
    </ul>
  );
}
