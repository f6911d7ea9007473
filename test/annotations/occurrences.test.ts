import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrences } from '../../src/annotations/occurrences.js';

test('occurrences are those that the engine finds, overlapping ones too', () => {
  const letters = (most: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: most });
  fc.assert(fc.property(letters(60), letters(6), (text, pattern) => {
    const expected: number[] = [];
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) expected.push(at);
    expect(occurrences(text, pattern)).toEqual(expected);
  }));
});

test('an empty pattern stands nowhere', () => {
  expect(occurrences('abc', '')).toEqual([]);
});
