/** What the arguments of `portfolio` mean: vaults, and files that runs wrote. Nothing is read but names and sizes. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { UnreadReason } from '../playbook/portfolio-clients.js';
import { isMarkdown } from '../vault/vault.js';
import { FsVault, isHidden } from './fs-vault.js';

export type PortfolioSource =
  | { readonly kind: 'vault'; readonly argument: string; readonly folder: string }
  /** Results of one folder speak of one client, but for those of `portfolio`. */
  | { readonly kind: 'results'; readonly argument: string; readonly folder: string; readonly files: readonly string[]; readonly isNamed: boolean }
  | { readonly kind: 'unread'; readonly argument: string; readonly folder: string; readonly reason: UnreadReason };

/** What marks the root of a vault, or of the repository that holds it. */
const ROOT_MARKS = ['.obsidian', '.git', 'cx-playbook.yml'];

/** The sources of an argument, absolute and with symbolic links followed. A folder without notes is looked into one level deep for results. */
export async function sourcesOf(argument: string, cwd: string): Promise<readonly PortfolioSource[]> {
  const named = resolve(cwd, argument);
  try {
    const real = realpathSync(named);
    const stats = statSync(real);
    if (stats.isFile()) return [{ kind: 'results', argument, folder: dirname(real), files: [real], isNamed: true }];
    if (!stats.isDirectory()) return [{ kind: 'unread', argument, folder: real, reason: 'not-there' }];
    return await sourcesOfFolder(argument, real);
  } catch {
    return [{ kind: 'unread', argument, folder: named, reason: 'not-there' }];
  }
}

async function sourcesOfFolder(argument: string, folder: string): Promise<readonly PortfolioSource[]> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !isHidden(entry.name)).map(({ name }) => join(folder, name));
  const isRoot = entries.some(({ name }) => ROOT_MARKS.includes(name) || isMarkdown(name));
  if (!isRoot && folders.some(hasRootMark)) return [{ kind: 'unread', argument, folder, reason: 'several-vaults' }];
  if (isRoot || (await new FsVault(folder).list()).some(({ path }) => isMarkdown(path))) return [{ kind: 'vault', argument, folder }];
  const results = [folder, ...folders].flatMap((held): readonly PortfolioSource[] => {
    const files = resultFiles(held);
    return files.length === 0 ? [] : [{ kind: 'results', argument, folder: held, files, isNamed: false }];
  });
  return results.length > 0 ? results : [{ kind: 'unread', argument, folder, reason: 'no-notes' }];
}

function hasRootMark(folder: string): boolean {
  return readdirSync(folder).some((name) => ROOT_MARKS.includes(name));
}

/** Symbolic links are not followed: what lies in a folder of results may come from anywhere. */
function resultFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !isHidden(entry.name) && entry.name.toLowerCase().endsWith('.json'))
    .map(({ name }) => join(folder, name))
    .sort();
}

/** What a client is called when nobody says: the folder's name. */
export function folderName(folder: string): string {
  return basename(folder) === '' ? folder : basename(folder);
}
