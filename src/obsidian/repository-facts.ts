/**
 * What is known of the repository round the vault in the app. Git's own files in the vault's folder can be read on every
 * device; what git tracks only where there is git. A vault below the top of its repository is known to git alone.
 */
import type { App } from 'obsidian';
import { askText, type Git } from '../history/git-port.js';
import type { RepositoryFacts, RepositoryFile } from '../lint/repository.js';
import { ASK_SETTINGS, ASK_TRACKED, pluginDataPaths, readGitSettings, readPluginData, readTracked } from '../lint/repository-answers.js';
import { ATTRIBUTES_FILE, IGNORE_FILE, type LayeredFile } from '../lint/repository-files.js';
import { UnreadableFile } from '../vault/vault.js';
import { reasonOf } from './error-reason.js';

/** The pointer to a repository that lies elsewhere, in worktrees and submodules; or the settings of one that lies here. */
const REPOSITORY = '.git';
const SETTINGS = '.git/config';

/** Git answers such questions in a blink; a drive that does not answer is not waited for. */
const LONGEST_ANSWER_MS = 10_000;

/** The part of the app that reads files which its index leaves out. */
export interface HiddenFiles {
  readonly vault: {
    readonly configDir: string;
    readonly adapter: { exists(path: string): Promise<boolean>; read(path: string): Promise<string> };
  };
}

/** Undefined where the vault lies in no repository, and where nobody can tell. Never rejects. */
export async function readRepositoryFacts(app: HiddenFiles, git?: Git): Promise<RepositoryFacts | undefined> {
  return (git === undefined ? undefined : await factsOfGit(app, git)) ?? factsOfFiles(app);
}

async function factsOfGit(app: HiddenFiles, git: Git): Promise<RepositoryFacts | undefined> {
  const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
  const ask = async (args: readonly string[]): Promise<string | undefined> => {
    try {
      return await askText(git, { args, signal });
    } catch {
      // No git, no repository, no such setting, or no answer in time.
      return undefined;
    }
  };
  const [listed, settings = '', prefix] = await Promise.all([ask(ASK_TRACKED), ask(ASK_SETTINGS), ask(['rev-parse', '--show-prefix'])]);
  if (listed === undefined || listed === '' || prefix === undefined) return undefined;
  const { configDir: configFolder } = app.vault;
  const tracked = readTracked(listed);
  const { hasRemote, driver } = readGitSettings(settings);
  const pluginData = await Promise.all(
    pluginDataPaths(tracked, configFolder).map(async (path) => {
      const text = await readHidden(app, path);
      return text === undefined ? [] : [readPluginData(path, text)];
    }),
  );
  const above = foldersAbove(prefix.replace(/\n$/, ''));
  return {
    configFolder,
    isShared: hasRemote,
    tracked,
    attributes: await repositoryFile(app, ATTRIBUTES_FILE, above, ask),
    ignores: await repositoryFile(app, IGNORE_FILE, above, ask),
    driver: { isConfigured: driver !== undefined },
    pluginData: pluginData.flat(),
  };
}

interface FolderAbove {
  /** From the top of the repository, with an end `/`; empty for the top. */
  readonly path: string;
  /** From the folder to the vault. */
  readonly toVault: string;
}

/** Of the vault's path in its repository, which ends in `/`: the folders above it, the outermost first. */
function foldersAbove(prefix: string): readonly FolderAbove[] {
  const names = prefix.split('/').filter((name) => name !== '');
  return names.map((_name, count) => ({ path: names.slice(0, count).map((name) => `${name}/`).join(''), toVault: names.slice(count).join('/') }));
}

/** The app reads nothing outside of the vault: what the folders above say is asked of git, as it was added last. */
async function repositoryFile(app: HiddenFiles, name: string, folders: readonly FolderAbove[], ask: (args: readonly string[]) => Promise<string | undefined>): Promise<RepositoryFile> {
  const above: LayeredFile[] = [];
  for (const { path, toVault } of folders) {
    const text = await ask(['cat-file', 'blob', `:${path}${name}`]);
    if (text !== undefined) above.push({ folder: toVault, text });
  }
  return { text: await readHidden(app, name), above };
}

async function factsOfFiles(app: HiddenFiles): Promise<RepositoryFacts | undefined> {
  const settings = await readHidden(app, SETTINGS);
  // A worktree or submodule is a clone of something.
  const isPointer = settings === undefined && (await readHidden(app, REPOSITORY))?.startsWith('gitdir:') === true;
  if (settings === undefined && !isPointer) return undefined;
  return {
    configFolder: app.vault.configDir,
    isShared: isPointer || /^[ \t]*\[remote[ \t]+"/m.test(settings ?? ''),
    tracked: undefined,
    attributes: { text: await readHidden(app, ATTRIBUTES_FILE), above: [] },
    ignores: { text: await readHidden(app, IGNORE_FILE), above: [] },
    driver: undefined,
    pluginData: [],
  };
}

/** The text of a file that the app's index leaves out; undefined when it is not there, or cannot be read. */
export async function readHidden({ vault: { adapter } }: HiddenFiles, path: string): Promise<string | undefined> {
  try {
    return (await adapter.exists(path)) ? await adapter.read(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Changes such a file like `Vault.process`; one that is not there is made. */
export async function processHidden({ vault: { adapter } }: App, path: string, edit: (text: string) => string): Promise<string> {
  try {
    if (await adapter.exists(path)) return await adapter.process(path, edit);
    const text = edit('');
    if (text !== '') await adapter.write(path, text);
    return text;
  } catch (error) {
    throw new UnreadableFile(path, `Cannot write "${path}": ${reasonOf(error)}. The file was not changed.`);
  }
}
