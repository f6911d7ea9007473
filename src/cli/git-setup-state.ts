/** What stands where in a repository that a vault lies in, and in the settings of this clone. */
import { constants, accessSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { ATTRIBUTES_FILE, IGNORE_FILE, type LayeredFile } from '../lint/repository-files.js';
import { CommandFailure, type CommandIo } from './command.js';
import { reasonOf } from './error-reason.js';
import type { HookProgram } from './git-setup-hook.js';
import type { NodeGit } from './node-git.js';

/** A file as it stands on disk. */
export interface FileOnDisk {
  readonly file: string;
  /** What it is called when it is shown: from the top of the repository, or what it is. */
  readonly shown: string;
  /** Undefined when there is none. */
  readonly text: string | undefined;
  /** Why it is not written to, as the end of a sentence; undefined when it may be. */
  readonly obstacle: string | undefined;
}

export interface HookOnDisk extends FileOnDisk {
  readonly executable: boolean;
  /** It lies in git's own folder of this repository, not where a setting, a tool or the whole machine has its hooks. */
  readonly isOwn: boolean;
}

export interface GitSetupState {
  readonly top: string;
  /** The vault's folder in the repository, with `/`; empty for its top. */
  readonly prefix: string;
  readonly vault: string;
  readonly attributes: FileOnDisk;
  readonly ignores: FileOnDisk;
  readonly attributesAbove: readonly LayeredFile[];
  readonly ignoresAbove: readonly LayeredFile[];
  readonly hook: HookOnDisk;
  /** By path from the top of the repository. */
  readonly ci: ReadonlyMap<string, FileOnDisk>;
  /** Values of `merge.cx-playbook.…` in this repository's own settings; undefined when not set. */
  readonly driverName: string | undefined;
  readonly driver: string | undefined;
  /** Host names of the remotes, in lower case. */
  readonly hosts: readonly string[];
  /** What git tracks, from the vault. */
  readonly tracked: readonly string[];
  readonly program: HookProgram;
}

export const CI_PATHS = ['.github/workflows/cx-playbook.yml', '.gitlab/cx-playbook.yml', '.gitlab-ci.yml'] as const;

/** Throws {@link CommandFailure} without git, outside a repository, in a bare one, and for a vault that a script cannot name. */
export function readSetupState(vault: string, git: NodeGit, io: CommandIo): GitSetupState {
  const { top, prefix } = placeInRepository(git);
  const program = programOf(io);
  const folders = prefix === '' ? [] : prefix.split('/');
  const above = (name: string): readonly LayeredFile[] =>
    folders.flatMap((_, count) => {
      const { text } = readFile(join(top, ...folders.slice(0, count), name), name);
      return text === undefined ? [] : [{ folder: folders.slice(count).join('/'), text }];
    });
  const own = (name: string): FileOnDisk => readFile(join(vault, name), prefix === '' ? name : `${prefix}/${name}`);
  const settings = new Map(nullFields((git.tryText(['config', '--local', '--null', '--get-regexp', '^merge\\.cx-playbook\\.']) ?? '')).map((entry) => split(entry, '\n')));
  return {
    top,
    prefix,
    vault,
    attributes: own(ATTRIBUTES_FILE),
    ignores: own(IGNORE_FILE),
    attributesAbove: above(ATTRIBUTES_FILE),
    ignoresAbove: above(IGNORE_FILE),
    hook: readHook(vault, git),
    ci: new Map(CI_PATHS.map((path) => [path, readBelow(top, path)])),
    driverName: settings.get('merge.cx-playbook.name'),
    driver: settings.get('merge.cx-playbook.driver'),
    hosts: nullFields((git.tryText(['config', '--null', '--get-regexp', '^remote\\..*\\.url$']) ?? '')).flatMap((entry) => hostOf(split(entry, '\n')[1]) ?? []),
    tracked: nullFields(git.text(['ls-files', '-z', '--', '.'])).filter((path) => !path.includes('\ufffd')),
    program,
  };
}

/** The top of the working tree, and where in it the folder lies. */
export function placeInRepository(git: NodeGit): { readonly top: string; readonly prefix: string } {
  if ((git.tryText(['rev-parse', '--git-dir']) ?? '') === '') throw new CommandFailure('This folder is in no git repository. Make one with "git init", or name a vault that lies in a clone.');
  if (git.text(['rev-parse', '--is-inside-work-tree']).trim() !== 'true') throw new CommandFailure('This repository is bare: it has no files to work on. Run it in a clone.');
  const top = git.text(['rev-parse', '--show-toplevel']).replace(/\n$/, '');
  const prefix = git.prefix();
  if (/[\p{Cc}\ufffd]/u.test(prefix)) throw new CommandFailure('The name of the vault’s folder holds a line break, a control character or what is no UTF-8, which a script cannot be sure to name. Rename the folder first.');
  return { top: resolve(top), prefix };
}

function programOf(io: CommandIo): HookProgram {
  if (io.forGit === undefined) throw new CommandFailure('The program that git starts, "for-git.js", is not beside this one. Install CX Playbook anew, or build it with "npm run build".');
  return { node: process.execPath, script: io.forGit };
}

function readHook(vault: string, git: NodeGit): HookOnDisk {
  const file = resolve(vault, git.text(['rev-parse', '--git-path', 'hooks/pre-commit']).replace(/\n$/, ''));
  const common = resolve(vault, git.text(['rev-parse', '--git-common-dir']).replace(/\n$/, ''));
  const isOwn = file.startsWith(common + sep) && isBelow(common, file);
  return { ...readFile(file, isOwn ? 'hooks/pre-commit of this repository' : file), executable: isExecutable(file), isOwn };
}

/** A file of the repository; folders that are links may lead out of it. */
function readBelow(top: string, path: string): FileOnDisk {
  const file = join(top, ...path.split('/'));
  return isBelow(top, file) ? readFile(file, path) : { file, shown: path, text: undefined, obstacle: 'lies behind a symbolic link' };
}

/** Whether no link on the way leads a file, which need not be there yet, out of a folder. */
function isBelow(folder: string, file: string): boolean {
  try {
    return `${realpathSync(dirname(file))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
  } catch {
    return dirname(file) !== file && lstatSync(dirname(file), { throwIfNoEntry: false }) === undefined && isBelow(folder, dirname(file));
  }
}

/** A link is not followed: what it leads to belongs to somebody else. */
export function readFile(file: string, shown: string): FileOnDisk {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return { file, shown, text: undefined, obstacle: undefined };
    if (!stats.isFile()) return { file, shown, text: undefined, obstacle: stats.isSymbolicLink() ? 'is a symbolic link' : 'is no file' };
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    return { file, shown, text, obstacle: Buffer.from(text, 'utf8').equals(bytes) ? undefined : 'holds bytes that are no UTF-8' };
  } catch (error) {
    return { file, shown, text: undefined, obstacle: `cannot be read (${reasonOf(error)})` };
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `https://host/…`, `ssh://git@host:22/…`, `git@host:owner/name`. */
function hostOf(url: string): string | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(url)?.[1] ?? /^(?:[^/@:]+@)?([^/:]{2,}):/.exec(url)?.[1];
  return host?.toLowerCase();
}

function nullFields(answer: string): readonly string[] {
  return answer.split('\0').filter((field) => field !== '');
}

function split(entry: string, separator: string): readonly [string, string] {
  const at = entry.indexOf(separator);
  return at === -1 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + separator.length)];
}
