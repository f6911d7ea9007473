/**
 * What a desktop has and a phone has not: programs to start, and files outside the vault. Node is reached at run time
 * through the app's window, never imported: the same plugin runs on phones, where nothing here is there. Only the parts
 * that are asked for have types; the plugin is compiled without Node's.
 *
 * @example reachDesktop(app)?.folder // '/disk/ana/Vault'; undefined on phones
 */
/** The part of Node's `child_process.spawn` that is needed. */
export type Spawn = (file: string, args: readonly string[], options: SpawnOptions) => Program;

export interface SpawnOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly windowsHide: true;
  readonly shell: false;
  readonly stdio: 'pipe';
}

export interface Program {
  readonly stdin: ProgramInput;
  readonly stdout: ProgramOutput;
  readonly stderr: ProgramOutput;
  kill(): boolean;
  /** Code is null when a signal ended it. */
  on(event: 'close', listener: (code: number | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface ProgramInput {
  readonly destroyed: boolean;
  /** False: the pipe is full until it drains. */
  write(text: string): boolean;
  end(): unknown;
  on(event: 'error', listener: () => void): unknown;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  off(event: 'drain' | 'close', listener: () => void): unknown;
}

export interface ProgramOutput extends AsyncIterable<Uint8Array> {
  destroy(): unknown;
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
  on(event: 'error', listener: () => void): unknown;
}

/** The part of Node's `fs` that is needed. */
export interface DesktopFiles {
  existsSync(path: string): boolean;
  readonly promises: {
    readFile(path: string, encoding: 'utf8'): Promise<string>;
    writeFile(path: string, text: string, options: { readonly encoding: 'utf8'; readonly flag: 'wx' }): Promise<void>;
    mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>;
    rename(from: string, to: string): Promise<void>;
    lstat(path: string): Promise<{ isSymbolicLink(): boolean }>;
    rm(path: string, options: { readonly force: true }): Promise<void>;
  };
}

export interface DesktopPaths {
  dirname(path: string): string;
  join(...parts: readonly string[]): string;
}

export interface Desktop {
  readonly spawn: Spawn;
  readonly files: DesktopFiles;
  readonly paths: DesktopPaths;
  /** In hexadecimal digits. */
  readonly sha256: (text: string) => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the app's own program. */
  readonly programFolder: string;
  /** The vault's folder. */
  readonly folder: string;
}

/** Node's parts by its own `require`; undefined when it does not give what is needed. */
export function desktopOf(ask: (name: string) => unknown, folder: string): Desktop | undefined {
  const programs = ask('child_process');
  const files = ask('fs');
  const paths = ask('path');
  const hashes = ask('crypto');
  const program = ask('process');
  if (!isChildProcess(programs) || !isFiles(files) || !isPaths(paths) || !isHashes(hashes) || !isProgram(program)) return undefined;
  return { spawn: (file, args, options) => programs.spawn(file, args, options), files, paths, sha256: (text) => hashes.createHash('sha256').update(text).digest('hex'), environment: program.env, programFolder: paths.dirname(program.execPath), folder };
}

/** The folder at or above the vault's that holds a repository; undefined when none does. */
export function repositoryFolder({ files, paths, folder }: Desktop): string | undefined {
  for (let at = folder; ; at = paths.dirname(at)) {
    if (files.existsSync(paths.join(at, '.git'))) return at;
    if (paths.dirname(at) === at) return undefined;
  }
}

function isChildProcess(value: unknown): value is { readonly spawn: Spawn } {
  return has(value, 'spawn') && typeof value.spawn === 'function';
}

function isFiles(value: unknown): value is DesktopFiles {
  return has(value, 'existsSync') && typeof value.existsSync === 'function' && has(value, 'promises') && has(value.promises, 'readFile');
}

function isPaths(value: unknown): value is DesktopPaths {
  return has(value, 'dirname') && typeof value.dirname === 'function' && has(value, 'join');
}

interface Hash {
  update(text: string): Hash;
  digest(form: 'hex'): string;
}

function isHashes(value: unknown): value is { createHash(name: string): Hash } {
  return has(value, 'createHash') && typeof value.createHash === 'function';
}

function isProgram(value: unknown): value is { readonly env: Readonly<Record<string, string | undefined>>; readonly execPath: string } {
  return has(value, 'env') && typeof value.env === 'object' && has(value, 'execPath') && typeof value.execPath === 'string';
}

function has<K extends string>(value: unknown, name: K): value is { readonly [name in K]: unknown } {
  return typeof value === 'object' && value !== null && name in value;
}
