import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLinks, findPrivateWords, secretsOfThread, secretsOfTitle } from '../../src/annotations/leak-check.js';

describe('links of a text', () => {
  test.each([
    ['a wikilink and an embed', 'a [[Plan|x]] ![[Map#Top]]', [['Plan', '[[Plan|x]]'], ['Map', '![[Map#Top]]']]],
    ['in properties', '---\nnotes: "[[Plan]]"\n---\n', [['Plan', '[[Plan]]']]],
    ['a Markdown link', 'a [b](one%20two.md#Top) c', [['one two.md', '[b](one%20two.md#Top)']]],
    ['a Markdown embed', '![map](<maps/one two.png>)', [['maps/one two.png', '![map](<maps/one two.png>)']]],
    ['parentheses in a name', '[Ines](Ines%20(CEO).md)', [['Ines (CEO).md', '[Ines](Ines%20(CEO).md)']]],
    ['a title behind the target', '[a](b.md "c")', [['b.md', '[a](b.md']]],
    ['a broken escape', '[a](100%.md)', [['100%.md', '[a](100%.md)']]],
    ['no files', '[a](https://b.de/c) [d](#e) [[#f]] [g](mailto:h@i.de) `[[j]]`', []],
  ])('%s', (_what, text, expected) => {
    expect(findLinks(text).map(({ target, from, to }) => [target, text.slice(from, to)])).toEqual(expected);
  });

  test('no text throws, and each link lies in its text', () => {
    const part = fc.constantFrom('[[', ']]', '](', ')', '(', '<', '>', '!', '[', 'a', '%', '%20', '#', '|', '`', '\n', ' ', '\\', 'https:');
    fc.assert(fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { from, to, target } of findLinks(text)) expect([from >= 0, from < to, to <= text.length, target === '']).toEqual([true, true, true, false]);
    }));
  });
});

describe('private words in a text that is handed out', () => {
  const event = (text: string) => ({ kind: 'comment' as const, at: '2026-03-02T09:00:00Z', author: 'hal.quist', text });
  const secrets = [
    secretsOfThread({ path: '_coach/annotations/a.md', events: [event('Not yet for Maren:\n- she has a "review" & more with Léa.\nNo.')] }),
    secretsOfTitle('_coach/Plan for Léa.md', new Set(['ana ruiz'])),
  ];

  test.each([
    ['a line of a thread', 'x She has a "review" & more with Léa. x', ['_coach/annotations/a.md']],
    ['over two lines', 'she has a "review"\n  & more with Léa.', ['_coach/annotations/a.md']],
    ['in HTML', '<p>she has a &quot;review&quot; &amp; more with Léa.</p>', ['_coach/annotations/a.md']],
    ['a title, its letters in two parts', 'see plan for Le\u0301a!', ['_coach/Plan for Léa.md']],
    ['a title that goes on', 'see Plan for Léander', []],
    ['words too short to tell', 'No.', []],
  ])('%s', (_what, text, expected) => {
    const found = findPrivateWords(text, secrets);
    expect(found.map(({ privatePath }) => privatePath)).toEqual(expected);
    for (const { from, to } of found) expect(text.slice(from, to).length).toBeGreaterThan(10);
  });

  test('a title that a shared note has too is no secret, nor is a short one', () => {
    expect([secretsOfTitle('_coach/Ana Ruiz.md', new Set(['ana ruiz'])).words, secretsOfTitle('_coach/CX.md', new Set()).words]).toEqual([[], []]);
  });

  test('signs with a meaning in patterns are words like others', () => {
    const words = ['(a+)+$ [x] {2} ^.*? | \\ / -', 'a b c d e f g h.'];
    expect(findPrivateWords(words.join(' '), [{ path: 'p', words }]).map(({ from }) => from)).toEqual([0, words[0]?.length === undefined ? -1 : words[0].length + 1]);
  });

  test('a line of any length is found by its start', () => {
    const line = Array.from({ length: 3000 }, (_, index) => `Léa & ${index}`).join(' ');
    expect(findPrivateWords(`x\n${line.replaceAll(' ', '\n')} x`, [{ path: 'p', words: [line] }]).map(({ from, privatePath }) => [from, privatePath])).toEqual([[2, 'p']]);
  });
});
