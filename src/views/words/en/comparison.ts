/** What the plugin says of a roadmap that is compared with a revision of git. */
import { listed } from '../../../playbook/step-words.js';
import { formatCount } from '../../format-count.js';

interface Changes {
  readonly moved: number;
  readonly added: number;
  /** Titles of what is no longer on the roadmap. */
  readonly gone: readonly string[];
}

export const COMPARISON_WORDS = {
  command: 'Compare roadmap with a Git revision',
  stop: 'Stop comparing the roadmap',
  choose: 'Branch, tag or commit to compare with',
  noneFound: 'No such branch, tag or commit.',
  forms: { branch: 'Branch', remote: 'Remote branch', tag: 'Tag', commit: 'Commit' },
  noCommit: 'This repository has no commit to compare with yet.',
  reading: (name: string) => `Reading the notes at ${name}`,
  progress: 'Notes read',
  cancel: 'Cancel',
  failed: (reason: string) => `The roadmap was not compared. ${reason}`,
  compared: (name: string, day: string | undefined, { moved, added, gone }: Changes) => {
    const counts = [
      ...(moved === 0 ? [] : [`${formatCount(moved)} moved`]),
      ...(added === 0 ? [] : [`${formatCount(added)} new`]),
      ...(gone.length === 0 ? [] : [`${formatCount(gone.length)} no longer here (${listed(gone)})`]),
    ];
    return `Compared with ${name}${day === undefined ? '' : ` (${day})`}: ${counts.length === 0 ? 'no item moved' : counts.join(', ')}.`;
  },
  end: 'End comparison',
} as const;
