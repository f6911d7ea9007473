/** The commands that git starts. The merge driver is short and stands by; the others are loaded when they are asked for. */
import type { ForGitIo } from './for-git-io.js';
import { runMergeDriver } from './merge-driver-command.js';

const ANSWER = 'This program is started by git: "merge-driver" or "lint --staged". For everything else use cx-playbook.';

/** The exit code. Never throws. */
export async function runForGit(argv: readonly string[], io: ForGitIo): Promise<number> {
  const [command, ...rest] = argv;
  if (command === 'merge-driver') return runMergeDriver(rest, io);
  io.err(`${ANSWER}\n`);
  return 2;
}
