import { expect, test } from 'vitest';
import { readThread } from '../../src/annotations/read-thread.js';
import { relink, type LostThread, type RelinkKnowledge } from '../../src/annotations/relink.js';
import { SELECTOR, THREAD_PATH, threadText } from './thread-builder.js';

const QUOTED = `# Executive view\n## Why\n${SELECTOR.prefix}${SELECTOR.quote}${SELECTOR.suffix}\n`;
const OTHER = '# Another note\nNothing of the kind stands in this one.\n';
const NO_GIT = { renames: new Map<string, string>(), pathsByBlob: new Map<string, readonly string[]>() };

async function lost(targetLink = '[[Executives/Ana Ruiz]]', namesakes: readonly string[] = [], selector = SELECTOR): Promise<LostThread> {
  const { annotation } = await readThread(THREAD_PATH, threadText({ targetLink, selector }));
  return { annotation, namesakes };
}

function notes(texts: Readonly<Record<string, string>>): RelinkKnowledge {
  return { ...NO_GIT, notes: new Map(Object.entries(texts)) };
}

test('a rename that git recorded counts most, over several steps', async () => {
  const knowledge = {
    notes: new Map([['C.md', OTHER], ['D.md', QUOTED]]),
    renames: new Map([['Executives/Ana Ruiz.md', 'B.md'], ['B.md', 'C.md']]),
    pathsByBlob: new Map([[SELECTOR.blob ?? '', ['D.md']]]),
  };
  for (const link of ['[[Executives/Ana Ruiz]]', '[[Ana Ruiz]]', '[[executives/ana ruiz.md]]']) {
    expect(relink([await lost(link)], knowledge)).toEqual([{ kind: 'found', path: 'C.md', reason: 'git-rename' }]);
  }
});

test('renames in a circle, or to what is gone, say nothing', async () => {
  const renames = new Map([['Executives/Ana Ruiz.md', 'B.md'], ['B.md', 'Executives/Ana Ruiz.md']]);
  expect(relink([await lost()], { ...notes({ 'D.md': OTHER }), renames })).toEqual([{ kind: 'lost' }]);
});

test('two notes of one name that were renamed are both named', async () => {
  const renames = new Map([['A/Ana Ruiz.md', 'Y.md'], ['B/Ana Ruiz.md', 'X.md']]);
  expect(relink([await lost('[[Ana Ruiz]]')], { ...notes({ 'X.md': QUOTED, 'Y.md': OTHER }), renames })).toEqual([{ kind: 'ambiguous', paths: ['X.md', 'Y.md'], reason: 'git-rename' }]);
});

test('then the note with the same text counts', async () => {
  const pathsByBlob = new Map([[SELECTOR.blob ?? '', ['B.md', 'gone.md']]]);
  expect(relink([await lost()], { ...notes({ 'B.md': OTHER, 'D.md': QUOTED }), pathsByBlob })).toEqual([{ kind: 'found', path: 'B.md', reason: 'same-text' }]);
});

test('then the only note where the quote stands', async () => {
  expect(relink([await lost()], notes({ 'B.md': OTHER, 'D.md': QUOTED.replace(/\n/g, '\r\n') }))).toEqual([{ kind: 'found', path: 'D.md', reason: 'quote' }]);
});

test('a quote that stands in two notes is not guessed for', async () => {
  expect(relink([await lost()], notes({ 'D.md': QUOTED, 'B.md': QUOTED }))).toEqual([{ kind: 'ambiguous', paths: ['B.md', 'D.md'], reason: 'quote' }]);
});

test('of two notes with the name that the link says, the one with the quote is taken', async () => {
  const namesakes = ['A/Ana Ruiz.md', 'B/Ana Ruiz.md'];
  const texts = { 'A/Ana Ruiz.md': OTHER, 'B/Ana Ruiz.md': QUOTED, 'Copy.md': QUOTED };
  expect(relink([await lost('[[Ana Ruiz]]', namesakes)], notes(texts))).toEqual([{ kind: 'found', path: 'B/Ana Ruiz.md', reason: 'quote' }]);
  expect(relink([await lost('[[Ana Ruiz]]', namesakes)], notes({ ...texts, 'A/Ana Ruiz.md': QUOTED }))).toEqual([{ kind: 'ambiguous', paths: namesakes, reason: 'quote' }]);
  expect(relink([await lost('[[Ana Ruiz]]', namesakes)], notes({ 'A/Ana Ruiz.md': OTHER, 'B/Ana Ruiz.md': OTHER }))).toEqual([{ kind: 'ambiguous', paths: namesakes, reason: 'quote' }]);
});

test('a text that was split leads to the part with the quote', async () => {
  expect(relink([await lost()], notes({ 'Executives/Ana Ruiz.md': OTHER, 'Executives/Ana Ruiz, views.md': QUOTED }))).toEqual([{ kind: 'found', path: 'Executives/Ana Ruiz, views.md', reason: 'quote' }]);
});

test('what speaks of a whole note is found by git or not at all', async () => {
  const whole = { quote: '', prefix: '', suffix: '', heading: [], start: undefined, blob: undefined };
  expect(relink([await lost('[[A]]', [], whole), await lost()], notes({ 'D.md': QUOTED }))).toEqual([{ kind: 'lost' }, { kind: 'found', path: 'D.md', reason: 'quote' }]);
});
