import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainHeadingText } from '../../src/markdown/heading-text.js';
import { readListItems } from '../../src/markdown/list-items.js';
import { scanOutline } from '../../src/markdown/outline.js';
import type { TextRange } from '../../src/markdown/text-range.js';
import { findWikilinks, parseWikilink } from '../../src/markdown/wikilink.js';

const PIECES = ['---', '# ', '##', '%%', '<!--', '-->', '$$', '<%', '%>', '```', '> ', '[!coach]', '- ', '[ ]', '[[', ']]', '![[', '|', '\\', '`'];
const MORE_PIECES = ['{{', '}}', '^a', '](', '(', ')', '*', '_', '&', '#39;', '\n', '\n\n', '\r\n', '\r', '\t', '    ', 'word', '<b', '>', '===', '[^1]:'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES, ...MORE_PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
);

/** In 0..length, in order, none over another. */
function expectSideBySide(ranges: readonly TextRange[], length: number): void {
  let last = 0;
  for (const { from, to } of ranges) {
    expect(from).toBeGreaterThanOrEqual(last);
    expect(to).toBeGreaterThanOrEqual(from);
    expect(to).toBeLessThanOrEqual(length);
    last = to;
  }
}

describe('any text', () => {
  test('has sections that tile it from the lead on, with headings and texts inside', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { frontmatter, lead, sections, hints, opaque, comments } = scanOutline(text);
        expect(lead.contentFrom).toBe(frontmatter?.to ?? (text.startsWith('\ufeff') ? 1 : 0));
        let end = lead.contentTo;
        for (const { heading, contentFrom, contentTo } of sections) {
          expect(heading.from).toBe(end);
          expectSideBySide([{ from: heading.textFrom, to: heading.textTo }, { from: heading.to, to: contentFrom }], text.length);
          expect(heading.textFrom).toBeGreaterThanOrEqual(heading.from);
          expect(text.slice(heading.to, contentFrom)).toMatch(/^(\r\n|\n|\r|)$/);
          end = contentTo;
        }
        expect(end).toBe(text.length);
        expectSideBySide(opaque, text.length);
        expectSideBySide(comments, text.length);
        expectSideBySide([...opaque, ...comments].sort((a, b) => a.from - b.from), text.length);
        for (const { from, to, textFrom, textTo } of hints) {
          expectSideBySide([{ from, to }, { from: to, to }], text.length);
          expectSideBySide([{ from, to: from }, { from: textFrom ?? from, to: textTo ?? to }, { from: to, to }], text.length);
        }
        expect(hints.map(({ from }) => from)).toEqual(hints.map(({ from }) => from).sort((a, b) => a - b));
      }),
      { numRuns: 5_000 },
    );
  });

  test('has list items in order, their texts inside them', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, from, to) => {
        const items = readListItems(text, { from, to });
        expectSideBySide(items.map(({ from: start, to: end }) => ({ from: start, to: end })), Math.min(text.length, to));
        for (const item of items) {
          expect(item.from).toBeGreaterThanOrEqual(from);
          expect(item.textFrom).toBeGreaterThan(item.from);
          expect(item.textTo).toBeGreaterThanOrEqual(item.textFrom);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('has wikilinks side by side, and each is read alone as it is found', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const links = findWikilinks(text);
        expectSideBySide(links, text.length);
        for (const { from, to, embed, ...link } of links) {
          expect(parseWikilink(text.slice(embed ? from + 1 : from, to))).toEqual(link);
        }
        parseWikilink(text);
      }),
      { numRuns: 5_000 },
    );
  });

  test('gives a plain heading without surrounding or doubled white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainHeadingText(text);
        expect(plain).toBe(plain.trim());
        expect(plain).not.toMatch(/\s\s/);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a hostile text, of ten megabytes mostly,', () => {
  const LENGTH = 10_000_000;
  const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length));
  const DEEP_LIST = Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('');

  test.each([
    ['of one paragraph', filled('word '), 0, true],
    ['of one paragraph of short lines', filled('word\n'), 0, true],
    ['of unclosed HTML comments in paragraphs', filled('a <!--\n\n'), 0, true],
    ['of unclosed HTML comments in quotes', filled('> <!--\n\n'), 0, false],
    ['of unclosed percent comments in paragraphs', filled('a %%\n\n'), 0, true],
    ['of backquotes in runs of several lengths', filled('` `` ``` %% '), 0, true],
    ['of placeholders that end nowhere', filled('{{ <% '), 0, true],
    ['of link definitions', `${filled('[a]: b\n')}Why\n===`, 1, false],
    ['of tables', filled('| a |\n| - |\n\n'), 0, true],
    ['of quotes in lists', '- > '.repeat(250_000), 0, false],
    ['of items in items on one line', `${'- '.repeat(500_000)}a`, 0, true],
    ['of lists in 500 levels', filled(DEEP_LIST), 0, true],
    ['of blank lines under 500 levels', `${DEEP_LIST}${filled('\n')}# Why`, 1, true],
    ['of lazy lines under 500 quotes', `${'> '.repeat(500)}a\n${filled('b\n')}`, 0, true],
    ['of carriage returns', filled('a\r'), 0, true],
  ])('%s is read', (_name, text, count, hasContent) => {
    const { sections, lead } = scanOutline(text);
    expect(sections).toHaveLength(count);
    expect(lead.hasContent).toBe(hasContent);
  });

  test('of unclosed brackets has no links and is its own plain text', () => {
    const text = filled('[a](b');
    expect(findWikilinks(filled('[[a '))).toEqual([]);
    expect(plainHeadingText(text)).toHaveLength(text.length);
  });

  test('of lists in 500 levels has each item at its depth', () => {
    const text = filled(DEEP_LIST);
    const items = readListItems(text, { from: 0, to: text.length });
    expect(items.slice(0, 500).map(({ depth }) => depth)).toEqual(Array.from({ length: 500 }, (_, depth) => depth));
    expect(items).toHaveLength(500 * Math.ceil(LENGTH / DEEP_LIST.length));
  });
});
