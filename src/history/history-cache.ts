/**
 * What a history keeps beside git's object ids, so that the next run reads only what is new: the commits up to one, and
 * what the texts in them say. A commit and a text never change under their ids; what is made of them changes with the
 * reader and with the vault's settings, which are the key.
 */
import { parseCalendarDate } from '../playbook/calendar-date.js';
import { parseCommitmentLevel, type CommitmentLevel } from '../playbook/commitment.js';
import type { NoteContext } from '../notes/playbook-settings.js';
import { CHANGE_SIZE, dayOf, HistoryLog, NumberedNames, type HistoryCommit } from './history-log.js';
import type { Steps } from './steps.js';
import { PASSED, type LevelRecord, type TextReading, type WhoseNote } from './history-reading.js';

/** One text in a place of the host: written whole or not at all. */
export interface HistoryCache {
  /** What was kept; undefined when there is nothing. Never rejects. */
  read(): Promise<string | undefined>;
  /** A place that cannot be written to is no failure. Never rejects. */
  write(text: string): Promise<void>;
}

export interface KeptHistory {
  /** Every commit up to the revision, and nothing else. */
  readonly log: HistoryLog;
  readonly revision: string;
  /** By git's id of the text. */
  readonly readings: ReadonlyMap<string, TextReading>;
}

/** Raised by whoever changes what is read of a commit or a text, or how it is kept. */
const READER = 1;
/** Of a list, so many entries stand in a line of their own, which is read at once. */
const ENTRIES_IN_LINE = 500;

/** What readings depend on beside the texts. */
export function cacheKeyOf({ settings }: NoteContext): string {
  const { kindProperty, kindByFolder, kindByTag, practiceNames } = settings;
  return JSON.stringify([READER, kindProperty, [...kindByFolder], [...kindByTag], practiceNames]);
}

/** What it is and its checksum, the key, and everything else, in lines that are short enough to be read one at a time. */
export function* formatKeptHistory({ log, revision, readings }: KeptHistory, key: string): Steps<string> {
  const commits = yield* log.upTo(revision);
  const [numbers, authors] = [new Map(commits.map(({ id }, index) => [id, index])), new NumberedNames()];
  const lines = [JSON.stringify({ revision })];
  const add = function* <T>(list: keyof Lists, entries: readonly T[], kept: (entry: T) => unknown): Steps<void> {
    for (let from = 0; from < entries.length; from += ENTRIES_IN_LINE) {
      lines.push(JSON.stringify({ [list]: entries.slice(from, from + ENTRIES_IN_LINE).map(kept) }));
      yield;
    }
  };
  yield* add('paths', log.paths.names, (name) => name);
  yield* add('blobs', log.blobs.names, (id) => id);
  yield* add('commits', commits, ({ id, parents, day, author, subject, changes }) => [id, parents.map((parent) => numbers.get(parent) ?? parent), day, authors.numberOf(author), subject, changes]);
  yield* add('authors', authors.names, (name) => name);
  yield* add('readings', log.blobs.names, (id) => keptReading(readings.get(id)));
  const body = lines.join('\n');
  return `${TITLE} ${yield* checksum(body)}\n${key}\n${body}`;
}

