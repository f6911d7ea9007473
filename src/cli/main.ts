/** The command line as a program: a small one, which loads the part that holds everything with what was compiled of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workflowLogText } from '../export/workflow-log.js';
import type { CommandIo } from './command.js';
import { CompiledPart, PARTS } from './compiled-part.js';
import { tuneEngineForShortRun } from './engine.js';
import { localToday } from './today.js';

/** The file name of the part, as it was built. */
declare const BUILT_PARTS: { readonly all: string };

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/** Questions stand on standard error: standard output is for data. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** Built beside this program. */
const FOR_GIT = join(import.meta.dirname, 'for-git.js');

// A reader that closes the pipe early, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// GitHub's runner reads this stream for commands too.
const err = (text: string): void => void process.stderr.write(process.env['GITHUB_ACTIONS'] === 'true' ? workflowLogText(text) : text);

/** What a run is for, for what is compiled: help needs little of a command. */
function purposeOf(argv: readonly string[]): string {
  const [command = ''] = argv;
  return /^[a-z]+(?:-[a-z]+)*$/.test(command) && !argv.some((word) => word === '--help' || word === '-h') ? command : 'help';
}

const purpose = purposeOf(process.argv.slice(2));

/** Never rejects: Node would end with the code for findings. */
async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await new CompiledPart<CommandIo>(join(import.meta.dirname, PARTS), BUILT_PARTS.all, purpose).run(argv, io);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    err(`CX Playbook is not whole: ${reason.replace(/\.$/, '')}. Install it anew, or build it with "npm run build".\n`);
    return 2;
  }
}

tuneEngineForShortRun(purpose === 'history');
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err,
  readStdin,
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  today: localToday(),
  forGit: existsSync(FOR_GIT) ? FOR_GIT : undefined,
  ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
});
