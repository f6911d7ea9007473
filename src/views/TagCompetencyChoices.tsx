/** The four competencies to tick; the choice keeps their order. */
import type { VNode } from 'preact';
import { COMPETENCIES, COMPETENCY_LABEL, type Competency } from '../playbook/competency.js';
import { WORDS } from './words/words.js';

export interface TagCompetencyChoicesProps {
  readonly value: readonly Competency[];
  /** Marked so. */
  readonly proposed: readonly Competency[];
  readonly onChange: (value: readonly Competency[]) => void;
}

export function TagCompetencyChoices({ value, proposed, onChange }: TagCompetencyChoicesProps): VNode {
  return (
    <div class="cx-tag-choices">
      {COMPETENCIES.map((competency) => (
        <label key={competency}>
          <input
            type="checkbox"
            checked={value.includes(competency)}
            onChange={({ currentTarget: { checked } }) => onChange(COMPETENCIES.filter((other) => (other === competency ? checked : value.includes(other))))}
          />
          {proposed.includes(competency) ? WORDS.tagging.review.proposed(COMPETENCY_LABEL[competency]) : COMPETENCY_LABEL[competency]}
        </label>
      ))}
    </div>
  );
}
