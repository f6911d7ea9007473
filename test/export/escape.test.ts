import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/roadmap/clean-text.js';
import { escapeXml } from '../../src/export/escape.js';
import { FORBIDDEN_CHARACTERS } from './hostile-titles.js';

describe('clean text', () => {
  test.each([
    ['plain words', 'plain words'],
    ['tab\tand\r\nbreak\u2028s', 'tab and break s'],
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['\u001b]8;;https://x.example\u0007link\u001b]8;;\u0007', 'link'],
    ['a\u0000b\u0007c\u009bd', 'abcd'],
    ['a\u202eb\u2066c\u2069', 'abc'],
    ['\ud83d\ude00 \ud83d \ude00', '😀  '],
    ['Zoë 日本 עברית', 'Zoë 日本 עברית'],
  ])('turns %j into %j', (text, expected) => expect(cleanText(text)).toBe(expected));

  test('holds nothing forbidden, on one line, whatever came in', () => {
    const anything = fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))).map((units) => units.join(''));
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(FORBIDDEN_CHARACTERS);
        expect(clean).not.toMatch(/[\t\n\r\u2028\u2029]/);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

test('escaped text cannot leave an element or an attribute', () => {
  expect(escapeXml(`<a href="x" b='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;');
});
