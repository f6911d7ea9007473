import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildWordTest } from '../../src/notes/word-test.js';

const namesError = buildWordTest(/errors?|état|two words/u);

test.each([
  ['error', true],
  ['Errors', true],
  ['ÉTAT', true],
  ['(error)', true],
  ['an_error_', true],
  ['terror error', true],
  ['errorserror error', true],
  ['three two  words, two words', true],
  ['', false],
  ['terrors', false],
  ['éerror', false],
  ['errorλ', false],
  ['error2', false],
  ['𝒳error', false],
  ['two  words', false],
])('%j holds one: %s', (text, expected) => {
  expect(namesError(text)).toBe(expected);
});

test('says the same each time it is asked', () => {
  expect(['error', 'error', 'none', 'error'].map(namesError)).toEqual([true, true, false, true]);
});

test('finds what a look-behind would find', () => {
  const pattern = /(?<![\p{L}\p{N}])(?:errors?|état|two words)(?![\p{L}\p{N}])/iu;
  const parts = fc.array(fc.oneof(fc.constantFrom('error', 'errors', 'Ét', 'état', 'two', ' ', 'words', 'two words', 'é', 'e\u0301', '\u0345', '𝒳', '\ud835', '1', '-', '_', '\n'), fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 8 });
  fc.assert(
    fc.property(parts, (written) => {
      const text = written.join('');
      expect(namesError(text)).toBe(pattern.test(text));
    }),
    { numRuns: 2000 },
  );
});
