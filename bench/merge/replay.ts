/** Notes that both sides of real merges changed, merged anew: `COUNT REPO`. Prints the counts as JSON. */
import { spawnSync } from 'node:child_process';
import { mergeFile } from '../../src/cli/merge-file.js';
import { mergeNotes } from '../../src/history/merge-notes.js';
import type { MergeSides } from '../../src/history/merge-text.js';
import { readConflicts } from '../../src/markdown/conflict-markers.js';
import { loadYamlReader, readFrontmatter } from '../../src/markdown/frontmatter.js';

const [most = '500', folder = '.'] = process.argv.slice(2);
const LABELS = { base: 'base', ours: 'ours', theirs: 'theirs' };

function git(...args: readonly string[]): Buffer {
  return spawnSync('git', ['-C', folder, ...args], { maxBuffer: 2 ** 28 }).stdout;
}

function changed(from: string, to: string): ReadonlySet<string> {
  return new Set(git('diff', '--name-only', '-z', '--no-renames', '--diff-filter=M', from, to, '--', '*.md').toString('utf8').split('\0'));
}

function textOf(commit: string, path: string): string | undefined {
  const bytes = git('cat-file', 'blob', `${commit}:${path}`);
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}

await loadYamlReader();
const counts = { merges: 0, notes: 0, git: 0, byName: 0, sameAsGit: 0, otherThanGit: 0, asCommitted: 0, gitAsCommitted: 0, invalid: 0, gitInvalid: 0, asText: 0 };
for (const line of git('log', '--merges', '--format=%H %P', '--max-count=4000').toString('utf8').split('\n')) {
  const [merge = '', one = '', other = '', more] = line.split(' ');
  if (other === '' || more !== undefined || counts.notes >= Number(most)) continue;
  const base = git('merge-base', one, other).toString('utf8').trim();
  if (base === '' || base === one || base === other) continue;
  const theirChanges = changed(base, other);
  if (theirChanges.size === 1) continue;
  const both = [...changed(base, one)].filter((path) => path !== '' && theirChanges.has(path));
  if (both.length > 0) counts.merges++;
  for (const path of both) {
    const [before, ours, theirs, committed] = [textOf(base, path), textOf(one, path), textOf(other, path), textOf(merge, path)];
    if (before === undefined || ours === undefined || theirs === undefined || ours === theirs) continue;
    await replay({ base: before, ours, theirs }, committed);
  }
}
process.stdout.write(`${JSON.stringify(counts)}\n`);

async function replay(sides: MergeSides, committed: string | undefined): Promise<void> {
  const mergeText = ({ base, ours, theirs }: MergeSides) => {
    const { bytes, conflicts } = mergeFile(base, ours, theirs, { cwd: folder, labels: LABELS, markerSize: 7 });
    return { text: bytes.toString('utf8'), conflicts };
  };
  const [byGit, byName] = [mergeText(sides), await mergeNotes(sides, { labels: LABELS, markerSize: 7, style: () => 'merge', mergeText })];
  const isClean = byName.properties.length + byName.textConflicts === 0;
  counts.notes++;
  if (byName.asText) counts.asText++;
  if (byGit.conflicts > 0) counts.git++;
  if (!isClean) counts.byName++;
  if (byGit.conflicts === 0 && isClean) counts[byGit.text === byName.text ? 'sameAsGit' : 'otherThanGit']++;
  if (isClean && byName.text === committed) counts.asCommitted++;
  if (byGit.conflicts === 0 && byGit.text === committed) counts.gitAsCommitted++;
  const wasBroken = [sides.ours, sides.theirs].some((text) => readFrontmatter(text).broken || readConflicts(text).conflicts.length > 0);
  if (!wasBroken && isClean && readFrontmatter(byName.text).broken) counts.invalid++;
  if (!wasBroken && byGit.conflicts === 0 && readFrontmatter(byGit.text).broken) counts.gitInvalid++;
}