/** Undefined for what is of another key, or damaged. */
export function* parseKeptHistory(text: string | undefined, key: string): Steps<KeptHistory | undefined> {
  if (text?.startsWith(`${TITLE} `) !== true) return undefined;
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  if (first === -1 || second === -1 || text.slice(first + 1, second) !== key) return undefined;
  const body = text.slice(second + 1);
  if (text.slice(TITLE.length + 1, first) !== (yield* checksum(body))) return undefined;
  try {
    return yield* keptHistory(yield* listsIn(body));
  } catch (error) {
    if (error instanceof Damage || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const TITLE = 'cx-playbook history 2';
/** Between two steps. */
const CHARACTERS_AT_ONCE = 100_000;

/** Tells damage by chance, not by intent. FNV-1a. */
function* checksum(text: string): Steps<string> {
  let hash = 0x811c9dc5;
  for (let from = 0; from < text.length; from += CHARACTERS_AT_ONCE) {
    hash = hashOf(text, from, Math.min(from + CHARACTERS_AT_ONCE, text.length), hash);
    yield;
  }
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

function hashOf(text: string, from: number, to: number, before: number): number {
  let hash = before;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** What stands in the lines, each list put together. */
interface Lists {
  readonly paths: unknown[];
  readonly blobs: unknown[];
  readonly commits: unknown[];
  readonly authors: unknown[];
  readonly readings: unknown[];
}

const LISTS = ['paths', 'blobs', 'commits', 'authors', 'readings'] as const;

interface KeptLists extends Lists {
  readonly revision: string;
}

function* listsIn(body: string): Steps<KeptLists> {
  const lists: Lists = { paths: [], blobs: [], commits: [], authors: [], readings: [] };
  let revision: unknown;
  for (let from = 0; from <= body.length; ) {
    const end = body.indexOf('\n', from);
    const line = fieldsOf(JSON.parse(body.slice(from, end === -1 ? body.length : end)));
    revision ??= line['revision'];
    for (const name of LISTS) for (const entry of listOf(line[name] ?? [])) lists[name].push(entry);
    from = end === -1 ? body.length + 1 : end + 1;
    yield;
  }
  return { ...lists, revision: textOf(revision) };
}

class Damage extends Error {}

function* keptHistory({ revision, paths, blobs, commits, authors, readings }: KeptLists): Steps<KeptHistory> {
  const log = new HistoryLog();
  for (const path of paths) {
    log.paths.numberOf(textOf(path));
    yield;
  }
  for (const id of blobs) {
    log.blobs.numberOf(textOf(id));
    yield;
  }
  const ids: string[] = [];
  for (const commit of commits) {
    const read = keptCommit(listOf(commit), authors, ids);
    if (!fits(read, log)) throw new Damage();
    ids.push(read.id);
    log.add(read);
    yield;
  }
  const isWhole = log.size === ids.length && (yield* log.upTo(revision)).length === log.size;
  if (!isWhole) throw new Damage();
  const byId = new Map<string, TextReading>();
  for (const [index, reading] of readings.entries()) {
    const read = readingOf(reading);
    if (read !== undefined) byId.set(textOf(blobs[index]), read);
    yield;
  }
  return { log, revision, readings: byId };
}

function keptCommit([id, parents, day, author, subject, changes]: readonly unknown[], authors: readonly unknown[], ids: readonly string[]): HistoryCommit {
  return {
    id: textOf(id),
    parents: listOf(parents).map((parent) => textOf(typeof parent === 'number' ? ids[parent] : parent)),
    day: dayOf(textOf(day)),
    author: textOf(authors[numberOf(author)]),
    subject: textOf(subject),
    changes: listOf(changes).map(numberOf),
  };
}

function fits({ changes }: HistoryCommit, { paths, blobs }: HistoryLog): boolean {
  return changes.length % CHANGE_SIZE === 0 && changes.every((number, at) => number >= 0 && number < (at % CHANGE_SIZE < CHANGE_SIZE / 2 ? paths : blobs).names.length);
}

/** `0` for what was passed over, `null` for what is not known; else kind, privacy, whose, and the record. */
function keptReading(reading: TextReading | undefined): unknown {
  switch (reading?.kind) {
    case undefined: case 'missing': return null;
    case 'passed': return 0;
    case 'unreadable': return [reading.isPrivate];
    case 'read': {
      const { isPrivate, named, tagged, record } = reading;
      const kept = record === undefined ? null : [record.level ?? null, record.assessed ?? null, record.lines.map(({ date, level }) => [date, level])];
      return [isPrivate, named ?? null, tagged ?? null, kept];
    }
  }
}

function readingOf(value: unknown): TextReading | undefined {
  if (value === null) return undefined;
  if (value === 0) return PASSED;
  const [isPrivate, named, tagged, record, ...more] = listOf(value);
  if (typeof isPrivate !== 'boolean' || more.length > 0) throw new Damage();
  if (named === undefined) return { kind: 'unreadable', isPrivate };
  return { kind: 'read', isPrivate, named: whoseOf(named), tagged: whoseOf(tagged), record: record === null ? undefined : recordOf(listOf(record)) };
}

function recordOf([level, assessed, lines]: readonly unknown[]): LevelRecord {
  return {
    level: level === null ? undefined : level === 'unusable' ? level : levelOf(level),
    assessed: assessed === null ? undefined : (parseCalendarDate(textOf(assessed)) ?? damaged()),
    lines: listOf(lines).map((line) => {
      const [date, of] = listOf(line);
      return { date: parseCalendarDate(textOf(date)) ?? damaged(), level: levelOf(of) };
    }),
  };
}

function levelOf(value: unknown): CommitmentLevel {
  return parseCommitmentLevel(textOf(value)) ?? damaged();
}

function whoseOf(value: unknown): WhoseNote | undefined {
  return value === null ? undefined : value === 'executive' || value === 'other' ? value : damaged();
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : damaged();
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : damaged();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : damaged();
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : damaged();
}

function damaged(): never {
  throw new Damage();
}
