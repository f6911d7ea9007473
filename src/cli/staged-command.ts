/** `lint VAULT --staged`: what a commit would take in, looked through before it is made. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatDiagnosticsText, formatSummary } from '../export/diagnostics-text.js';
import { printable } from '../export/printable.js';
import { SEVERITIES, type LintResult, type Severity } from '../lint/diagnostic.js';
import { CommandFailure, OUTPUT_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo, type CommandOption } from './command.js';
import { reasonOf } from './error-reason.js';
import { giveOutput } from './output.js';
import { StagedGit } from './staged-git.js';
import { lintStaged } from './staged-lint.js';
import { todayOf } from './today.js';

export const STAGED_OPTION: CommandOption = { name: 'staged', description: 'Only what the next commit would change, as it is staged: for a check before each commit.' };

export const STAGED_DETAILS: readonly string[] = [
  '--staged reads changed notes from git’s index, and nothing else. It runs the rules over one note, follows links that find a file by its',
  'name, and looks for private files. Links by alias, links that lead nowhere and rules over the whole playbook are left to CI. It shows what',
  'is at least as grave as --fail-on, by default error, and goes with --format, --output and --today alone.',
];

const STAGED_FORMATS = ['text', 'json', 'jsonl'] as const;

/** `lint` as the small program for git knows it. */
export const stagedLintCommand: Command = {
  name: 'lint',
  usage: 'VAULT --staged',
  summary: 'Reports what is wrong in the notes that the next commit would change.',
  options: [
    STAGED_OPTION,
    { name: 'format', value: 'FORMAT', choices: STAGED_FORMATS, description: 'How findings are written. Default: text.' },
    OUTPUT_OPTION,
    { name: 'fail-on', value: 'SEVERITY', choices: SEVERITIES, description: 'Lightest severity that is shown, and makes the exit code 1. Default: error.' },
    TODAY_OPTION,
  ],
  details: STAGED_DETAILS,
  minArguments: 1,
  maxArguments: 1,
  run: (args, io) => runStagedLint(args, io),
};

/** What would need the whole vault, or files on disk. */
const OTHER_WAYS = ['fix', 'diff', 'baseline', 'update-baseline', 'also', 'changed', 'cache', 'stdin', 'path'];

/** Gives the exit code: 0 clean, 1 findings. Throws {@link CommandFailure} when it could not run. `started` is git, when it is at work already. */
export async function runStagedLint(args: CommandArguments, io: CommandIo, started?: StagedGit): Promise<number> {
  if (!args.flag('staged')) throw new CommandFailure('This program checks what is staged. Add --staged, or run "cx-playbook lint".');
  const other = OTHER_WAYS.find((name) => args.flag(name) || args.text(name) !== undefined || args.texts(name).length > 0);
  if (other !== undefined) throw new CommandFailure(`Option --staged does not go with --${other}. Leave out one of them.`);
  if (args.positionals.length > 1) throw new CommandFailure('Option --staged chooses the notes itself. Leave out FILES.');
  const failOn: Severity = args.choice('fail-on', SEVERITIES, 'error');
  const format = STAGED_FORMATS.find((known) => known === (args.text('format') ?? 'text'));
  if (format === undefined) throw new CommandFailure(`Option --staged goes with --format ${STAGED_FORMATS.join(', ')} alone.`);
  const folder = vaultFolder(args.positionals[0] ?? '', io);
  const { result, skipped } = await lintStaged(started?.folder === folder ? started : new StagedGit(folder), { today: todayOf(args, io), failOn });
  for (const message of skipped) io.err(`${printable(message)}\n`);
  const colour = io.outIsTerminal && (io.env['NO_COLOR'] ?? '') === '' && args.text('output') === undefined;
  giveOutput(await formatted(result, format, colour), args, io);
  // Before a commit nothing is said of what is well.
  if (format === 'text' && result.diagnostics.length > 0) io.err(`${formatSummary(result)}\n`);
  return result.diagnostics.length > 0 ? 1 : 0;
}

async function formatted(result: LintResult, format: (typeof STAGED_FORMATS)[number], colour: boolean): Promise<string> {
  if (format === 'text') return formatDiagnosticsText(result, { colour });
  const { formatDiagnosticsJson, formatDiagnosticsJsonLines } = await import('../export/diagnostics-json.js');
  return format === 'json' ? formatDiagnosticsJson(result) : formatDiagnosticsJsonLines(result);
}

function vaultFolder(name: string, io: CommandIo): string {
  if (name === '') throw new CommandFailure('The vault has no name. Name a folder of notes that exists.');
  try {
    return realpathSync(resolve(io.cwd, name));
  } catch (error) {
    throw new CommandFailure(`Cannot open the vault "${name}": ${reasonOf(error)}. Name a folder of notes that exists.`);
  }
}
