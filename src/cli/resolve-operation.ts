/**
 * What git was doing when it met conflicts, and whose words stand where. In a rebase git calls "ours" what is rebased onto: for
 * the person at the keyboard it is the other way round.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NodeGit } from './node-git.js';

export interface GitOperation {
  readonly kind: 'merge' | 'rebase' | 'cherry-pick' | 'revert' | 'other';
  /** Whose text stands first in a conflict, and whose second, as labels of markers. */
  readonly ours: string;
  readonly theirs: string;
  /** One sentence; empty when nothing is known. */
  readonly words: string;
  /** The commit that both sides started from; undefined when it is not known. */
  readonly base: string | undefined;
}

const UNKNOWN: GitOperation = { kind: 'other', ours: 'ours', theirs: 'theirs', words: '', base: undefined };
const ID = /^[0-9a-f]{40,64}$/;

export function readOperation(git: NodeGit): GitOperation {
  const folder = resolve(git.folder, git.text(['rev-parse', '--git-dir']).replace(/\n$/, ''));
  const read = (name: string): string => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim() : '');
  const here = nameOf(git, 'HEAD', git.tryText(['rev-parse', '--abbrev-ref', 'HEAD'])?.trim());
  const rebase = ['rebase-merge', 'rebase-apply'].find((name) => existsSync(join(folder, name)));
  if (rebase !== undefined) {
    const branch = read(`${rebase}/head-name`).replace(/^refs\/heads\//, '') || 'your branch';
    const onto = nameOf(git, read(`${rebase}/onto`));
    const commit = read('REBASE_HEAD');
    return { kind: 'rebase', ours: `theirs (${onto})`, theirs: `yours (${branch})`, words: `Your branch "${branch}" is being rebased onto "${onto}": in a conflict "${onto}" stands first and your text second.`, base: parentOf(git, commit) };
  }
  const merged = read('MERGE_HEAD').split('\n')[0] ?? '';
  if (ID.test(merged)) {
    const there = nameOf(git, merged);
    return { kind: 'merge', ours: `yours (${here})`, theirs: `theirs (${there})`, words: `"${there}" is being merged into your "${here}": in a conflict your text stands first.`, base: commonBase(git, 'HEAD', merged) };
  }
  const picked = read('CHERRY_PICK_HEAD');
  if (ID.test(picked)) return { kind: 'cherry-pick', ours: `yours (${here})`, theirs: `picked (${nameOf(git, picked)})`, words: `A commit is being picked into your "${here}": in a conflict your text stands first.`, base: parentOf(git, picked) };
  const reverted = read('REVERT_HEAD');
  if (ID.test(reverted)) return { kind: 'revert', ours: `yours (${here})`, theirs: 'before the reverted commit', words: `A commit is being reverted in your "${here}": in a conflict your text stands first.`, base: reverted };
  return { ...UNKNOWN, base: commonBase(git, 'HEAD^1', 'HEAD^2') };
}

/** A branch that stands at a commit, else the start of its id. */
function nameOf(git: NodeGit, commit: string, known = ''): string {
  if (known !== '' && known !== 'HEAD') return known;
  if (!ID.test(commit)) return commit === 'HEAD' ? 'HEAD' : 'another version';
  const [branch = ''] = git.text(['for-each-ref', `--points-at=${commit}`, '--format=%(refname:short)', 'refs/heads', 'refs/remotes']).split('\n');
  return branch === '' ? commit.slice(0, 9) : branch;
}

function parentOf(git: NodeGit, commit: string): string | undefined {
  return ID.test(commit) ? idOf(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^1`]) : undefined;
}

/** The second name is a second parent where a merge was committed with its markers. */
function commonBase(git: NodeGit, one: string, other: string): string | undefined {
  const ids = [one, other].map((name) => (ID.test(name) ? name : idOf(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])));
  const [first, second] = ids;
  return first === undefined || second === undefined ? undefined : idOf(git, ['merge-base', first, second]);
}

function idOf(git: NodeGit, args: readonly string[]): string | undefined {
  const id = git.tryText(args)?.trim();
  return id !== undefined && ID.test(id) ? id : undefined;
}
