/**
 * One proposal after the other, each with what it rests on: accepted, changed or skipped with a key each. A person may
 * leave to look at a note and go on where they were; what they chose is kept.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { RefusedNote } from '../vault/edit-plan.js';
import { TagCard } from './TagCard.js';
import type { LevelLabels } from './tag-labels.js';
import { decisionOf, decisionsOf, draftOf, type TagDraft, type TagProposalNote, type TagReviewState } from './tag-review.js';
import { WORDS } from './words/words.js';

export interface TagReviewProps {
  readonly notes: readonly TagProposalNote[];
  /** Notes that are not asked about, and why. */
  readonly without: readonly RefusedNote[];
  readonly labels: LevelLabels;
  readonly start: TagReviewState;
  /** Opens a note; the review may be closed by it and gone on with from the state. */
  readonly onOpen: (path: string, offset: number | undefined, state: TagReviewState) => void;
  /** After the last note, or earlier when the person asks for it. */
  readonly onDone: (state: TagReviewState) => void;
  readonly onCancel: () => void;
}

/** Letters typed into a field are the field's. */
const TYPING = 'input:not([type="checkbox"]):focus, select:focus';

export function TagReview({ notes, without, labels, start, onOpen, onDone, onCancel }: TagReviewProps): VNode {
  const words = WORDS.tagging.review;
  const [state, setState] = useState(start);
  const [said, setSaid] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const { index, drafts, accepted } = state;
  const note = notes[index];
  // A new note is read out from its name on.
  useEffect(() => root.current?.querySelector<HTMLElement>('h3, button')?.focus(), [index]);
  if (note === undefined) {
    return (
      <div class="cx-tag-review" ref={root}>
        <Without notes={without} open />
        <div class="cx-edit-buttons modal-button-container">
          <button type="button" onClick={onCancel}>{words.close}</button>
        </div>
      </div>
    );
  }

  const draft = drafts.get(note.path) ?? draftOf(note);
  const canAccept = decisionOf(note, draft) !== undefined;
  const answer = (isAccepted: boolean): void => {
    if (isAccepted && !canAccept) return;
    const paths = new Set(accepted);
    if (isAccepted) paths.add(note.path);
    else paths.delete(note.path);
    const next: TagReviewState = { ...state, index: index + 1, accepted: paths };
    if (index + 1 === notes.length) onDone(next);
    else {
      setState(next);
      setSaid(isAccepted ? words.accepted(note.title) : words.skipped(note.title));
    }
  };
  const back = (): void => {
    if (index > 0) setState({ ...state, index: index - 1 });
  };
  const actions: Readonly<Record<string, () => void>> = {
    [words.acceptKey]: () => answer(true),
    [words.changeKey]: () => root.current?.querySelector<HTMLElement>('select, .cx-tag-choices input')?.focus(),
    [words.skipKey]: () => answer(false),
    [words.backKey]: back,
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || root.current?.querySelector(TYPING) !== null) return;
    const action = actions[event.key.toUpperCase()];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const ready = decisionsOf(notes, state).length;

  return (
    <div class="cx-tag-review" ref={root} tabIndex={-1} onKeyDown={press}>
      <p class="cx-edit-intro">{words.intro}</p>
      <div class="cx-tag-progress">
        <progress max={notes.length} value={index + 1} aria-label={words.progressLabel} />
        <span>{words.progress(index + 1, notes.length)}</span>
        <span class="cx-unseen" role="status">{said}</span>
      </div>
      <div class="cx-edit-scroll">
        <TagCard
          key={note.path}
          note={note}
          draft={draft}
          labels={labels}
          onChange={(changed: TagDraft) => setState({ ...state, drafts: new Map(drafts).set(note.path, changed) })}
          onOpen={(path, offset) => onOpen(path, offset, state)}
        />
        <Without notes={without} />
      </div>
      <div class="cx-edit-buttons modal-button-container">
        {ready > 0 && (
          <button type="button" class="cx-tag-finish" onClick={() => onDone(state)}>{words.finish(ready)}</button>
        )}
        <KeyButton word={words.accept} letter={words.acceptKey} className="mod-cta" disabled={!canAccept} onClick={() => answer(true)} />
        <KeyButton word={words.change} letter={words.changeKey} onClick={() => actions[words.changeKey]?.()} />
        <KeyButton word={words.skip} letter={words.skipKey} onClick={() => answer(false)} />
        {index > 0 && <KeyButton word={words.back} letter={words.backKey} onClick={back} />}
      </div>
    </div>
  );
}

interface KeyButtonProps {
  readonly word: string;
  /** The key that does the same. */
  readonly letter: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function KeyButton({ word, letter, className = '', disabled = false, onClick }: KeyButtonProps): VNode {
  return (
    <button type="button" class={className} disabled={disabled} aria-keyshortcuts={letter} onClick={onClick}>
      {word} <kbd aria-hidden="true">{letter}</kbd>
    </button>
  );
}

function Without({ notes, open = false }: { readonly notes: readonly RefusedNote[]; readonly open?: boolean }): VNode | null {
  if (notes.length === 0) return null;
  return (
    <details class="cx-tag-without" open={open}>
      <summary>{WORDS.tagging.review.noProposalFor(notes.length)}</summary>
      <ul>
        {notes.map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
    </details>
  );
}
