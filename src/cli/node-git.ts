/** Asks git, without a shell. Revisions and paths never reach it as options. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { fromEpochDay, parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import { GIT_ALONE, GIT_SETTINGS, reasonIn } from '../history/git-process.js';
import { CommandFailure } from './command.js';
import { readBatch, readTree, type TreeEntry } from './git-answers.js';

/** A commit of the repository that holds a folder. */
export interface GitRevision {
  /** As it was asked for. */
  readonly name: string;
  /** The commit's full id. */
  readonly commit: string;
  /** The day of the commit, where the committer was. */
  readonly day: CalendarDate | undefined;
}

/** Where a file went, and how much of its text stayed, 0 to 100. */
export interface FoundRename {
  readonly to: string;
  readonly alike: number;
}

/** Larger answers are no answers. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const SHALLOW = 'This clone is shallow: fetch its history with "git fetch --unshallow"';
const SHALLOW_RUNNER = ' (in a workflow "fetch-depth: 0", in a GitLab job "GIT_DEPTH: 0")';
const SECONDS_PER_DAY = 86_400;
const COMMIT = /^[0-9a-f]{40,64}$/;

/** There is no git on this machine, or it cannot be started. */
export class GitMissing extends CommandFailure {}

export class NodeGit {
  /** `option` is the one that asks for git, as messages name it. */
  constructor(
    readonly folder: string,
    readonly option: string,
  ) {}

  /** The commit that a name means. Throws {@link CommandFailure} for none, without git, and outside a repository. */
  revision(name: string): GitRevision {
    const known = this.#commitOf(name);
    if (known !== undefined) return known;
    this.text(['rev-parse', '--git-dir']);
    const commit = this.#answer(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]).stdout.toString('utf8').trim();
    if (!COMMIT.test(commit)) {
      const tip = this.isShallow() ? `${SHALLOW}${this.option === '--changed' ? SHALLOW_RUNNER : ''}, or name a commit that it has.` : 'Name a branch, tag or commit of this clone.';
      throw new CommandFailure(`Git knows no revision "${name}". ${tip}`);
    }
    const [, written = ''] = this.text(['rev-list', '--max-count=1', '--format=%cs', commit]).split('\n');
    return { name, commit, day: parseCalendarDate(written.trim()) };
  }

  /** The commit that HEAD and a revision have in common and that is nearest to both. Throws {@link CommandFailure} when there is none. */
  mergeBase(name: string): string {
    const common = this.commonCommit(this.revision(name), this.revision('HEAD'));
    if (common !== undefined) return common.commit;
    const tip = this.isShallow()
      ? `${SHALLOW}${SHALLOW_RUNNER}.`
      : `Name a branch that this one was made from, or leave out ${this.option}.`;
    throw new CommandFailure(`"${name}" and this branch have no commit in common. ${tip}`);
  }

  isShallow(): boolean {
    return this.text(['rev-parse', '--is-shallow-repository']).trim() === 'true';
  }

