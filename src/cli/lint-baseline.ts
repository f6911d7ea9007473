import { countOf } from '../playbook/count-of.js';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyBaseline, buildBaseline, formatBaseline, parseBaseline, type Baseline } from '../lint/baseline.js';
import type { LintResult } from '../lint/diagnostic.js';
import { isPrivatePath } from '../playbook/privacy.js';
import { CommandFailure, type CommandArguments, type CommandIo } from './command.js';
import { reasonOf } from './error-reason.js';
import type { FsVault } from './fs-vault.js';
import { sectionFinder } from './section-finder.js';
import { writeFileWhole } from './write-file.js';

/** The result without the findings that `--baseline` holds; with `--update-baseline` the file is written first. */
export async function withBaseline(result: LintResult, vault: FsVault, args: CommandArguments, io: CommandIo): Promise<LintResult> {
  const name = args.text('baseline');
  if (name === undefined) return result;
  const file = resolve(io.cwd, name);
  const sectionOf = await sectionFinder(result.diagnostics, vault);
  if (args.flag('update-baseline')) {
    try {
      writeFileWhole(file, formatBaseline(buildBaseline(result.diagnostics.filter(({ path }) => !isPrivatePath(path)), sectionOf)));
    } catch (error) {
      throw new CommandFailure(`Cannot write the baseline "${name}": ${reasonOf(error)}. Name a file in a folder that exists.`);
    }
    // The file is shared; what lies in the private folder is not, and its findings stay to be seen by whoever has it.
    return { ...result, diagnostics: result.diagnostics.filter(({ path }) => isPrivatePath(path)) };
  }
  const known = readBaseline(file, name);
  if (known === undefined) throw new CommandFailure(`The baseline "${name}" does not exist. Make it with --update-baseline.`);
  const { kept, unused } = applyBaseline(result.diagnostics, known, sectionOf);
  const gone = unused.reduce((sum, { count }) => sum + count, 0);
  if (gone > 0 && !args.flag('stdin')) io.err(`${countOf(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone. Run --update-baseline to prune it.\n`);
  return { ...result, diagnostics: kept };
}

function readBaseline(file: string, name: string): Baseline | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CommandFailure(`Cannot read the baseline "${name}": ${reasonOf(error)}. Name a file made with --update-baseline.`);
  }
  const parsed = parseBaseline(text);
  if (parsed.kind === 'problem') throw new CommandFailure(`The baseline "${name}" cannot be used: ${parsed.message}`);
  return parsed.baseline;
}
