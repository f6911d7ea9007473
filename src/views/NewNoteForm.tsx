/** Asks for the title of a new note, and says beforehand where it will be and what it will be called. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { WORDS } from './words/words.js';

export interface NewNotePlace {
  readonly path: string;
  /** Why the note is called otherwise than written. */
  readonly remark: string | undefined;
}

export interface NewNoteFormProps {
  readonly label: string;
  /** Undefined for a title that no file name can be made of. */
  readonly placeOf: (title: string) => NewNotePlace | undefined;
  readonly onCreate: (title: string) => void;
  readonly onCancel: () => void;
}

export function NewNoteForm({ label, placeOf, onCreate, onCancel }: NewNoteFormProps): VNode {
  const words = WORDS.create;
  const id = useId();
  const [title, setTitle] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const place = placeOf(title);
  const isEmpty = title.trim() === '';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (place !== undefined) onCreate(title);
  };
  return (
    <form class="cx-create" onSubmit={submit}>
      <label for={`${id}-title`}>{label}</label>
      <input
        ref={field}
        id={`${id}-title`}
        type="text"
        autocomplete="off"
        value={title}
        aria-describedby={`${id}-place`}
        aria-invalid={!isEmpty && place === undefined}
        onInput={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <div id={`${id}-place`} class="cx-create-place" role="status">
        {isEmpty ? null : place === undefined ? <p>{words.noName}</p> : [
          place.remark === undefined ? null : <p key="remark">{place.remark}</p>,
          <p key="path">{words.place(place.path)}</p>,
        ]}
      </div>
      <div class="cx-create-buttons">
        <button type="submit" class="mod-cta" disabled={place === undefined}>{words.create}</button>
        <button type="button" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}
