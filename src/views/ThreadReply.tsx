/** Answers a thread, and with or without words resolves it or opens it again. */
import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import { WORDS } from './words/words.js';

interface ThreadReplyProps {
  readonly draft: string;
  /** What kept it from being written. */
  readonly problem: string | undefined;
  readonly isResolved: boolean;
  readonly onDraft: (text: string) => void;
  readonly onReply: () => void;
  /** Resolves, or opens again what is resolved. */
  readonly onTurn: () => void;
}

export function ThreadReply({ draft, problem, isResolved, onDraft, onReply, onTurn }: ThreadReplyProps): VNode {
  const words = WORDS.annotations;
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    onReply();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    onReply();
  };
  const turn = isResolved ? { alone: words.reopen, withText: words.reopenWith } : { alone: words.resolve, withText: words.resolveWith };
  return (
    <form class="cx-thread-reply" noValidate onSubmit={submit}>
      <label class="cx-unseen" for={id}>{words.replyLabel}</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={draft}
        placeholder={words.replyLabel}
        aria-describedby={`${id}-problem ${id}-hint`}
        aria-invalid={problem !== undefined}
        onInput={({ currentTarget }) => onDraft(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-problem`} class="cx-roadmap-field-problem" role="alert">{problem}</p>
      <p id={`${id}-hint`} class="cx-unseen">{words.replyHint}</p>
      <p class="cx-thread-buttons">
        <button type="submit" class={draft.trim() === '' ? '' : 'mod-cta'}>{words.reply}</button>
        <button type="button" onClick={onTurn}>{draft.trim() === '' ? turn.alone : turn.withText}</button>
      </p>
    </form>
  );
}
