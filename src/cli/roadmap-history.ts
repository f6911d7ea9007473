/** Git's recording of the levels, for the tracks of a roadmap: read as `history` reads it, and kept in the same place. */
import { GitFailure } from '../history/git-port.js';
import { readRecordedHistory } from '../history/read-history.js';
import { readRepository } from '../history/revision.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import type { RecordedHistory } from '../playbook/recorded-history.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { CommandFailure, type CommandArguments, type CommandIo } from './command.js';
import { openHistoryCache } from './history-cache.js';
import { NodeGitPort } from './node-git-port.js';
import { startProgress } from './progress.js';

/** `revision` is the full id of the commit at which it ends; absent: what is checked out. Throws {@link CommandFailure}. */
export async function readRoadmapHistory(folder: string, store: PlaybookStore, revision: string | undefined, args: CommandArguments, io: CommandIo): Promise<RecordedHistory> {
  const git = new NodeGitPort(folder);
  const progress = startProgress('Reading text', io);
  try {
    const repository = await readRepository(git);
    const history = await readRecordedHistory(git, repository, {
      notes: buildNoteContext(store.config.settings),
      isIgnored: (path) => store.isIgnored(path),
      includePrivate: args.flag('private'),
      revision,
      cache: await openHistoryCache(git, folder, repository.prefix),
      onProgress: (done, total) => progress.update(done, total),
    });
    if (history.shallow) io.err('This clone is shallow: levels recorded before it are not known. Fetch them with "git fetch --unshallow".\n');
    return history;
  } catch (error) {
    if (error instanceof GitFailure) throw new CommandFailure(`${error.message.replace(/\.$/, '')}. Or leave out --history.`);
    throw error;
  } finally {
    progress.end();
  }
}
