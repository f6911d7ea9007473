/**
 * What a clone of a shared vault lacks: each check says how it stands, and what to do. Nothing is read here; the facts
 * come in as plain values.
 */
import { countOf } from '../playbook/count-of.js';
import { isPrivatePath } from '../playbook/privacy.js';
import { withWantedAttributes, withWantedIgnores } from '../lint/repository-files.js';
import { CONFIG_FOLDER, driverLine, hasCi, hookState, trackedThoughIgnored } from './git-setup-plan.js';
import type { GitSetupState } from './git-setup-state.js';

/** `lacking` makes the exit code 1; a `hint` is a matter of taste, or of the service that runs the clone. */
export type CheckState = 'ok' | 'lacking' | 'hint';

export interface Check {
  readonly id: string;
  readonly state: CheckState;
  readonly message: string;
  /** What to do; absent when nothing is. */
  readonly remedy?: string;
}

/** What of a clone {@link GitSetupState} does not hold. */
export interface CloneFacts {
  /** Such as `2.39.5`. */
  readonly gitVersion: string;
  readonly isShallow: boolean;
  /** The branch that is checked out; undefined for none. */
  readonly branch: string | undefined;
  /** What was begun and not ended: `merge`, `rebase`, `cherry-pick`, `revert`. */
  readonly inProgress: readonly string[];
  readonly userName: string | undefined;
  readonly userEmail: string | undefined;
  readonly conflictStyle: string | undefined;
  readonly autocrlf: string | undefined;
  /** Tracked notes whose stored line ends are of two kinds, and of the Windows kind alone. */
  readonly mixedNotes: number;
  readonly crlfNotes: number;
  /** Why the driver's program does not run; undefined when it does, and when no driver is set up. */
  readonly driverFailure: string | undefined;
}

const INSTALL = 'Run "cx-playbook install-git" for the vault.';

export function checkClone(state: GitSetupState, facts: CloneFacts): readonly Check[] {
  return [
    checkVersion(facts),
    ...checkRepository(facts),
    checkDriver(state, facts),
    checkHook(state),
    ...checkFiles(state),
    checkPrivate(state),
    checkTracked(state),
    checkCi(state),
    checkUser(facts),
    checkConflictStyle(facts),
    ...checkLineEnds(facts),
  ];
}

function ok(id: string, message: string): Check {
  return { id, state: 'ok', message };
}

function lacking(id: string, message: string, remedy: string): Check {
  return { id, state: 'lacking', message, remedy };
}

function hint(id: string, message: string, remedy: string): Check {
  return { id, state: 'hint', message, remedy };
}

/** The first with everything that is asked of git here. */
const OLDEST_GIT = [2, 26] as const;

function checkVersion({ gitVersion }: CloneFacts): Check {
  const [major = 0, minor = 0] = gitVersion.split('.').map(Number);
  const isOld = major < OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor < OLDEST_GIT[1]);
  return isOld ? lacking('git', `Git ${gitVersion} is older than ${OLDEST_GIT.join('.')}.`, 'Install a newer git.') : ok('git', `Git ${gitVersion}.`);
}

function checkRepository({ isShallow, branch, inProgress }: CloneFacts): readonly Check[] {
  return [
    isShallow ? lacking('history', 'This clone is shallow: its history is cut off.', 'Fetch the rest with "git fetch --unshallow".') : ok('history', 'The history is whole.'),
    ...(branch === undefined && !inProgress.includes('rebase') ? [hint('branch', 'No branch is checked out, so commits made here are on none.', 'Check out a branch with "git switch".')] : []),
    ...inProgress.map((what) => hint('in-progress', `A ${what} is in progress.`, `End it with "git ${what} --continue", or take it back with "git ${what} --abort".`)),
  ];
}

function checkDriver(state: GitSetupState, { driverFailure }: CloneFacts): Check {
  const id = 'merge-driver';
  if (state.driver === undefined) return lacking(id, 'The merge driver is not set up: notes that two people changed conflict as lines.', INSTALL);
  if (driverFailure !== undefined) return lacking(id, `The merge driver is set up, but its program does not run: ${driverFailure}.`, INSTALL);
  return state.driver === driverLine(state) ? ok(id, 'The merge driver is set up, and its program runs.') : hint(id, 'The merge driver is set up with another program than this one.', INSTALL);
}

