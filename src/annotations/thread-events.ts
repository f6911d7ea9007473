/**
 * The events of a thread: its sections of level 2 that start with an instant. Their headings are found by their lines
 * alone, whatever a comment before them left open, so that no event can hide another one.
 *
 * @example `## 2026-11-23T09:00:00Z ana.ruiz · resolved`
 */
import { detachedText } from '../markdown/detached-text.js';
import type { TextRange } from '../markdown/text-range.js';
import { THREAD_EVENTS, type ThreadEvent } from '../playbook/annotation.js';
import { FenceReader, readComment } from './comment-text.js';
import { readInstant, type Instant } from './instant.js';
import type { ThreadProblem } from './thread-file.js';

export interface ThreadEvents {
  /** By their instants; at the same instant in the order of the file. */
  readonly events: readonly ThreadEvent[];
  readonly problems: readonly ThreadProblem[];
}

const SECTION = /^ {0,3}##(?:[ \t]+(.*))?$/;
/** A heading that somebody may have meant as one of an event: it starts with numbers, or names an event. */
const LIKE_EVENT = /^\d{1,4}[-./]\d|·\s/;

/** Of each side of a conflict, an event that is the same on both once. */
export function readEvents(text: string, sides: readonly (readonly TextRange[])[]): ThreadEvents {
  const found = new Map<string, { readonly event: ThreadEvent; readonly instant: Instant }>();
  const problems = new Map<number, ThreadProblem>();
  for (const lines of sides) {
    for (const { heading, comment, event, instant, problem } of readSections(text, lines)) {
      if (problem !== undefined) problems.set(heading.from, problem);
      if (event === undefined || instant === undefined) continue;
      const whole = { ...event, text: detachedText(readComment(comment)) };
      const key = JSON.stringify([whole.at, whole.author, whole.kind, whole.text]);
      if (!found.has(key)) found.set(key, { event: whole, instant });
    }
  }
  const events = [...found.values()].sort((a, b) => a.instant.seconds - b.instant.seconds).map(({ event }) => event);
  return { events, problems: [...problems.values()] };
}

interface EventHeading {
  /** Undefined for a section that is no event. */
  readonly event?: Omit<ThreadEvent, 'text'>;
  readonly instant?: Instant;
  readonly problem?: ThreadProblem | undefined;
}

interface ThreadSection extends EventHeading {
  readonly heading: TextRange;
  comment: string[];
}

function readSections(text: string, lines: readonly TextRange[]): readonly ThreadSection[] {
  const sections: ThreadSection[] = [];
  let fences = new FenceReader();
  for (const range of lines) {
    const line = text.slice(range.from, range.to);
    const title = SECTION.exec(line);
    const heading = title === null ? undefined : readHeading((title[1] ?? '').trim(), range);
    if (heading !== undefined && (heading.event !== undefined || !fences.isOpen)) {
      sections.push({ ...heading, heading: range, comment: [] });
      fences = new FenceReader();
    } else {
      fences.read(line);
      sections.at(-1)?.comment.push(line);
    }
  }
  shareComments(sections);
  return sections;
}

/**
 * Where two devices wrote the same comment, a merge that keeps both sides keeps the lines that are equal once: two
 * headings and one text. A comment without any line therefore has that of the section behind it.
 */
function shareComments(sections: readonly ThreadSection[]): void {
  for (let index = sections.length - 2; index >= 0; index--) {
    const section = sections[index];
    const next = sections[index + 1];
    if (section?.event?.kind === 'comment' && section.comment.length === 0 && next?.event !== undefined) section.comment = next.comment;
  }
}

function readHeading(title: string, range: TextRange): EventHeading {
  const [at = '', ...words] = title.split(/\s+/);
  const instant = /^\d{4}-\d\d-\d\d/.test(at) ? readInstant(at) : undefined;
  const tell = (message: string): ThreadProblem => ({ ...range, code: 'section', message });
  if (instant === undefined) {
    const message = `The section "${shortened(title)}" starts with no instant and is not read as a part of the thread. Write "## ${EXAMPLE} name", or move the text into another section.`;
    return { problem: LIKE_EVENT.test(title) ? tell(message) : undefined };
  }
  const dot = words.lastIndexOf('·');
  const word = dot === -1 ? 'comment' : words.slice(dot + 1).join(' ').toLowerCase();
  const kind = THREAD_EVENTS.find((known) => known === word);
  const event = { kind: kind ?? 'comment', at: detachedText(at), author: detachedText((dot === -1 ? words : words.slice(0, dot)).join(' ')) };
  if (kind === undefined) return { event, instant, problem: tell(`"${shortened(word)}" is no event that a thread knows; the section is read as a comment. Write "resolved", "reopened" or "reanchored" behind the dot, or no dot.`) };
  if (!instant.isExact) return { event, instant, problem: tell(`The instant "${shortened(at)}" is not exact. Write day, time and zone, as in ${EXAMPLE}.`) };
  return { event, instant, problem: event.author === '' ? tell('The section does not say whose it is. Write a name behind the instant.') : undefined };
}

/** What headings of events look like. */
const EXAMPLE = '2026-11-22T10:04:11Z';

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
