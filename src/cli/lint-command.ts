import { relative, resolve, sep } from 'node:path';
import { formatSummary } from '../export/diagnostics-text.js';
import { isAtLeast, SEVERITIES, type Diagnostic, type LintResult, type Severity } from '../lint/diagnostic.js';
import { CONFIG_PATH } from '../lint/config.js';
import { isMarkdown } from '../vault/vault.js';
import { withBaseline } from './lint-baseline.js';
import { cacheKey, cachePath, readCache, writeCache } from './lint-cache.js';
import { fixNotes } from './lint-fix.js';
import { writeJobSummary } from './job-summary.js';
import { formatLintResult, LINT_FORMATS, type LintFormat, type LintFormatContext } from './lint-formats.js';
import { CommandFailure, OUTPUT_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import type { FsVault } from './fs-vault.js';
import { changedFiles } from './changed-files.js';
import { openStore, openVault, tellSkipped, todayOf, vaultPath } from './open-store.js';
import { giveOutput, writeOutput } from './output.js';
import { folderInRepository } from './repository-folder.js';
import { sectionFinder } from './section-finder.js';
import { runStagedLint, STAGED_DETAILS, STAGED_OPTION } from './staged-command.js';

export const lintCommand: Command = {
  name: 'lint',
  usage: 'VAULT [FILES…]',
  summary: 'Reports what is missing or contradictory in the notes of a vault.',
  options: [
    { name: 'format', value: 'FORMAT', choices: LINT_FORMATS, description: 'How findings are written. Default: text.' },
    OUTPUT_OPTION,
    { name: 'also', value: 'FORMAT=FILE', repeatable: true, description: 'Write the findings to a file in another format too.' },
    { name: 'fail-on', value: 'SEVERITY', choices: SEVERITIES, description: 'Lightest severity that makes the exit code 1. Default: warning.' },
    { name: 'fix', description: 'Mend what can be mended safely; notes are written whole or not at all.' },
    { name: 'diff', description: 'With --fix: show the changes and write nothing.' },
    { name: 'baseline', value: 'FILE', description: 'Leave out the findings that the file holds.' },
    { name: 'update-baseline', description: 'With --baseline: write the file anew with the findings of now.' },
    STAGED_OPTION,
    { name: 'changed', value: 'REF', description: 'Only notes that differ from a git revision, or are new; REF... takes where this branch left it.' },
    { name: 'cache', description: 'Keep the result, and give it again while no file changed.' },
    { name: 'stdin', description: 'Read one note from standard input; needs --path.' },
    { name: 'path', value: 'P', description: 'With --stdin: where the note stands in the vault.' },
    TODAY_OPTION,
  ],
  details: [
    'Exit code: 0 clean, 1 findings, 2 could not run. Hints (info) alone are clean unless --fail-on info is given.',
    'FILES are notes or folders of the vault; the whole vault is read all the same, for notes speak of one another.',
    ...STAGED_DETAILS,
    '--changed and FILES choose whose findings are shown. What a change does to other files, to links that lead to a note or to',
    'threads about it, shows in a run over the whole vault.',
    'Format github writes all findings as text, then ten of each severity as annotations, which is what GitHub shows of a',
    'step; and appends a job summary to the file that GITHUB_STEP_SUMMARY names. Paths in formats of services count from the',
    'top of the repository that holds the vault.',
  ],
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  run: runLint,
};

async function runLint(args: CommandArguments, io: CommandIo): Promise<number> {
  if (args.flag('staged')) return runStagedLint(args, io);
  checkCombinations(args);
  const vault = openVault(args.positionals[0] ?? '', io, { history: true, repository: true });
  const result = args.flag('fix') ? await lintAndFix(vault, args, io) : await lintOnce(vault, args, io);
  const shown = select(await withBaseline(result, vault, args, io), vault, args, io);
  const failOn: Severity = args.choice('fail-on', SEVERITIES, 'warning');
  const format: LintFormat = args.choice('format', LINT_FORMATS, 'text');
  const others = alsoOf(args);
  if (!args.flag('diff')) {
    const colour = io.outIsTerminal && (io.env['NO_COLOR'] ?? '') === '' && args.text('output') === undefined;
    const context: Omit<LintFormatContext, 'colour' | 'inWorkflow'> = { failOn, vaultFolder: vaultFolderOf(vault, io), sections: (told) => sectionFinder(told.diagnostics, vault) };
    giveOutput(await formatLintResult(shown, format, { ...context, colour, inWorkflow: io.env['GITHUB_ACTIONS'] === 'true' }), args, io);
    for (const { format: other, file } of others) writeOutput(file, await formatLintResult(shown, other, { ...context, colour: false, inWorkflow: false }), io);
    if (format === 'github') writeJobSummary(shown, io);
  }
  if (format === 'text') io.err(`${formatSummary(shown)}\n`);
  return shown.diagnostics.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}

function checkCombinations(args: CommandArguments): void {
  const needs = (option: string, other: string) => {
    if ((args.flag(option) || args.text(option) !== undefined) && !args.flag(other) && args.text(other) === undefined) {
      throw new CommandFailure(`Option --${option} goes with --${other}. Add --${other}, or leave out --${option}.`);
    }
  };
  needs('diff', 'fix');
  needs('update-baseline', 'baseline');
  needs('stdin', 'path');
  needs('path', 'stdin');
  if (args.flag('update-baseline') && (args.positionals.length > 1 || args.text('changed') !== undefined)) {
    throw new CommandFailure('Option --update-baseline takes the whole vault. Leave out FILES and --changed.');
  }
  if (args.flag('stdin') && args.flag('fix')) throw new CommandFailure('Option --stdin does not go with --fix. Fix the file itself.');
}

async function lintOnce(vault: FsVault, args: CommandArguments, io: CommandIo): Promise<LintResult> {
  if (args.flag('stdin')) return lintStdin(vault, args, io);
  const today = todayOf(args, io);
  if (!args.flag('cache')) return (await openStore(vault, today, io)).lint();
  const repository = vault.repository();
  const key = cacheKey(await vault.list({ versions: true }), today, await repository);
  const file = cachePath(vault.root, io.env);
  const cached = readCache(file, key);
  if (cached !== undefined) {
    tellSkipped(vault, io);
    return cached;
  }
  const result = (await openStore(vault, today, io)).lint();
  writeCache(file, key, result);
  return result;
}

async function lintStdin(vault: FsVault, args: CommandArguments, io: CommandIo): Promise<LintResult> {
  const store = await openStore(vault, todayOf(args, io), io);
  const path = stdinPath(args, vault, io);
  const text = await io.readStdin();
  if (path === CONFIG_PATH) await store.setConfigText(text);
  else if (!store.isIgnored(path)) await store.setText(path, text);
  await store.placeAnnotations();
  const result = store.lint();
  return { ...result, diagnostics: result.diagnostics.filter((diagnostic) => diagnostic.path === path) };
}

/** Editors give the path as it stands on disk; people give it from the vault's root. */
function stdinPath(args: CommandArguments, vault: FsVault, io: CommandIo): string {
  const written = args.text('path') ?? '';
  const places = [resolve(vault.root, written), resolve(io.cwd, written)];
  const known = [...places.map((file) => vault.pathOf(file)), ...places.map((file) => vault.pathOfNew(file))].find((path) => path !== undefined);
  const path = known ?? relative(vault.root, resolve(vault.root, written)).split(sep).join('/');
  if (!path.startsWith('../') && (path === CONFIG_PATH || isMarkdown(path))) return path;
  throw new CommandFailure(`Option --path takes a note of the vault or ${CONFIG_PATH}, not "${written}".`);
}

async function lintAndFix(vault: FsVault, args: CommandArguments, io: CommandIo): Promise<LintResult> {
  const store = await openStore(vault, todayOf(args, io), io);
  const before = select(store.lint(), vault, args, io);
  await fixNotes(store, before.diagnostics, args, io);
  await store.placeAnnotations();
  return store.lint();
}

/** Only what FILES and `--changed` name. */
function select(result: LintResult, vault: FsVault, args: CommandArguments, io: CommandIo): LintResult {
  const files = args.positionals.slice(1).map((file) => vaultPath(file, vault, io));
  const revision = args.text('changed');
  if (files.length === 0 && revision === undefined) return result;
  const changed = revision === undefined ? undefined : changedFiles(vault.root, revision);
  const named = (path: string) => files.length === 0 || files.some((file) => file === '' || path === file || path.startsWith(`${file}/`));
  const isShown = ({ path }: Diagnostic) => named(path) && (changed === undefined || changed.has(path));
  return { ...result, diagnostics: result.diagnostics.filter(isShown) };
}

/** The formats and files of `--also`. Throws {@link CommandFailure} where one is not written `FORMAT=FILE`. */
function alsoOf(args: CommandArguments): readonly { readonly format: LintFormat; readonly file: string }[] {
  return args.texts('also').map((written) => {
    const at = written.indexOf('=');
    const format = LINT_FORMATS.find((known) => known === written.slice(0, Math.max(at, 0)));
    const file = written.slice(at + 1);
    if (format === undefined || file === '') throw new CommandFailure(`Option --also takes FORMAT=FILE, such as sarif=findings.sarif, not "${written}". Formats: ${LINT_FORMATS.join(', ')}.`);
    return { format, file };
  });
}

/** The vault's folder in the repository that holds it; where there is none, from where the command runs. */
function vaultFolderOf(vault: FsVault, io: CommandIo): string | undefined {
  const inRepository = folderInRepository(vault.root);
  if (inRepository !== undefined) return inRepository === '' ? undefined : inRepository;
  const folder = relative(io.cwd, vault.root).split(sep).join('/');
  return folder === '' || folder.startsWith('..') ? undefined : folder;
}
