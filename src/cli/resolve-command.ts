/** `resolve`: merges notes with conflicts again, property by property, also where git had no driver: on a server, on a phone. */
import { resolve as resolvePath } from 'node:path';
import { formatJson, printable } from '../export/printable.js';
import { countOf } from '../playbook/count-of.js';
import type { PlannedChange } from '../vault/edit-plan.js';
import { CommandFailure, type Command, type CommandArguments, type CommandIo } from './command.js';
import type { FsVault } from './fs-vault.js';
import { NodeGit } from './node-git.js';
import { openVault } from './open-store.js';
import { givePatches } from './patch.js';
import { findConflicts, type FoundConflict } from './resolve-files.js';
import { readOperation, type GitOperation } from './resolve-operation.js';
import { conflictSentence, type ResolveResult } from './resolve-words.js';
import { resolveNote } from './resolve-note.js';

const FORMATS = ['text', 'json'] as const;

export const resolveCommand: Command = {
  name: 'resolve',
  usage: 'VAULT [FILES…]',
  summary: 'Merges notes with git conflicts property by property, and says what is left to decide.',
  options: [
    { name: 'diff', description: 'Show the changes and write nothing.' },
    { name: 'stage', description: 'Tell git of the notes that are merged without a rest, as "git add" does.' },
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'How the result is written. Default: text.' },
  ],
  details: [
    'The versions come from git’s index. Where it holds none, as after a merge on a server or on a phone, they are rebuilt from the',
    'conflict markers and the history. In notes that somebody has worked on, only what still stands between markers is merged.',
    'Exit code: 0 nothing is left to decide, 1 something is, 2 could not run.',
  ],
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  run: runResolve,
};

async function runResolve(args: CommandArguments, io: CommandIo): Promise<number> {
  const isShown = args.flag('diff');
  const isJson = args.choice('format', FORMATS, 'text') === 'json';
  if (isShown && (isJson || args.flag('stage'))) throw new CommandFailure('Option --diff shows changes and does nothing else. Leave out --stage and --format json.');
  const vault = openVault(args.positionals[0] ?? '', io);
  const git = openGit(vault);
  const operation = git === undefined ? undefined : readOperation(git);
  const found = await findConflicts(vault, git, args.positionals.slice(1).map((file) => namedPath(file, vault, io)));
  if (operation !== undefined && operation.words !== '' && found.length > 0 && !isJson) io.err(`${printable(operation.words)}\n`);
  const results: ResolveResult[] = [];
  const changes: PlannedChange[] = [];
  for (const conflict of found) {
    const { result, change } = await resolveOne(conflict, vault, git, operation);
    if (change === undefined || isShown) results.push(result);
    else results.push(await write(change, result, vault, git, args.flag('stage')));
    if (change !== undefined) changes.push(change);
  }
  if (isShown) await givePatches(changes, args, io);
  report(results, operation, { isJson, isShown }, io);
  return results.every(({ state }) => state === 'merged') ? 0 : 1;
}

/** Undefined without git and outside a repository: then markers and words are all there is. */
function openGit(vault: FsVault): NodeGit | undefined {
  const git = new NodeGit(vault.root, 'this command');
  try {
    return git.tryText(['rev-parse', '--is-inside-work-tree'])?.trim() === 'true' ? git : undefined;
  } catch (error) {
    if (error instanceof CommandFailure) return undefined;
    throw error;
  }
}

/** A file may be gone from the folder on one side, and still be in conflict. */
function namedPath(file: string, vault: FsVault, io: CommandIo): string {
  for (const base of [io.cwd, vault.root]) {
    const absolute = resolvePath(base, file);
    const path = vault.pathOf(absolute) ?? vault.pathOfNew(absolute);
    if (path !== undefined) return path;
  }
  throw new CommandFailure(`"${file}" is not in the vault. Name a note or folder of it.`);
}

interface Attempt {
  readonly result: ResolveResult;
  /** Undefined when the note stays as it is. */
  readonly change: PlannedChange | undefined;
}

async function resolveOne(conflict: FoundConflict, vault: FsVault, git: NodeGit | undefined, operation: GitOperation | undefined): Promise<Attempt> {
  const { path } = conflict;
  const left = (reason: string): Attempt => ({ result: { path, state: 'left', reason, properties: [], sections: [], written: false, staged: false }, change: undefined });
  if ('reason' in conflict) return left(conflict.reason);
  const { text } = conflict;
  const resolved = await resolveNote({
    text,
    index: conflict.index,
    historyBase: () => (git === undefined || operation?.base === undefined ? undefined : textAt(git, operation.base, path)),
    labels: operation === undefined || operation.kind === 'other' ? undefined : { base: 'before', ours: operation.ours, theirs: operation.theirs },
    style: 'merge',
    cwd: vault.root,
  });
  if (!resolved.ok) return left(resolved.reason);
  const { properties, textConflicts } = resolved.note;
  const state = properties.length + textConflicts === 0 ? 'merged' : 'conflicts';
  const result: ResolveResult = { path, state, reason: '', properties, sections: resolved.sections.slice(properties.length), written: false, staged: false };
  return { result, change: resolved.text === text ? undefined : { path, before: text, after: resolved.text } };
}

/** A file of a commit; undefined when it is not there, or is no text. */
function textAt(git: NodeGit, commit: string, path: string): string | undefined {
  const text = git.tryText(['cat-file', 'blob', `${commit}:./${path}`]);
  return text === undefined || /[\ufffd\0]|^<<<<<<</m.test(text) ? undefined : text;
}

/** A note that changed meanwhile stays as it is. */
async function write({ path, before, after }: PlannedChange, result: ResolveResult, vault: FsVault, git: NodeGit | undefined, stage: boolean): Promise<ResolveResult> {
  try {
    const now = await vault.process(path, (text) => (text === before ? after : text));
    if (now !== after) return { ...result, state: 'left', reason: 'it changed while it was being merged. Run resolve again' };
  } catch (error) {
    return { ...result, state: 'left', reason: (error instanceof Error ? error.message : String(error)).replace(/\.$/, '') };
  }
  if (!stage || result.state !== 'merged' || git === undefined) return { ...result, written: true };
  const isStaged = git.tryText(['--literal-pathspecs', 'add', '--', path]) !== undefined;
  return isStaged ? { ...result, written: true, staged: true } : { ...result, written: true, state: 'left', reason: 'it is merged, but git did not take it. Run "git add" to see why' };
}

function report(results: readonly ResolveResult[], operation: GitOperation | undefined, { isJson, isShown }: { readonly isJson: boolean; readonly isShown: boolean }, io: CommandIo): void {
  if (isJson) {
    const { kind = 'other', ours = 'ours', theirs = 'theirs' } = operation ?? {};
    io.out(`${formatJson({ schema: 1, operation: kind, ours, theirs, notes: results }, 2)}\n`);
    return;
  }
  for (const result of results) {
    const line = `${printable(conflictSentence(result))}\n`;
    if (isShown) io.err(line);
    else io.out(line);
  }
  const merged = results.filter(({ state }) => state === 'merged').length;
  const rest = results.length - merged;
  io.err(results.length === 0 ? 'No note is in conflict.\n' : `${countOf(merged, 'note')} ${isShown ? 'would be merged' : 'merged'}, ${countOf(rest, 'note')} left to decide.\n`);
}
