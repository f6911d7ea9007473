import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tuneEngineForShortRun } from './engine.js';
import { workflowLogText } from '../export/workflow-log.js';
import { runCli } from './run.js';
import { localToday } from './today.js';

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

tuneEngineForShortRun();
process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  // GitHub's runner reads this stream for commands too.
  err: (text) => void process.stderr.write(process.env['GITHUB_ACTIONS'] === 'true' ? workflowLogText(text) : text),
  readStdin,
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  today: localToday(),
  forGit: existsSync(FOR_GIT) ? FOR_GIT : undefined,
  ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
});
