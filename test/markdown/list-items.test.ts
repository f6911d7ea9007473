import { expect, test } from 'vitest';
import { readListItems } from '../../src/markdown/list-items.js';

/** Each item as its text, indented by depth, with its task mark. */
function itemsOf(text: string): string[] {
  return readListItems(text, { from: 0, to: text.length }).map(({ textFrom, textTo, depth, task }) => {
    return `${'  '.repeat(depth)}${task === undefined ? '' : `[${task}] `}${text.slice(textFrom, textTo)}`;
  });
}

test.each([
  ['bullets of each kind', '- a\n* b\n+ c', ['a', 'b', 'c']],
  ['ordered items with either mark', '1. a\n2. b\n\n1) c', ['a', 'b', 'c']],
  ['dated evidence', '- 2026-02-11 Moved 40,000 to storm texts #money', ['2026-02-11 Moved 40,000 to storm texts #money']],
  ['tasks with any character', '- [ ] a\n- [x] b\n- [>] c\n- [🚢] d\n- [ab] e\n- [x]f', ['[ ] a', '[x] b', '[>] c', '[🚢] d', '[ab] e', '[x]f']],
  ['nested items, each with its own text', '- a\n  - b\n    1. c\n- d', ['a', '  b', '    c', 'd']],
  ['lines that go on, also lazily', '- a\n  b\nc\n- d', ['a\n  b\nc', 'd']],
  ['the first paragraph only', '- a\n\n  b\n- c', ['a', 'c']],
  ['text on the line after the marker', '-\n  a', ['a']],
  ['empty items and tasks', '-\n- [ ]\n- [x] \n1.', ['', '[ ] ', '[x] ', '']],
  ['no text of an item that starts with code', '- ```\n  a\n  ```\n  b', ['']],
  ['no table', '- | a |\n  | - |\n- b\n  c | d\n  --|--', ['', 'b']],
  ['an item in an item', '- - a', ['', '  a']],
  ['nothing in fences and indented code', '```\n- a\n```\n\n    - b', []],
  ['nothing in comments, math, HTML and templates', '%%\n- a\n%%\n\n<!--\n- b\n-->\n\n$$\n- c\n$$\n\n<div>\n- d\n\n<%\n- e\n%>', []],
  ['nothing in quotes, callouts and footnotes', '> - a\n\n> [!note]\n> - b\n\n[^1]: - c\n\n- d\n  > - e', ['d']],
  ['no rule and no underline', 'a\n-\n\n---\n\n* * *', []],
  ['items after text', 'text\n- a\n2. b\n\ntext\n2. c', ['a', 'b']],
  ['CRLF and lone CR', '- a\r\n- b\r- c', ['a', 'b', 'c']],
])('reads %s', (_name, text, expected) => {
  expect(itemsOf(text)).toEqual(expected);
});

test('ranges go from the marker to the end of the own paragraph, in the original text', () => {
  const text = '## Did\n- [x] a b \n  1. c\n## Said\n- d';
  expect(readListItems(text, { from: 7, to: 25 })).toEqual([
    { from: 7, to: 16, textFrom: 13, textTo: 16, task: 'x', depth: 0 },
    { from: 20, to: 24, textFrom: 23, textTo: 24, depth: 1 },
  ]);
});

test('an empty item ends after its marker, an empty task after its bracket', () => {
  const text = '-  \n- [ ] ';
  expect(readListItems(text, { from: 0, to: text.length })).toEqual([
    { from: 0, to: 1, textFrom: 1, textTo: 1, depth: 0 },
    { from: 4, to: 9, textFrom: 10, textTo: 10, task: ' ', depth: 0 },
  ]);
});

test('leaves out items that lie deeper than asked', () => {
  const text = '- a\n  - b\n    - c\n\n  more of a\n- - d\n- e';
  const all = readListItems(text, { from: 0, to: text.length });
  for (const depth of [0, 1, 2]) {
    expect(readListItems(text, { from: 0, to: text.length }, depth)).toEqual(all.filter((item) => item.depth <= depth));
  }
});
