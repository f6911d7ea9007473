/** What every host's vault must do: the folder on disk, the app's vault and the tests' memory are held to the same. */
import { describe, expect, test } from 'vitest';
import { UnreadableFile, type Vault } from '../../src/vault/vault.js';

export type Files = Readonly<Record<string, string>>;

/** The half that a vault nobody can write to does as well. */
export function testVaultReading(name: string, open: (files: Files) => Vault | Promise<Vault>): void {
  describe(`${name}, read`, () => {
    test('lists all files in the order of UTF-16 units', async () => {
      const paths = ['a.md', 'B.md', 'Sub/c.md', 'Sub.md', 'Sub-x.md', 'ä.md', 'picture.png', '👩.md', '\uffe0.md', 'cx-playbook.yml'];
      const vault = await open(Object.fromEntries(paths.map((path) => [path, 'x'])));
      expect((await vault.list()).map(({ path }) => path)).toEqual(['B.md', 'Sub-x.md', 'Sub.md', 'Sub/c.md', 'a.md', 'cx-playbook.yml', 'picture.png', 'ä.md', '👩.md', '\uffe0.md']);
    });

    test('an empty vault lists nothing', async () => {
      expect(await (await open({})).list()).toEqual([]);
    });

    test.each(['', 'x', '\ufeffBOM', 'a\r\nb\r\n', 'no end', '👩‍👧 顧客', '\u0000\u001b', '\ufffd'])('reads %j back as it is', async (text) => {
      expect(await (await open({ 'A.md': text })).read('A.md')).toBe(text);
    });

    test('gives versions when asked', async () => {
      const vault = await open({ 'A.md': 'x', 'B.md': 'y' });
      const [a, b] = (await vault.list({ versions: true })).map(({ version }) => version);
      expect(a).toBeTypeOf('string');
      expect(b).toBeTypeOf('string');
      expect((await vault.list())[0]).toEqual({ path: 'A.md' });
    });

    test('what is not there cannot be read', async () => {
      const vault = await open({ 'A.md': 'x' });
      const error = await vault.read('B.md').then(() => undefined, (reason: unknown) => reason);
      expect(error).toBeInstanceOf(UnreadableFile);
      expect(error).toMatchObject({ path: 'B.md', message: expect.stringMatching(/^Cannot read "B\.md": it does not exist\. .+\.$/) });
    });
  });
}

export function testVaultContract(name: string, open: (files: Files) => Vault | Promise<Vault>): void {
  testVaultReading(name, open);
  describe(name, () => {
    test('gives versions when asked, which change when a note does, and only then', async () => {
      const vault = await open({ 'A.md': 'x', 'B.md': 'x' });
      const versions = async () => (await vault.list({ versions: true })).map(({ version }) => version);
      const [a, b] = await versions();
      expect(a).toBeTypeOf('string');
      await vault.process('A.md', (text) => text);
      expect(await versions()).toEqual([a, b]);
      await vault.process('A.md', () => 'y');
      const [changed, other] = await versions();
      expect(changed).not.toBe(a);
      expect(other).toBe(b);
      expect((await vault.list())[0]).toEqual({ path: 'A.md' });
    });

    test('process gives the edit what stands there now, and says what stands there then', async () => {
      const vault = await open({ 'A.md': 'one' });
      expect(await vault.process('A.md', (text) => `${text} two`)).toBe('one two');
      expect(await vault.process('A.md', (text) => `${text} three`)).toBe('one two three');
      expect(await vault.read('A.md')).toBe('one two three');
    });

    test('edits of one note at a time lose nothing', async () => {
      const vault = await open({ 'A.md': '' });
      await Promise.all(Array.from({ length: 20 }, (_, index) => vault.process('A.md', (text) => `${text}${index},`)));
      expect((await vault.read('A.md')).split(',').filter((part) => part !== '').map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    });

    test('an edit that throws leaves the note as it is', async () => {
      const vault = await open({ 'A.md': 'x' });
      await expect(vault.process('A.md', () => { throw new Error('No.'); })).rejects.toThrow('No.');
      expect(await vault.read('A.md')).toBe('x');
    });

    test('what is not there is unreadable, for reading and for editing', async () => {
      const vault = await open({ 'A.md': 'x' });
      for (const attempt of [vault.read('B.md'), vault.process('B.md', () => 'y')]) {
        const error = await attempt.then(() => undefined, (reason: unknown) => reason);
        expect(error).toBeInstanceOf(UnreadableFile);
        expect(error).toMatchObject({ path: 'B.md', message: expect.stringMatching(/^Cannot read "B\.md": it does not exist\. .+\.$/) });
      }
      expect((await vault.list()).map(({ path }) => path)).toEqual(['A.md']);
    });

    test('creates a note with the folders above it', async () => {
      const vault = await open({ 'Sub/A.md': 'x' });
      await vault.create('New/Deep/B.md', '\ufeffone\r\n');
      await vault.create('Sub/C.md', '');
      await vault.create('D.md', '👩‍👧');
      expect((await vault.list()).map(({ path }) => path)).toEqual(['D.md', 'New/Deep/B.md', 'Sub/A.md', 'Sub/C.md']);
      expect(await Promise.all(['New/Deep/B.md', 'Sub/C.md', 'D.md'].map((path) => vault.read(path)))).toEqual(['\ufeffone\r\n', '', '👩‍👧']);
    });

    test.each(['Sub/A.md', 'Sub', 'Sub/A.md/B.md', '', '/B.md', '../B.md', 'Sub/../B.md', 'Sub//B.md', 'Sub/', '.obsidian/B.md'])('creates nothing at %j, where something stands or nothing may', async (path) => {
      const vault = await open({ 'Sub/A.md': 'x' });
      const error = await vault.create(path, 'new').then(() => undefined, (reason: unknown) => reason);
      expect(error).toBeInstanceOf(UnreadableFile);
      expect(error).toMatchObject({ path, message: expect.stringMatching(/^Cannot create ".*": .+\. |^Cannot create ".*": .+: .+\.$/) });
      expect(await vault.list()).toEqual([{ path: 'Sub/A.md' }]);
      expect(await vault.read('Sub/A.md')).toBe('x');
    });

    test('of those who create one note at a time, one does', async () => {
      const vault = await open({});
      const results = await Promise.allSettled(['a', 'b', 'c'].map((text) => vault.create('Sub/A.md', text)));
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(await vault.read('Sub/A.md')).toBe(['a', 'b', 'c'][results.findIndex(({ status }) => status === 'fulfilled')]);
    });
  });
}
