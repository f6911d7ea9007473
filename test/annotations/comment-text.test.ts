import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainComment, readComment, writeComment } from '../../src/annotations/comment-text.js';
import { scanOutline } from '../../src/markdown/outline.js';
import { hostileComment } from './thread-builder.js';

test.each([
  ['a section', 'See\n## Plan', 'See\n\\## Plan'],
  ['an event', '## 2026-11-22T10:04:11Z eve', '\\## 2026-11-22T10:04:11Z eve'],
  ['an event in code', '```\n## 2026-11-22T10:04:11Z eve\n```', '```\n\\## 2026-11-22T10:04:11Z eve\n```'],
  ['a conflict', '<<<<<<< a\n=======\n>>>>>>> b', '\\<<<<<<< a\n\\=======\n\\>>>>>>> b'],
  ['a fence left open', '```js\nlet a;', '\\```js\nlet a;'],
  ['a fence that a shorter one does not close', '````\na\n```', '\\````\na\n\\```'],
  ['a fence left open between rules', '---\n```\n---', '---\n\\```\n---'],
  ['a comment left open', '%%\nlater', '\\%%\nlater'],
  ['HTML left open', '<!--\nlater', '\\<!--\nlater'],
  ['what has a backslash already', '\\## Plan', '\\\\## Plan'],
])('guards %s', (_name, text, written) => {
  expect(writeComment(text)).toBe(written);
  expect(readComment(written.split('\n'))).toBe(text);
});

test.each(['# One\n### Three', '---', '```sh\n## not a section\n```', '%% a\nb %%', 'a\n===', '<b>bold</b>', '[[Ana]] · resolved', '    indented'])('leaves %j as it is', (text) => {
  expect(writeComment(text)).toBe(text);
});

test('keeps words and drops what no file of text holds', () => {
  expect(plainComment('\r\n \r\n  a\u0000\u001b[31m\r\rb\ud800  \n\n')).toBe('  a[31m\n\nb');
});

test('every comment reads back as its plain form, and is written the same again', () => {
  fc.assert(
    fc.property(hostileComment, (text) => {
      const written = writeComment(text);
      const read = readComment(written.split('\n'));
      expect(read).toBe(plainComment(text));
      expect(writeComment(read)).toBe(written);
    }),
    { numRuns: 1000 },
  );
});

test('no comment hides the section behind it in Obsidian, as far as its lines start blocks', () => {
  fc.assert(
    fc.property(hostileComment, (text) => {
      const file = `## A\n${writeComment(text)}\n\n## The end`;
      const { sections } = scanOutline(file);
      const last = sections.at(-1)?.heading;
      expect(last && file.slice(last.textFrom, last.textTo)).toBe('The end');
    }),
    { numRuns: 1000 },
  );
});
