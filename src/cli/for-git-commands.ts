/** The commands that git starts; each is loaded when it is asked for. */

import { VERSION } from './version.js';

/** What these commands may touch besides files. */
export interface ForGitIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
}

const ANSWER = 'This program is started by git: "merge-driver" or "lint --staged". For everything else use cx-playbook.';

/** The exit code. Never throws. */
export async function runForGit(argv: readonly string[], io: ForGitIo): Promise<number> {
  const [command, ...rest] = argv;
  if (command === 'merge-driver') {
    const { runMergeDriver } = await import('./merge-driver-command.js');
    return runMergeDriver(rest, io);
  }
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
