/** What if an executive stood elsewhere, or had a business case: chosen by name, supposed in this view only. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { addPerson, NOTHING_SUPPOSED, suppose, withoutPerson, type Supposition, type Suppositions } from './commitment-what-if.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface CommitmentWhatIfProps {
  readonly host: ViewHost;
  readonly model: CommitmentMapModel;
  readonly supposed: Suppositions;
  readonly onSuppose: (supposed: Suppositions) => void;
}

/** OURS: enough to tell that more must be typed. */
const MATCHES_SHOWN = 6;

export function CommitmentWhatIf(props: CommitmentWhatIfProps): VNode {
  const { model, supposed, onSuppose } = props;
  const words = WORDS.commitmentDetails.coalition;
  const [text, setText] = useState('');
  const sought = text.trim().toLowerCase();
  const matches = sought === '' ? [] : model.rows.filter(({ executive: { title, path } }) => title.toLowerCase().includes(sought) && !supposed.has(path)).slice(0, MATCHES_SHOWN);
  return (
    <section class="cx-suppose" aria-label={words.whatIf}>
      <h4>{words.whatIf}</h4>
      <p class="cx-note">{words.whatIfHint}</p>
      <ul class="cx-suppositions">{[...supposed].map(([path, supposition]) => <Person key={path} {...props} path={path} supposition={supposition} />)}</ul>
      <input type="search" value={text} placeholder={words.findPerson} aria-label={words.findPerson} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      {sought !== '' && matches.length === 0 && <p class="cx-note" role="status">{words.foundNobody}</p>}
      {matches.length > 0 && (
        <ul class="cx-item-list">
          {matches.map(({ executive: { path, title } }) => (
            <li key={path}>
              <button
                type="button"
                class="cx-row"
                onClick={() => {
                  setText('');
                  onSuppose(addPerson(supposed, path));
                }}
              >
                <span class="cx-row-text"><bdi>{title}</bdi></span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {supposed.size > 0 && <button type="button" class="cx-small" onClick={() => onSuppose(NOTHING_SUPPOSED)}>{words.clear}</button>}
    </section>
  );
}

const AS_RECORDED = '';

function Person({ host, model, supposed, onSuppose, path, supposition: { level, withCase } }: CommitmentWhatIfProps & { readonly path: string; readonly supposition: Supposition }): VNode | null {
  const words = WORDS.commitmentDetails.coalition;
  const row = model.rowByPath.get(path);
  if (row === undefined) return null;
  const { executive: { title }, standing } = row;
  const recorded = standing.level === undefined ? WORDS.commitment.notAssessed() : model.words(standing.level);
  return (
    <li>
      <span class="cx-suppose-name">
        <bdi>{title}</bdi>
        <button type="button" class="clickable-icon" aria-label={words.remove(title)} onClick={() => onSuppose(withoutPerson(supposed, path))}><Icon host={host} name="x" /></button>
      </span>
      <select class="dropdown" aria-label={words.level(title)} value={level ?? AS_RECORDED} onChange={({ currentTarget }) => onSuppose(suppose(supposed, path, { level: COMMITMENT_LEVELS.find((each) => each === currentTarget.value) }))}>
        <option value={AS_RECORDED}>{words.asRecorded(recorded)}</option>
        {COMMITMENT_LEVELS.map((each) => <option key={each} value={each}>{model.words(each)}</option>)}
      </select>
      <label>
        <input type="checkbox" checked={withCase} aria-label={words.withCaseOf(title)} onChange={({ currentTarget }) => onSuppose(suppose(supposed, path, { withCase: currentTarget.checked }))} />
        {words.withCase()}
      </label>
    </li>
  );
}
