import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/lint/apply-fixes.js';
import { RULES } from '../../src/lint/rules/index.js';
import type { RuleExample } from '../../src/lint/rule.js';
import { lintFiles, openFiles } from './lint-files.js';

/** An example's text without its marks, and the ranges between them. */
function readMarks(marked: string): { text: string; ranges: string[] } {
  const ranges: string[] = [];
  let text = '';
  let open = -1;
  for (const char of marked) {
    if (char === '‹') open = text.length;
    else if (char === '›') ranges.push(`${open}–${text.length}`);
    else text += char;
  }
  return { text, ranges };
}

function filesOf({ notes, config }: RuleExample): { files: Record<string, string>; expected: string[] } {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  for (const [path, marked] of Object.entries({ ...notes, ...(config === undefined ? {} : { 'cx-playbook.yml': config }) })) {
    const { text, ranges } = readMarks(marked);
    files[path] = text;
    expected.push(...ranges.map((range) => `${path} ${range}`));
  }
  return { files, expected: expected.sort() };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a page with a clean example and one that it finds something in', () => {
    const counts = rule.examples.map((example) => filesOf(example).expected.length);
    expect(counts).toContain(0);
    expect(counts.some((count) => count > 0)).toBe(true);
  });

  test.each(rule.examples.map((example) => [example.title, example] as const))('finds exactly what its example marks: %s', async (_title, example) => {
    const { files, expected } = filesOf(example);
    const found = (await lintFiles(files)).filter((diagnostic) => diagnostic.rule === id);
    expect(found.map(({ path, range }) => `${path} ${range.start.offset}–${range.end.offset}`).sort()).toEqual(expected);
    for (const { message } of found) expect(message).toMatch(/[.?]$/);
  });

  test.each(rule.examples.flatMap((example) => (example.after === undefined ? [] : [[example.title, example, example.after] as const])))('mends its example, and once is enough: %s', async (_title, example, after) => {
    const { files } = filesOf(example);
    const store = await openFiles(files);
    const lint = async (path: string, text: string) => (await store.lintText(path, text)).filter((diagnostic) => diagnostic.rule === id);
    for (const [path, expected] of Object.entries(after)) {
      const fixed = await applyFixes(files[path] ?? '', (text) => lint(path, text));
      expect(fixed.text).toBe(expected);
      expect(await applyFixes(fixed.text, (text) => lint(path, text))).toEqual({ text: expected, count: 0 });
    }
  });
});
