/** What was written in a thread and what became of it, the oldest first. */
import type { VNode } from 'preact';
import type { ThreadEvent } from '../playbook/annotation.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { ageInWords, exactInstant } from './thread-age.js';
import { ThreadText } from './ThreadText.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface ThreadConversationProps {
  readonly events: readonly ThreadEvent[];
  readonly today: CalendarDate;
  readonly host: ViewHost;
  readonly resolve: (target: string) => string | undefined;
}

export function ThreadConversation({ events, today, host, resolve }: ThreadConversationProps): VNode {
  const words = WORDS.annotations;
  if (events.length === 0) return <p class="cx-muted">{words.nothingWritten}</p>;
  return (
    <ol class="cx-thread-events" aria-label={words.conversation}>
      {events.map(({ kind, at, author, text }, index) => (
        <li key={index} class={`cx-thread-event cx-thread-event-${kind}`}>
          <p class="cx-thread-event-head">
            <bdi class="cx-thread-author">{author || words.noAuthor}</bdi>
            {kind !== 'comment' && <span>{words.events[kind]}</span>}
            <Age at={at} today={today} />
          </p>
          {text !== '' && <ThreadText text={text} host={host} resolve={resolve} />}
        </li>
      ))}
    </ol>
  );
}

/** How long ago, with the exact instant for whoever points at it. */
export function Age({ at, today }: { readonly at: string; readonly today: CalendarDate }): VNode {
  return <time class="cx-muted" dir="auto" dateTime={at} title={exactInstant(at)}>{ageInWords(at, today)}</time>;
}
