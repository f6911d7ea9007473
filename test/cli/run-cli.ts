/**
 * Runs the command line: in this process, for a program to start takes longer than most of what is tested; or, where the
 * program is the point (its environment, its user, its time), the built one. Neither has a shell, nor sees anything of the
 * caller's environment but what Node needs.
 */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli as runHere } from '../../src/cli/run.js';
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
  /** The built program, also where nothing else asks for it. */
  readonly asProgram?: boolean;
}

/** The user "nobody" of most systems. */
const NOBODY = 65_534;
/** Runs see no settings of the person who runs the tests. */
const NO_HOME = join(tmpdir(), 'cx-playbook-test-no-home');
/** The day of tests. */
export const TODAY = '2026-11-22';

/** What commands take from the environment they are given; everything else is the process's own. */
const READ_BY_COMMANDS: ReadonlySet<string> = new Set(['XDG_CACHE_HOME', 'CHROME_PATH', 'NO_COLOR']);

export function runCli(args: readonly string[], options: CliOptions): Promise<CliRun> {
  const { env = {}, timeout, asOrdinaryUser, asProgram } = options;
  const needsProgram = Object.keys(env).some((name) => !READ_BY_COMMANDS.has(name)) || timeout !== undefined || asOrdinaryUser === true || asProgram === true;
  return needsProgram ? runProgram(args, options) : runInProcess(args, options);
}

async function runInProcess(args: readonly string[], { cwd, env = {}, stdin = '' }: CliOptions): Promise<CliRun> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runHere(args, {
    cwd,
    env: { HOME: NO_HOME, ...env },
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    readStdin: () => Promise.resolve(Buffer.from(stdin).toString('utf8')),
    outIsTerminal: false,
    errIsTerminal: false,
    today: TODAY,
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

function runProgram(args: readonly string[], options: CliOptions): Promise<CliRun> {
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
