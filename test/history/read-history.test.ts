import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NodeGitPort } from '../../src/cli/node-git-port.js';
import { GitStopped, type Git, type GitAsk } from '../../src/history/git-port.js';
import type { HistoryCache } from '../../src/history/history-cache.js';
import { readRecordedHistory, type HistoryOptions } from '../../src/history/read-history.js';
import { readRepository } from '../../src/history/revision.js';
import { buildNoteContext, DEFAULT_PLAYBOOK_SETTINGS } from '../../src/notes/playbook-settings.js';
import { readNote } from '../../src/notes/read-note.js';
import type { RecordedExecutive, RecordedHistory } from '../../src/playbook/recorded-history.js';
import { git } from '../cli/git-repository.js';
import { dayAt, executiveNote, importHistory, type ImportedCommit } from './imported-history.js';

const NOTES = buildNoteContext();

/** Of a vault below the top where a prefix is given. */
type ReadOptions = Partial<HistoryOptions> & { readonly prefix?: string };

function read(folder: string, options: ReadOptions = {}): Promise<RecordedHistory> {
  return readFrom(new NodeGitPort(folder), { revision: git(folder, 'rev-parse', 'main').trim(), ...options });
}

async function readFrom(port: Git, { prefix = '', ...options }: ReadOptions = {}): Promise<RecordedHistory> {
  return readRecordedHistory(port, { ...(await readRepository(port, options.signal)), prefix }, { notes: NOTES, includePrivate: false, ...options });
}

/** "2026-01-01 passive", "2026-01-02 (absent)" for each stretch. */
function told({ stretches }: RecordedExecutive): readonly string[] {
  return stretches.map((stretch) => `${stretch.recordedOn} ${stretch.kind === 'gap' ? `(${stretch.reason})` : (stretch.level ?? 'none')}`);
}

async function toldOf(commits: readonly ImportedCommit[], options: ReadOptions = {}): Promise<Record<string, readonly string[]>> {
  const { executives } = await read(importHistory(commits), options);
  return Object.fromEntries(executives.map((executive) => [executive.present ? executive.path : `${executive.path} (gone)`, told(executive)]));
}

const ana = (level: string | undefined, more = ''): string => executiveNote('Ana', level, more);
const ben = (level: string | undefined, more = ''): string => executiveNote('Ben', level, more);

class MemoryCache implements HistoryCache {
  text: string | undefined;
  writes = 0;

  read(): Promise<string | undefined> {
    return Promise.resolve(this.text);
  }

  write(text: string): Promise<void> {
    this.text = text;
    this.writes++;
    return Promise.resolve();
  }
}

/** A port that notes what git was asked for. */
class WatchedGit implements Git {
  readonly asked: string[] = [];
  readonly #git: Git;

  constructor(folder: string) {
    this.#git = new NodeGitPort(folder);
  }

  ask(ask: GitAsk): AsyncIterable<Uint8Array> {
    this.asked.push(ask.args.find((arg) => ['log', 'cat-file', 'rev-parse'].includes(arg)) ?? '');
    return this.#git.ask(ask);
  }

  decode(bytes: Uint8Array): string {
    return this.#git.decode(bytes);
  }
}

