import type { CalendarDate } from '../playbook/calendar-date.js';
import { countOf } from '../playbook/count-of.js';
import type { Playbook } from '../playbook/playbook.js';
import { PlaybookStore } from '../vault/playbook-store.js';
import { sharedPlaybook } from '../vault/shared-part.js';
import { UnreadableFile, type Vault } from '../vault/vault.js';
import { printable } from '../export/printable.js';
import { resolve as resolvePath } from 'node:path';
import { CommandFailure, type CommandArguments, type CommandIo } from './command.js';
import { FsVault } from './fs-vault.js';
import { startProgress } from './progress.js';

/**
 * The vault of a folder, from where the command runs; with `history` for commands to which it matters where annotations
 * stand, with `repository` for those that lint. Throws {@link CommandFailure} when it is none.
 */
export function openVault(folder: string, io: CommandIo, options: { readonly history?: boolean; readonly repository?: boolean } = {}): FsVault {
  if (folder === '') throw new CommandFailure('The vault has no name. Name a folder of notes that exists.');
  try {
    return new FsVault(resolvePath(io.cwd, folder), folder, options);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CommandFailure(error.message);
    throw error;
  }
}

/** A vault that names what its last listing left out. */
interface ToldVault extends Vault {
  readonly skipped: readonly string[];
}

/** `isTold`: what is left out was said before. */
export async function openStore(vault: ToldVault, today: CalendarDate, io: CommandIo, { isTold = false }: { readonly isTold?: boolean } = {}): Promise<PlaybookStore> {
  const progress = startProgress('Reading note', io);
  try {
    return await PlaybookStore.open(vault, { today, onProgress: (done, total) => progress.update(done, total) });
  } finally {
    progress.end();
    if (!isTold) tellSkipped(vault, io);
  }
}

/** Says what the vault's last listing left out. */
export function tellSkipped(vault: Pick<ToldVault, 'skipped'>, io: CommandIo): void {
  for (const message of vault.skipped) io.err(`${printable(message)}\n`);
}

/** The playbook for what a command writes: without private notes unless they are asked for. */
export function shownPlaybook(store: PlaybookStore, args: CommandArguments): Playbook {
  return args.flag('private') ? store.playbook : sharedPlaybook(store);
}

/** Says what of the vault was kept from a text that travels. */
export function tellLeftOut({ playbook, leaks }: PlaybookStore, io: CommandIo): void {
  const notes = leaks.privatePaths.filter((path) => playbook.note(path) !== undefined).length;
  if (notes > 0) io.err(`${countOf(notes, 'private note')} left out.\n`);
}

export { todayOf } from './today.js';

/** A file named from where the command runs, or from the vault's root, as a path of the vault. Throws {@link CommandFailure} when it is not there. */
export function vaultPath(file: string, vault: FsVault, io: CommandIo): string {
  for (const base of [io.cwd, vault.root]) {
    const path = vault.pathOf(resolvePath(base, file));
    if (path !== undefined) return path;
  }
  throw new CommandFailure(`"${file}" is not in the vault. Name a note or folder of it.`);
}
