import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedRange } from '../../src/obsidian/editor-range.js';

/** As an editor shows a text. */
const shownOf = (stored: string): string => stored.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

describe('a selection in the stored text', () => {
  it.each([
    ['a\nbc', 'a\nbc', { from: 2, to: 4 }, { from: 2, to: 4 }],
    ['a\r\nbc', 'a\nbc', { from: 2, to: 4 }, { from: 3, to: 5 }],
    ['a\r\nbc', 'a\nbc', { from: 0, to: 1 }, { from: 0, to: 1 }],
    ['\uFEFFa\r\n\r\nbc', 'a\n\nbc', { from: 0, to: 4 }, { from: 1, to: 7 }],
    ['\uFEFFa\r\nb', '\uFEFFa\nb', { from: 1, to: 4 }, { from: 1, to: 5 }],
  ])('of %j shown as %j', (stored, shown, range, expected) => {
    expect(storedRange(stored, shown, range)).toEqual(expected);
  });

  it('is none where the editor shows another text', () => {
    expect(storedRange('a\nb', 'a\nbc', { from: 0, to: 1 })).toBeUndefined();
  });

  it('says the same in both texts, whatever ends the lines', () => {
    const piece = fc.constantFrom('a', 'ä', '😀', '\n', '\r\n', '\r', ' ');
    fc.assert(fc.property(fc.boolean(), fc.array(piece), fc.nat(), fc.nat(), (hasMark, pieces, one, other) => {
      const stored = (hasMark ? '\uFEFF' : '') + pieces.join('');
      const shown = shownOf(stored);
      const [from = 0, to = 0] = [one % (shown.length + 1), other % (shown.length + 1)].sort((a, b) => a - b);
      const range = storedRange(stored, shown, { from, to });
      expect(shownOf(stored.slice(range?.from, range?.to))).toBe(shown.slice(from, to));
    }));
  });
});
