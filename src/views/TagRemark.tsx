/** Asks why a level is set, in one line that may stay empty, and shows what will be written. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { WORDS } from './words/words.js';

export interface TagRemarkProps {
  /** The dated line that a remark would be written as. */
  readonly lineOf: (remark: string) => string;
  /** What the button says: a preview may follow. */
  readonly action: string;
  readonly onAnswer: (remark: string) => void;
  readonly onCancel: () => void;
}

const LONGEST = 300;

export function TagRemark({ lineOf, action, onAnswer, onCancel }: TagRemarkProps): VNode {
  const words = WORDS.tagging;
  const [remark, setRemark] = useState('');
  return (
    <form
      class="cx-tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(remark.trim());
      }}
    >
      <label class="cx-tag-remark">
        <span>{words.remarkLabel}</span>
        <input type="text" value={remark} maxLength={LONGEST} enterKeyHint="done" ref={focusOnce} onInput={(event) => setRemark(event.currentTarget.value)} />
      </label>
      <p class="cx-edit-intro">{words.remarkHint}</p>
      <p class="cx-tag-line">
        <span>{words.remarkLine}</span> <code>{lineOf(remark.trim())}</code>
      </p>
      <div class="cx-edit-buttons modal-button-container">
        <button type="submit" class="mod-cta">{action}</button>
        <button type="button" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}

/** A function of its own, so that drawing again does not call it again. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
