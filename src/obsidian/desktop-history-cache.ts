/**
 * What a history keeps, in a file of the repository's own folder: out of the vault, in no commit, shared by its worktrees,
 * and the same for the command line. Written whole, or not at all; a place that cannot be written to is no failure.
 */
import { askText, GitStopped, type Git, type GitSignal } from '../history/git-port.js';
import type { HistoryCache } from '../history/history-cache.js';
import type { Desktop } from './desktop-node.js';

type CacheHost = Pick<Desktop, 'files' | 'paths' | 'sha256'>;

/** Below the folder where git keeps the repository. */
const FOLDER = 'cx-playbook';

/**
 * The place for a vault's folder of a repository. Undefined where the repository shows other commits than it has, by
 * replacements or grafts, and where git says no place. `chance` makes the name of the draft its own.
 */
export async function openDesktopHistoryCache(git: Git, host: CacheHost, { prefix, chance, signal }: { readonly prefix: string; readonly chance: string; readonly signal: GitSignal }): Promise<HistoryCache | undefined> {
  const { files, paths, sha256 } = host;
  try {
    const common = (await askText(git, { args: ['rev-parse', '--path-format=absolute', '--git-common-dir'], signal })).replace(/\n$/, '');
    const replaced = await askText(git, { args: ['for-each-ref', '--count=1', 'refs/replace/'], signal });
    if (replaced !== '' || files.existsSync(paths.join(common, 'info', 'grafts'))) return undefined;
    const name = prefix === '' ? 'history' : `history-${sha256(prefix).slice(0, 16)}`;
    return desktopHistoryCache(host, paths.join(common, FOLDER), `${name}.txt`, chance);
  } catch (error) {
    if (error instanceof GitStopped) throw error;
    return undefined;
  }
}

function desktopHistoryCache({ files: { promises }, paths }: CacheHost, folder: string, name: string, chance: string): HistoryCache {
  const file = paths.join(folder, name);
  // A link in a repository that came from elsewhere could lead to any file.
  const isLink = (path: string): Promise<boolean> => promises.lstat(path).then((found) => found.isSymbolicLink(), () => false);
  const isOwn = async (): Promise<boolean> => !(await isLink(folder)) && !(await isLink(file));
  return {
    read: async () => ((await isOwn()) ? promises.readFile(file, 'utf8').catch(() => undefined) : undefined),
    write: async (text) => {
      const draft = paths.join(folder, `.${name}.${chance}.tmp`);
      try {
        await promises.mkdir(folder, { recursive: true });
        if (!(await isOwn())) return;
        await promises.writeFile(draft, text, { encoding: 'utf8', flag: 'wx' });
        await promises.rename(draft, file);
      } catch {
        await promises.rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}
