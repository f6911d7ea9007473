/**
 * The map as git recorded it on a day: where each executive stood by then, and where they stand now. To look at only;
 * what evidence reaches and which level is needed are of today and are left out.
 */
import { toEpochDay, type CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { CommitmentColumn, CommitmentRow } from '../playbook/commitment-table.js';
import type { RecordedHistory, RecordedStretch } from '../playbook/recorded-history.js';
import { recordedLevelOn, recordedStretchOn } from '../playbook/recorded-levels.js';
import type { LevelWords } from '../playbook/step-words.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { WORDS } from './words/words.js';

/** What the map says of one executive beside the mark. */
export interface RecordedMark {
  /** All of it, for those who do not see the marks. */
  readonly spoken: string;
  readonly text: string;
  /** Where they stand now; undefined: not assessed, or where they stood then. */
  readonly movedTo: CommitmentLevel | undefined;
}

export interface RecordedMap {
  readonly day: CalendarDate;
  /** In the order of the map; `standing.level` is that of the day. */
  readonly rows: readonly CommitmentRow[];
  readonly marks: ReadonlyMap<string, RecordedMark>;
  /** Executives who stand elsewhere now. */
  readonly movedCount: number;
  /** Titles of those who had a level then and whose note is there no more. */
  readonly gone: readonly string[];
  readonly columns: readonly CommitmentColumn[];
}

export function mapOnDay({ rows: present, words: levelName }: CommitmentMapModel, history: RecordedHistory, day: CalendarDate): RecordedMap {
  const words = WORDS.history;
  const byPath = new Map(history.executives.map((executive) => [executive.path, executive]));
  const marks = new Map<string, RecordedMark>();
  const recordings = new Map<string, RecordedStretch>();
  let movedCount = 0;
  const rows = present.map((row): CommitmentRow => {
    const { path, title, role, unit } = row.executive;
    const recorded = byPath.get(path);
    const stretch = recorded === undefined ? undefined : recordedStretchOn(recorded, day);
    const then = stretch?.kind === 'level' ? stretch.level : undefined;
    const now = row.standing.level;
    if (stretch !== undefined) recordings.set(path, stretch);
    const hasMoved = then !== undefined && then !== now;
    if (hasMoved) movedCount++;
    const nowText = words.sinceThen(now === undefined ? WORDS.commitment.notAssessed() : levelName(now));
    const unknown = unknownInWords(stretch);
    const text = then !== undefined && !hasMoved ? words.same() : unknown === undefined ? nowText : `${unknown}, ${nowText}`;
    const thenText = then === undefined ? [] : [words.recordedAt(levelName(then))];
    marks.set(path, { spoken: `${[title, role, unit].filter((part) => part !== undefined).join(', ')}: ${[...thenText, text].join(', ')}`, text, movedTo: then === now ? undefined : now });
    return asOf(row, then);
  });
  const gone = history.executives.filter((executive) => !executive.present && recordedLevelOn(executive, day) !== undefined).map(({ title }) => title);
  return { day, rows, marks, movedCount, gone, columns: columnsOf(day, recordings, new Map(present.map((row) => [row.executive.path, row.standing.level]))) };
}

/** Why nothing is known of a day; undefined where a level is. */
function unknownInWords(stretch: RecordedStretch | undefined): string | undefined {
  const words = WORDS.history;
  if (stretch === undefined) return words.unknownThen();
  if (stretch.kind === 'gap') return words.gaps[stretch.reason];
  return stretch.level === undefined ? words.noLevel() : undefined;
}

function asOf(row: CommitmentRow, level: CommitmentLevel | undefined): CommitmentRow {
  const none = { needed: undefined, gapLevels: undefined, assessedOn: undefined, assessedDaysAgo: undefined, stale: false, trend: undefined, expected: undefined };
  return { ...row, standing: { ...row.standing, ...none, level } };
}

function columnsOf(day: CalendarDate, recordings: ReadonlyMap<string, RecordedStretch>, now: ReadonlyMap<string, CommitmentLevel | undefined>): readonly CommitmentColumn[] {
  const { columns } = WORDS.history;
  const levelText = (level: CommitmentLevel | undefined, words: LevelWords): string => (level === undefined ? WORDS.commitment.notAssessed() : words(level));
  return [
    { id: 'executive', heading: columns.executive, cell: ({ executive }) => executive.title },
    { id: 'role', heading: columns.role, cell: ({ executive }) => executive.role ?? '' },
    { id: 'unit', heading: columns.unit, cell: ({ executive }) => executive.unit ?? '' },
    { id: 'then', heading: columns.then(day), cell: ({ executive: { path }, standing: { level } }, words) => (level === undefined ? (unknownInWords(recordings.get(path)) ?? '') : words(level)) },
    { id: 'since', heading: columns.since, cell: ({ executive: { path } }) => recordings.get(path)?.recordedOn ?? '' },
    { id: 'now', heading: columns.now, cell: ({ executive: { path } }, words) => levelText(now.get(path), words) },
    { id: 'note', heading: columns.note, cell: ({ executive }) => executive.path },
  ];
}

/** Where a day stands among others: the last that is not after it; -1 before all. */
export function dayIndex(days: readonly CalendarDate[], day: CalendarDate): number {
  const after = days.findIndex((each) => toEpochDay(each) > toEpochDay(day));
  return (after === -1 ? days.length : after) - 1;
}
