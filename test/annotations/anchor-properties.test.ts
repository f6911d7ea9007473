import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { anchorAll } from '../../src/annotations/anchor.js';
import { describe } from '../../src/annotations/describe.js';

/** Notes with what makes texts differ in bytes and not in meaning: CRLF, decomposed accents, emoji, other scripts. */
const note = fc.array(
  fc.constantFrom('# Why\n', '\r\n', '\n\n', 'Café ', 'Cafe\u0301 ', '🚢', '👩‍👩‍👧', 'שלום ', '한국어 ', '\u1112\u1161\u11ab ', 'storm ', 'costs ', '---\n', 'a: 1\n', '\ud800', '\ufeff', '漢字', '```\n', '- [ ] '),
  { maxLength: 40 },
).map((parts) => parts.join(''));
const noteAndRange = fc.tuple(note, fc.nat(200), fc.nat(200)).map(([text, a, b]) => ({ text, from: Math.min(a, b, text.length), to: Math.min(Math.max(a, b), text.length) }));
const selector = fc.record({
  quote: fc.string({ unit: 'binary' }),
  prefix: fc.string(),
  suffix: fc.string(),
  heading: fc.array(fc.string()),
  start: fc.option(fc.oneof(fc.integer(), fc.double()), { nil: undefined }),
  blob: fc.option(fc.string(), { nil: undefined }),
});

group('describe and anchor', () => {
  test('lead back to the range in the same text, widened to whole characters', () => {
    fc.assert(fc.property(noteAndRange, ({ text, from, to }) => {
      const [place] = anchorAll(text, [{ selector: describe(text, { from, to }) }]);
      if (describe(text, { from, to }).quote === '') {
        expect(place).toEqual({ state: 'anchored', from: 0, to: 0 });
        return;
      }
      if (place?.state !== 'anchored') throw new Error(`Not anchored: ${JSON.stringify(place)}`);
      expect(place.from).toBeLessThanOrEqual(from);
      expect(place.to).toBeGreaterThanOrEqual(to);
      expect(describe(text, place)).toEqual(describe(text, { from, to }));
    }), { numRuns: 2000 });
  });

  test('give ranges inside the text for any selector', () => {
    fc.assert(fc.property(note, fc.array(fc.record({ selector, base: fc.option(note, { nil: undefined }) }), { maxLength: 3 }), (text, requests) => {
      const places = anchorAll(text, requests);
      expect(places).toHaveLength(requests.length);
      for (const place of places) {
        const ranges = place.state === 'anchored' ? [place] : place.state === 'confirm' ? place.candidates : [];
        for (const { from, to } of ranges) expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }
    }), { numRuns: 1000 });
  });
});
