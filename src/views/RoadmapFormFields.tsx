/**
 * The fields of the roadmap's dialogs. A problem stands below its field and is tied to it; it shows once the person left
 * the field or tried to save, so that nobody is corrected in the middle of a word.
 */
import { useId, useState } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import type { FormChoice } from './roadmap-form-values.js';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export interface TextFieldProps extends FieldProps {
  readonly problem: string | undefined;
  /** Somebody tried to save. */
  readonly isAsked: boolean;
  readonly hint?: string | undefined;
  /** Values to choose from; others can be typed. */
  readonly suggestions?: readonly FormChoice[] | undefined;
  readonly inputMode?: 'numeric' | undefined;
}

export function TextField({ label, value, onValue, problem, isAsked, hint, suggestions, inputMode }: TextFieldProps): VNode {
  const id = useId();
  const [isLeft, setLeft] = useState(false);
  const shown = isAsked || isLeft ? problem : undefined;
  return (
    <div class="cx-roadmap-field">
      <label for={`${id}-field`}>{label}</label>
      <input
        id={`${id}-field`}
        type="text"
        autocomplete="off"
        inputMode={inputMode}
        value={value}
        list={suggestions === undefined ? undefined : `${id}-list`}
        aria-describedby={hint === undefined ? `${id}-problem` : `${id}-problem ${id}-hint`}
        aria-invalid={shown !== undefined}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
        onBlur={() => setLeft(true)}
      />
      {suggestions !== undefined && <datalist id={`${id}-list`}>{suggestions.map(({ value: key, label: text }) => <option key={key} value={text} />)}</datalist>}
      <p id={`${id}-problem`} class="cx-roadmap-field-problem">{shown}</p>
      {hint !== undefined && <p id={`${id}-hint`} class="cx-roadmap-field-hint">{hint}</p>}
    </div>
  );
}

export function ChoiceField({ label, value, onValue, choices }: FieldProps & { readonly choices: readonly FormChoice[] }): VNode {
  const id = useId();
  return (
    <div class="cx-roadmap-field">
      <label for={id}>{label}</label>
      <select id={id} class="dropdown" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </select>
    </div>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="cx-roadmap-field-row">{children}</div>;
}

/** Sets the focus to the first field that has a problem. */
export function focusProblem(form: HTMLElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
