import { printable } from '../export/printable.js';
import { applyFixes } from '../lint/apply-fixes.js';
import type { Diagnostic } from '../lint/diagnostic.js';
import { CONFIG_PATH } from '../lint/config.js';
import { isRepositoryFile } from '../lint/repository.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { UnreadableFile } from '../vault/vault.js';
import type { CommandArguments, CommandIo } from './command.js';
import { giveOutput } from './output.js';
import { holdsControls, unifiedDiff } from './patch.js';

/**
 * Mends the notes of the diagnostics and brings the store up to date; with `--diff` shows the changes and writes
 * nothing. A note that changes on disk meanwhile, or that cannot be written, stays as it is and is named.
 */
export async function fixNotes(store: PlaybookStore, diagnostics: readonly Diagnostic[], args: CommandArguments, io: CommandIo): Promise<void> {
  const paths = [...new Set(diagnostics.filter(({ fix }) => fix !== undefined).map(({ path }) => path))].filter((path) => path !== CONFIG_PATH);
  const patches: string[] = [];
  let fixes = 0;
  let notes = 0;
  for (const path of paths) {
    const text = await readToFix(store, path, io);
    if (text === undefined) continue;
    const fixed = await applyFixes(text, (version) => store.lintText(path, version));
    if (fixed.text === text) continue;
    if (args.flag('diff')) {
      const patch = await unifiedDiff(path, text, fixed.text);
      if (args.text('output') === undefined && holdsControls(patch)) {
        io.err(`"${printable(path)}" holds control characters, so its changes are not shown here. Write them to a file with -o.\n`);
        continue;
      }
      patches.push(patch);
    } else if (!(await writeFixed(store, path, text, fixed.text, io))) continue;
    fixes += fixed.count;
    notes++;
  }
  if (args.flag('diff')) giveOutput(patches.join(''), args, io);
  io.err(`${args.flag('diff') ? 'Would fix' : 'Fixed'} ${fixes} ${fixes === 1 ? 'finding' : 'findings'} in ${notes} ${notes === 1 ? 'note' : 'notes'}.\n`);
}

/** The text of a note, if it is there and can be written back as it is. */
async function readToFix(store: PlaybookStore, path: string, io: CommandIo): Promise<string | undefined> {
  try {
    // Gives the text back unchanged: nothing is written, but bytes that are not UTF-8 are found.
    return await store.vault.process(path, (text) => text);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    io.err(`${printable(error.message)}\n`);
    return undefined;
  }
}

async function writeFixed(store: PlaybookStore, path: string, before: string, after: string, io: CommandIo): Promise<boolean> {
  try {
    const written = await store.vault.process(path, (now) => (now === before ? after : now));
    if (written === after) {
      if (isRepositoryFile(path)) await store.refreshRepository();
      else await store.setText(path, after);
      return true;
    }
    io.err(`"${printable(path)}" changed while it was being fixed, so it was left as it is. Run --fix again.\n`);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    io.err(`${printable(error.message)}\n`);
  }
  return false;
}
