import { describe, expect, test } from 'vitest';
import { runCli } from './run-cli.js';
import { commitAll, git } from './git-repository.js';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';

const ANA = (level: string, more = ''): string => `---\ntype: executive\ncommitment: ${level}\n${more}---\n`;
const NOTES = {
  'Journey.md': '---\ntype: journey\nstart: 2026\nend: 2027\n---\n',
  'Ana.md': ANA('passive'),
  'Purse.md': '---\ntype: initiative\nstart: 2026-02\nend: 2026-12\nsponsor: "[[Ana]]"\nambition: local\n---\n',
};

interface Track {
  readonly lanes: readonly { readonly commitment: readonly { readonly firstDay: string; readonly level: string | null; readonly recordedInGit?: boolean }[] }[];
}

/** A vault whose one executive was recorded on two days of the year. */
function vault(): string {
  const folder = folderOf(NOTES);
  commitAll(folder);
  amendDay(folder, '2026-03-02');
  writeFiles(folder, { 'Ana.md': ANA('supporter') });
  commitAll(folder);
  amendDay(folder, '2026-05-04');
  return folder;
}

/** The day of the committer is what counts. */
function amendDay(folder: string, day: string): void {
  const tree = git(folder, 'rev-parse', 'HEAD^{tree}').trim();
  const parents = git(folder, 'log', '-1', '--format=%P').trim();
  const lines = [`tree ${tree}`, ...(parents === '' ? [] : [`parent ${parents}`]), ...['author', 'committer'].map((who) => `${who} Maud <maud@example.org> ${Date.parse(`${day}T12:00:00Z`) / 1000} +0000`), '', `On ${day}`, ''];
  writeFiles(folder, { '.git/commit-text': lines.join('\n') });
  const commit = git(folder, 'hash-object', '-t', 'commit', '-w', '.git/commit-text').trim();
  git(folder, 'reset', '--quiet', '--hard', commit);
}

async function trackOf(folder: string, ...options: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runCli(['roadmap', folder, '--group', 'leader', '--format', 'json', '--today', '2026-11-22', ...options], { cwd: folder });
  expect([code, stderr]).toEqual([0, '']);
  const { lanes } = JSON.parse(stdout) as Track;
  return (lanes[0]?.commitment ?? []).map(({ firstDay, level, recordedInGit }) => `${firstDay} ${level ?? 'unknown'}${recordedInGit === true ? ' in git' : ''}`);
}

describe('roadmap --history', () => {
  test('shows on days without a dated level what git recorded', async () => {
    const folder = vault();
    expect(await trackOf(folder)).toEqual(['2026-01-01 unknown', '2026-11-22 supporter']);
    expect(await trackOf(folder, '--history')).toEqual(['2026-01-01 unknown', '2026-03-02 passive in git', '2026-05-04 supporter in git', '2026-11-22 supporter']);
  });

  test('ends at the revision that is drawn', async () => {
    expect(await trackOf(vault(), '--history', '--at', 'HEAD~1')).toEqual(['2026-01-01 unknown', '2026-03-02 passive in git', '2026-11-22 passive']);
  });

  test('says in one line where there is no repository', async () => {
    const folder = tempFolder();
    writeFiles(folder, NOTES);
    const { code, stdout, stderr } = await runCli(['roadmap', folder, '--history'], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^.*git.*leave out --history\.\n$/i);
  });
});