describe('one line of commits', () => {
  test('makes one stretch of equal levels, whatever else changed', async () => {
    const commits = ['passive', 'passive', 'Passives', 'toe-dipper', 'toe-dipper'].map((level, index): ImportedCommit => ({ files: { 'Ana.md': ana(level, `Line ${index}`) } }));
    const { executives, commits: count, firstDay, lastDay } = await read(importHistory(commits));
    expect(executives.map(told)).toEqual([['2026-01-01 passive', '2026-01-04 toe-dipper']]);
    expect(executives[0]?.stretches.map(({ lastRecordedOn }) => lastRecordedOn)).toEqual(['2026-01-03', '2026-01-05']);
    expect([count, firstDay, lastDay]).toEqual([5, '2026-01-01', '2026-01-05']);
  });

  test('shows what cannot be read, and what is no level, as a gap', async () => {
    const texts = [ana('passive'), '---\ntype: executive\ncommitment: [passive\n---\n', ana('passive'), ana('rather fond of it'), '<<<<<<< ours\n---\ntype: executive\n', ana(undefined), ana('advocate')];
    expect(await toldOf(texts.map((text) => ({ files: { 'Ana.md': text } })))).toEqual({
      'Ana.md': ['2026-01-01 passive', '2026-01-02 (unreadable)', '2026-01-03 passive', '2026-01-04 (unreadable)', '2026-01-06 none', '2026-01-07 advocate'],
    });
  });

  test('tells a note that went and came back, and one that is gone', async () => {
    const files = [{ 'Ana.md': ana('passive'), 'Ben.md': ben('opposer') }, { 'Ben.md': ben('opposer') }, { 'Ana.md': ana('supporter') }];
    expect(await toldOf(files.map((all) => ({ files: all })))).toEqual({
      'Ana.md': ['2026-01-01 passive', '2026-01-02 (absent)', '2026-01-03 supporter'],
      'Ben.md (gone)': ['2026-01-01 opposer', '2026-01-03 (absent)'],
    });
  });

  test('leaves out the time before a note was an executive’s, and shows when it was one no more', async () => {
    const plain = ana('passive').replace('type: executive', 'type: play');
    expect(await toldOf([plain, ana('passive'), plain].map((text) => ({ files: { 'Ana.md': text } })))).toEqual({ 'Ana.md': ['2026-01-02 passive', '2026-01-03 (not-an-executive)'] });
  });

  test('takes dated lines for the level where the property says none, as on that day', async () => {
    const lines = '\n## Assessments\n- 2026-01-01 passive\n- 2026-01-03 supporter\n';
    expect(await toldOf([0, 1, 2].map((index) => ({ files: { 'Ana.md': ana(undefined, `${lines}\n${'x'.repeat(index)}`) } })))).toEqual({ 'Ana.md': ['2026-01-01 passive', '2026-01-03 supporter'] });
  });

  test('follows the order of commits, not of their days', async () => {
    const levels = [['passive', '2026-05-05'], ['toe-dipper', '1970-01-01'], ['supporter', '2099-12-31'], ['advocate', '2026-05-06']] as const;
    expect(await toldOf(levels.map(([level, day]) => ({ files: { 'Ana.md': ana(level) }, day })))).toEqual({ 'Ana.md': levels.map(([level, day]) => `${day} ${level}`) });
  });
});

describe('names', () => {
  test('are followed through renames, also in case alone', async () => {
    const { executives } = await read(importHistory([{ files: { 'ana.md': ana('passive') } }, { files: { 'Ana.md': ana('passive') } }, { files: { 'People/Ana Ruiz.md': ana('supporter', 'x') } }]));
    expect(executives.map(({ path, title, formerPaths, stretches }) => [path, title, formerPaths, stretches.length])).toEqual([['People/Ana Ruiz.md', 'Ana Ruiz', ['Ana.md', 'ana.md'], 2]]);
  });

  test('that two notes swap are followed, in one commit and in several', async () => {
    const [a, b] = [ana('passive'), ben('advocate')];
    const expected = { 'Ana.md': ['2026-01-01 advocate'], 'Ben.md': ['2026-01-01 passive'] };
    expect(await toldOf([{ files: { 'Ana.md': a, 'Ben.md': b } }, { files: { 'Ana.md': b, 'Ben.md': a } }])).toEqual(expected);
    expect(await toldOf([{ files: { 'Ana.md': a, 'Ben.md': b } }, { files: { 'x.md': a, 'Ben.md': b } }, { files: { 'x.md': a, 'Ana.md': b } }, { files: { 'Ben.md': a, 'Ana.md': b } }])).toEqual(expected);
  });

  test('that another note takes over keep the one that is gone', async () => {
    expect(await toldOf([{ files: { 'Ana.md': ana('passive'), 'Ben.md': ben('advocate') } }, { files: { 'Ben.md': ben('advocate') } }, { files: { 'Ana.md': ben('advocate') } }])).toEqual({
      'Ana.md': ['2026-01-01 advocate'],
      'Ana.md (gone)': ['2026-01-01 passive', '2026-01-02 (absent)'],
    });
  });

  test('may hold line ends, quotes and bytes that are no UTF-8', async () => {
    const repository = importHistory([{ files: { 'Ana\n"R" \\.md': ana('passive'), '-x.md': ben('opposer') } }, { files: { 'Ana\n"R" \\.md': ana('supporter'), '-x.md': ben('opposer') } }]);
    expect((await read(repository)).executives.map(({ path, stretches }) => [path, stretches.length])).toEqual([['-x.md', 1], ['Ana\n"R" \\.md', 2]]);
  });

  test('of a vault’s folder are followed when the folder moves, or a note comes into it', async () => {
    const commits = [{ files: { 'old/Ana.md': ana('passive'), 'in/Ben.md': ben('opposer') } }, { files: { 'new/vault/Ana.md': ana('passive'), 'in/Ben.md': ben('passive') } }, { files: { 'new/vault/Ana.md': ana('supporter'), 'new/vault/Ben.md': ben('passive') } }];
    const { executives } = await read(importHistory(commits), { prefix: 'new/vault' });
    expect(executives.map(({ path, formerPaths }) => [path, formerPaths])).toEqual([['Ana.md', ['old/Ana.md']], ['Ben.md', ['in/Ben.md']]]);
    expect(executives.map(told)).toEqual([['2026-01-01 passive', '2026-01-03 supporter'], ['2026-01-01 opposer', '2026-01-02 passive']]);
  });

  test('outside of the vault, in hidden folders and left out by the settings count for gone, or not at all', async () => {
    const commits = [{ files: { 'v/Ana.md': ana('passive'), 'v/Ben.md': ben('opposer'), 'v/Templates/E.md': executiveNote('Tom', 'passive'), 'Zoe.md': executiveNote('Zoe', 'passive') } }, { files: { 'Ana.md': ana('supporter'), 'v/.trash/Ben.md': ben('opposer'), 'v/Templates/E.md': executiveNote('Tom', 'passive') } }];
    expect(await toldOf(commits, { prefix: 'v', isIgnored: (path) => path.startsWith('Templates/') })).toEqual({ 'Ana.md (gone)': ['2026-01-01 passive', '2026-01-02 (absent)'], 'Ben.md (gone)': ['2026-01-01 opposer', '2026-01-02 (absent)'] });
  });
});