  /** In one answer, where all is well: a name of this form is never taken for a range, and input never for an option. */
  #commitOf(name: string): GitRevision | undefined {
    if (/[\n\0]/.test(name)) return undefined;
    const { status, stdout } = this.#answer(['cat-file', '--batch'], `${name}^{commit}\n`);
    const text = status === 0 ? stdout.toString('utf8') : '';
    const commit = /^([0-9a-f]{40,64}) commit \d+\n/.exec(text)?.[1];
    const [, seconds, sign, hours = '', minutes = ''] = /^committer .*> (-?\d+) ([+-])(\d{2})(\d{2})$/m.exec(text) ?? [];
    if (commit === undefined || seconds === undefined) return undefined;
    const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
    return { name, commit, day: fromEpochDay(Math.floor((Number(seconds) + offset) / SECONDS_PER_DAY)) };
  }

  isBare(): boolean {
    return this.text(['rev-parse', '--is-bare-repository']).trim() === 'true';
  }

  /** The folder's path in its repository without an end `/`; empty for the top, and in a repository without files. */
  prefix(): string {
    return this.text(['rev-parse', '--show-prefix']).replace(/\n$/, '').replace(/\/$/, '');
  }

  /** Everything below a folder of a commit; undefined when the commit has no such folder. */
  tree(revision: GitRevision, prefix: string): readonly TreeEntry[] | undefined {
    const asked = ['ls-tree', '-r', '-z', '--long', '--full-tree', `${revision.commit}:${prefix}`];
    const { status, stdout } = this.#answer(asked);
    if (status === 0) return readTree(stdout);
    return this.hasFolder(revision, prefix) ? this.#treeOfPartialClone(`${revision.commit}:${prefix}`) : undefined;
  }

  /** Git tells no size at all where one blob is not there; so those are asked for that are. */
  #treeOfPartialClone(tree: string): readonly TreeEntry[] {
    const missing = new Set(this.text(['rev-list', '--objects', '--no-walk', '--missing=print', tree, '--']).split('\n').filter((line) => line.startsWith('?')).map((line) => line.slice(1)));
    const entries = readTree(this.bytes(['ls-tree', '-r', '-z', '--full-tree', tree]));
    const sizes = this.blobSizes([...new Set(entries.map(({ id }) => id))].filter((id) => !missing.has(id)));
    return entries.map((entry) => ({ ...entry, sizeBytes: sizes.get(entry.id) }));
  }

  hasFolder({ commit }: GitRevision, prefix: string): boolean {
    const kind = this.#answer(['cat-file', '-t', `${commit}:${prefix}`]);
    return kind.status === 0 && kind.stdout.toString('utf8').trim() === 'tree';
  }

  /** The newest commit that both come from; undefined when their histories have nothing in common, or the clone lacks it. */
  commonCommit(one: GitRevision, other: GitRevision): GitRevision | undefined {
    const commit = this.#answer(['merge-base', one.commit, other.commit]).stdout.toString('utf8').trim();
    return COMMIT.test(commit) ? this.revision(commit) : undefined;
  }

  /** The contents of blobs by id; those that the clone lacks are left out. Ids come from {@link tree}. */
  blobs(ids: readonly string[]): ReadonlyMap<string, Buffer> {
    return readBatch(this.bytes(['cat-file', '--batch'], `${ids.join('\n')}\n`));
  }

  /** The sizes in bytes of those of the ids that are blobs of this clone. */
  blobSizes(ids: readonly string[]): ReadonlyMap<string, number> {
    const lines = this.text(['cat-file', '--batch-check'], `${ids.join('\n')}\n`).split('\n');
    return new Map(lines.flatMap((line): [string, number][] => {
      const [, id = '', size = ''] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? [];
      return id === '' ? [] : [[id, Number(size)]];
    }));
  }

  /** New path by old one of the files that git takes for renamed, from one commit to another or to the folder as it is. */
  renames(from: GitRevision, to: GitRevision | undefined, prefix: string): ReadonlyMap<string, string> {
    return new Map([...this.foundRenames(from, to, prefix)].map(([path, { to: now }]) => [path, now]));
  }

  /** The same with how much of each text stayed. */
  foundRenames(from: GitRevision, to: GitRevision | undefined, prefix: string): ReadonlyMap<string, FoundRename> {
    const paths = prefix === '' ? [] : [`:(top,literal)${prefix}`];
    const commits = to === undefined ? [from.commit] : [from.commit, to.commit];
    const answer = this.#answer(['diff', '-z', '--name-status', '--find-renames', '--diff-filter=R', '--no-ext-diff', '--no-textconv', '--no-relative', ...commits, '--', ...paths]);
    // What git cannot tell is told by titles: no reason to fail.
    const words = answer.status === 0 ? answer.stdout.toString('utf8').split('\0') : [];
    const inVault = (path: string): string => (prefix === '' ? path : path.slice(prefix.length + 1));
    const found = new Map<string, FoundRename>();
    for (let at = 0; at + 2 < words.length; at += 3) found.set(inVault(words[at + 1] ?? ''), { to: inVault(words[at + 2] ?? ''), alike: Number((words[at] ?? '').slice(1)) });
    return found;
  }

  text(args: readonly string[], input = ''): string {
    return this.bytes(args, input).toString('utf8');
  }

  /** Undefined when git ends with another code than 0. */
  tryText(args: readonly string[]): string | undefined {
    const { status, stdout } = this.#answer(args);
    return status === 0 ? stdout.toString('utf8') : undefined;
  }

  bytes(args: readonly string[], input = ''): Buffer {
    const { status, stdout, stderr } = this.#answer(args, input);
    if (status === 0) return stdout;
    throw new CommandFailure(`Git could not answer: ${reasonIn(stderr.toString('utf8'))}. Run it in a clone, or leave out ${this.option}.`);
  }

  #answer(args: readonly string[], input = ''): SpawnSyncReturns<Buffer> {
    const result = spawnSync('git', ['-C', this.folder, ...GIT_SETTINGS, ...args], {
      input,
      maxBuffer: MAX_ANSWER_BYTES,
      windowsHide: true,
      env: gitEnvironment(),
    });
    if (result.error !== undefined && 'code' in result.error && result.error.code === 'ENOBUFS') throw new CommandFailure(`Git's answer is larger than 256 MB. Leave out ${this.option}, or take a smaller vault.`);
    if (result.error !== undefined) throw new GitMissing(`Git is not installed, or cannot be started. Install it, or leave out ${this.option}.`);
    return result;
  }
}

/**
 * Hooks of a second worktree run with `GIT_DIR` alone, which makes git take whatever folder it is asked in for the top of
 * the files: it finds the repository by the folder instead. The index of the commit that is being made stays named.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR: repository, ...others } = process.env;
  const named = repository !== undefined && others['GIT_WORK_TREE'] !== undefined ? { GIT_DIR: repository } : {};
  return { ...others, ...named, ...GIT_ALONE };
}
