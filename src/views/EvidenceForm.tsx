/**
 * Asks for a piece of evidence in one line: the field has the focus, today and the last choice stand there, Enter saves.
 * What will be written is shown.
 */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { VaultSign } from '../playbook/sign.js';
import { dayOf, nextSort, type EvidenceFields } from './evidence-fields.js';
import { EvidenceSorts } from './EvidenceSorts.js';
import { focusProblem } from './RoadmapFormFields.js';
import { WORDS } from './words/words.js';

export interface EvidenceFormProps {
  readonly fields: EvidenceFields;
  readonly today: CalendarDate;
  /** The vault's list. */
  readonly signs: readonly VaultSign[];
  /** The link that the line can carry; undefined where there is nothing to link to. */
  readonly source: string | undefined;
  /** The line as it would be written. */
  readonly lineOf: (fields: EvidenceFields) => string;
  readonly onSave: (fields: EvidenceFields) => void;
  /** Somebody else is meant; undefined where the note in front says who. */
  readonly onOther: ((fields: EvidenceFields) => void) | undefined;
  readonly onCancel: () => void;
}

const LONGEST = 500;

/** Where Enter saves; on buttons and lists it has a meaning of its own. Elements of other windows are no instances of this one's classes. */
export function isInput(target: EventTarget | null): boolean {
  return target !== null && 'tagName' in target && target.tagName === 'INPUT';
}

export function EvidenceForm({ fields: first, today, signs, source, lineOf, onSave, onOther, onCancel }: EvidenceFormProps): VNode {
  const words = WORDS.evidence;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [fields, setFields] = useState(first);
  const [isAsked, setAsked] = useState(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(first.text.length, first.text.length);
  }, []);
  const set = (change: Partial<EvidenceFields>): void => setFields((before) => ({ ...before, ...change }));
  const hasText = fields.text.trim() !== '';
  const hasDay = dayOf(fields, today) !== undefined;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (hasText && hasDay) {
      onSave(fields);
      return;
    }
    setAsked(true);
    // After the problems are shown.
    form.current?.win.requestAnimationFrame(() => {
      if (form.current !== null) focusProblem(form.current);
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    // While a word is being composed, Enter and the arrows belong to that.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' && isInput(event.target)) submit(event);
    else if (event.target === field.current && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      set({ sort: nextSort(fields.sort, event.key === 'ArrowDown' ? 1 : -1) });
    }
  };
  return (
    <form ref={form} class="cx-evidence-form" noValidate onSubmit={submit} onKeyDown={onKey}>
      <div class="cx-roadmap-field">
        <label for={`${id}-text`}>{words.text}</label>
        <input
          ref={field}
          id={`${id}-text`}
          type="text"
          autocomplete="off"
          enterKeyHint="done"
          maxLength={LONGEST}
          value={fields.text}
          aria-describedby={`${id}-text-problem ${id}-hint ${id}-keys`}
          aria-invalid={isAsked && !hasText}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
        <p id={`${id}-text-problem`} class="cx-roadmap-field-problem">{isAsked && !hasText ? words.noText : undefined}</p>
        <p id={`${id}-hint`} class="cx-roadmap-field-hint">{words.textHint}</p>
        <p id={`${id}-keys`} class="cx-roadmap-field-hint cx-evidence-keys">{words.keys}</p>
      </div>
      <EvidenceSorts name={`${id}-sort`} value={fields.sort} onValue={(sort) => set({ sort })} />
      <p class="cx-unseen" role="status">{fields.sort === first.sort ? undefined : words.sorts[fields.sort]}</p>
      <div class="cx-roadmap-field-row">
        <div class="cx-roadmap-field">
          <label for={`${id}-date`}>{words.date}</label>
          <input
            id={`${id}-date`}
            type="date"
            max={today}
            value={fields.date}
            aria-describedby={`${id}-date-problem`}
            aria-invalid={isAsked && !hasDay}
            onInput={({ currentTarget }) => set({ date: currentTarget.value })}
          />
          <p id={`${id}-date-problem`} class="cx-roadmap-field-problem">{isAsked && !hasDay ? words.noDate : undefined}</p>
        </div>
        <div class="cx-roadmap-field">
          <label for={`${id}-sign`}>{words.sign}</label>
          <select id={`${id}-sign`} class="dropdown" value={fields.sign} onChange={({ currentTarget }) => set({ sign: currentTarget.value })}>
            <option value="">{words.noSign}</option>
            {signs.map(({ slug, label }) => <option key={slug} value={slug}>{label}</option>)}
          </select>
        </div>
      </div>
      {source !== undefined && (
        <label class="cx-roadmap-form-check">
          <input type="checkbox" checked={fields.isLinked} onChange={({ currentTarget }) => set({ isLinked: currentTarget.checked })} />
          {words.source(source)}
        </label>
      )}
      <p class="cx-tag-line">
        <span>{words.line}</span> <code>{lineOf(fields)}</code>
      </p>
      <div class="cx-edit-buttons modal-button-container">
        <button type="submit" class="mod-cta">{words.save}</button>
        {onOther !== undefined && <button type="button" onClick={() => onOther(fields)}>{words.other}</button>}
        <button type="button" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}