describe('kinds', () => {
  test('come from folders and tags as the settings say, the note’s own word first', async () => {
    const notes = buildNoteContext({ ...DEFAULT_PLAYBOOK_SETTINGS, kindProperty: 'kind', kindByFolder: new Map([['Board', 'executive'], ['Work', 'initiative']]), kindByTag: new Map([['boss', 'executive']]) });
    const files = {
      'Board/Ana.md': '---\ncommitment: passive\n---\n',
      'Board/Ben.md': '# Ben\n\n## Assessments\n- 2026-01-01 opposer\n',
      'Board/Play.md': '---\nkind: play\ncommitment: passive\n---\n',
      'Work/Tom.md': '---\ntags: [Boss]\ncommitment: passive\n---\n',
      'Zoe.md': '---\ntags: [Boss]\ncommitment: advocate\n---\n',
      'Eve.md': '---\ntype: executive\ncommitment: advocate\n---\n',
    };
    expect(await toldOf([{ files }], { notes })).toEqual({ 'Board/Ana.md': ['2026-01-01 passive'], 'Board/Ben.md': ['2026-01-01 opposer'], 'Zoe.md': ['2026-01-01 advocate'] });
  });

  test('are those of every folder that a text was in, wherever it lies at last', async () => {
    const notes = buildNoteContext({ ...DEFAULT_PLAYBOOK_SETTINGS, kindByFolder: new Map([['Board', 'executive'], ['Work', 'initiative']]), kindByTag: new Map([['boss', 'executive']]) });
    const dated = '---\ntags: [boss]\n---\n# Ana\n\n## Assessments\n- 2026-01-01 opposer\n';
    const plain = '---\ncommitment: passive\n---\n# Ben\n\nBen speaks.\n';
    const commits = [{ files: { 'Board/Ana.md': dated, 'Board/Ben.md': plain } }, { files: { 'Work/Ana.md': dated, 'Ben.md': plain } }];
    expect(await toldOf(commits, { notes })).toEqual({ 'Ben.md': ['2026-01-01 passive', '2026-01-02 (not-an-executive)'], 'Work/Ana.md': ['2026-01-01 opposer', '2026-01-02 (not-an-executive)'] });
  });
});

