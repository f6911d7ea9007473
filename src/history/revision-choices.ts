/** The revisions that a person is likely to compare with: branches, tags and the newest commits. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import { parseCalendarDate } from '../playbook/calendar-date.js';
import { askText, GitFailure, type Git, type GitSignal } from './git-port.js';

export interface RevisionChoice {
  readonly form: 'branch' | 'remote' | 'tag' | 'commit';
  /** Short, as people say it; of a commit the beginning of its id. */
  readonly name: string;
  /** The commit's full id. */
  readonly commit: string;
  readonly day: CalendarDate | undefined;
  /** First line of the commit's message; may hold anything. */
  readonly subject: string;
}

/** So many of each. */
const MOST_REFS = 200;
const MOST_COMMITS = 50;
/** Ends a field, in the spelling of each command: no name and no first line holds it. */
const FIELD_OF_REFS = '%00';
const FIELD_OF_LOG = '%x00';

const FORMS: Readonly<Record<string, RevisionChoice['form'] | undefined>> = { heads: 'branch', remotes: 'remote', tags: 'tag' };

/** Branches, tags, then commits, each the newest first. Throws a GitFailure without git and outside a repository; empty before the first commit. */
export async function listRevisions(git: Git, signal?: GitSignal): Promise<readonly RevisionChoice[]> {
  const asked = ['%(refname)', '%(objecttype)', '%(objectname)', '%(*objecttype)', '%(*objectname)', '%(creatordate:short)', '%(contents:subject)'].join(FIELD_OF_REFS);
  const refs = await askText(git, { args: ['for-each-ref', `--count=${MOST_REFS}`, '--sort=-creatordate', `--format=${asked}`, 'refs/heads', 'refs/tags', 'refs/remotes'], signal });
  const named = refs.split('\n').flatMap(readRef);
  const order = ['branch', 'tag', 'remote', 'commit'];
  named.sort((a, b) => order.indexOf(a.form) - order.indexOf(b.form));
  return [...named, ...(await listCommits(git, signal))];
}

function readRef(line: string): readonly RevisionChoice[] {
  const [ref = '', type = '', id = '', peeledType = '', peeled = '', day = '', subject = ''] = line.split('\0');
  const [, folder = '', name = ''] = /^refs\/([^/]+)\/(.+)$/.exec(ref) ?? [];
  const form = FORMS[folder];
  const commit = type === 'commit' ? id : peeledType === 'commit' ? peeled : undefined;
  if (form === undefined || commit === undefined || name.endsWith('/HEAD')) return [];
  return [{ form, name, commit, day: parseCalendarDate(day), subject }];
}

async function listCommits(git: Git, signal: GitSignal | undefined): Promise<readonly RevisionChoice[]> {
  try {
    const log = await askText(git, { args: ['log', `--max-count=${MOST_COMMITS}`, '--no-show-signature', `--format=${['%H', '%h', '%cs', '%s'].join(FIELD_OF_LOG)}`, 'HEAD'], signal });
    return log.split('\n').flatMap((line): readonly RevisionChoice[] => {
      const [commit = '', name = '', day = '', subject = ''] = line.split('\0');
      return commit === '' ? [] : [{ form: 'commit', name, commit, day: parseCalendarDate(day), subject }];
    });
  } catch (error) {
    // Git's code for a name that leads nowhere: there is no commit yet.
    if (error instanceof GitFailure && error.exitCode === 128) return [];
    throw error;
  }
}
