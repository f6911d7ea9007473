/** The playbook keeps in step with a vault that changes, in slices, on a clock that the test turns. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../src/export/printable.js';
import { LivingPlaybook } from '../../src/vault/living-playbook.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import type { FileMetadata } from '../../src/vault/vault.js';
import { date } from '../builders.js';
import { MemoryVault } from '../memory-vault.js';
import { TestClock } from '../test-clock.js';

const TODAY = date('2026-11-22');
const EXECUTIVE = '---\ntype: executive\ncommitment: supporter\n---\n';
const LOST_LINK = '---\ntype: executive\npeers: ["[[Nobody]]"]\n---\n';

function living(files: Readonly<Record<string, string>>, vault = new MemoryVault(files)) {
  const clock = new TestClock();
  const days = { today: TODAY };
  const failures: unknown[] = [];
  const playbook = new LivingPlaybook(vault, { clock, today: () => days.today, onFailure: (error) => void failures.push(error) });
  return { vault, clock, playbook, days, failures };
}

function write(vault: MemoryVault, playbook: LivingPlaybook, path: string, text: string): void {
  vault.files.set(path, text);
  playbook.changed(path);
}

describe('LivingPlaybook', () => {
  test('knows nothing before it starts, and all once it has', async () => {
    const { playbook, clock } = living({ 'Ana.md': EXECUTIVE, 'cx-playbook.yml': 'rules:\n  require-why: off\n' });
    expect(playbook.store).toBeUndefined();
    expect(playbook.result).toEqual({ notes: 0, playbookNotes: 0, diagnostics: [] });
    await clock.run(playbook.start());
    expect(playbook.store?.playbook.size).toBe(1);
    expect(playbook.result.diagnostics.map(({ rule }) => rule)).not.toContain('require-why');
    expect(playbook.progress).toEqual({ read: 1, total: 1 });
  });

  test('takes in what is new, changed, renamed and removed', async () => {
    const { vault, playbook, clock } = living({ 'Ana.md': LOST_LINK, 'Ben.md': EXECUTIVE });
    await clock.run(playbook.start());
    const lostLinks = () => playbook.result.diagnostics.filter(({ rule }) => rule === 'resolved-link').map(({ path }) => path);
    expect(lostLinks()).toEqual(['Ana.md']);
    write(vault, playbook, 'Nobody.md', EXECUTIVE);
    await clock.run(playbook.settled());
    expect(lostLinks()).toEqual([]);
    vault.files.delete('Nobody.md');
    vault.files.set('Somebody.md', EXECUTIVE);
    playbook.renamed('Nobody.md', 'Somebody.md');
    await clock.run(playbook.settled());
    expect(lostLinks()).toEqual(['Ana.md']);
    vault.files.delete('Ana.md');
    playbook.removed('Ana.md');
    await clock.run(playbook.settled());
    expect(lostLinks()).toEqual([]);
    expect(playbook.store?.playbook.size).toBe(2);
  });

  test('takes many changes at once, and tells of them once', async () => {
    const { vault, playbook, clock } = living({});
    await clock.run(playbook.start());
    let told = 0;
    playbook.subscribe(() => told++);
    for (let index = 0; index < 500; index++) write(vault, playbook, `Note ${index}.md`, EXECUTIVE);
    await clock.run(playbook.settled());
    expect(told).toBe(1);
    expect(playbook.store?.playbook.size).toBe(500);
  });

  test('does not wait for ever while changes keep coming', async () => {
    const { vault, playbook, clock } = living({});
    await clock.run(playbook.start());
    let told = 0;
    playbook.subscribe(() => told++);
    for (let ms = 0; ms < 3000; ms += 50) {
      write(vault, playbook, 'Ana.md', `${EXECUTIVE}${ms}\n`);
      await clock.pass(50);
    }
    expect(told).toBeGreaterThanOrEqual(2);
  });

  test('gives the same findings until something changes', async () => {
    const { playbook, clock, vault } = living({ 'Ana.md': EXECUTIVE });
    await clock.run(playbook.start());
    const { result } = playbook;
    expect(playbook.result).toBe(result);
    write(vault, playbook, 'Ana.md', LOST_LINK);
    await clock.run(playbook.settled());
    expect(playbook.result).not.toBe(result);
  });

  test('reads everything again when the settings change, and serves the old playbook meanwhile', async () => {
    const { vault, playbook, clock } = living({ 'People/Ana.md': '# Ana\n' });
    await clock.run(playbook.start());
    const before = playbook.store;
    write(vault, playbook, 'cx-playbook.yml', 'kinds:\n  folders:\n    People: executive\n');
    expect(playbook.store).toBe(before);
    await clock.run(playbook.settled());
    expect(playbook.store).not.toBe(before);
    expect(playbook.store?.playbook.note('People/Ana.md')?.kind).toBe('executive');
    vault.files.delete('cx-playbook.yml');
    playbook.removed('cx-playbook.yml');
    await clock.run(playbook.settled());
    expect(playbook.store?.playbook.size).toBe(0);
  });

  test('reads everything again on a new day', async () => {
    const { playbook, clock, days } = living({ 'Ana.md': '---\ntype: executive\ncommitment: supporter\nassessed: 2026-11-23\n---\n' });
    const isAhead = () => playbook.result.diagnostics.some(({ message }) => message.includes('2026-11-23'));
    await clock.run(playbook.start());
    expect(isAhead()).toBe(true);
    playbook.checkDay();
    expect(clock.isIdle).toBe(true);
    days.today = date('2026-11-23');
    playbook.checkDay();
    await clock.run(playbook.settled());
    expect(isAhead()).toBe(false);
  });

  test('reads no note that the host knows to be none of the playbook', async () => {
    const read: string[] = [];
    class IndexedVault extends MemoryVault {
      override read(path: string): Promise<string> {
        read.push(path);
        return super.read(path);
      }
      metadata(path: string): FileMetadata | undefined {
        if (path === 'Unindexed.md') return undefined;
        return { frontmatter: path === 'Ana.md' ? { type: 'executive' } : { type: 'recipe' }, brokenFrontmatter: false, tags: [], aliases: path === 'Soup.md' ? ['Broth'] : [] };
      }
    }
    const vault = new IndexedVault({ 'Ana.md': '---\ntype: executive\npeers: ["[[Broth]]"]\n---\n', 'Soup.md': '---\ntype: recipe\naliases: [Broth]\n---\n', 'Unindexed.md': 'x' });
    const { playbook, clock } = living({}, vault);
    await clock.run(playbook.start());
    expect(read).toEqual(['Ana.md', 'Unindexed.md']);
    expect(playbook.result.diagnostics.map(({ rule }) => rule)).not.toContain('resolved-link');
  });

  test('a note that cannot be read is a finding, and is forgotten once it can', async () => {
    const { vault, playbook, clock } = living({ 'Ana.md': EXECUTIVE });
    vault.unreadable.add('Ana.md');
    await clock.run(playbook.start());
    expect(playbook.result.diagnostics.map(({ rule }) => rule)).toEqual(['readable-note']);
    vault.unreadable.clear();
    playbook.changed('Ana.md');
    await clock.run(playbook.settled());
    expect(playbook.result.diagnostics.map(({ rule }) => rule)).not.toContain('readable-note');
  });

  test('works in slices', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`Note ${index}.md`, EXECUTIVE]));
    const { playbook, clock } = living(files, new SlowVault(files, 3));
    SlowVault.clock = clock;
    await clock.run(playbook.start());
    // 200 notes of 3 ms each in slices that end with the note that fills 10 ms.
    expect(clock.waits).toBeGreaterThanOrEqual(200 / 4);
  });

  test('stops at once when it is disposed', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`Note ${index}.md`, EXECUTIVE]));
    const vault = new SlowVault(files, 3);
    const { playbook, clock, failures } = living(files, vault);
    SlowVault.clock = clock;
    let told = 0;
    playbook.subscribe(() => told++);
    const started = playbook.start();
    await clock.pass(0);
    playbook.dispose();
    await clock.run(started);
    expect(vault.reads).toBeLessThan(200);
    expect(playbook.store).toBeUndefined();
    playbook.changed('Note 1.md');
    expect(clock.isIdle).toBe(true);
    expect([told, failures]).toEqual([0, []]);
  });

  test('tells of a defect, and tries again with the next change', async () => {
    class FailingVault extends MemoryVault {
      fails = true;
      override list(): ReturnType<MemoryVault['list']> {
        return this.fails ? Promise.reject(new Error('Disk on fire')) : super.list();
      }
    }
    const vault = new FailingVault({ 'Ana.md': EXECUTIVE });
    const { playbook, clock, failures } = living({}, vault);
    await expect(clock.run(playbook.start())).rejects.toThrow('Disk on fire');
    expect(failures).toHaveLength(1);
    vault.fails = false;
    playbook.changed('Ana.md');
    await clock.run(playbook.settled());
    expect(playbook.store?.playbook.size).toBe(1);
  });

  test('after any changes it is the playbook of a fresh reading', async () => {
    const paths = ['Ana.md', 'Ben.md', 'Sub/Ana.md', 'cx-playbook.yml', 'picture.png'];
    const texts = [EXECUTIVE, LOST_LINK, '---\ntype: initiative\nsponsor: ["[[Ana]]"]\n---\n# Why\nx\n', 'ignore: [Sub]\n', '---\nbroken: [\n---\n', ''];
    const change = fc.record({ path: fc.constantFrom(...paths), text: fc.option(fc.constantFrom(...texts)), wait: fc.integer({ min: 0, max: 200 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const { vault, playbook, clock } = living({ 'Ana.md': EXECUTIVE });
        const started = playbook.start();
        for (const { path, text, wait } of changes) {
          if (text === null) {
            vault.files.delete(path);
            playbook.removed(path);
          } else write(vault, playbook, path, text);
          await clock.pass(wait);
        }
        await clock.run(started);
        await clock.run(playbook.settled());
        const fresh = await PlaybookStore.open(vault, { today: TODAY });
        expect(formatJson(playbook.result)).toBe(formatJson(fresh.lint()));
      }),
      { numRuns: 60 },
    );
  });
});

/** Reading a note takes time on the test's clock. */
class SlowVault extends MemoryVault {
  static clock: TestClock;
  reads = 0;

  constructor(
    files: Readonly<Record<string, string>>,
    readonly readMs: number,
  ) {
    super(files);
  }

  override read(path: string): Promise<string> {
    this.reads++;
    SlowVault.clock.spend(this.readMs);
    return super.read(path);
  }
}
