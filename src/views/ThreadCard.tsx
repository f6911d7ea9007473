/**
 * A thread as a card: the passage, who says what about it, and what can be done. Closed it shows the first words and the
 * next step; opened, the whole conversation.
 */
import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { ThreadItem } from './thread-list-model.js';
import { KIND_ICON } from './thread-kinds.js';
import { clipText } from './thread-rows.js';
import { Age, ThreadConversation } from './ThreadConversation.js';
import { ThreadPlaces } from './ThreadPlaces.js';
import { ThreadReply } from './ThreadReply.js';
import type { ThreadActions } from './thread-actions.js';
import type { ThreadWork } from './use-thread-work.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

/** What all cards of a list share. */
export interface ThreadCardContext {
  readonly host: ViewHost;
  readonly actions: ThreadActions;
  readonly work: ThreadWork;
  readonly today: CalendarDate;
  readonly resolveLink: (target: string, path: string) => string | undefined;
  /** Cards from many notes say which one is theirs. */
  readonly showsNote: boolean;
}

interface ThreadCardProps {
  readonly item: ThreadItem;
  readonly context: ThreadCardContext;
  readonly index: number;
  readonly topPx: number;
  /** Is the card that Tab leads to. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Opens the card, with the focus where a reply is written, or on the places to choose from. */
  readonly onReply: () => void;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: () => void;
}

/** Of a quote, and of the first words: more is in the note, or in the opened card. */
const LONGEST_QUOTE = 600;
const LONGEST_START = 280;

export function ThreadCard(props: ThreadCardProps): VNode {
  const { item, context, index, topPx, isActive, isOpen, onToggle, onKeyDown, onFocusIn } = props;
  const { row, group, place } = item;
  const { annotation } = row;
  const { host, today } = context;
  const words = WORDS.annotations;
  const id = useId();
  return (
    <article
      class={`cx-thread cx-thread-kind-${annotation.kind} ${row.isPrivate ? 'is-private' : ''} ${isOpen ? 'is-open' : ''}`}
      data-index={index}
      style={{ top: `${topPx}px` }}
      tabIndex={isActive ? 0 : -1}
      aria-labelledby={`${id}-kind ${id}-by`}
      aria-describedby={`${id}-quote`}
      aria-posinset={place}
      aria-setsize={group.count}
      onKeyDown={(event) => event.target === event.currentTarget && onKeyDown(event)}
      onFocusIn={onFocusIn}
    >
      <div class="cx-thread-frame">
        <div class="cx-thread-head">
          <h4 id={`${id}-kind`} class="cx-thread-kind"><Icon host={host} name={KIND_ICON[annotation.kind]} />{words.kinds[annotation.kind]}</h4>
          <p id={`${id}-by`} class="cx-thread-by">
            <bdi class="cx-thread-author">{annotation.author || words.noAuthor}</bdi>
            <Age at={annotation.created} today={today} />
          </p>
          <button type="button" class="clickable-icon" aria-expanded={isOpen} aria-label={isOpen ? words.close : words.open} onClick={onToggle}>
            <span class={`cx-chevron ${isOpen ? 'is-open' : ''}`}><Icon host={host} name="chevron-right" /></span>
          </button>
        </div>
        {row.isPrivate && <p class="cx-thread-private"><Icon host={host} name="lock" />{words.private}</p>}
        <ThreadPassage id={`${id}-quote`} row={row} context={context} />
        {isOpen ? <OpenCard {...props} /> : <ClosedCard {...props} />}
      </div>
    </article>
  );
}