function checkHook(state: GitSetupState): Check {
  const id = 'pre-commit';
  switch (hookState(state)) {
    case 'current': return ok(id, 'Notes are checked before each commit.');
    case 'absent': return lacking(id, 'Notes are not checked before a commit.', INSTALL);
    case 'outdated': return lacking(id, 'The check before a commit is not the one that this program writes.', INSTALL);
    case 'disabled': return lacking(id, 'The hook with the check is not executable, so git does not run it.', `Make "${state.hook.shown}" executable.`);
    case 'elsewhere': return lacking(id, `Hooks lie where "core.hooksPath" says, and the hook there does not check notes.`, 'Run "cx-playbook install-git" for the vault: it says which line to add.');
  }
}

function checkFiles({ attributes, attributesAbove, ignores, ignoresAbove }: GitSetupState): readonly Check[] {
  const files = [
    { id: 'attributes', wanted: withWantedAttributes(attributes.text, attributesAbove), name: '.gitattributes' },
    { id: 'ignore', wanted: withWantedIgnores(ignores.text, CONFIG_FOLDER, ignoresAbove), name: '.gitignore' },
  ];
  return files.flatMap(({ id, name, wanted }) => [
    wanted.added.length === 0 ? ok(id, `"${name}" has what a shared vault wants.`) : lacking(id, `"${name}" lacks ${wanted.added.map((line) => `"${line}"`).join(', ')}.`, INSTALL),
    ...wanted.contradictions.map(({ text, line, wanted: line2 }) => hint(id, `"${name}" says "${text}" in line ${line}, where "${line2}" is wanted.`, 'Take the line out if it is not meant.')),
  ]);
}

function checkPrivate({ tracked }: GitSetupState): Check {
  const paths = tracked.filter(isPrivatePath);
  if (paths.length === 0) return ok('private', 'Git tracks nothing in "_coach".');
  return lacking('private', `Git tracks ${countOf(paths.length, 'private file')} in "_coach": ${shortList(paths)}.`, 'Run "cx-playbook install-git" for the vault: it takes them out of the index. They stay in the history.');
}

function checkTracked(state: GitSetupState): Check {
  const wanted = withWantedIgnores(state.ignores.text, CONFIG_FOLDER, state.ignoresAbove);
  const paths = trackedThoughIgnored(state, wanted.text).filter((path) => !isPrivatePath(path));
  if (paths.length === 0) return ok('tracked', 'Git tracks no file that belongs to one device.');
  return lacking('tracked', `Git tracks what belongs to one device: ${shortList(paths)}.`, INSTALL);
}

function checkCi(state: GitSetupState): Check {
  return hasCi(state) ? ok('ci', 'A service lints the vault.') : hint('ci', 'No service lints the vault.', 'Run "cx-playbook install-git --github" or "--gitlab" for the vault.');
}

function checkUser({ userName, userEmail }: CloneFacts): Check {
  const missing = [...(userName === undefined ? ['user.name'] : []), ...(userEmail === undefined ? ['user.email'] : [])];
  if (missing.length === 0) return ok('user', 'Git knows who commits.');
  return lacking('user', `Git does not know who commits: ${missing.map((name) => `"${name}"`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set.`, `Set ${missing.length === 1 ? 'it' : 'them'} with "git config ${missing[0] ?? ''} …".`);
}

function checkConflictStyle({ conflictStyle }: CloneFacts): Check {
  if (conflictStyle === 'diff3' || conflictStyle === 'zdiff3') return ok('conflict-style', 'Conflicts show what both sides began from.');
  return hint('conflict-style', 'Conflicts do not show what both sides began from.', 'Set "git config merge.conflictStyle zdiff3", or "diff3" before git 2.35.');
}

function checkLineEnds({ autocrlf, mixedNotes, crlfNotes }: CloneFacts): readonly Check[] {
  const notes = [...(mixedNotes > 0 ? [`${countOf(mixedNotes, 'note')} with line ends of two kinds`] : []), ...(crlfNotes > 0 ? [`${countOf(crlfNotes, 'note')} with those of Windows`] : [])];
  if (notes.length === 0) return [ok('line-ends', 'Notes are stored with one kind of line ends.')];
  const turned = autocrlf === 'true' || autocrlf === 'input' ? ` Here "core.autocrlf" is "${autocrlf}", so whoever saves one of them changes every line.` : '';
  return [hint('line-ends', `Git stores ${notes.join(' and ')}.${turned}`, 'When nobody has open work, run "git add --renormalize ." and commit.')];
}

const MOST_PATHS = 5;

function shortList(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_PATHS).map((path) => `"${path}"`);
  return paths.length > MOST_PATHS ? `${shown.join(', ')} and ${paths.length - MOST_PATHS} more` : shown.join(', ');
}
