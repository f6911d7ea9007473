/** The questions and risks that annotations leave open on one note, in its details; each leads to its passage. */
import type { VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { remarkInWords, type OpenRemark } from '../playbook/open-remarks.js';
import { NoteLink } from './NoteLink.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface OpenRemarksProps {
  readonly host: ViewHost;
  /** Undefined: none. */
  readonly remarks: readonly OpenRemark[] | undefined;
  readonly today: CalendarDate;
}

/** OURS: the sidebar has them all. */
const SHOWN = 5;

export function OpenRemarks({ host, remarks, today }: OpenRemarksProps): VNode | null {
  if (remarks === undefined) return null;
  const words = WORDS.remarks;
  return (
    <div class="cx-remarks">
      <h4>{words.title}</h4>
      <ul class="cx-remark-list">
        {remarks.slice(0, SHOWN).map((remark) => (
          <li key={remark.annotation.path}>
            <NoteLink host={host} path={remark.targetPath ?? remark.annotation.path} offset={remark.targetPath === undefined ? undefined : remark.offset}>{remarkInWords(remark, today)}</NoteLink>
          </li>
        ))}
      </ul>
      <button type="button" class="cx-link cx-more" onClick={() => host.run('open-annotations')}>{remarks.length > SHOWN ? words.more(remarks.length - SHOWN) : words.open}</button>
    </div>
  );
}

/** The number of open remarks beside a name; in words for assistive technology, unless `isSpoken` says that the name has them. */
export function RemarkCount({ remarks, isSpoken = false }: { readonly remarks: readonly OpenRemark[] | undefined; readonly isSpoken?: boolean }): VNode | null {
  if (remarks === undefined) return null;
  return <span class="cx-remark-count" title={WORDS.remarks.count(remarks)} {...(isSpoken ? { 'aria-hidden': true } : { role: 'img', 'aria-label': WORDS.remarks.count(remarks) })}>{remarks.length}</span>;
}