function ThreadPassage({ id, row, context: { host, actions, showsNote } }: { readonly id: string; readonly row: ThreadItem['row']; readonly context: ThreadCardContext }): VNode {
  const words = WORDS.annotations;
  const { annotation: { selector: { quote, heading } }, notePath, noteTitle, missing, path } = row;
  // The title of a note often stands on its top, too.
  const under = heading.filter((text) => text !== noteTitle);
  const passage = quote === '' ? words.wholeNote : clipText(quote, LONGEST_QUOTE);
  return (
    <>
      {(showsNote || under.length > 0) && (
        <p class="cx-thread-where cx-muted cx-facts">
          {showsNote && (notePath === undefined ? <bdi>{noteTitle}</bdi> : <span><NoteLink host={host} path={notePath}>{noteTitle}</NoteLink></span>)}
          {under.length > 0 && <bdi>{words.heading(under.join(' > '))}</bdi>}
        </p>
      )}
      {missing === 'note' ? (
        <blockquote id={id} class="cx-thread-quote is-lost" dir="auto">{passage}</blockquote>
      ) : (
        <button type="button" id={id} class={`cx-thread-quote ${missing === undefined ? '' : 'is-lost'}`} onClick={() => actions.jump(path)}>
          <span class="cx-unseen">{missing === undefined ? words.show : words.openNote}: </span>
          <span class="cx-thread-quote-text" dir="auto">{passage}</span>
        </button>
      )}
      {missing !== undefined && row.state === 'orphan' && <p class="cx-thread-missing">{missing === 'note' ? words.missing.note(noteTitle) : words.missing.quote}</p>}
    </>
  );
}

function ClosedCard({ item: { row }, context: { work, today }, onReply, onChoose }: ThreadCardProps): VNode {
  const words = WORDS.annotations;
  const { annotation: { events }, path, state } = row;
  const replies = events.length - 1;
  const last = events[events.length - 1];
  return (
    <>
      <p class="cx-thread-text cx-thread-start" dir="auto">{events[0] === undefined ? words.nothingWritten : clipText(events[0].text, LONGEST_START)}</p>
      {replies > 0 && last !== undefined && (
        <p class="cx-thread-more cx-muted cx-facts">
          <span>{words.replies(formatCount(replies))}</span>
          <span><bdi>{last.author || words.noAuthor}</bdi> <Age at={last.at} today={today} /></span>
        </p>
      )}
      <p class="cx-thread-buttons">
        {state === 'confirm' && <button type="button" class="mod-cta" onClick={onChoose}>{words.choosePlace}</button>}
        {state === 'orphan' && <button type="button" onClick={() => work.reanchor(path)}>{words.reanchor}</button>}
        <button type="button" class="cx-small" onClick={onReply}>{words.reply}</button>
        <button type="button" class="cx-small" onClick={() => turn(row, work)}>{state === 'resolved' ? words.reopen : words.resolve}</button>
      </p>
    </>
  );
}

function OpenCard({ item: { row }, context: { host, actions, work, today, resolveLink } }: ThreadCardProps): VNode {
  const words = WORDS.annotations;
  const { annotation, path, state } = row;
  return (
    <>
      {state === 'confirm' && <ThreadPlaces row={row} host={host} onConfirm={(candidate) => work.confirm(path, candidate)} />}
      <ThreadConversation events={annotation.events} today={today} host={host} resolve={(target) => resolveLink(target, path)} />
      <ThreadReply
        draft={work.draftOf(path)}
        problem={work.problemOf(path)}
        isResolved={state === 'resolved'}
        onDraft={(text) => work.setDraft(path, text)}
        onReply={() => work.reply(path)}
        onTurn={() => turn(row, work)}
      />
      <p class="cx-thread-buttons cx-thread-rest">
        {(state === 'confirm' || state === 'orphan') && <button type="button" class="cx-small" onClick={() => work.reanchor(path)}>{words.reanchor}</button>}
        {row.isPrivate && <button type="button" class="cx-small" onClick={() => work.share(path)}>{words.share}</button>}
        <button type="button" class="cx-small" onClick={() => actions.openFile(path)}>{words.openFile}</button>
      </p>
    </>
  );
}

/** Resolves, or opens again what is resolved. */
function turn({ path, state }: ThreadItem['row'], work: ThreadWork): void {
  if (state === 'resolved') work.reopen(path);
  else work.resolve(path);
}
