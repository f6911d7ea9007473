/** Dates, status, ambition, phase, progress and sponsor of an item, to be written in one go. Every drag can be done here. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { RoadmapItem } from '../roadmap/roadmap-layout.js';
import { AMBITION_CHOICES, itemProblems, STATUS_CHOICES, type FormChoice, type ItemFields } from './roadmap-form-values.js';
import { RoadmapDateFields } from './RoadmapDateFields.js';
import { ChoiceField, FieldRow, focusProblem, TextField } from './RoadmapFormFields.js';
import { WORDS } from './words/words.js';

export interface RoadmapItemFormProps {
  readonly kind: RoadmapItem['kind'];
  /** As the note has them. */
  readonly fields: ItemFields;
  /** The field is about the first. */
  readonly sponsorCount: number;
  readonly phases: readonly FormChoice[];
  readonly sponsors: readonly FormChoice[];
  readonly onSave: (fields: ItemFields) => void;
  readonly onCancel: () => void;
}

export function RoadmapItemForm({ kind, fields: first, sponsorCount, phases, sponsors, onSave, onCancel }: RoadmapItemFormProps): VNode {
  const words = WORDS.roadmapEdits;
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [fields, setFields] = useState(first);
  const [isAsked, setAsked] = useState(false);
  const problems = itemProblems(kind, fields, sponsors);
  const set = (change: Partial<ItemFields>): void => setFields({ ...fields, ...change });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (Object.keys(problems).length === 0) {
      onSave(fields);
      return;
    }
    setAsked(true);
    // After the problems are shown.
    form.current?.win.requestAnimationFrame(() => {
      if (form.current !== null) focusProblem(form.current);
    });
  };
  return (
    <form ref={form} class="cx-roadmap-form" noValidate onSubmit={submit}>
      <RoadmapDateFields kind={kind} fields={fields} isAsked={isAsked} onFields={set} />
      <FieldRow>
        <ChoiceField label={words.status} value={fields.status} choices={STATUS_CHOICES} onValue={(status) => set({ status })} />
        {kind !== 'milestone' && <TextField label={words.progress} value={fields.progress} problem={problems.progress} isAsked={isAsked} inputMode="numeric" onValue={(progress) => set({ progress })} />}
      </FieldRow>
      <FieldRow>
        <ChoiceField label={words.ambition} value={fields.ambition} choices={AMBITION_CHOICES} onValue={(ambition) => set({ ambition })} />
        <ChoiceField label={words.phase} value={fields.phase} choices={phases} onValue={(phase) => set({ phase })} />
      </FieldRow>
      <TextField
        label={words.sponsor}
        value={fields.sponsor}
        problem={problems.sponsor}
        isAsked={isAsked}
        hint={sponsorCount > 1 ? words.firstSponsor(sponsorCount) : undefined}
        suggestions={sponsors}
        onValue={(sponsor) => set({ sponsor })}
      />
      <div class="cx-buttons cx-roadmap-form-buttons">
        <button type="submit" class="mod-cta">{words.save}</button>
        <button type="button" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}
