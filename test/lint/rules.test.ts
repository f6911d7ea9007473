import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/lint/apply-fixes.js';
import { SEVERITIES } from '../../src/lint/diagnostic.js';
import { RULES } from '../../src/lint/rules/index.js';
import type { RepositoryFacts } from '../../src/lint/repository.js';
import type { ExampleRepository, RuleExample } from '../../src/lint/rule.js';
import { openFiles, TODAY } from './lint-files.js';

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

interface ExampleFiles {
  readonly files: Record<string, string>;
  readonly facts: RepositoryFacts | undefined;
  readonly expected: string[];
}

function filesOf({ notes, config, repository }: RuleExample): ExampleFiles {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  const unmarked = (path: string, marked: string): string => {
    const { text, ranges } = readMarks(marked);
    expected.push(...ranges.map((range) => `${path} ${range}`));
    return text;
  };
  for (const [path, marked] of Object.entries({ ...notes, ...(config === undefined ? {} : { 'cx-playbook.yml': config }) })) files[path] = unmarked(path, marked);
  return { files, facts: repository === undefined ? undefined : factsOf(repository, unmarked, expected), expected: expected.sort() };
}

function factsOf({ tracked, attributes, ignores, isShared = true, driver, pluginData = [] }: ExampleRepository, unmarked: (path: string, marked: string) => string, expected: string[]): RepositoryFacts {
  const textOf = (path: string, marked: string | undefined): string | undefined => (marked === undefined ? undefined : unmarked(path, marked));
  const paths = tracked?.map((marked) => {
    const { text, ranges } = readMarks(marked);
    if (ranges.length > 0) expected.push(`${text} 0–0`);
    return text;
  });
  return {
    configFolder: '.obsidian',
    isShared,
    tracked: paths,
    attributes: { text: textOf('.gitattributes', attributes), above: [] },
    ignores: { text: textOf('.gitignore', ignores), above: [] },
    driver,
    pluginData,
  };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a page with a clean example and one that it finds something in', () => {
    const counts = rule.examples.map((example) => filesOf(example).expected.length);
    expect(counts).toContain(0);
    expect(counts.some((count) => count > 0)).toBe(true);
  });

  test.each(rule.examples.map((example) => [example.title, example] as const))('finds exactly what its example marks: %s', async (_title, example) => {
    const { files, facts, expected } = filesOf(example);
    const found = (await openFiles(files, TODAY, facts)).lint().diagnostics.filter((diagnostic) => diagnostic.rule === id);
    expect(found.map(({ path, range }) => `${path} ${range.start.offset}–${range.end.offset}`).sort()).toEqual(expected);
    for (const { message } of found) expect(message).toMatch(/[.?]$/);
    // A check that shows grave findings alone does not run lighter rules.
    if (example.config === undefined) for (const { severity } of found) expect(SEVERITIES.indexOf(severity)).toBeGreaterThanOrEqual(SEVERITIES.indexOf(rule.severity));
  });

  test.each(rule.examples.flatMap((example) => (example.after === undefined ? [] : [[example.title, example, example.after] as const])))('mends its example, and once is enough: %s', async (_title, example, after) => {
    const { files, facts } = filesOf(example);
    const store = await openFiles(files, TODAY, facts);
    const lint = async (path: string, text: string) => (await store.lintText(path, text)).filter((diagnostic) => diagnostic.rule === id);
    for (const [path, expected] of Object.entries(after)) {
      const before = files[path] ?? (path === '.gitignore' ? facts?.ignores.text : facts?.attributes.text) ?? '';
      const fixed = await applyFixes(before, (text) => lint(path, text));
      expect(fixed.text).toBe(expected);
      expect(await applyFixes(fixed.text, (text) => lint(path, text))).toEqual({ text: expected, count: 0 });
    }
  });
});
