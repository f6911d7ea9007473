import { describe, expect, test } from 'vitest';
import { findWikilinks, parseWikilink } from '../../src/markdown/wikilink.js';

describe('parseWikilink', () => {
  test.each([
    ['[[Ines Falk]]', { target: 'Ines Falk' }],
    ['[[10 Executives/Ines Falk|Ines]]', { target: '10 Executives/Ines Falk', label: 'Ines' }],
    ['[[Ines Falk#Evidence#Did]]', { target: 'Ines Falk', subpath: 'Evidence#Did' }],
    ['[[#^a1|here]]', { target: '', subpath: '^a1', label: 'here' }],
    ['[[a\\|b]]', { target: 'a', label: 'b' }],
    ['[[ a # b | c | d ]]', { target: 'a', subpath: 'b', label: 'c | d' }],
    ['[[a|]]', { target: 'a' }],
    ['[[a#]]', { target: 'a' }],
  ])('reads %s', (text, expected) => {
    expect(parseWikilink(text)).toEqual(expected);
  });

  test.each([[''], ['[[]]'], ['[[ ]]'], ['[[|a]]'], ['[[#]]'], ['[[a]'], ['[a]'], [' [[a]]'], ['[[a]] '], ['[[a]][[b]]'], ['[[a\nb]]'], ['![[a]]'], ['[[]]]']])(
    'finds no link in %j',
    (text) => {
      expect(parseWikilink(text)).toBeUndefined();
    },
  );
});

describe('findWikilinks', () => {
  function found(text: string): string[] {
    return findWikilinks(text).map(({ from, to, embed }) => `${embed ? 'embed ' : ''}${text.slice(from, to)}`);
  }

  test.each([
    ['links and embeds in order', 'a [[b]] c ![[d.png|100]]!', ['[[b]]', 'embed ![[d.png|100]]']],
    ['none in inline code', '`[[a]]` ``[[b]]` `` [[c]]', ['[[c]]']],
    ['links after a lone backquote', '` [[a]]', ['[[a]]']],
    ['the inner of nested brackets', '[[a [[b]] [[[c]]]', ['[[b]]', '[[c]]']],
    ['none over a line ending', '[[a\nb]] [[c\rd]]', []],
    ['none that is escaped or empty', '\\[[a]] [[]] [[ | ]]', []],
    ['links whose bar is escaped in a table', '| [[a\\|b]] |', ['[[a\\|b]]']],
  ])('finds %s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('keeps to its range', () => {
    const text = '[[a]] [[b]] [[c]]';
    expect(findWikilinks(text, { from: 2, to: 14 })).toEqual([{ target: 'b', embed: false, from: 6, to: 11 }]);
  });
});
