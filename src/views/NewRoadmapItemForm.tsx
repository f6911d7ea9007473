/** Asks for what a new item is, what it is called, when it is and who answers for it, and says where its note will be. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { NewItem } from '../roadmap/roadmap-change.js';
import type { NewNotePlace } from './NewNoteForm.js';
import { dateProblems, sponsorProblem, type DateFields, type FormChoice } from './roadmap-form-values.js';
import { RoadmapDateFields } from './RoadmapDateFields.js';
import { ChoiceField, FieldRow, focusProblem, TextField } from './RoadmapFormFields.js';
import { WORDS } from './words/words.js';

export interface NewItemFields extends DateFields {
  readonly kind: NewItem['kind'];
  readonly title: string;
  /** Label of one of the executives. */
  readonly sponsor: string;
  /** Whether the note is to be opened. */
  readonly isOpened: boolean;
}

export interface NewRoadmapItemFormProps {
  readonly fields: NewItemFields;
  readonly sponsors: readonly FormChoice[];
  /** Undefined for a title that no file name can be made of. */
  readonly placeOf: (kind: NewItem['kind'], title: string) => NewNotePlace | undefined;
  readonly onCreate: (fields: NewItemFields) => void;
  readonly onCancel: () => void;
}

const KINDS = ['initiative', 'pilot', 'milestone'] as const;

export function NewRoadmapItemForm({ fields: first, sponsors, placeOf, onCreate, onCancel }: NewRoadmapItemFormProps): VNode {
  const words = WORDS.roadmapEdits;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const titleField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => titleField.current?.focus(), []);
  const [fields, setFields] = useState(first);
  const [isAsked, setAsked] = useState(false);
  const { kind, title, sponsor, isOpened } = fields;
  const set = (change: Partial<NewItemFields>): void => setFields({ ...fields, ...change });
  const place = placeOf(kind, title);
  const isUnnamed = place === undefined && (isAsked || title.trim() !== '');
  const badSponsor = sponsorProblem(sponsor, sponsors);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (place !== undefined && badSponsor === undefined && Object.keys(dateProblems(kind, fields)).length === 0) {
      onCreate(fields);
      return;
    }
    setAsked(true);
    // After the problems are shown.
    form.current?.win.requestAnimationFrame(() => {
      if (form.current !== null) focusProblem(form.current);
    });
  };
  const chooseKind = (value: string): void => {
    const chosen = KINDS.find((each) => each === value);
    // The one date of a milestone is the end.
    if (chosen !== undefined) set({ kind: chosen, end: chosen === 'milestone' && fields.end === '' ? fields.start : fields.end });
  };
  return (
    <form ref={form} class="cx-roadmap-form" noValidate onSubmit={submit}>
      <div class="cx-roadmap-field">
        <label for={`${id}-title`}>{words.title}</label>
        <input
          ref={titleField}
          id={`${id}-title`}
          type="text"
          autocomplete="off"
          value={title}
          aria-describedby={`${id}-place`}
          aria-invalid={isUnnamed}
          onInput={({ currentTarget }) => set({ title: currentTarget.value })}
        />
        <div id={`${id}-place`} class="cx-create-place" role="status">
          {isUnnamed ? <p>{WORDS.create.noName}</p> : place === undefined ? null : [
            place.remark === undefined ? null : <p key="remark">{place.remark}</p>,
            <p key="path">{WORDS.create.place(place.path)}</p>,
          ]}
        </div>
      </div>
      <FieldRow>
        <ChoiceField label={words.kind} value={kind} choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))} onValue={chooseKind} />
        <TextField label={words.sponsor} value={sponsor} problem={badSponsor} isAsked={isAsked} suggestions={sponsors} onValue={(value) => set({ sponsor: value })} />
      </FieldRow>
      <RoadmapDateFields kind={kind} fields={fields} isAsked={isAsked} onFields={set} />
      <label class="cx-roadmap-form-check">
        <input type="checkbox" checked={isOpened} onChange={({ currentTarget }) => set({ isOpened: currentTarget.checked })} />
        {words.openNote}
      </label>
      <div class="cx-buttons cx-roadmap-form-buttons">
        <button type="submit" class="mod-cta">{words.create}</button>
        <button type="button" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}
