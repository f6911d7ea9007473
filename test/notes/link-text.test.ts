import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestLink } from '../../src/notes/link-text.js';
import { initiative, playbookOf } from '../builders.js';

function linkTo(path: string, from: string, ...others: readonly string[]): string | undefined {
  return shortestLink(path, from, playbookOf(...[path, ...others].map((each) => initiative({ path: each }))));
}

test.each([
  ['A/B/Ana.md', 'Home.md', [], '[[Ana]]'],
  ['A/B/Ana.md', 'Home.md', ['Ana.md'], '[[B/Ana]]'],
  ['A/B/Ana.md', 'Home.md', ['Ana.md', 'C/B/Ana.md'], '[[B/Ana]]'],
  ['C/B/Ana.md', 'Home.md', ['Ana.md', 'A/B/Ana.md'], '[[C/B/Ana]]'],
  ['Ana.md', 'A/Home.md', ['A/Ana.md'], '[[Ana]]'],
  ['A/Ana.md', 'A/Home.md', ['B/Ana.md'], '[[Ana]]'],
  ['B/Ana.MD', 'Home.md', [], '[[Ana]]'],
])('to %s from %s beside %j is %s', (path, from, others, expected) => {
  expect(linkTo(path, from, ...others)).toBe(expected);
});

test.each(['A#1.md', 'A|B.md', 'A[1].md', 'A^b.md', 'F#/A.md'])('there is none to %s', (path) => {
  expect(linkTo(path, 'Home.md')).toBeUndefined();
});

test('there is none to a note that is not there', () => {
  expect(shortestLink('Gone.md', 'Home.md', playbookOf())).toBeUndefined();
});

test('every link that is given leads there, whatever its namesakes', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'A', 'Ana', 'n 1'), { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.md`);
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 8, selector: (text) => text.toLowerCase() }), path, (paths, from) => {
      const playbook = playbookOf(...paths.map((each) => initiative({ path: each })));
      for (const target of paths) {
        const link = shortestLink(target, from, playbook);
        expect(link === undefined ? undefined : playbook.resolvePath({ target: link.slice(2, -2) }, from)).toBe(target);
      }
    }),
  );
});
