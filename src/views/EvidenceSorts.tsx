/** What a piece of evidence was, to choose from: by mouse, by arrow, or by the number beside it. */
import type { TargetedKeyboardEvent, VNode } from 'preact';
import { EVIDENCE_SORTS, type EvidenceSort } from '../playbook/evidence.js';
import { WORDS } from './words/words.js';

export interface EvidenceSortsProps {
  /** Unique on the page. */
  readonly name: string;
  readonly value: EvidenceSort;
  readonly onValue: (value: EvidenceSort) => void;
}

export function EvidenceSorts({ name, value, onValue }: EvidenceSortsProps): VNode {
  const words = WORDS.evidence;
  const chooseByNumber = (event: TargetedKeyboardEvent<HTMLFieldSetElement>): void => {
    const sort = /^[1-9]$/.test(event.key) ? EVIDENCE_SORTS[Number(event.key) - 1] : undefined;
    if (sort === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onValue(sort);
    // The focus goes along, so that arrows go on from there.
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${sort}"]`)?.focus();
  };
  return (
    <fieldset class="cx-evidence-sorts" onKeyDown={chooseByNumber}>
      <legend>{words.sort}</legend>
      {EVIDENCE_SORTS.map((sort, index) => (
        <label key={sort}>
          <input type="radio" name={name} value={sort} checked={sort === value} onChange={() => onValue(sort)} />
          {words.sorts[sort]}
          <kbd aria-hidden="true">{index + 1}</kbd>
        </label>
      ))}
    </fieldset>
  );
}
