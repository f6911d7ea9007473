/** Asks for the person's name, where what they write is signed and no name is known yet. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { WORDS } from './words/words.js';

export interface AuthorFormProps {
  /** In characters. */
  readonly longest: number;
  /** The name is trimmed and not empty. */
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

export function AuthorForm({ longest, onSave, onCancel }: AuthorFormProps): VNode {
  const words = WORDS.annotate.author;
  const id = useId();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const trimmed = name.trim();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (trimmed !== '') onSave(trimmed);
  };
  return (
    <form class="cx-create" onSubmit={submit}>
      <label for={`${id}-name`}>{words.label}</label>
      <input ref={field} id={`${id}-name`} type="text" autocomplete="name" enterKeyHint="done" maxLength={longest} value={name} aria-describedby={`${id}-hint`} onInput={({ currentTarget }) => setName(currentTarget.value)} />
      <p id={`${id}-hint`} class="cx-create-place">{words.hint}</p>
      <div class="cx-create-buttons">
        <button type="submit" class="mod-cta" disabled={trimmed === ''}>{words.save}</button>
        <button type="button" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}
