/** The commands that git starts. Each is a part of its own, loaded when it is asked for. */
import type { ProgramPart } from './compiled-part.js';
import type { ForGitIo } from './for-git-io.js';
import { VERSION } from './version.js';

const ANSWER = 'This program is started by git: "merge-driver" or "lint --staged". For everything else use cx-playbook.';

/** Each is given what stands behind its name. */
export interface ForGitParts {
  readonly merge: () => ProgramPart<ForGitIo>;
  readonly check: () => ProgramPart<ForGitIo>;
}

/** The exit code. Rejects with defects alone. */
export async function runForGit(argv: readonly string[], io: ForGitIo, { merge, check }: ForGitParts): Promise<number> {
  const [command, ...rest] = argv;
  if (command === 'merge-driver') return merge().run(rest, io);
  if (command === 'lint') return check().run(rest, io);
  if (command === '--version') {
    io.out(`${VERSION}\n`);
    return 0;
  }
  io.err(`${ANSWER}\n`);
  return 2;
}
