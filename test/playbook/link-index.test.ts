import { describe, expect, test } from 'vitest';
import { LinkIndex, leadsOutOfVault, titleOfPath } from '../../src/playbook/link-index.js';

function indexOf(files: Readonly<Record<string, readonly string[]>>): LinkIndex {
  const index = new LinkIndex();
  for (const [path, aliases] of Object.entries(files)) index.addFile(path, aliases);
  return index;
}

describe('link index', () => {
  const index = indexOf({
    'Home.md': [],
    '10 Executives/Ana.md': ['The boss', 'Ana R.'],
    'Archive/Older work/Ana.md': [],
    '20 Initiatives/Purse v1.2.md': [],
    '20 Initiatives/Ben.md': ['Ana'],
    'Pictures/map.png': [],
    'Équipe/Zoë.md': [],
  });

  test.each([
    ['a name, whatever its case', 'ana', 'Home.md', '10 Executives/Ana.md'],
    ['a name with its extension', 'Ana.md', 'Home.md', '10 Executives/Ana.md'],
    ['the namesake beside the linking note', 'Ana', 'Archive/Older work/Note.md', 'Archive/Older work/Ana.md'],
    ['the shorter path among namesakes', 'Ana', 'Elsewhere/Note.md', '10 Executives/Ana.md'],
    ['a whole path', 'Archive/Older work/Ana', 'Home.md', 'Archive/Older work/Ana.md'],
    ['the end of a path', 'Older work/Ana', 'Home.md', 'Archive/Older work/Ana.md'],
    ['a path from the root', '/Archive/Older work/Ana', 'Home.md', 'Archive/Older work/Ana.md'],
    ['a step up', '../10 Executives/Ana', '20 Initiatives/Ben.md', '10 Executives/Ana.md'],
    ['a step beside', './Ben', '20 Initiatives/Purse v1.2.md', '20 Initiatives/Ben.md'],
    ['backslashes as slashes', 'Archive\\Older work\\Ana', 'Home.md', 'Archive/Older work/Ana.md'],
    ['an alias', 'the BOSS', 'Home.md', '10 Executives/Ana.md'],
    ['a name before an alias', 'Ana', 'Home.md', '10 Executives/Ana.md'],
    ['a name with a dot', 'Purse v1.2', 'Home.md', '20 Initiatives/Purse v1.2.md'],
    ['a file that is no note', 'map.png', 'Home.md', 'Pictures/map.png'],
    ['decomposed letters', 'Zoe\u0308', 'Home.md', 'Équipe/Zoë.md'],
    ['nothing, which is the note itself', '', 'Home.md', 'Home.md'],
  ])('resolves %s', (_, target, from, expected) => expect(index.resolve(target, from)).toBe(expected));

  test.each([
    ['an unknown name', 'Nobody', 'Home.md'],
    ['half a folder name', 'ecutives/Ana', 'Home.md'],
    ['a path from the root that is only an end', '/Older work/Ana', 'Home.md'],
    ['a way out of the vault', '../../Ana', 'Home.md'],
    ['a note by the name of a picture', 'map', 'Home.md'],
  ])('does not resolve %s', (_, target, from) => expect(index.resolve(target, from)).toBeUndefined());

  test('forgets a removed file and its aliases, and finds the next namesake', () => {
    const files = indexOf({ 'a/Ana.md': ['Boss'], 'b/c/Ana.md': [] });
    files.removeFile('a/Ana.md');
    expect(files.resolve('Ana', 'Home.md')).toBe('b/c/Ana.md');
    expect(files.resolve('Boss', 'Home.md')).toBeUndefined();
  });

  test('replaces aliases when a file is added again', () => {
    const files = indexOf({ 'Ana.md': ['Boss'] });
    files.addFile('Ana.md', ['Chief']);
    expect([files.resolve('Boss', 'x.md'), files.resolve('Chief', 'x.md')]).toEqual([undefined, 'Ana.md']);
  });

  test('chooses alphabetically among namesakes of one length', () => {
    expect(indexOf({ 'b/Ana.md': [], 'a/Ana.md': [] }).resolve('Ana', 'Home.md')).toBe('a/Ana.md');
  });

  test.each([
    ['../Ana', 'Home.md', true],
    ['../Ana', 'a/Home.md', false],
    ['a/../../Ana', 'Home.md', true],
    ['C:\\Users\\ana', 'Home.md', true],
    ['Ana..md', 'Home.md', false],
  ])('tells whether "%s" in %s leaves the vault', (target, from, out) => expect(leadsOutOfVault(target, from)).toBe(out));

  test('names a note by its file', () => expect(titleOfPath('10 Executives/Ana (CEO).md')).toBe('Ana (CEO)'));
});
