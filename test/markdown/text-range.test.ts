import { expect, test } from 'vitest';
import { buildLineIndex } from '../../src/markdown/text-range.js';

const TEXT = '---\ntype: case\r\n---\rText\n\nmore';

test.each([
  [0, 1, 1], [3, 1, 4], [4, 2, 1], [15, 2, 12], [16, 3, 1], [20, 4, 1], [24, 4, 5], [25, 5, 1], [26, 6, 1], [30, 6, 5],
])('offset %i stands in line %i, column %i', (offset, line, column) => {
  expect(buildLineIndex(TEXT).position(offset)).toEqual({ line, column, offset });
});

test.each([TEXT, TEXT.replaceAll('\r', '\n')])('an index of the first part of %j gives the same places in it', (text) => {
  for (let to = 0; to <= text.length; to++) {
    const part = buildLineIndex(text, to);
    for (let offset = -1; offset <= to; offset++) expect(part.position(offset)).toEqual(buildLineIndex(text).position(offset));
  }
});

test('an index of the first part refuses places behind it', () => {
  expect(() => buildLineIndex(TEXT, 4).position(5)).toThrow('The line of offset 5 is not known: lines were looked for up to 4.');
});
