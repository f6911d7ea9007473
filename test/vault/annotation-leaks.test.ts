/** Shared notes that link to private ones are found, and vaults without private notes are not looked through. */
import { describe, expect, test } from 'vitest';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import type { FileMetadata } from '../../src/vault/vault.js';
import { inShort, TODAY } from '../lint/lint-files.js';
import { MemoryVault } from '../memory-vault.js';

class ReadingVault extends MemoryVault {
  readonly reads: string[] = [];

  override read(path: string): Promise<string> {
    this.reads.push(path);
    return super.read(path);
  }
}

/** A host that keeps an index of properties and links, and reads no note that is not the playbook's. */
class IndexedVault extends ReadingVault {
  constructor(files: Readonly<Record<string, string>>, readonly links: Readonly<Record<string, readonly string[]>>) {
    super(files);
  }

  metadata(path: string): FileMetadata {
    const visibility = /visibility: (\S+)/.exec(this.files.get(path) ?? '')?.[1];
    return { frontmatter: visibility === undefined ? undefined : { visibility }, brokenFrontmatter: false, tags: [], aliases: [] };
  }

  linkingTo(paths: ReadonlySet<string>): readonly string[] {
    return Object.keys(this.links).filter((path) => this.links[path]?.some((to) => paths.has(to)) === true);
  }
}

const SESSION = '---\nvisibility: coach\n---\nx';

function open(vault: MemoryVault): Promise<PlaybookStore> {
  return PlaybookStore.open(vault, { today: TODAY });
}

function leaks(store: PlaybookStore): readonly string[] {
  return inShort(store.lint().diagnostics.filter(({ rule }) => rule === 'private-leak'));
}

describe('links to private notes', () => {
  test('a note that says so in properties that cannot be read is private all the same', async () => {
    const store = await open(new MemoryVault({
      'Twice.md': '---\nvisibility: coach\nvisibility: coach\n---\n',
      'Broken.md': '---\ntags: [a\nvisibility: "Coach" # mine\n---\n',
      'Open.md': '---\nvisibility: coach\nA plan.\n',
      'Merged.md': '---\n<<<<<<< HEAD\nvisibility: team\n=======\nvisibility: coach\n>>>>>>> theirs\n---\n',
      'Whole.md': '<<<<<<< HEAD\n---\nvisibility: coach\n---\nA\n=======\n---\ntype: case\n---\nB\n>>>>>>> theirs\n',
      'Shared.md': '---\ntags: [a\n---\nvisibility: coach\n',
    }));
    expect(store.leaks.privatePaths).toEqual(['Broken.md', 'Merged.md', 'Open.md', 'Twice.md', 'Whole.md']);
  });

  test('private are files in the coach’s folder, whatever they are, and notes that say so', async () => {
    const store = await open(new MemoryVault({ '_coach/plan.pdf': '', '_Coach/Notes.md': 'x', 'Session.md': SESSION, 'Case.md': '---\ntype: case\nvisibility: Coach\n---\n', 'Ana.md': '---\ntype: executive\nvisibility: team\n---\n' }));
    expect(store.leaks.privatePaths).toEqual(['Case.md', 'Session.md', '_Coach/Notes.md', '_coach/plan.pdf']);
  });

  test('are found in all notes, at their lines, and can be silenced in those of the playbook', async () => {
    const store = await open(new MemoryVault({
      'Session.md': SESSION,
      '_coach/plan.pdf': '',
      'Ana.md': '---\ntype: executive\n---\n\n\nSee [[session]].\n',
      'Ben.md': 'one\n\n![[plan.pdf]] and [here](<_coach/gone.md>)\n',
      'Cas.md': '---\ntype: case\n---\n[[Session]] %% cx-lint-disable-line private-leak -- agreed with Maren %%\n',
      'Code.md': '`[[Session]]` and [a page](https://example.org/Session)\n',
    }));
    expect(leaks(store)).toEqual(['private-leak Ana.md 6:5', 'private-leak Ben.md 3:1', 'private-leak Ben.md 3:19']);
    expect(store.lint().diagnostics.filter(({ rule }) => rule === 'unused-directive')).toEqual([]);
  });

  test('come and go with private notes, links and names', async () => {
    const vault = new ReadingVault({ 'Ana.md': 'See [[Plan]].\n', 'Ben.md': 'x' });
    const store = await open(vault);
    const take = async (path: string, text?: string): Promise<readonly string[]> => {
      if (text === undefined) {
        vault.files.delete(path);
        store.remove(path);
      } else {
        vault.files.set(path, text);
        await store.refresh(path);
      }
      vault.reads.length = 0;
      await store.placeAnnotations();
      return leaks(store);
    };
    const found = ['private-leak Ana.md 1:5'];
    expect(await take('_coach/Plan.md', 'x')).toEqual(found);
    // A shared note of the name: the link means that one.
    expect(await take('Plan.md', 'x')).toEqual([]);
    expect(vault.reads).toEqual(['Plan.md']);
    expect(await take('Plan.md', SESSION)).toEqual(found);
    expect(await take('Ana.md', 'See nothing.\n')).toEqual([]);
    expect(vault.reads).toEqual(['Ana.md']);
    expect(await take('Ana.md', '\n\n[[Plan]]\n')).toEqual(['private-leak Ana.md 3:1']);
    expect(await take('Ana.md', SESSION)).toEqual([]);
    expect(await take('Ana.md', 'See [[Plan]].\n')).toEqual(found);
    await take('Plan.md');
    expect(await take('_coach/Plan.md')).toEqual([]);
  });

  test('a finding is gone with the text that it stood in, before the new one was looked through', async () => {
    const store = await open(new MemoryVault({ '_coach/Plan.md': 'x', 'Ana.md': `---\ntype: executive\n---\n${'\n'.repeat(50)}[[Plan]]\n` }));
    expect(leaks(store)).toEqual(['private-leak Ana.md 54:1']);
    await store.setText('Ana.md', '---\ntype: executive\n---\n');
    expect(leaks(store)).toEqual([]);
  });

  test('a vault without private notes is not looked through', async () => {
    const vault = new ReadingVault({ 'Ana.md': 'See [[Ben]].\n', 'Ben.md': 'x' });
    await open(vault);
    expect(vault.reads).toEqual(['Ana.md', 'Ben.md']);
  });

  test('a host with an index of links has only those notes read that it names', async () => {
    const vault = new IndexedVault({ 'Session.md': SESSION, 'Ana.md': '\nSee [[Session]].\n', 'Ben.md': 'x', 'Cas.md': 'x' }, { 'Ana.md': ['Session.md'], 'Ben.md': ['Cas.md'] });
    const store = await open(vault);
    expect(vault.reads).toEqual(['Ana.md']);
    expect(leaks(store)).toEqual(['private-leak Ana.md 2:5']);
  });
});
