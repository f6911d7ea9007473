import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { LARGEST_FRONTMATTER, loadYamlReader, readFrontmatter } from '../../src/markdown/frontmatter.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 3000);

describe('before the full reader is loaded', async () => {
  // Another file of the same run may have loaded it.
  vi.resetModules();
  const fresh = await import('../../src/markdown/frontmatter.js');

  test('simple frontmatter is read', () => {
    expect(fresh.tryReadFrontmatter('---\na: 1\n---\n')?.get('a')?.value).toBe(1);
    expect(fresh.tryReadFrontmatter('Text')?.block).toBeUndefined();
    expect(fresh.readFrontmatter('---\na: [b]\n---\n').get('a')?.value).toEqual(['b']);
  });

  test('other frontmatter is not guessed at', () => {
    expect(fresh.tryReadFrontmatter('---\na: {b: 1}\n---\n')).toBeUndefined();
    expect(() => fresh.readFrontmatter('---\na: {b: 1}\n---\n')).toThrow('await loadYamlReader()');
  });
});

describe('with the full reader', () => {
  beforeAll(loadYamlReader);

  function valuesOf(text: string): Record<string, unknown> {
    return Object.fromEntries(readFrontmatter(text).properties.map(({ name, value }) => [name, value]));
  }
  function problemsOf(text: string): { code: string; at: string }[] {
    return readFrontmatter(text).problems.map(({ code, from, to }) => ({ code, at: text.slice(from, to) }));
  }
  function note(yaml: string): string {
    return `---\n${yaml}\n---\nText\n`;
  }

  describe('says what Obsidian says of', () => {
    const folders = ['test/fixtures/frontmatter', '../shared/ground-truth'].filter((folder) => existsSync(folder));
    const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => join(folder, name)));

    test.each(files)('%s', (file) => {
      const capture = readCapture(file);
      const read = readFrontmatter(capture.text);
      expect(valuesOf(capture.text)).toStrictEqual(capture.frontmatter ?? {});
      if (capture.end !== undefined) {
        const { from, to } = read.block ?? { from: -1, to: -1 };
        expect(from).toBe(0);
        expect(capture.text.slice(capture.end, to)).toMatch(/^(?:\r\n|\n)?$/);
      } else expect(read.properties).toEqual([]);
    });
  });

  describe('values', () => {
    test.each<[string, Record<string, unknown>]>([
      ['a: [[X]]', { a: [['X']] }],
      ['a: {b: {c: [1, x]}}', { a: { b: { c: [1, 'x'] } } }],
      ['a: |\n  x\n  y', { a: 'x\ny\n' }],
      ['a: |+\n  x\n\n', { a: 'x\n\n\n' }],
      ['a: >-\n  x\n  y', { a: 'x y' }],
      ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
      ['a: &x {b: 1}\nc:\n  <<: *x\n  d: 2', { a: { b: 1 }, c: { '<<': { b: 1 }, d: 2 } }],
      ['a: !!timestamp 2026-03-04', { a: '2026-03-04' }],
      ['a: {b: 2026-03-04, c: 010}', { a: { b: '2026-03-04', c: 10 } }],
      ['a: !!binary aGk=', { a: 'aGk=' }],
      ['12: {a: b}', { 12: { a: 'b' } }],
      ['? a\n: b', { a: 'b' }],
      ['a: \uFFFD{b}\nc: {d: \uFFFD}', { a: '\uFFFD{b}', c: { d: '\uFFFD' } }],
      ['excerpt_separator: {toString: 1}', { excerpt_separator: { toString: 1 } }],
      ['# only a comment', {}],
      ['', {}],
    ])('%j', (yaml, values) => {
      expect(valuesOf(note(yaml))).toStrictEqual(values);
      expect(valuesOf(note(yaml).replaceAll('\n', '\r\n'))).toStrictEqual(values);
      expect(valuesOf(note(yaml).replaceAll('\n', '\r'))).toStrictEqual(values);
      expect(valuesOf(`\uFEFF${note(yaml)}`)).toStrictEqual(values);
    });

    test('are given by name', () => {
      const read = readFrontmatter(note('a: {b: 1}\nc: 2'));
      expect(read.get('c')?.value).toBe(2);
      expect(read.get('d')).toBeUndefined();
      expect(read.get('toString')).toBeUndefined();
    });

    test('are new ones at each reading', () => {
      const first = readFrontmatter(note('a: {b: 1}')).get('a')?.value;
      expect(readFrontmatter(note('a: {b: 1}')).get('a')?.value).not.toBe(first);
    });
  });

  test.each(['\n', '\r\n', '\r'])('knows places in the original text with %j', (ending) => {
    const text = `\uFEFF${note('a: {b: 1} # c\nlist:\n  - [x]\n  - y # c\n\ntext: |\n  one\n  two\n\nnone:\nalso: &x [1, 2]\nagain: *x').replaceAll('\n', ending)}`;
    const places = readFrontmatter(text).properties.map((property) => [
      text.slice(property.keyFrom, property.keyTo),
      text.slice(property.valueFrom, property.valueTo).replaceAll(ending, '\n'),
      property.items.map(({ from, to }) => text.slice(from, to)),
    ]);
    expect(places).toStrictEqual([
      ['a', '{b: 1}', []],
      ['list', '- [x]\n  - y', ['[x]', 'y']],
      ['text', '|\n  one\n  two', []],
      ['none', '', []],
      ['also', '[1, 2]', ['1', '2']],
      ['again', '*x', ['*x', '*x']],
    ]);
  });

  describe('problems', () => {
    test.each<[string, string, string, string]>([
      ['an unclosed block', '---\na: 1\n', 'unclosed', '---'],
      ['a name twice', note('a: 1\nb: 2\na: 3'), 'duplicate-key', 'a'],
      ['a name twice in a group', note('a: {b: 1, b: 2}'), 'duplicate-key', 'b'],
      ['a tab as indent', note('a:\n\tb: 1'), 'tab', '\t'],
      ['a list without names', note('- a\n- b'), 'not-a-map', '- a\n- b\n'],
      ['a text without names', note('just text'), 'not-a-map', 'just text'],
      ['a second document', note('a: 1\n...\nb: 2'), 'multiple-documents', ''],
      ['a line that other tools take for the end', note('a: {b: 1}\n--- \nc: 2'), 'inner-fence', '---'],
      ['a longer line of dashes', note('a: 1\n----\nc: 2'), 'inner-fence', '---'],
      ['a colon in a value', note('a: b: c'), 'syntax', 'b'],
      ['an open quote', note('a: "b'), 'syntax', ''],
      ['an alias of nothing', note('a: *bold*'), 'syntax', '*bold*'],
      ['an alias of itself', note('a: &x [*x]'), 'syntax', '*x'],
    ])('%s leave nothing to read', (_what, text, code, at) => {
      const read = readFrontmatter(text);
      expect(read.broken).toBe(true);
      expect(read.properties).toEqual([]);
      expect(problemsOf(text)[0]).toEqual({ code, at: expect.stringContaining(at) as string });
    });

    test('a custom tag is reported and its text read', () => {
      const text = note('a: !!js/function "function () { globalThis.ran = true }"');
      expect(problemsOf(text)).toEqual([{ code: 'custom-tag', at: '!!js/function' }]);
      expect(valuesOf(text)).toEqual({ a: 'function () { globalThis.ran = true }' });
      expect('ran' in globalThis).toBe(false);
    });

    test('a placeholder without quotes is reported', () => {
      expect(problemsOf(note('a: {{title}}\nb: 1'))).toEqual([{ code: 'complex-key', at: '{title}' }]);
      expect(problemsOf(note('{{title}}: 1\nb: 1'))).toEqual([{ code: 'complex-key', at: '{{title}}' }]);
      expect(valuesOf(note('{{title}}: 1\nb: 1'))).toEqual({ b: 1 });
    });

    test('each says what to do, in one sentence or more', () => {
      for (const yaml of ['a: b: c', 'a: {{t}}', 'a: 1\na: 1', '\ta: 1', '- a', 'a: "', 'a: @b', 'a: "\\q"', '%a', 'a: [', 'a: }', 'a\nb', 'a: !x b', 'constructor: 1']) {
        const { problems } = readFrontmatter(note(yaml));
        expect(problems).not.toEqual([]);
        for (const { message } of problems) expect(message).toMatch(/^["A-Z].*\. [A-Z].*\.$/);
      }
    });
  });

  describe('code in a note', () => {
    test.each(['js', 'javascript', 'coffee', 'json', 'yaml', 'toml', ' js', 'js ', '\tjs'])('behind "---%s" is not run and not read', (word) => {
      for (const ending of ['\n', '\r\n', '\r']) {
        const text = `---${word}\n(() => { globalThis.ran = true; return { a: 1 }; })()\n---\nText`.replaceAll('\n', ending);
        for (const start of ['', '\uFEFF']) {
          const read = readFrontmatter(start + text);
          expect(read.block).toBeUndefined();
          expect(read.properties).toEqual([]);
          expect(read.problems.map(({ code }) => code)).toEqual(['executable']);
        }
      }
      expect('ran' in globalThis).toBe(false);
    });

    test('a line of dashes or of prose is no such fence', () => {
      for (const text of ['----\n', '--- and then\n', '---\n\ntext', '']) expect(problemsOf(text).filter(({ code }) => code === 'executable')).toEqual([]);
    });
  });

  describe('hostile notes', () => {
    test.each([
      ['aliases of aliases', `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghi', (name, index) => `${name}: &${name} [${`*${'abcdefgh'.charAt(index)},`.repeat(9)}]`).join('\n')}`, 'too-many-aliases'],
      ['one value repeated often', `a: &a [x]\nb: [${'*a,'.repeat(20_000)}]`, 'too-many-aliases'],
      ['many anchors, each repeated', Array.from({ length: 5000 }, (_none, index) => `a${index}: &a${index} [x]\nb${index}: *a${index}`).join('\n'), 'too-many-aliases'],
      ['open brackets', `a: ${'['.repeat(50_000)}`, 'syntax'],
      ['open braces', `a: ${'{'.repeat(50_000)}`, 'syntax'],
      ['nested brackets', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'too-deep'],
      ['nested braces', `a: ${'{'.repeat(300)}${'}'.repeat(300)}`, 'complex-key'],
      ['nested dashes', `a:\n ${'- '.repeat(20_000)}`, 'too-deep'],
      ['nested question marks', `a:\n ${'? '.repeat(20_000)}`, 'too-deep'],
      ['many errors', `a: [${','.repeat(100_000)}]`, 'syntax'],
      ['blank lines', `a: {b: 1}${'\n'.repeat(100_000)}`, 'too-deep'],
      ['ten million characters', `a: ${'x'.repeat(10_000_000)}`, 'too-large'],
      ['many names, one twice', `a: {b: 1}\n${Array.from({ length: 20_000 }, (_none, index) => `k${index}:`).join('\n')}\na: 1`, 'duplicate-key'],
    ])('%s', (_what, yaml, code) => {
      const { problems, broken } = readFrontmatter(note(yaml));
      expect(problems.map((problem) => problem.code)).toContain(code);
      expect(problems.length).toBeLessThanOrEqual(20);
      expect(broken).toBe(true);
    });

    test('the largest block allowed is read', () => {
      const yaml = `a: {b: 1}\nc: ${'x'.repeat(LARGEST_FRONTMATTER - 20)}`;
      expect(problemsOf(note(yaml))).toEqual([]);
    });

    test.each(['__proto__', 'constructor', 'prototype'])('a property named %s is reported and left out', (name) => {
      const text = note(`${name}:\n  polluted: true\nb: {${name}: {polluted: true}}\nc: 1`);
      expect(problemsOf(text)).toEqual([
        { code: 'unsafe-key', at: name },
        { code: 'unsafe-key', at: name },
      ]);
      const read = readFrontmatter(text);
      expect(read.properties.map((property) => property.name)).toEqual(['b', 'c']);
      expect(Object.getPrototypeOf(read.get('b')?.value)).toBe(Object.prototype);
      expect('polluted' in {}).toBe(false);
    });
  });

  describe('any text', () => {
    const yamlish = fc.array(fc.constantFrom(...Array.from('ab:-#[]{},&*!|>\'"%@`?\\ \t\n\r~1.<'), '\n', ': ', '- ', '---', '...', '\uFEFF', '\ud800'), { maxLength: 40 }).map((signs) => signs.join(''));

    test('is read without an exception, with places inside it', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish, yamlish.map((yaml) => `---\n${yaml}\n---\n`), fc.string().map(note)), (text) => {
          const { properties, problems, broken } = readFrontmatter(text);
          for (const { from, to } of [...properties, ...properties.flatMap(({ items }) => items), ...problems]) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(text.length);
          }
          if (broken) {
            expect(properties).toEqual([]);
            expect(problems).not.toEqual([]);
          }
          for (const { value, items, keyFrom, keyTo, valueFrom, valueTo, from, to } of properties) {
            expect([from, to]).toEqual([keyFrom, valueTo]);
            expect(keyTo <= valueFrom && valueFrom <= valueTo).toBe(true);
            expect(items).toHaveLength(Array.isArray(value) ? value.length : 0);
          }
        }),
        { numRuns: RUNS },
      );
    });
  });
});

interface Capture {
  readonly text: string;
  readonly frontmatter: unknown;
  /** Where the closing line ends, without its line ending. */
  readonly end: number | undefined;
}

function readCapture(file: string): Capture {
  const capture: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const metadata = field(capture, 'cachedMetadata');
  const text = field(capture, 'fileContents');
  const end = field(field(field(metadata, 'frontmatterPosition'), 'end'), 'offset');
  if (typeof text !== 'string') throw new Error(`${file} has no fileContents.`);
  return { text, frontmatter: field(metadata, 'frontmatter'), end: typeof end === 'number' ? end : undefined };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
