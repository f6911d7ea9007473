import { tuneEngineForShortRun } from './engine.js';
import { workflowLogText } from '../export/workflow-log.js';
import { runCli } from './run.js';
import { localToday } from './today.js';

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

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
});
