/** The commands that git starts. The merge driver is short and stands by; the others are loaded when they are asked for. */
import type { ForGitIo } from './for-git-io.js';
import { runMergeDriver } from './merge-driver-command.js';
import { VERSION } from './version.js';

const ANSWER = 'This program is started by git: "merge-driver" or "lint --staged". For everything else use cx-playbook.';

/** The exit code. Never throws. */
export async function runForGit(argv: readonly string[], io: ForGitIo): Promise<number> {
  const [command, ...rest] = argv;
  if (command === 'merge-driver') return runMergeDriver(rest, io);
  if (command === '--version') {
    io.out(`${VERSION}\n`);
    return 0;
  }
  if (command === 'lint') {
    const { runStagedFromGit } = await import('./staged-entry.js');
    return runStagedFromGit(rest, io);
  }
  io.err(`${ANSWER}\n`);
  return 2;
}
