/**
 * What git knows of the repository round a folder, for the rules of shared vaults: two questions, asked at once while the
 * notes are listed. Everything else is read from files.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { MergeDriver, PluginData, RepositoryFacts, RepositoryFile } from '../lint/repository.js';
import { ASK_SETTINGS, ASK_TRACKED, pluginDataPaths, readGitSettings, readPluginData, readTracked } from '../lint/repository-answers.js';
import { ATTRIBUTES_FILE, IGNORE_FILE, type LayeredFile } from '../lint/repository-files.js';
import { GIT_SETTINGS } from '../history/git-process.js';
import { gitEnvironment } from './node-git.js';

const CONFIG_FOLDER = '.obsidian';
/** Larger files are no settings, and no list of patterns. */
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;
/** Of a list of names: a million files have about 60 MB. */
const LARGEST_ANSWER_BYTES = 256 * 1024 * 1024;

/**
 * Undefined outside a repository, without git, when git gives no answer, and when the repository tracks nothing of the
 * folder: it is not shared by it. Never rejects.
 */
export async function readRepositoryFacts(vaultRoot: string, env: NodeJS.ProcessEnv = process.env): Promise<RepositoryFacts | undefined> {
  const top = repositoryTop(vaultRoot);
  if (top === undefined) return undefined;
  const [listed, settings] = await Promise.all([
    askGit(vaultRoot, ASK_TRACKED),
    askGit(vaultRoot, ASK_SETTINGS),
  ]);
  if (listed === undefined || listed.text === '') return undefined;
  const tracked = readTracked(listed.text);
  const { hasRemote, driver } = readGitSettings(settings?.text ?? '');
  return {
    configFolder: CONFIG_FOLDER,
    isShared: hasRemote,
    tracked,
    attributes: repositoryFile(vaultRoot, top, ATTRIBUTES_FILE),
    ignores: repositoryFile(vaultRoot, top, IGNORE_FILE),
    // Where a service runs the checks nobody merges, and drivers are not set up.
    driver: isOn(env['CI']) ? undefined : driverOf(driver, env),
    pluginData: pluginDataPaths(tracked, CONFIG_FOLDER).flatMap((path) => pluginData(vaultRoot, path)),
  };
}

/** The nearest folder, from this one upwards, with a repository or with the pointer to one that worktrees and submodules have. */
function repositoryTop(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryTop(above);
}

interface Answer {
  readonly text: string;
}

/** Undefined when git cannot be started, fails, or says more than can be held. A question that finds nothing is answered empty. */
function askGit(folder: string, args: readonly string[]): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', folder, ...GIT_SETTINGS, ...args], { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true, env: gitEnvironment() });
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > LARGEST_ANSWER_BYTES) child.kill();
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (status) => resolve(status === 0 || (status === 1 && bytes === 0) ? { text: Buffer.concat(chunks).toString('utf8') } : undefined));
  });
}

function repositoryFile(vaultRoot: string, top: string, name: string): RepositoryFile {
  const above: LayeredFile[] = [];
  const names = relative(top, vaultRoot).split(sep).filter((part) => part !== '');
  for (let count = 0; count < names.length; count++) {
    const text = readSmall(join(top, ...names.slice(0, count), name));
    if (text !== undefined) above.push({ folder: names.slice(count).join('/'), text });
  }
  return { text: readSmall(join(vaultRoot, name)), above };
}

function readSmall(file: string): string | undefined {
  try {
    // Like git: a link is not followed, it may lead anywhere.
    const stats = lstatSync(file);
    return stats.isFile() && stats.size <= LARGEST_FILE_BYTES ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Git takes a setting without a value, or an empty one, for no driver. */
function driverOf(command: string | undefined, env: NodeJS.ProcessEnv): MergeDriver {
  const words = command === undefined ? [] : commandWords(command);
  if (words.length === 0) return { isConfigured: false };
  const [program = '', script = ''] = words;
  const missing = !isProgram(program, env) ? program : isAbsolute(script) && !existsSync(script) ? script : undefined;
  return { isConfigured: true, ...(missing === undefined ? {} : { missingProgram: missing }) };
}

/** The words of a command as a shell would see them; enough to find its program. Nothing is run. */
function commandWords(command: string): readonly string[] {
  return [...command.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double?.replace(/\\(.)/g, '$1') ?? single ?? plain ?? '').filter((word) => word !== '');
}

function isProgram(program: string, env: NodeJS.ProcessEnv): boolean {
  if (program.includes('/') || program.includes('\\')) return !isAbsolute(program) || existsSync(program);
  const endings = process.platform === 'win32' ? (env['PATHEXT'] ?? '.EXE;.CMD').split(';') : [''];
  return (env['PATH'] ?? '').split(delimiter).some((folder) => endings.some((ending) => folder !== '' && isExecutable(join(folder, program + ending))));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value.toLowerCase() !== 'false';
}

/** Settings that are gone from the folder hold nothing that can be told. */
function pluginData(vaultRoot: string, path: string): readonly PluginData[] {
  const text = readSmall(join(vaultRoot, path));
  return text === undefined ? [] : [readPluginData(path, text)];
}
