/** What a roadmap cannot show as it is written, and what to do about it, each at the note to look at. */
import type { Initiative, NoteLink } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import type { RoadmapProblem, UnscheduledItem } from './roadmap-layout.js';

/** Sponsors that are no executive: a note of another kind, a file, or nothing at all. */
export function findStrangeSponsors(note: Initiative, playbook: Playbook): readonly RoadmapProblem[] {
  return note.sponsor.flatMap((link) => strangeSponsor(note, link, playbook) ?? []);
}

function strangeSponsor({ path, title }: Initiative, link: NoteLink, playbook: Playbook): RoadmapProblem | undefined {
  const target = playbook.resolvePath(link, path);
  if (target === undefined) {
    const message = `"${title}" names "${link.target}" as sponsor, but there is no such note. Correct the link, or add a note of type executive.`;
    return { kind: 'no-executive', path, message, related: [] };
  }
  if (playbook.note(target)?.kind === 'executive') return undefined;
  const message = `"${title}" names "${link.target}" as sponsor, which is not a note of type executive. Link an executive, or change that note's type.`;
  return { kind: 'no-executive', path, message, related: [target] };
}

/** Starts and ends that are no dates, whether the item is drawn by its other date or not. */
export function findUnreadDates({ path, title, unreadDates = [] }: Initiative): readonly RoadmapProblem[] {
  return unreadDates.map(({ property, held }) => {
    const message = `"${title}" has ${held} as ${property}, which is no date. Write a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027.`;
    return { kind: 'unread-dates', path, message, related: [] };
  });
}

/** Undefined for an item without dates, which is no mistake, and for one whose dates cannot be read, which has been told. */
export function problemOf({ id, title, start, end, reason }: UnscheduledItem): RoadmapProblem | undefined {
  if (reason === 'no-dates' || reason === 'unread-dates') return undefined;
  const message =
    reason === 'end-before-start'
      ? `"${title}" ends (${end}) before it starts (${start}). Swap the dates, or correct one.`
      : `"${title}" (${[start, end].filter((text) => text !== undefined).join(' to ')}) lies outside the days shown. Change its dates, or show more.`;
  return { kind: reason, path: id, message, related: [] };
}

export function unknownFocus(focus: string): RoadmapProblem {
  return { kind: 'unknown-focus', path: '', message: `No item of the roadmap is "${focus}", so none is shown. Choose another to focus on, or show all.`, related: [] };
}
