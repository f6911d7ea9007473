/** A card of the home view and a sheet of its printed twin: the same words and numbers in both. */
import type { NoteIdentity } from './note.js';

/** What stands above each card, in the order of the page. */
export const HOME_CARD_HEADING = {
  trend: 'Commitment over time',
  stale: 'Levels to look at again',
  contacts: 'Whom to speak with',
  rooms: 'Customer rooms and promises',
  gaps: 'Roadmap short of commitment',
  remarks: 'Open questions and risks',
  untold: 'Proven but untold',
  chains: 'From a customer’s words to an executive',
  coverage: 'The four competencies',
  enablement: 'Authority and recognition',
  stopped: 'Stopped or gone quiet',
} as const;

export type HomeCardId = keyof typeof HOME_CARD_HEADING;

export interface HomeRow {
  /** What it is about, in a few words: the title of a note, or of a group of them. */
  readonly name: string;
  /** The note to open; undefined where the row speaks of several, or of none. */
  readonly path: string | undefined;
  /** Place in that note's text, UTF-16 units. */
  readonly offset?: number | undefined;
  /** What the vault records of it; no full stop. */
  readonly text: string;
  /** A day is past: shown with weight. */
  readonly isLate?: boolean | undefined;
  /** The notes that a group stands for. */
  readonly notes?: readonly NoteIdentity[] | undefined;
}

export interface HomeCard {
  readonly id: HomeCardId;
  readonly heading: string;
  /** One or two sentences with the counts; undefined where the rows say it all. */
  readonly lead: string | undefined;
  readonly rows: HomeRows;
  /** What is said where there are no rows: there is nothing to act on. */
  readonly nothing: string;
  /** Where the idea is from, and which numbers are OURS. */
  readonly source: string;
}

/** Rows of which a page shows a few: words are made for those that are asked for. */
export interface HomeRows {
  readonly count: number;
  /** The first so many, those that matter most first. */
  take(max: number): readonly HomeRow[];
}

export const NO_ROWS: HomeRows = { count: 0, take: () => [] };

export function rowsOf<T>(items: readonly T[], toRow: (item: T) => HomeRow): HomeRows {
  return { count: items.length, take: (max) => items.slice(0, max).map(toRow) };
}

/** The rows of all, one after the other. */
export function allRows(...parts: readonly HomeRows[]): HomeRows {
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    take: (max) => {
      const rows: HomeRow[] = [];
      for (const part of parts) if (rows.length < max) rows.push(...part.take(max - rows.length));
      return rows;
    },
  };
}

/** "in 4 days", "today", "2 days ago" */
export function daysFromToday(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days);
  const text = count === 1 ? '1 day' : `${count} days`;
  return days > 0 ? `in ${text}` : `${text} ago`;
}
