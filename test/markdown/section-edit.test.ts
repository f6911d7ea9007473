import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendListItemEdit, insertSectionEdit, lineEndingOf } from '../../src/markdown/section-edit.js';
import { applyEdits } from '../../src/markdown/text-edit.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000);

/** `|` marks the place in the text. */
function insertAt(marked: string, heading: string, body: string, level = 2): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return applyEdits(text, [insertSectionEdit(text, at, { heading, level, body })]);
}

/** The section's content lies between the two `|`. */
function append(marked: string, item: string): string {
  const from = marked.indexOf('|');
  const to = marked.lastIndexOf('|') - 1;
  const text = marked.replaceAll('|', '');
  return applyEdits(text, [appendListItemEdit(text, from, to, item)]);
}

test.each([
  ['', '\n'],
  ['one line', '\n'],
  ['a\r\nb\nc\n', '\r\n'],
  ['a\rb', '\r'],
  ['a\n\rb', '\n'],
])('the line ending of %j is %j', (text, ending) => {
  expect(lineEndingOf(text)).toBe(ending);
});

describe('inserting a section', () => {
  test.each([
    ['at the end', '# A\n|', '# A\n\n## Why\n\nTrust.\n'],
    ['behind blank lines at the end', '# A\n\n\n|', '# A\n\n\n## Why\n\nTrust.\n'],
    ['at the end without a line ending', '# A|', '# A\n\n## Why\n\nTrust.'],
    ['into an empty note', '|', '## Why\n\nTrust.\n'],
    ['into a note with only a byte-order mark', '\uFEFF|', '\uFEFF## Why\n\nTrust.\n'],
    ['at the top', '|# A\n', '## Why\n\nTrust.\n\n# A\n'],
    ['behind the frontmatter', '---\na: 1\n---\n|', '---\na: 1\n---\n\n## Why\n\nTrust.\n'],
    ['between sections', '# A\ntext\n|# B\n', '# A\ntext\n\n## Why\n\nTrust.\n\n# B\n'],
    ['between sections with a blank line', '# A\ntext\n\n|# B\n', '# A\ntext\n\n## Why\n\nTrust.\n\n# B\n'],
    ['amid blank lines', '# A\n\n \n|\n\t\n\n# B', '# A\n\n \n## Why\n\nTrust.\n\n\t\n\n# B'],
    ['before indented text', '# A\n|\n    code\n', '# A\n\n## Why\n\nTrust.\n\n    code\n'],
    ['with CRLF', '# A\r\n|# B\r\n', '# A\r\n\r\n## Why\r\n\r\nTrust.\r\n\r\n# B\r\n'],
    ['with lone CR', '# A\r|# B\r', '# A\r\r## Why\r\rTrust.\r\r# B\r'],
  ])('%s', (_where, before, after) => {
    expect(insertAt(before, 'Why', 'Trust.')).toBe(after);
  });

  test('takes the line endings of the note for the body, without blank lines around it', () => {
    expect(insertAt('# A\r\n|', 'Why', '\n\none\ntwo\n\n', 3)).toBe('# A\r\n\r\n### Why\r\n\r\none\r\ntwo\r\n');
    expect(insertAt('# A\n|', 'Why\nnot', '')).toBe('# A\n\n## Why not\n');
  });

  test('refuses a place within a line and a level that is none', () => {
    expect(() => insertSectionEdit('abc', 1, { heading: 'x', level: 2, body: '' })).toThrow('not the start of a line');
    expect(() => insertSectionEdit('a\r\nc', 2, { heading: 'x', level: 2, body: '' })).toThrow('not the start of a line');
    expect(() => insertSectionEdit('abc', 0, { heading: 'x', level: 7, body: '' })).toThrow('level from 1 to 6');
  });

  test('replaces nothing, and stands between blank lines', () => {
    const lines = fc.array(fc.constantFrom('', ' ', '\t', 'text', '# H', '- item', '    code'), { maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.nat(8), fc.boolean(), (all, ending, index, closed) => {
        const text = all.join(ending) + (closed && all.length > 0 ? ending : '');
        const starts = all.map((_line, line) => all.slice(0, line).join(ending).length + (line === 0 ? 0 : ending.length));
        const at = starts[index] ?? text.length;
        const edit = insertSectionEdit(text, at, { heading: 'Why', level: 2, body: 'Trust.' });
        const after = applyEdits(text, [edit]);
        expect([edit.from, edit.to]).toEqual([at, at]);
        const written = lineEndingOf(text);
        const parts = after.split(`## Why${written}${written}Trust.`);
        expect(parts).toHaveLength(2);
        const [before = '', behind = ''] = parts;
        expect(before === '' || /(^|\r\n|\n|\r)[ \t]*(\r\n|\n|\r)$/.test(before)).toBe(true);
        expect(behind === '' || /^(\r\n|\n|\r)([ \t]*(\r\n|\n|\r|$))/.test(behind)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('appending a list item', () => {
  test.each([
    ['behind the last item', '# A\n|- a\n- b\n|# B\n', '# A\n- a\n- b\n- new\n# B\n'],
    ['before the blank line behind the list', '# A\n|\n* a\n\n|# B\n', '# A\n\n* a\n* new\n\n# B\n'],
    ['behind text that belongs to the item', '# A\n|+ a\n  more\n\n  still\n  - deep\nlazy\n|', '# A\n+ a\n  more\n\n  still\n  - deep\nlazy\n+ new\n'],
    ['before a rule, and so not into the heading behind it', '# A\n|- a\nlazy\n---\n|Heading\n---\n', '# A\n- a\nlazy\n- new\n---\nHeading\n---\n'],
    ['before text that does not', '# A\n|- a\n\ntext\n|', '# A\n- a\n- new\n\ntext\n'],
    ['in the last of several lists', '# A\n|- a\n\ntext\n\n* b\n|', '# A\n- a\n\ntext\n\n* b\n* new\n'],
    ['with the next number', '# A\n|8) a\n9) b|', '# A\n8) a\n9) b\n10) new'],
    ['with the spaces of the marker', '# A\n| -   a\n|', '# A\n -   a\n -   new\n'],
    ['to a task list', '# A\n|- [x] a\n|', '# A\n- [x] a\n- new\n'],
    ['at the end without a line ending', '# A\n|- a|', '# A\n- a\n- new'],
    ['in a note with CRLF', '# A\r\n|- a\r\n|# B', '# A\r\n- a\r\n- new\r\n# B'],
    ['not into code', '# A\n|```\n- a\n```\n|', '# A\n```\n- a\n```\n\n- new\n'],
    ['not behind a rule', '# A\n|text\n\n- - -\n|', '# A\ntext\n\n- - -\n\n- new\n'],
    ['as a first item', '# A\n||# B\n', '# A\n\n- new\n\n# B\n'],
    ['as a first item behind text', '# A\n|\ntext\n\n|# B\n', '# A\n\ntext\n\n- new\n\n# B\n'],
    ['as a first item at the end', '# A||', '# A\n\n- new'],
  ])('%s', (_where, before, after) => {
    expect(append(before, 'new')).toBe(after);
  });

  test('indents further lines of the item', () => {
    expect(append('|1. a\n|', 'b\n\nc')).toBe('1. a\n2. b\n\n   c\n');
  });
});