describe('branches', () => {
  const base = { files: { 'Ana.md': ana('passive'), 'Ben.md': ben('opposer') } };
  const merged = (rest: readonly ImportedCommit[]): readonly ImportedCommit[] => [base, ...rest];

  test('give each level to the commit that set it, and not to the merge', async () => {
    const commits = merged([
      { files: { 'Ana.md': ana('toe-dipper'), 'Ben.md': ben('opposer') }, parents: [0] },
      { files: { 'Ana.md': ana('passive'), 'Ben.md': ben('supporter') }, parents: [0] },
      { files: { 'Ana.md': ana('passive', 'more'), 'Ben.md': ben('supporter') }, parents: [2] },
      { files: { 'Ana.md': ana('toe-dipper', 'more'), 'Ben.md': ben('supporter') }, parents: [3, 1] },
    ]);
    expect(await toldOf(commits)).toEqual({ 'Ana.md': ['2026-01-01 passive', '2026-01-02 toe-dipper'], 'Ben.md': ['2026-01-01 opposer', '2026-01-03 supporter'] });
  });

  test('that disagree are told by the side that the merge kept; a level of the merge’s own is the merge’s', async () => {
    const sides = [
      { files: { 'Ana.md': ana('toe-dipper'), 'Ben.md': ben('passive') }, parents: [0] },
      { files: { 'Ana.md': ana('supporter'), 'Ben.md': ben('toe-dipper') }, parents: [0] },
    ];
    expect(await toldOf(merged([...sides, { files: { 'Ana.md': ana('supporter', 'solved'), 'Ben.md': ben('advocate') }, parents: [1, 2] }]))).toEqual({
      'Ana.md': ['2026-01-01 passive', '2026-01-03 supporter'],
      'Ben.md': ['2026-01-01 opposer', '2026-01-02 passive', '2026-01-04 advocate'],
    });
  });

  test('can bring a note, rename one, delete one, or lose one in the merge', async () => {
    const zoe = executiveNote('Zoe', 'passive');
    const side = { files: { 'Ana Ruiz.md': ana('passive'), 'Zoe.md': zoe }, parents: [0] };
    const main = { files: { 'Ana.md': ana('toe-dipper'), 'Ben.md': ben('opposer') }, parents: [0] };
    const both = [side, main];
    expect(await toldOf(merged([...both, { files: { 'Ana Ruiz.md': ana('toe-dipper'), 'Zoe.md': zoe }, parents: [2, 1] }]))).toEqual({
      'Ana Ruiz.md': ['2026-01-01 passive', '2026-01-03 toe-dipper'],
      'Ben.md (gone)': ['2026-01-01 opposer', '2026-01-02 (absent)'],
      'Zoe.md': ['2026-01-02 passive'],
    });
    expect(await toldOf(merged([...both, { files: { 'Ana Ruiz.md': ana('toe-dipper'), 'Ben.md': ben('opposer') }, parents: [2, 1] }]))).toEqual({
      'Ana Ruiz.md': ['2026-01-01 passive', '2026-01-03 toe-dipper'],
      'Ben.md': ['2026-01-01 opposer'],
      'Zoe.md (gone)': ['2026-01-02 passive', '2026-01-04 (absent)'],
    });
  });
});

describe('private notes', () => {
  test('are left out and counted; a note that is shared now is told from then on', async () => {
    const [secret, open] = [ana('opposer').replace('type:', 'visibility: coach\ntype:'), ana('passive')];
    const commits = [{ files: { 'Ana.md': secret, '_coach/Ben.md': ben('passive') } }, { files: { 'Ana.md': open, '_coach/Ben.md': ben('passive') } }];
    const repository = importHistory(commits);
    const shared = await read(repository);
    expect([shared.privateLeftOut, shared.executives.map(told)]).toEqual([1, [['2026-01-02 passive']]]);
    const all = await read(repository, { includePrivate: true });
    expect([all.privateLeftOut, all.executives.map(told)]).toEqual([0, [['2026-01-01 opposer', '2026-01-02 passive'], ['2026-01-01 passive']]]);
  });

  test('stay private when they are deleted', async () => {
    const { executives, privateLeftOut } = await read(importHistory([{ files: { '_coach/Ben.md': ben('passive') } }, { files: {} }]));
    expect([executives, privateLeftOut]).toEqual([[], 1]);
  });
});

describe('the cache', () => {
  const first = [{ files: { 'Ana.md': ana('passive') } }, { files: { 'Ana.md': ana('toe-dipper'), 'other.md': 'x' } }];
  const second = [...first, { files: { 'Ana Ruiz.md': ana('toe-dipper') } }, { files: { 'Ana Ruiz.md': ana('supporter') } }];

  test('gives the same, and asks git for nothing that is known', async () => {
    const [repository, cache] = [importHistory(second), new MemoryCache()];
    const revision = (name: string): string => git(repository, 'rev-parse', name).trim();
    const asked = async (options: Partial<HistoryOptions>): Promise<readonly [RecordedHistory, readonly string[]]> => {
      const watched = new WatchedGit(repository);
      return [await readFrom(watched, { cache, ...options }), watched.asked.filter((command) => command !== 'rev-parse')];
    };
    await asked({ revision: revision('main~2') });
    const [later, commands] = await asked({ revision: revision('main') });
    expect([later, commands]).toEqual([await read(repository), ['log', 'cat-file']]);
    expect(await asked({ revision: revision('main') })).toEqual([later, []]);
    expect(await asked({ revision: revision('main~1') })).toEqual([await read(repository, { revision: revision('main~1') }), []]);
    expect(cache.writes).toBe(2);
  });

  test('is passed over when it is damaged, of other settings, or of commits that are gone', async () => {
    const [repository, cache] = [importHistory(second), new MemoryCache()];
    const expected = await read(repository, { cache });
    const whole = cache.text ?? '';
    const elsewhere = new MemoryCache();
    await read(importHistory([{ files: { 'Zoe.md': executiveNote('Zoe', 'passive') }, day: '2020-01-01' }]), { cache: elsewhere });
    for (const text of ['', 'x', whole.slice(0, -10), whole.replace('toe-dipper', 'supporter'), whole.replace('"type"', '"kind"'), elsewhere.text]) {
      cache.text = text;
      expect(await read(repository, { cache })).toEqual(expected);
      expect(cache.text).toBe(whole);
    }
  });
});

