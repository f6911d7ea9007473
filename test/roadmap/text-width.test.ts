import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRightToLeft, textWidth, truncateText } from '../../src/roadmap/text-width.js';

describe('text width', () => {
  test.each([['', 0], ['iii', 9.3], ['WWW', 33.5], ['日本', 24], ['e\u0301', 6.8]])('of %j at 12 px is about %f', (text, width) =>
    expect(textWidth(text, 12)).toBeCloseTo(width, 0),
  );

  test('grows with the weight', () => expect(textWidth('Quarter', 12, 'bold')).toBeGreaterThan(textWidth('Quarter', 12)));
});

describe('truncated text', () => {
  test.each([
    ['fits', 100, 'fits'],
    ['Frontline listening tour', 70, 'Frontline li…'],
    ['Frontline listening tour', 8, ''],
    ['Frontline', -5, ''],
    ['', 0, ''],
  ])('of %j in %i px is %j', (text, maxPx, expected) => expect(truncateText(text, maxPx, 12)).toBe(expected));

  test('always fits and never ends inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 300 }), (text, maxPx) => {
        const shown = truncateText(text, maxPx, 12);
        expect(textWidth(shown, 12)).toBeLessThanOrEqual(maxPx + 1e-9);
        expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }),
    );
  });

  test('of ten million letters costs no more than what is shown', () => {
    expect(truncateText('x'.repeat(10_000_000), 50, 12).length).toBeLessThan(12);
  });
});

test.each([['עברית', true], ['خريطة 2026', true], ['2026 خريطة', true], ['Plan خريطة', false], ['', false], ['123', false]])('%j reads from right to left: %s', (text, expected) =>
  expect(isRightToLeft(text)).toBe(expected),
);
