/** Who moves whom across the playbook: rounds with their causes, who stays and why, and what another threshold would make. */
import { useMemo, useState } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { assessCoalitionSensitivity, type Coalition } from '../playbook/coalition.js';
import { causeInWords, COALITION_LABEL, obstacleInWords } from '../playbook/coalition-words.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { coalitionOptions, type Suppositions } from './commitment-what-if.js';
import { CommitmentWhatIf } from './CommitmentWhatIf.js';
import { RoadmapPanel } from './RoadmapPanel.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface CommitmentCoalitionProps {
  readonly host: ViewHost;
  readonly model: CommitmentMapModel;
  /** With what is supposed. */
  readonly coalition: Coalition;
  readonly supposed: Suppositions;
  readonly onSuppose: (supposed: Suppositions) => void;
  readonly onPerson: (path: string) => void;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

export function CommitmentCoalition(props: CommitmentCoalitionProps): VNode {
  const { host, model, coalition: { rounds, still }, onPerson, takesFocus, onClose } = props;
  const words = WORDS.commitmentDetails.coalition;
  const moves = rounds.reduce((sum, { length }) => sum + length, 0);
  return (
    <RoadmapPanel host={host} title={WORDS.commitment.coalition} className="cx-coalition" takesFocus={takesFocus} onClose={onClose}>
      <p class="cx-coalition-label">{COALITION_LABEL}</p>
      <p class="cx-note">{words.threshold(model.thresholds.coalitionPercent, model.isDefault.coalition)}</p>
      <CommitmentWhatIf {...props} />
      <p class="cx-coalition-sum" role="status">{moves === 0 ? words.noMoves : words.summary(moves, rounds.length)}</p>
      {rounds.map((round, index) => (
        <section key={index} class="cx-person-part">
          <h4>{words.round(index + 1)}</h4>
          <SomeOf items={round}>
            {({ executive, from, to, cause }) => (
              <li key={executive.path} class={`cx-move cx-level-${to}`}>
                <button type="button" class="cx-link cx-move-name" onClick={() => onPerson(executive.path)}><bdi>{executive.title}</bdi></button>
                <span class="cx-move-levels"><bdi>{words.move(model.words(from), model.words(to))}</bdi></span>
                <p class="cx-note">{causeInWords(cause, model.words)}</p>
              </li>
            )}
          </SomeOf>
        </section>
      ))}
      <section class="cx-person-part">
        <h4>{words.still}</h4>
        {still.length === 0 && <p class="cx-note">{words.nobodyStays}</p>}
        <SomeOf items={still}>
          {({ executive, level, obstacle }) => (
            <li key={executive.path} class={`cx-move cx-level-${level}`}>
              <button type="button" class="cx-link cx-move-name" onClick={() => onPerson(executive.path)}><bdi>{executive.title}</bdi></button>
              <span class="cx-move-levels"><bdi>{model.words(level)}</bdi></span>
              <p class="cx-note">{obstacleInWords(obstacle, model.words)}</p>
            </li>
          )}
        </SomeOf>
      </section>
      <Sensitivity {...props} />
    </RoadmapPanel>
  );
}

/** OURS: a screen of moves; the others on demand. */
const SHOWN = 12;

function SomeOf<T>({ items, children }: { readonly items: readonly T[]; readonly children: (item: T) => ComponentChildren }): VNode {
  const [count, setCount] = useState(SHOWN);
  const words = WORDS.commitmentDetails.coalition;
  return (
    <>
      <ul class="cx-moves">{items.slice(0, count).map(children)}</ul>
      {items.length > count && <button type="button" class="cx-link cx-more" onClick={() => setCount(count + 10 * SHOWN)}>{words.moreOf(Math.min(10 * SHOWN, items.length - count))}</button>}
    </>
  );
}

function Sensitivity({ model, supposed }: CommitmentCoalitionProps): VNode {
  const words = WORDS.commitmentDetails.coalition;
  const { coalitionPercent } = model.thresholds;
  const results = useMemo(() => assessCoalitionSensitivity(model.record, coalitionOptions(coalitionPercent, supposed)), [model, supposed, coalitionPercent]);
  return (
    <section class="cx-person-part">
      <h4>{words.sensitivity}</h4>
      <table class="cx-sensitivity">
        <thead>
          <tr><th scope="col">{words.percent}</th><th scope="col">{words.moves}</th><th scope="col">{words.rounds}</th><th scope="col">{words.supporting}</th></tr>
        </thead>
        <tbody>
          {results.map(({ percent, moves, rounds, supporting }) => (
            <tr key={percent} class={percent === coalitionPercent ? 'is-own' : ''}>
              <th scope="row">{words.percentValue(percent)}{percent === coalitionPercent && <span class="cx-sign">{words.thisVault()}</span>}</th>
              <td>{moves}</td>
              <td>{rounds}</td>
              <td>{supporting}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
