/** Asks for an annotation of a passage: what kind, what to say, and who may see it. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { ANNOTATION_KINDS, ANNOTATION_VISIBILITIES, type AnnotationKind, type AnnotationVisibility } from '../playbook/annotation.js';
import { Icon } from './Icon.js';
import { KIND_ICON } from './thread-kinds.js';
import type { AnnotationFields, AnnotationFormProps } from './thread-props.js';
import { clipText } from './thread-rows.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

const VISIBILITY_ICON: Readonly<Record<AnnotationVisibility, string>> = { client: 'users', coach: 'lock' };
/** Enough to know the passage by; the note holds all of it. */
const LONGEST_QUOTE = 600;

export function AnnotationForm({ quote, noteTitle, author, host, fields: first, isKept = false, onChange, onSave, onCancel }: AnnotationFormProps): VNode {
  const words = WORDS.annotations;
  const { form } = words;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [fields, setFields] = useState(first);
  const [problem, setProblem] = useState<string>();
  const isBusy = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(first.text.length, first.text.length);
  }, []);
  useLayoutEffect(() => {
    if (fields !== first) onChange?.(fields);
  }, [fields]);
  const set = (change: Partial<AnnotationFields>): void => setFields((before) => ({ ...before, ...change }));
  const save = async (): Promise<void> => {
    const text = fields.text.trim();
    if (text === '') {
      setProblem(form.noText);
      field.current?.focus();
      return;
    }
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      setProblem((await onSave({ ...fields, text })) ? undefined : form.notSaved);
    } finally {
      isBusy.current = false;
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is being composed, Enter belongs to that.
    if (!event.isComposing && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form class="cx-annotation-form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <figure class="cx-annotation-passage">
        <figcaption class="cx-muted">{form.passage}: <bdi>{noteTitle}</bdi></figcaption>
        <blockquote class="cx-thread-quote" dir="auto">{quote === '' ? words.wholeNote : clipText(quote, LONGEST_QUOTE)}</blockquote>
      </figure>
      <KindChoice name={`${id}-kind`} host={host} value={fields.kind} onValue={(kind) => set({ kind })} />
      <div class="cx-roadmap-field">
        <label for={`${id}-text`}>{form.text}</label>
        {isKept && <p id={`${id}-kept`} class="cx-annotation-kept">{form.kept}</p>}
        <textarea
          ref={field}
          id={`${id}-text`}
          rows={4}
          dir="auto"
          required
          value={fields.text}
          aria-describedby={`${id}-kept ${id}-problem ${id}-hint`}
          aria-invalid={problem !== undefined}
          onInput={({ currentTarget }) => {
            set({ text: currentTarget.value });
            setProblem(undefined);
          }}
        />
        <p id={`${id}-problem`} class="cx-roadmap-field-problem" role="alert">{problem}</p>
        <p id={`${id}-hint`} class="cx-roadmap-field-hint">{form.textHint} <span class="cx-thread-keys">{form.keys}</span></p>
      </div>
      <VisibilityChoice name={`${id}-visibility`} host={host} value={fields.visibility} onValue={(visibility) => set({ visibility })} />
      <div class="cx-edit-buttons modal-button-container">
        <p class="cx-muted cx-annotation-author">{form.author(author)}</p>
        <button type="submit" class="mod-cta">{form.save}</button>
        <button type="button" onClick={onCancel}>{form.cancel}</button>
      </div>
    </form>
  );
}

interface ChoiceProps<T> {
  /** Unique on the page. */
  readonly name: string;
  readonly host: ViewHost;
  readonly value: T;
  readonly onValue: (value: T) => void;
}

function KindChoice({ name, host, value, onValue }: ChoiceProps<AnnotationKind>): VNode {
  const words = WORDS.annotations;
  return (
    <fieldset class="cx-annotation-kinds">
      <legend>{words.kind}</legend>
      <div>
        {ANNOTATION_KINDS.map((kind) => (
          <label key={kind} class={`cx-thread-kind-${kind}`}>
            <input type="radio" name={name} value={kind} checked={kind === value} aria-describedby={`${name}-hint`} onChange={() => onValue(kind)} />
            <Icon host={host} name={KIND_ICON[kind]} />
            {words.kinds[kind]}
          </label>
        ))}
      </div>
      <p id={`${name}-hint`} class="cx-roadmap-field-hint">{words.form.kindHints[value]}</p>
    </fieldset>
  );
}

function VisibilityChoice({ name, host, value, onValue }: ChoiceProps<AnnotationVisibility>): VNode {
  const { visibility: legend, form } = WORDS.annotations;
  return (
    <fieldset class="cx-annotation-visibilities">
      <legend>{legend}</legend>
      {ANNOTATION_VISIBILITIES.map((visibility) => (
        <div key={visibility}>
          <label>
            <input type="radio" name={name} value={visibility} checked={visibility === value} aria-describedby={`${name}-${visibility}`} onChange={() => onValue(visibility)} />
            <Icon host={host} name={VISIBILITY_ICON[visibility]} />
            {form.visibilityNames[visibility]}
          </label>
          <p id={`${name}-${visibility}`} class="cx-roadmap-field-hint">{form.visibilityHints[visibility]}</p>
        </div>
      ))}
    </fieldset>
  );
}
