/** `lint --staged` as git's hook starts it: the same answers as from the whole command line, sooner. */
import { printable } from '../export/printable.js';
import { CommandFailure, formatCommandHelp, parseCommandArguments, type CommandIo } from './command.js';
import { runStagedLint, stagedLintCommand } from './staged-command.js';
import type { StagedGit } from './staged-git.js';
import { localToday } from './today.js';

/** Findings; Node ends with 1 when it cannot so much as read the program, which must not look like findings. */
const FOUND = 100;

/** Exit code: 0 clean, 100 findings, 2 could not run. Rejects with defects alone. `started` is git, when it is at work already. */
export async function runStagedFromGit(argv: readonly string[], io: Pick<CommandIo, 'cwd' | 'env' | 'out' | 'err'>, started?: StagedGit): Promise<number> {
  try {
    const args = parseCommandArguments(stagedLintCommand, argv);
    if (args.flag('help')) {
      io.out(formatCommandHelp(stagedLintCommand));
      return 0;
    }
    const code = await runStagedLint(args, { ...io, today: localToday(), outIsTerminal: process.stdout.isTTY, errIsTerminal: process.stderr.isTTY, readStdin: () => Promise.resolve('') }, started);
    return code === 1 ? FOUND : code;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    io.err(`${printable(error.message)}\n`);
    return 2;
  }
}
