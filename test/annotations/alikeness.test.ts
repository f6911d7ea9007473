import { expect, test } from 'vitest';
import { alikePlaces } from '../../src/annotations/alikeness.js';

test('alikePlaces gives one of equals that overlap, and cuts no word where it need not', () => {
  const text = '- The Friday note names the agent with the hardest rebooking of the week, and what they did.';
  const places = alikePlaces(text, { from: 0, to: text.length }, 'Each Friday the desks hear from Marguerite who had the hardest rebooking, with thanks', 0.5);
  expect(places.map(({ from, to }) => text.slice(from, to))).toEqual(['- The Friday note names the agent with the hardest rebooking of the']);
});
