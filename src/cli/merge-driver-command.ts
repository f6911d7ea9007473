import type { ForGitIo } from './for-git-commands.js';

export function runMergeDriver(argv: readonly string[], io: ForGitIo): Promise<number> {
  io.err(`${argv.length}`);
  return Promise.resolve(129);
}
