/** Reads revisions of the vault's repository on a desktop; the app draws between two notes. */
import type { App } from 'obsidian';
import { listRevisions } from '../history/revision-choices.js';
import { TimeSlices, type Clock } from '../vault/time-slices.js';
import { DesktopGit } from './desktop-git.js';
import { repositoryFolder, type Desktop } from './desktop-node.js';
import { reachDesktop } from './reach-desktop.js';
import type { RevisionReader } from './revision-comparison.js';
import { readRevisionPlaybook } from './revision-playbook.js';

/** Undefined where nothing can be started: on phones. */
export function desktopRevisionReader(app: App, clock: Clock): RevisionReader | undefined {
  const desktop = reachDesktop(app);
  return desktop === undefined ? undefined : revisionReader(desktop, clock);
}

export function revisionReader(desktop: Desktop, clock: Clock): RevisionReader {
  const git = new DesktopGit(desktop);
  return {
    canRead: () => repositoryFolder(desktop) !== undefined,
    list: (signal) => listRevisions(git, signal),
    read: (commit, ask) => {
      const slices = new TimeSlices(clock);
      return readRevisionPlaybook(git, commit, { ...ask, pause: () => slices.pause() });
    },
  };
}
