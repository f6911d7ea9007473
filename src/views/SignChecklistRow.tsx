/** One sign of the list: its words, a box to tick, when it was seen, and a line for what was seen where it is ticked. */
import type { VNode } from 'preact';
import { EVIDENCE_SORTS } from '../playbook/evidence.js';
import type { SignDraft, SignRow } from './sign-rows.js';
import { focusOnce } from './TagRemark.js';
import { WORDS } from './words/words.js';

interface SignChecklistRowProps {
  /** Unique on the page. */
  readonly id: string;
  readonly row: SignRow;
  readonly draft: SignDraft;
  /** How long a line counts. */
  readonly days: number;
  /** Gets the focus when the list opens. */
  readonly isFirst: boolean;
  readonly onDraft: (change: Partial<SignDraft>) => void;
  readonly onOpen: (offset: number) => void;
}

const LONGEST = 300;

export function SignChecklistRow({ id, row, draft, days, isFirst, onDraft, onOpen }: SignChecklistRowProps): VNode {
  const words = WORDS.evidence;
  const { sign, isListed, seen } = row;
  const seenWords = seen === undefined ? '' : seen.isRecent ? words.signs.seen(seen.date) : words.signs.seenLong(seen.date, days);
  const asksWhat = draft.isTicked && (!isListed || seen === undefined);
  return (
    <li>
      <label class="cx-sign-name">
        <input type="checkbox" checked={draft.isTicked} aria-describedby={`${id}-state`} {...(isFirst ? { ref: focusOnce } : {})} onChange={({ currentTarget }) => onDraft({ isTicked: currentTarget.checked })} />
        <span>
          {sign.label}
          {sign.origin === 'ours' && <> <abbr class="cx-sign-origin" title={words.signs.originOursMeaning}>{words.signs.originOurs}</abbr></>}
          {sign.origin === 'vault' && <> <span class="cx-sign-origin">{words.signs.originVault}</span></>}
        </span>
      </label>
      <div id={`${id}-state`} class="cx-sign-state">
        {seen === undefined ? (isListed ? words.signs.noLine : words.signs.notSeen) : [
          <span key="seen">{isListed ? seenWords : words.signs.seenUnlisted(seenWords)}</span>,
          ' ',
          <button key="line" type="button" class="cx-sign-line" aria-label={words.signs.openLine(seen.date, seen.text)} onClick={() => onOpen(seen.offset)}>
            <q>{seen.text}</q>
          </button>,
        ]}
      </div>
      {asksWhat && (
        <div class="cx-sign-what">
          <input
            type="text"
            autocomplete="off"
            enterKeyHint="done"
            maxLength={LONGEST}
            placeholder={words.signs.whatLabel}
            aria-label={words.signs.what(sign.label)}
            value={draft.text}
            onInput={({ currentTarget }) => onDraft({ text: currentTarget.value })}
          />
          <select
            class="dropdown"
            aria-label={words.signs.sortOf(sign.label)}
            value={draft.sort}
            onChange={({ currentTarget }) => onDraft({ sort: EVIDENCE_SORTS.find((sort) => sort === currentTarget.value) ?? draft.sort })}
          >
            {EVIDENCE_SORTS.map((sort) => <option key={sort} value={sort}>{words.sorts[sort]}</option>)}
          </select>
        </div>
      )}
    </li>
  );
}
