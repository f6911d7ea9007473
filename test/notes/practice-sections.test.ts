import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { practiceSkeletonEdit } from '../../src/notes/practice-skeleton.js';
import { HeadingReader } from '../../src/notes/heading-reader.js';
import { buildPracticeMatcher, type Practice } from '../../src/playbook/practice.js';
import { lines, read } from './read.js';

const HEAD = ['---', 'type: initiative', '---'];

async function statesOf(...body: readonly string[]): Promise<string[]> {
  const { source } = await read(lines(...HEAD, ...body));
  return source?.practices?.sections.map(({ practice, hasContent }) => `${practice} ${hasContent ? 'says something' : 'is empty'}`) ?? [];
}

describe('sections of practices', () => {
  test.each([
    ['text', ['## Why', 'Because.'], 'says something'],
    ['text below a sub-heading', ['## Why', '### For guests', 'Because.'], 'says something'],
    ['sub-headings alone', ['## Why', '### For guests', '### For crews'], 'is empty'],
    ['a comment', ['## Why', '%% later %%'], 'is empty'],
    ['an HTML comment', ['## Why', '<!-- later -->'], 'is empty'],
    ['a coach callout', ['## Why', '> [!coach] Ask Ana', '> Is this hers?'], 'is empty'],
    ['another callout', ['## Why', '> [!quote]', '> I waited 40 minutes.'], 'says something'],
    ['an empty bullet', ['## Why', '- ', '- [ ] '], 'is empty'],
    ['a template placeholder', ['## Why', '{{why}}'], 'is empty'],
    ['a template tag', ['## Why', '<% tp.file.cursor() %>'], 'is empty'],
    ['a rule and a block id', ['## Why', '---', '^abc'], 'is empty'],
    ['an embed', ['## Why', '![[chart.png]]'], 'says something'],
    ['a code block', ['## Why', '```dataview', 'list', '```'], 'says something'],
    ['an empty link', ['## Why', '[[]]'], 'is empty'],
  ] as const)('%s: the section %s', async (_name, body, state) => {
    expect(await statesOf(...body)).toEqual([`why ${state}`]);
  });

  test('depth 2 to 4 counts, 1 and 5 do not', async () => {
    expect(await statesOf('# Why', 'x', '## Why', 'x', '##### Model', 'x', '#### Model', 'x')).toEqual(['why says something', 'model says something']);
  });

  test.each([
    ['in a callout', ['> [!note]', '> ## Model', '> x'], 'in-container'],
    ['without a space', ['##Model', 'x'], 'no-space'],
    ['indented', ['', '    ## Model', 'x'], 'indented'],
    ['too deep', ['##### Model', 'x'], 'depth'],
    ['in other words', ['## Operating model', 'x'], 'other-words'],
  ] as const)('a heading %s is a near miss', async (_name, body, reason) => {
    const { source } = await read(lines(...HEAD, ...body));
    expect(source?.practices?.nearMisses.map((miss) => [miss.practice, miss.reason])).toEqual([['model', reason]]);
  });

  test('no near miss is told while the practice is there', async () => {
    const { source } = await read(lines(...HEAD, '## Model', 'x', '## Operating model', 'x'));
    expect(source?.practices?.nearMisses).toEqual([]);
  });
});

async function withSkeleton(practice: Practice, text: string): Promise<string> {
  const { source } = await read(text);
  if (source?.practices === undefined) throw new Error('The note needs practices.');
  const edit = practiceSkeletonEdit(text, source.outline, source.practices, practice, new HeadingReader(buildPracticeMatcher()));
  return edit === undefined ? 'none' : applyEdits(text, [edit]);
}

describe('the skeleton of a missing practice', () => {
  test('is not written into a line in which a comment ends and a heading starts', async () => {
    expect(await withSkeleton('model', lines(...HEAD, '', '### Why', '%% hidden', 'still hidden', '| a | b |', '| - | - |', '{{title}} %% Heading', '-', 'Text'))).toBe('none');
  });

  test.each(['<!-- later', '%%\nlater', '```\ncode', '$$\nx'])('is not written where "%s" never ends and would hide it', async (opening) => {
    expect(await withSkeleton('model', lines(...HEAD, '', '## Why', 'a', '', opening))).toBe('none');
  });

  test('goes between its neighbours, in the note’s depth', async () => {
    const text = lines(...HEAD, '', '### Why', 'a', '', '#### Detail', 'b', '', '### Reinforce', 'c');
    expect(await withSkeleton('model', text)).toBe(lines(...HEAD, '', '### Why', 'a', '', '#### Detail', 'b', '', '### Model', '', '%% Which behaviour will leaders show themselves? %%', '', '### Reinforce', 'c'));
  });

  test('goes before the first practice when it comes first', async () => {
    const text = lines(...HEAD, '', 'Portrait.', '', '## Model', 'a');
    expect(await withSkeleton('why', text)).toContain('Portrait.\n\n## Why\n\n%% Why does');
  });

  test('goes before the record keeping', async () => {
    const text = lines(...HEAD, '', 'Portrait.', '', '## Evidence', '### Said');
    expect(await withSkeleton('why', text)).toMatch(/Portrait\.\n\n## Why\n\n%%.*%%\n\n## Evidence\n/);
  });

  test('speaks the language of its neighbours', async () => {
    expect(await withSkeleton('model', lines(...HEAD, '', '## Warum', 'a'))).toContain('\n## Vorleben\n');
  });

  test('keeps line endings, byte-order mark and the missing final newline', async () => {
    const text = '\ufeff---\r\ntype: play\r\n---\r\n## Why\r\nx';
    const mended = await withSkeleton('model', text);
    expect(mended.startsWith(text)).toBe(true);
    expect(mended.slice(text.length)).toMatch(/^\r\n\r\n## Model\r\n\r\n%%.*%%$/);
  });

  test('is itself read as an empty section', async () => {
    const { source } = await read(await withSkeleton('model', lines(...HEAD, '## Why', 'x')));
    expect(source?.practices?.sections.map(({ practice, hasContent }) => [practice, hasContent])).toEqual([['why', true], ['model', false]]);
  });
});
