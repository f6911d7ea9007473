/** The versions of one note as stretches of equal levels and gaps: what is shown of an executive's recorded history. */
import type { NoteContext } from '../notes/playbook-settings.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { isPrivatePath } from '../playbook/privacy.js';
import type { RecordedExecutive, RecordedGapReason, RecordedStretch } from '../playbook/recorded-history.js';
import { shown } from './git-log.js';
import { NO_TEXT, type HistoryCommit } from './history-log.js';
import { isExecutiveAt, type LevelRecord, type TextReading } from './history-reading.js';
import type { NoteVersion } from './history-walk.js';

/** What a version of a note is read from. */
export interface VersionSources {
  readonly notes: NoteContext;
  readonly nameOf: (path: number) => string;
  readonly readingOf: (blob: number) => TextReading;
  /** A name in the vault; undefined for one outside of its folder. */
  readonly vaultPathOf: (name: string) => string | undefined;
}

/** What a version says, without when. */
type Saying = { readonly kind: 'level'; readonly level: CommitmentLevel | undefined } | { readonly kind: 'gap'; readonly reason: RecordedGapReason };

/** Says of a version what a stretch would, as a short text. `vaultPath` is the name that folders are asked about. */
export function sayingAt(blob: number, vaultPath: string, { day }: HistoryCommit, { notes, readingOf }: VersionSources): Saying {
  if (blob === NO_TEXT) return gap('absent');
  const reading = readingOf(blob);
  switch (reading.kind) {
    case 'missing': return gap('missing-text');
    case 'unreadable': return gap('unreadable');
    case 'passed': return gap('not-an-executive');
    case 'read': return reading.record !== undefined && isExecutiveAt(vaultPath, reading, notes) ? levelOn(day, reading.record) : gap('not-an-executive');
  }
}

/** The property, else the newest dated line that is not of a day to come. */
function levelOn(day: string, { level, lines }: LevelRecord): Saying {
  if (level === 'unusable') return gap('unreadable');
  if (level !== undefined) return { kind: 'level', level };
  let newest: LevelRecord['lines'][number] | undefined;
  for (const line of lines) if (line.date <= day && (newest === undefined || line.date >= newest.date)) newest = line;
  return { kind: 'level', level: newest?.level };
}

export function keyOf(saying: Saying): string {
  return saying.kind === 'gap' ? saying.reason : `level ${saying.level ?? ''}`;
}

function gap(reason: RecordedGapReason): Saying {
  return { kind: 'gap', reason };
}

/** Undefined: the note was never an executive's in the vault. `private`: it was, and is the coach's own now. */
export function executiveOf(newest: NoteVersion, sources: VersionSources, includePrivate: boolean): RecordedExecutive | 'private' | undefined {
  const versions = versionsOf(newest, sources);
  const last = versions.filter(({ isInside }) => isInside).at(-1);
  if (last === undefined) return undefined;
  const firstShared = includePrivate ? 0 : versions.map(({ isPrivate }) => isPrivate).lastIndexOf(true) + 1;
  if (firstShared === versions.length) return stretchesOf(versions, sources).length === 0 ? undefined : 'private';
  const shared = versions.slice(firstShared);
  const stretches = stretchesOf(shared, sources);
  if (stretches.length === 0) return undefined;
  const names = shared.map(({ shownPath }) => shownPath).reverse();
  const path = shown(last.vaultPath);
  return {
    path,
    title: titleOfPath(path),
    present: versions.at(-1) === last && newest.blob !== NO_TEXT,
    formerPaths: [...new Set(names)].filter((name) => name !== path),
    stretches,
  };
}

interface PlacedVersion {
  readonly version: NoteVersion;
  /** Its name in the vault; for one outside of the vault's folder the next that it had inside, or the last. */
  readonly vaultPath: string;
  readonly isInside: boolean;
  readonly shownPath: string;
  /** It left the vault's folder, and did not come back. */
  readonly hasLeft: boolean;
  readonly isPrivate: boolean;
}

/** The oldest first. */
function versionsOf(newest: NoteVersion, { nameOf, vaultPathOf, readingOf }: VersionSources): readonly PlacedVersion[] {
  const line: NoteVersion[] = [];
  for (let version: NoteVersion | undefined = newest; version !== undefined; version = version.before) line.push(version);
  const paths = line.map(({ path }) => vaultPathOf(nameOf(path)));
  const newestInside = paths.findIndex((path) => path !== undefined);
  let vaultPath = paths[newestInside] ?? '';
  const placed = line.map((version, index) => {
    vaultPath = paths[index] ?? vaultPath;
    const isInside = paths[index] !== undefined;
    return { version, vaultPath, isInside, shownPath: shown(isInside ? vaultPath : nameOf(version.path)), hasLeft: index < newestInside };
  });
  let isPrivate = false;
  return placed.reverse().map((one) => {
    // What is gone, or cannot be read, is as private as it was.
    if (one.version.blob !== NO_TEXT) isPrivate = (one.isInside && isPrivatePath(one.vaultPath)) || saysPrivate(readingOf(one.version.blob), isPrivate);
    return { ...one, isPrivate };
  });
}

function saysPrivate(reading: TextReading, before: boolean): boolean {
  return reading.kind === 'missing' ? before : reading.kind !== 'passed' && reading.isPrivate;
}

/** Empty when no version is an executive's. */
function stretchesOf(versions: readonly PlacedVersion[], sources: VersionSources): readonly RecordedStretch[] {
  const stretches: { key: string; stretch: RecordedStretch }[] = [];
  for (const { version, vaultPath, hasLeft } of versions) {
    const { commit, blob } = version;
    const saying = hasLeft ? gap('absent') : sayingAt(blob, vaultPath, commit, sources);
    const key = keyOf(saying);
    const last = stretches.at(-1);
    if (last?.key === key) last.stretch = { ...last.stretch, lastRecordedOn: commit.day };
    else if (last !== undefined || !isNothingYet(saying)) stretches.push({ key, stretch: stretchFrom(version, saying, sources.readingOf(blob)) });
  }
  return stretches.some(({ stretch }) => stretch.kind === 'level') ? stretches.map(({ stretch }) => stretch) : [];
}

/** Before a note is an executive's there is nothing to tell of it. */
function isNothingYet(saying: Saying): boolean {
  return saying.kind === 'gap' && (saying.reason === 'absent' || saying.reason === 'not-an-executive');
}

function stretchFrom({ commit: { id, day, subject, author } }: NoteVersion, saying: Saying, reading: TextReading): RecordedStretch {
  const days = { recordedOn: day, lastRecordedOn: day, commit: id };
  if (saying.kind === 'gap') return { ...saying, ...days };
  return { ...saying, ...days, subject, author, assessed: reading.kind === 'read' ? reading.record?.assessed : undefined };
}
