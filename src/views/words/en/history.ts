/** What the plugin says of the levels that git recorded. Recorded on a day is not happened on it, and the words say so. */
import type { RecordedGapReason, RecordedHistory } from '../../../playbook/recorded-history.js';
import { formatCount } from '../../format-count.js';

function plural(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;
}

const GAPS: Readonly<Record<RecordedGapReason, string>> = {
  unreadable: 'could not be read',
  absent: 'the note was not there',
  'not-an-executive': 'the note was not an executive’s',
  'missing-text': 'this clone lacks the text',
};

export const HISTORY_WORDS = {
  read: 'Read commitment history from git',
  readAgain: 'Read again',
  cancel: 'Cancel',
  reading: 'Reading commitment history from git',
  stillReading: 'The notes are still being read. Try again in a moment.',
  progress: ({ done, total }: { readonly done: number; readonly total: number }) =>
    (total === 0 ? 'Listing commits' : `${formatCount(done)} of ${plural(total, 'version of a note', 'versions of notes')}`),
  failed: (reason: string) => `The commitment history was not read. ${reason}`,
  stopped: (isKept: boolean) => (isKept ? 'Reading stopped. What was read before stays.' : 'Reading stopped. Nothing was kept.'),
  done: ({ executives, commits, shallow }: RecordedHistory) =>
    `Read ${plural(commits, 'commit', 'commits')}: levels of ${plural(executives.length, 'executive', 'executives')}.${shallow ? ' This clone is shallow: what is older is not known.' : ''}`,

  title: 'Recorded in git',
  intro: 'Days are those of the commits that recorded a level, not those on which something happened.',
  notRead: 'Git may know levels that the note does not date.',
  nothing: 'Git has no level of this note.',
  shallow: 'This clone is shallow: what is older is not known.',
  noLevel: () => 'no level',
  recorded: (day: string) => `recorded on ${day}`,
  by: (author: string) => `by ${author}`,
  assessed: (day: string) => `the note gave the day ${day}`,
  gaps: GAPS,
  gap: (reason: RecordedGapReason, from: string, to: string | undefined) => `Gap: ${GAPS[reason]} ${to === undefined ? `from ${from} on` : from === to ? `on ${from}` : `${from} – ${to}`}`,
  former: (paths: readonly string[]) => `Formerly ${paths.join(', ')}`,
  shown: () => 'shown on the map',

  tool: 'Map as recorded in git',
  bar: 'The map as git recorded it',
  asOf: 'As recorded on',
  now: 'Today',
  earlier: 'Earlier day',
  later: 'Later day',
  day: (day: string, at: number, total: number) => `${day}, ${at} of ${total}`,
  banner: (day: string) => `As recorded on ${day}. To look at only.`,
  back: 'Back to today',
  noDays: 'Git has no level of any executive.',
  unknown: () => 'unknown',
  recordedAt: (level: string) => `recorded as ${level}`,
  unknownThen: () => 'no recording then',
  sinceThen: (level: string) => `now ${level}`,
  same: () => 'the same now',
  moved: (count: number) => `${plural(count, 'executive stands', 'executives stand')} elsewhere now`,
  gone: (names: string) => `Recorded then, and no longer in the vault: ${names}.`,
  legendThen: () => 'recorded on that day',
  legendNow: () => 'recorded now',
  legendTrail: () => 'moved since',
  columns: { executive: 'Executive', role: 'Role', unit: 'Unit', then: (day: string) => `Recorded on ${day}`, since: 'First recorded', now: 'Now', note: 'Note' },
} as const;
