import { expect, test } from 'vitest';
import { findWikilinks } from '../../src/markdown/wikilink.js';
import { formatEvidence } from '../../src/notes/evidence-edit.js';
import { textOfSelection } from '../../src/notes/evidence-text.js';
import { linkPlaceAt, withPlace } from '../../src/notes/link-place.js';
import { pathLink } from '../../src/notes/link-text.js';
import { DEFAULT_PLAYBOOK_SETTINGS } from '../../src/notes/playbook-settings.js';
import { date } from '../builders.js';

test.each([
  ['words', 'We fund what keeps promises', 'We fund what keeps promises'],
  ['lines of a paragraph', 'We fund\nwhat keeps\r\n\r\npromises ', 'We fund what keeps promises'],
  ['a quote', '> We fund\n> > it', 'We fund it'],
  ['a callout', '> [!quote]- Ines\n> We fund it', 'Ines We fund it'],
  ['a list with tasks', '- [x] Fund it\n  * then [[Tell]]\n2) tell', 'Fund it then [[Tell]] tell'],
  ['a heading', '## Opening ^o1\nWe **fund** it', 'Opening We **fund** it'],
  ['rows of a table', '| Who | What |\n|:---|--:|\n| Ines | funds [[Purse\\|it]] |', 'Who, What Ines, funds [[Purse|it]]'],
  ['part of a row', 'es | funds it |', 'es | funds it |'],
  ['a row in a callout', '> | Ines | funds it |', 'Ines, funds it'],
  ['text with comments', 'We %%not\nsure%%fund <!-- x -->it %% open', 'We fund it %% open'],
  ['code and rules', '```\nfund\n```\n---\nit', 'fund it'],
  ['a line with an id', 'We fund it ^s1\nnow', 'We fund it now'],
  ['control characters', 'We\u0000\u001B[31m fund\u2028it', 'We [31m fund it'],
  ['nothing', ' \n ', ''],
])('%s becomes one line', (_what, selection, expected) => {
  expect(textOfSelection(selection)).toBe(expected);
});

test('what is longer than a line is cut between words, and says so', () => {
  const text = textOfSelection('fund it '.repeat(2000));
  expect(text.length).toBeLessThan(310);
  expect(text).toMatch(/^(?:fund it )+(?:fund )?…$/);
});

test('no half of a sign is left, neither where it is cut nor where it was selected', () => {
  expect(textOfSelection(`${'x'.repeat(299)}👩👩`)).toBe(`${'x'.repeat(299)} …`);
  expect(textOfSelection('👩 funds it'.slice(1))).toBe('funds it');
});

const SCRIPT = '---\ntype: comms\n---\n# Town hall\nintro\n\n## Opening: the `why` #1\nWe fund it ^s1\nand tell\n\n## Numbers\na\n\n### numbers\nb\n';

test.each([
  ['above the first section', 'intro', ''],
  ['under a heading, without signs that end a link', 'and tell', 'Opening the why 1'],
  ['in a block with an id', 'We fund', '^s1'],
  ['under a heading that comes first with its words', 'a\n\n###', 'Numbers'],
  ['under a heading that shares its words', 'b\n', ''],
])('a place %s', (_what, words, expected) => {
  const from = SCRIPT.indexOf(words);
  expect(linkPlaceAt(SCRIPT, from, from + 1)).toBe(expected);
});

test.each(['See [x]', 'Foo]', '[Foo', 'Use `code`', 'a ` b', 'a <!-- b', '<% x %>', 'x %% y', '*em* [[Link]]', 'a #money b'])('a link to the heading %s is a link in the line of evidence', (heading) => {
  const text = `# T\n\n## ${heading}\nwords\n`;
  const at = text.indexOf('words');
  const line = formatEvidence({ date: date('2026-03-04'), form: 'said', text: 'Paid', source: withPlace('[[Note]]', linkPlaceAt(text, at, at + 5)) }, DEFAULT_PLAYBOOK_SETTINGS);
  const [link, ...others] = findWikilinks(line);
  expect([link?.target, others, line.slice(link?.to)]).toEqual(['Note', [], ')']);
  expect(nameInLinks(link?.subpath ?? '')).toBe(nameInLinks(heading));
});

test('a selection that ends with the break of its line is in the block of that line', () => {
  const text = '# T\n## Opening\nWe fund it ^a1\n- Then ^b2\n';
  const from = text.indexOf('We');
  expect(linkPlaceAt(text, from, text.indexOf('- Then'))).toBe('^a1');
  expect(linkPlaceAt(text.replaceAll('\n', '\r\n'), from + 2, text.indexOf('- Then') + 3)).toBe('^a1');
  expect(linkPlaceAt(text, text.indexOf('- Then'), text.indexOf('- Then'))).toBe('^b2');
});

/** As the app compares the headings that links name. */
function nameInLinks(heading: string): string {
  return heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
}

test('a link takes a place', () => {
  expect([withPlace('[[Town hall]]', ''), withPlace('[[Town hall]]', 'Numbers'), pathLink('Inbox/A.md'), pathLink('A#1.md')]).toEqual(['[[Town hall]]', '[[Town hall#Numbers]]', '[[Inbox/A]]', undefined]);
});