test('gives what following each note through its revisions, one by one, gives', async () => {
  const action = fc.record({ who: fc.nat(2), what: fc.constantFrom('level', 'level', 'text', 'rename', 'delete', 'break', 'other'), level: fc.constantFrom('opposer', 'passive', 'supporter') });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
      const people = ['Ana', 'Ben', 'Zoe'].map((name) => ({ name, path: `${name}.md`, level: 'passive', text: '', isThere: true, isBroken: false }));
      const snapshot = (other: string): ImportedCommit => ({
        files: Object.fromEntries([...people.filter(({ isThere }) => isThere).map(({ name, path, level, text, isBroken }) => [path, executiveNote(name, isBroken ? '[' : level, text)]), ['other.md', other]]),
      });
      const commits = [snapshot('start')];
      for (const [index, { who, what, level }] of actions.entries()) {
        const person = people[who];
        if (person === undefined) continue;
        if (what === 'level') Object.assign(person, { level, isThere: true, isBroken: false });
        else if (what === 'text') person.text += `Line ${index}\n`;
        else if (what === 'rename') person.path = `${person.name} ${index}.md`;
        else if (what === 'delete') person.isThere = false;
        else if (what === 'break') person.isBroken = true;
        commits.push(snapshot(what === 'other' ? `${index}` : 'start'));
      }
      const repository = importHistory(commits);
      const present = (await read(repository)).executives.filter((executive) => executive.present);
      expect(present.map(({ path }) => path)).toEqual(people.filter(({ isThere }) => isThere).map(({ path }) => path).sort());
      for (const executive of present) expect(told(executive)).toEqual(await followed(repository, executive.path));
    }),
    { numRuns: 8 },
  );
});

/** The slow way: every revision that touched the note, as git follows it, read by itself. */
async function followed(repository: string, path: string): Promise<readonly string[]> {
  const words = git(repository, 'log', '--follow', '-z', '--name-status', '--format=%x01%H %cs', 'main', '--', path).split('\0');
  const versions: { readonly commit: string; readonly day: string; readonly path: string }[] = [];
  let [commit, day] = ['', ''];
  for (const [index, word] of words.entries()) {
    if (word.includes('\u0001')) [commit = '', day = ''] = word.slice(word.indexOf('\u0001') + 1).trim().split(' ');
    else if (/^\n?[AMDR]\d*$/.test(word)) versions.push({ commit, day, path: words[index + (word.includes('R') ? 2 : 1)] ?? '' });
  }
  const stretches: string[] = [];
  let last = '';
  for (const version of versions.reverse()) {
    const said = await sayingAt(repository, version);
    if (said !== last) stretches.push(`${version.day} ${said}`);
    last = said;
  }
  return stretches;
}

async function sayingAt(repository: string, { commit, path }: { readonly commit: string; readonly path: string }): Promise<string> {
  const { status, stdout } = spawnSync('git', ['-C', repository, 'show', `${commit}:${path}`], { encoding: 'utf8' });
  if (status !== 0) return '(absent)';
  const { note, problems } = (await readNote(path, stdout, NOTES)).parsed;
  return note?.kind !== 'executive' || problems.length > 0 ? '(unreadable)' : (note.commitment ?? 'none');
}

test('stops when it is asked to', async () => {
  const stop = new AbortController();
  const repository = importHistory(Array.from({ length: 5 }, (_, index) => ({ files: { 'Ana.md': ana('passive', dayAt(index)) } })));
  stop.abort();
  await expect(read(repository, { signal: stop.signal })).rejects.toThrow(GitStopped);
});

test('reads repositories of longer ids, and those without a commit', async () => {
  const repository = importHistory([{ files: { 'Ana.md': ana('passive') } }], { sha256: true });
  expect((await read(repository)).executives.map(told)).toEqual([['2026-01-01 passive']]);
  expect(await readFrom(new NodeGitPort(importHistory([])))).toMatchObject({ executives: [], commits: 0, revision: undefined });
});
