/**
 * What a history keeps beside git's object ids, so that the next run reads only what is new: the commits up to one, and
 * what the texts in them say. A commit and a text never change under their ids; what is made of them changes with the
 * reader and with the vault's settings, which are the key.
 */
import { parseCalendarDate } from '../playbook/calendar-date.js';
import { parseCommitmentLevel, type CommitmentLevel } from '../playbook/commitment.js';
import type { NoteContext } from '../notes/playbook-settings.js';
import { CHANGE_SIZE, dayOf, HistoryLog, NumberedNames, type HistoryCommit } from './history-log.js';
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

/** What readings depend on beside the texts. */
export function cacheKeyOf({ settings }: NoteContext): string {
  const { kindProperty, kindByFolder, kindByTag, practiceNames } = settings;
  return JSON.stringify([READER, kindProperty, [...kindByFolder], [...kindByTag], practiceNames]);
}

/** Three lines: what it is and its checksum, the key, and everything else. */
export function formatKeptHistory({ log, revision, readings }: KeptHistory, key: string): string {
  const commits = log.upTo(revision);
  const [numbers, authors] = [new Map(commits.map(({ id }, index) => [id, index])), new NumberedNames()];
  const body = JSON.stringify({
    revision,
    paths: log.paths.names,
    blobs: log.blobs.names,
    commits: commits.map(({ id, parents, day, author, subject, changes }) => [id, parents.map((parent) => numbers.get(parent) ?? parent), day, authors.numberOf(author), subject, changes]),
    authors: authors.names,
    readings: log.blobs.names.map((id) => keptReading(readings.get(id))),
  });
  return `${TITLE} ${checksum(body)}\n${key}\n${body}`;
}

/** Undefined for what is of another key, or damaged. */
export function parseKeptHistory(text: string | undefined, key: string): KeptHistory | undefined {
  if (text?.startsWith(`${TITLE} `) !== true) return undefined;
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  const body = text.slice(second + 1);
  if (first === -1 || second === -1 || text.slice(first + 1, second) !== key || text.slice(TITLE.length + 1, first) !== checksum(body)) return undefined;
  try {
    return keptHistory(JSON.parse(body));
  } catch (error) {
    if (error instanceof Damage || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const TITLE = 'cx-playbook history 1';

/** Tells damage by chance, not by intent. FNV-1a. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

class Damage extends Error {}

function keptHistory(value: unknown): KeptHistory {
  const kept = fieldsOf(value);
  const log = new HistoryLog();
  for (const path of textsOf(kept['paths'])) log.paths.numberOf(path);
  const blobs = textsOf(kept['blobs']);
  for (const id of blobs) log.blobs.numberOf(id);
  const [authors, ids] = [textsOf(kept['authors']), [] as string[]];
  for (const commit of listOf(kept['commits'])) {
    const read = keptCommit(listOf(commit), authors, ids);
    ids.push(read.id);
    log.add(read);
  }
  const isWhole = log.size === ids.length && [...log.commits].every((commit) => fits(commit, log));
  const revision = textOf(kept['revision']);
  if (!isWhole || log.upTo(revision).length !== log.size) throw new Damage();
  const readings = new Map<string, TextReading>();
  for (const [index, reading] of listOf(kept['readings']).entries()) {
    const read = readingOf(reading);
    if (read !== undefined) readings.set(textOf(blobs[index]), read);
  }
  return { log, revision, readings };
}

function keptCommit([id, parents, day, author, subject, changes]: readonly unknown[], authors: readonly string[], ids: readonly string[]): HistoryCommit {
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

function textsOf(value: unknown): readonly string[] {
  return listOf(value).map(textOf);
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
