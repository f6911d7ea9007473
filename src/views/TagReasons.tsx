/** What a proposal rests on: quotes, each of which opens its place. */
import type { VNode } from 'preact';
import type { TagReason } from './tag-review.js';
import { WORDS } from './words/words.js';

export type OpenPlace = (path: string, offset: number | undefined) => void;

export interface TagReasonsProps {
  readonly reasons: readonly TagReason[];
  /** Whether they are shown at once: what nothing rests on waits until it is asked for. */
  readonly open: boolean;
  readonly onOpen: OpenPlace;
}

/** In UTF-16 units; the note itself shows the rest. */
const LONGEST_QUOTE = 280;
/** More are a number. */
const MOST_SHOWN = 12;

export function TagReasons({ reasons, open, onOpen }: TagReasonsProps): VNode | null {
  const words = WORDS.tagging.review;
  if (reasons.length === 0) return null;
  return (
    <details class="cx-tag-why" open={open}>
      <summary>{words.why(reasons.length)}</summary>
      <ul class="cx-tag-reasons">
        {reasons.slice(0, MOST_SHOWN).map((reason, index) => (
          <li key={index}>
            <button type="button" onClick={() => onOpen(reason.path, reason.offset)}>
              <span class="cx-tag-about">{reason.about}</span>
              <Shown reason={reason} />
            </button>
          </li>
        ))}
        {reasons.length > MOST_SHOWN && <li>{words.moreReasons(reasons.length - MOST_SHOWN)}</li>}
      </ul>
    </details>
  );
}

function Shown({ reason: { text, isQuote } }: { readonly reason: TagReason }): VNode {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return isQuote ? <q>{shown}</q> : <span>{shown}</span>;
}
