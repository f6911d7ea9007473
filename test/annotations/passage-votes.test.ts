import { expect, test } from 'vitest';
import { PassageVotes } from '../../src/annotations/passage-votes.js';

const PASSAGE = 'In March she said: we will cut the programme in the third quarter, and left the room.';
const OTHER = 'Ferries to the islands leave at noon on weekdays, and twice on Sundays in summer.';
const FILLER = 'The region has a plan of its own, which nobody outside has read so far.\n'.repeat(40);

test('finds a passage that was edited, far into a text', () => {
  const edited = 'In April he said: we will cut all of the programme in the third quarter, then left.';
  expect(new PassageVotes([OTHER, PASSAGE]).likelyIn(`${FILLER}${edited}\n${FILLER}`)).toEqual([1]);
});

test('passes over texts that have words of a passage, but not together', () => {
  const scattered = [...PASSAGE.split(' ')].map((word) => `${FILLER}${word}\n`).join('');
  expect(new PassageVotes([PASSAGE]).likelyIn(scattered)).toEqual([]);
});

test('names each passage once, in their order', () => {
  const votes = new PassageVotes([PASSAGE, OTHER, PASSAGE]);
  expect(votes.likelyIn(`${OTHER}\n${PASSAGE}\n${PASSAGE}`)).toEqual([0, 1, 2]);
  expect(votes.likelyIn(FILLER)).toEqual([]);
});

test('says nothing of texts and passages that are shorter than a run', () => {
  expect(new PassageVotes(['', 'abc']).likelyIn('abc')).toEqual([]);
  expect(new PassageVotes([PASSAGE]).likelyIn('')).toEqual([]);
  expect(new PassageVotes([]).likelyIn(PASSAGE)).toEqual([]);
});
