/** Runs the built command line as a program of its own: no shell, nothing of the caller's environment but what Node needs. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_CLI } from './built-cli.js';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Milliseconds until the run counts as hanging. */
  readonly timeout?: number;
  /** Without the rights of the superuser, who may read and write anything. */
  readonly asOrdinaryUser?: boolean;
}

/** The user "nobody" of most systems. */
const NOBODY = 65_534;
/** Runs see no settings of the person who runs the tests. */
const NO_HOME = join(tmpdir(), 'cx-playbook-test-no-home');
/** The day of tests. */
export const TODAY = '2026-11-22';

export function runCli(args: readonly string[], options: CliOptions): Promise<CliRun> {
  const { cwd, env = {}, stdin = '', timeout = 20_000, asOrdinaryUser = false } = options;
  const demoted = asOrdinaryUser && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BUILT_CLI, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: NO_HOME, TZ: process.env['TZ'], GIT_CONFIG_NOSYSTEM: '1', ...env },
      timeout,
      killSignal: 'SIGKILL',
      ...demoted,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') }));
    child.stdin.end(stdin);
  });
}

/** `lint` on the day of tests. */
export function lint(args: readonly string[], options: CliOptions): Promise<CliRun> {
  return runCli(['lint', ...args, '--today', TODAY], options);
}
