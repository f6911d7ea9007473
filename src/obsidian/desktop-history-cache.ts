/**
 * What a history keeps, in a file of the repository's own folder: of its clone, out of the vault, in no commit, and the
 * same for the command line. Written whole, or not at all; a place that cannot be written to is no failure.
 */
import type { HistoryCache } from '../history/history-cache.js';
import type { Desktop } from './desktop-node.js';

/** Below the folder of the repository. */
const FOLDER = 'cx-playbook';
const FILE = 'history.json';

/** `repository` is where git keeps itself. `chance` makes the name of the temporary file its own. */
export function desktopHistoryCache({ files, paths }: Pick<Desktop, 'files' | 'paths'>, repository: string, chance: string): HistoryCache {
  const folder = paths.join(repository, FOLDER);
  const file = paths.join(folder, FILE);
  return {
    read: async () => {
      try {
        return await files.promises.readFile(file, 'utf8');
      } catch {
        return undefined;
      }
    },
    write: async (text) => {
      const draft = paths.join(folder, `.${FILE}.${chance}.tmp`);
      try {
        await files.promises.mkdir(folder, { recursive: true });
        await files.promises.writeFile(draft, text, { encoding: 'utf8', flag: 'wx' });
        await files.promises.rename(draft, file);
      } catch {
        await files.promises.rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}
