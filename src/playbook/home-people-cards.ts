/** Cards of the home view about people: how levels moved, which to look at again, whom to speak with, what was promised. */
import { COMMITMENT_LEVELS } from './commitment.js';
import { NEAR_DAYS, type DueContact } from './contacts.js';
import { countOf } from './count-of.js';
import { supportingAt, countedAt, type LevelMoved, type TrendPoint } from './commitment-trend.js';
import type { Home, HomeThresholds } from './home.js';
import { allRows, daysFromToday, HOME_CARD_HEADING, type HomeCard, type HomeRow, NO_ROWS, rowsOf } from './home-card.js';
import { promiseText } from './promise-step.js';
import type { OpenPromise } from './room-promises.js';
import type { Standing } from './standing.js';
import { names, shortName, type LevelWords } from './step-words.js';

export function trendCard({ trend: { points, up, down, moveDays }, standings }: Home, words: LevelWords): HomeCard {
  const now = points.at(-1);
  const first = points[0];
  const move = (way: 'up' | 'down') => (moved: LevelMoved): HomeRow => ({
    name: shortName(moved.executive),
    path: moved.executive.path,
    text: `${way} from ${words(moved.from)} to ${words(moved.to)}${moved.on === undefined ? '' : ` on ${moved.on}`}`,
  });
  const before = first === undefined || first === now || first.notAssessed === countedAt(first) ? '' : ` (${supportingAt(first)} at the end of ${first.quarter ?? ''})`;
  const moves = up.length + down.length === 0 ? `Nobody moved within ${countOf(moveDays, 'day')}.` : `Within ${countOf(moveDays, 'day')} ${up.length} moved up and ${down.length} down.`;
  return {
    id: 'trend',
    heading: HOME_CARD_HEADING.trend,
    lead: now === undefined ? undefined : `${supportingAt(now)} of ${standings.length} recorded at ${words('supporter')} or above${before}. ${moves}`,
    rows: allRows(rowsOf(down, move('down')), rowsOf(up, move('up'))),
    nothing: 'No executive is recorded yet.',
    source: `Levels: S1. Quarters, and ${moveDays} days for moves, are OURS.`,
  };
}

/** "2 advocate, 3 supporter, 1 not assessed": the levels of a day from most to least, those without anybody left out. */
export function countsInWords({ counts, notAssessed }: TrendPoint, words: LevelWords): string {
  const levels = [...COMMITMENT_LEVELS].reverse().flatMap((level) => (counts[level] === 0 ? [] : [`${counts[level]} ${words(level)}`]));
  return [...levels, ...(notAssessed === 0 ? [] : [`${notAssessed} not assessed`])].join(', ');
}

export function staleCard({ stale, standings }: Home, { assessedDays }: HomeThresholds): HomeCard {
  return {
    id: 'stale',
    heading: HOME_CARD_HEADING.stale,
    lead: stale.length === 0 ? undefined : `${stale.length} of ${countOf(standings.length, 'level')} ${stale.length === 1 ? 'is' : 'are'} missing, without a day, or older than ${countOf(assessedDays, 'day')}.`,
    rows: rowsOf(stale, (standing) => ({ name: shortName(standing.executive), path: standing.executive.path, text: ageInWords(standing), isLate: standing.stale })),
    nothing: standings.length === 0 ? 'No executive is recorded yet.' : `Every level was recorded within ${countOf(assessedDays, 'day')}.`,
    source: `S3. ${countOf(assessedDays, 'day')} are OURS.`,
  };
}

function ageInWords({ level, assessedOn, assessedDaysAgo }: Standing): string {
  if (level === undefined) return 'not assessed';
  if (assessedOn === undefined || assessedDaysAgo === undefined) return 'a level without a day';
  return `last assessed on ${assessedOn}, ${daysFromToday(-assessedDaysAgo)}`;
}

export function contactsCard({ contacts: { next, unrecorded }, standings }: Home, { contactDays }: HomeThresholds): HomeCard {
  const knowsNone = unrecorded.length === standings.length;
  const unknown = { name: countOf(unrecorded.length, 'executive'), path: undefined, text: 'no contact is recorded, past or planned', notes: unrecorded };
  return {
    id: 'contacts',
    heading: HOME_CARD_HEADING.contacts,
    lead: undefined,
    rows: allRows(
      rowsOf(next, (contact) => ({ name: shortName(contact.executive), path: contact.executive.path, text: contactInWords(contact), isLate: contact.state === 'missed' })),
      knowsNone || unrecorded.length === 0 ? NO_ROWS : rowsOf([unknown], (row) => row),
    ),
    nothing: knowsNone ? 'No contact is recorded in the notes of executives, past or planned.' : `Nothing is planned within ${NEAR_DAYS} days, and nobody was left alone for more than ${contactDays}.`,
    source: `S3. ${NEAR_DAYS} days ahead and ${contactDays} back are OURS.`,
  };
}

function contactInWords({ state, on, days, last }: DueContact): string {
  switch (state) {
    case 'missed': return `planned for ${on}, ${daysFromToday(days)}; no contact since is recorded`;
    case 'near': return `planned for ${on}, ${daysFromToday(days)}${last === undefined ? '' : `; last on ${last}`}`;
    case 'long-ago': return `last on ${on}, ${daysFromToday(days)}; none planned`;
  }
}

export function roomsCard({ rooms: { rooms, latest, latestDaysAgo, kept, open } }: Home): HomeCard {
  const last = latest === undefined || latestDaysAgo === undefined ? '' : `Last room: ${shortName(latest)}, ${daysFromToday(-latestDaysAgo)}. `;
  return {
    id: 'rooms',
    heading: HOME_CARD_HEADING.rooms,
    lead: rooms === 0 ? undefined : `${last}${countOf(kept, 'promise')} kept, ${open.length} open.`,
    rows: rowsOf(open, (promise) => ({ name: promiseText(promise), path: promise.room.path, offset: promise.promise.from, text: promiseRowText(promise), isLate: promise.lateDays !== undefined })),
    nothing: rooms === 0 ? 'No customer room is recorded yet.' : `No open promise in ${countOf(rooms, 'room')}.`,
    source: 'S4.',
  };
}

function promiseRowText({ who, promise: { by }, lateDays, room }: OpenPromise): string {
  const day = by === undefined ? 'without a day' : `by ${by}${lateDays === undefined ? '' : `, ${countOf(lateDays, 'day')} past`}`;
  return `${who.length === 0 ? shortName(room) : names(who)}, ${day}`;
}
