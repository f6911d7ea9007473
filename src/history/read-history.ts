/**
 * The recorded levels of all executives over the whole history of a vault, from one `git log` and one
 * `git cat-file --batch` beside it: what each commit changed, what each text says, and then each note followed through the
 * commits.
 *
 * @example const { executives } = await readRecordedHistory(git, await readRepository(git), { notes, includePrivate: false });
 */
import type { NoteContext } from '../notes/playbook-settings.js';
import { byCodeUnits } from '../playbook/playbook.js';
import type { RecordedExecutive, RecordedHistory } from '../playbook/recorded-history.js';
import { EarlyTexts } from './early-texts.js';
import { readGitLog } from './git-log.js';
import { unlessGitFails, type Git, type GitSignal } from './git-port.js';
import { cacheKeyOf, formatKeptHistory, parseKeptHistory, type HistoryCache, type KeptHistory } from './history-cache.js';
import { NoteLineages } from './history-lineages.js';
import { HistoryLog, type HistoryCommit } from './history-log.js';
import { executiveOf, keyOf, sayingAt, type VersionSources } from './history-stretches.js';
import { HistoryTexts } from './history-texts.js';
import { walkHistory } from './history-walk.js';
import type { Repository } from './revision.js';
import { takeSteps, type Pause, type Steps } from './steps.js';
import { vaultPathIn } from './vault-path.js';

export interface HistoryOptions {
  /** How notes are read now: the present settings of the vault hold for all its revisions. */
  readonly notes: NoteContext;
  /** Paths of the vault that its settings leave out. */
  readonly isIgnored?: (path: string) => boolean;
  /** Notes of the coach's own too. Without them, a note that is shared now is told from the day on which it became so. */
  readonly includePrivate: boolean;
  /** Full id of the commit at which the history ends; absent: that of the files as they are checked out. */
  readonly revision?: string | undefined;
  /** Where what is read once is kept; absent: nowhere. */
  readonly cache?: HistoryCache | undefined;
  readonly signal?: GitSignal | undefined;
  /** Called with the texts read so far and their number. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Awaited between steps that do not wait for git: lets the host breathe. Abandons the reading when it throws. */
  readonly pause?: Pause;
}

/**
 * The history of the vault in the folder in which git is asked, and of which `repository` was read. Without commits it is
 * empty. Throws a GitFailure when git gives no answer (GitAbsent: there is no git; GitStopped: the signal said so).
 */
export async function readRecordedHistory(git: Git, { head, shallow, prefix }: Omit<Repository, 'isBare'>, options: HistoryOptions): Promise<RecordedHistory> {
  const { notes, signal, pause } = options;
  const revision = options.revision ?? head;
  if (revision === undefined) return { executives: [], revision, commits: 0, firstDay: undefined, lastDay: undefined, shallow, privateLeftOut: 0 };
  // What a shallow clone takes for the first commit can have parents tomorrow.
  const cache = shallow ? undefined : options.cache;
  const key = cacheKeyOf(notes);
  const kept = await takeSteps(parseKeptHistory(await cache?.read(), key), pause);
  const vaultPathOf = vaultPathIn(prefix, options.isIgnored);
  const early = new EarlyTexts({ git, notes, vaultPathOf, known: kept?.readings, signal });
  const { log, isNew, isExact } = await readLogWith(early, git, revision, kept, signal);
  const lineages = await takeSteps(NoteLineages.find(log), pause);
  const texts = new HistoryTexts({ log, lineages, notes, vaultPathOf, known: kept?.readings, early: await early.end(options.onProgress) });
  const read = await texts.read(git, options);
  const commits = await takeSteps(log.upTo(revision), pause);
  const sources: VersionSources = { notes, nameOf: (path) => log.paths.name(path), readingOf: (blob) => texts.readingOf(blob), vaultPathOf };
  const walk = walkHistory(commits, {
    isFollowed: (path) => texts.isExecutives(path),
    sayingOf: ({ commit, path, blob }) => keyOf(sayingAt(blob, vaultPathOf(log.paths.name(path)) ?? '', commit, sources)),
  });
  const newest = await takeSteps(walk, pause);
  if (cache !== undefined && isExact && (isNew || read > 0)) {
    const reached = await takeSteps(onlyThese(commits, log), pause);
    await cache.write(await takeSteps(formatKeptHistory({ log: reached, revision, readings: texts.byId }, key), pause));
  }
  const told: ReturnType<typeof executiveOf>[] = [];
  for (const version of newest) {
    told.push(executiveOf(version, sources, options.includePrivate));
    await pause?.();
  }
  return {
    executives: told.filter((executive) => executive !== undefined && executive !== 'private').sort(byPath),
    revision,
    commits: commits.length,
    firstDay: commits[0]?.day,
    lastDay: commits.at(-1)?.day,
    shallow,
    privateLeftOut: told.filter((executive) => executive === 'private').length,
  };
}

/** Of notes that had the same path the one that is there stands first. */
function byPath(a: RecordedExecutive, b: RecordedExecutive): number {
  return byCodeUnits(a.path, b.path) || Number(b.present) - Number(a.present);
}

interface LogReading {
  readonly log: HistoryLog;
  /** Whether git was asked for commits. */
  readonly isNew: boolean;
  /** False: the clone lacks texts, so that only notes that moved unchanged are seen to have moved. */
  readonly isExact: boolean;
}

/** Whose texts are read meanwhile. */
async function readLogWith(early: EarlyTexts, git: Git, revision: string, kept: KeptHistory | undefined, signal: GitSignal | undefined): Promise<LogReading> {
  try {
    return await readLog(early, git, revision, kept, signal);
  } catch (error) {
    early.stop();
    throw error;
  }
}

async function readLog(early: EarlyTexts, git: Git, revision: string, kept: KeptHistory | undefined, signal: GitSignal | undefined): Promise<LogReading> {
  if (kept?.log.get(revision) !== undefined) return { log: kept.log, isNew: false, isExact: true };
  const from = async (known: KeptHistory | undefined, compareTexts: boolean): Promise<LogReading> => {
    const log = known?.log ?? new HistoryLog();
    const without = known === undefined ? [] : [known.revision];
    for await (const commits of readGitLog(git, { revision, without, compareTexts, signal })) {
      early.add(commits);
      for (const commit of commits) log.addLogged(commit);
    }
    return { log, isNew: true, isExact: compareTexts };
  };
  // A commit that was known may be gone since its branch was written anew.
  if (kept !== undefined) {
    const reading = await unlessGitFails(() => from(kept, true));
    if (reading !== undefined) return reading;
  }
  return (await unlessGitFails(() => from(undefined, true))) ?? from(undefined, false);
}

/** The log without the commits of branches that do not lead to the revision. */
function* onlyThese(commits: readonly HistoryCommit[], log: HistoryLog): Steps<HistoryLog> {
  return commits.length === log.size ? log : yield* log.with(commits);
}
