/** Asks which of the four competencies notes are about. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Competency } from '../playbook/competency.js';
import { TagCompetencyChoices } from './TagCompetencyChoices.js';
import { WORDS } from './words/words.js';

export interface TagCompetenciesProps {
  /** What all of the notes are about already. */
  readonly current: readonly Competency[];
  /** Said where there are several notes; else empty. */
  readonly hint: string;
  readonly action: string;
  readonly onAnswer: (value: readonly Competency[]) => void;
  readonly onCancel: () => void;
}

export function TagCompetencies({ current, hint, action, onAnswer, onCancel }: TagCompetenciesProps): VNode {
  const [value, setValue] = useState(current);
  return (
    <form
      class="cx-tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(value);
      }}
    >
      {hint !== '' && <p class="cx-edit-intro">{hint}</p>}
      <TagCompetencyChoices value={value} proposed={[]} onChange={setValue} />
      <div class="cx-edit-buttons modal-button-container">
        <button type="submit" class="mod-cta">{action}</button>
        <button type="button" onClick={onCancel}>{WORDS.tagging.cancel}</button>
      </div>
    </form>
  );
}
