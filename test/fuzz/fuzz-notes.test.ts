import { expect, test } from 'vitest';
import { NoteGenerator } from './generate-note.js';
import { runFuzz } from './run-fuzz.js';

test('2,000 hostile and realistic notes are read, linted, mended and drawn', async () => {
  await expect(runFuzz(1, 2000)).resolves.toBeUndefined();
});

test('a seed gives the same note each time, and seeds differ', () => {
  expect(new NoteGenerator(7).note()).toBe(new NoteGenerator(7).note());
  expect(new Set(Array.from({ length: 500 }, (_, seed) => new NoteGenerator(seed).note())).size).toBeGreaterThan(450);
});
