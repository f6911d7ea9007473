/** The plugin leaves out half of `yaml` and some of gray-matter: what it reads must not change by that. */
import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { pluginBundle } from '../../esbuild.config.mjs';
import { splitFrontmatter } from '../../src/markdown/frontmatter-block.js';
import { readYamlFrontmatter } from '../../src/markdown/yaml-frontmatter.js';
import { parseYamlTree } from '../../src/markdown/yaml-tree.js';

const ENTRY = `
export { readYamlFrontmatter } from './src/markdown/yaml-frontmatter.js';
export { parseYamlTree } from './src/markdown/yaml-tree.js';
`;

interface Readers {
  readonly readYamlFrontmatter: typeof readYamlFrontmatter;
  readonly parseYamlTree: typeof parseYamlTree;
}

async function buildReaders(): Promise<Readers> {
  const { outputFiles } = await build({ ...pluginBundle, stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' }, write: false });
  const module: { exports?: Readers } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the bundle is text, and running it is what is tested
  new Function('module', outputFiles[0]?.text ?? '')(module);
  if (module.exports === undefined) throw new Error('The bundle exports nothing.');
  return module.exports;
}

const FIXTURES = 'test/fixtures/frontmatter';

/** One text for each thing that YAML has. */
const KINDS: readonly string[] = [
  'a: 1\nb: 0x1F\nc: 0o17\nd: -1.5e3\ne: .inf\nf: .nan\ng: true\nh: ~\ni:\n', 'a: 2026-03-01\nb: 12:30\nc: yes\nd: 1_000\n',
  'a: "q \\u00e9 \\x41 \\n \\\n  folded"\nb: \'it\'\'s\'\nc: plain\n  over lines\n', 'a: |\n  text\n  more\n\nb: >-\n  folded\n  text\n\n  new\nc: |+\n  kept\n\n', 'a: |2\n    x\nb: >1\n x\n',
  'a: [1, "b", [c, {d: e}], ]\nb: {c: d, e, "f": [g]}\nc: {}\nd: []\n', 'a:\n  - b\n  -\n    - c\n  - d: e\n    f: g\n', 'a: &x {b: c}\nd: *x\ne: [*x, *x]\n',
  'a: &x\n  b: c\nd:\n  <<: *x\n  e: f\n', 'a: &s\n  - 1\nb: *s\n', 'a: *nowhere\n', 'a: &x [*x]\n', '? a\n: b\n? [c, d]\n: e\n? {f: g}\n', '{{title}}: x\n', 'a: {{title}}\n',
  'a: !!str 1\nb: !!int "2"\nc: !custom x\nd: !<tag:yaml.org,2002:str> x\ne: ! y\nf: !!set {x}\ng: !!binary aGk=\n', '%YAML 1.1\n---\na: yes\n', '%YAML 1.2\n%TAG !e! tag:e,2000:\n---\na: !e!x y\n', '%FOO x\n---\na: 1\n',
  'a: 1\na: 2\n', 'a: 1\n...\n---\nb: 2\n', 'a: 1\n...\n', '# only a comment\n', '', '- a\n- b\n', 'text\n', 'a: 1 # c\n# d\n  # e\nb: 2\n', 'a:\tb\n', '\ta: b\n', 'a: "open\n', "a: 'open\n", 'a: [b\n', 'a: {b\n', 'a: b: c\n', 'a: @x\n', 'a: `x\n',
  'a: "\\q"\n', ' a: 1\nb: 2\n', 'a:\n - b\n  - c\n', 'a: - b\n', 'a: |x\n  y\n', 'a: >\n\n', '__proto__: x\nconstructor: y\n', 'a: &x &y z\n', 'a: &x *x\n', 'a: ]\n', '"a": 1\n\'b\': 2\n1: 3\ntrue: 4\n: 5\n', '\u{feff}a: 1\n', 'a: 1\r\nb:\r\n  - c\r\n',
  `k${'x'.repeat(1100)}: 1\n`, `a: ${'['.repeat(300)}\n`, `a: &a [x]\n${Array.from({ length: 120 }, (_, at) => `b${at}: *a\n`).join('')}`,
];

const PIECES = ['a', 'b', ': ', ':', '\n', '\n', '\r\n', '\n  ', '\n- ', '- ', '{', '}', '[', ']', ', ', ' # c', '"', "'", '|', '>', '|-\n  ', '&x ', '*x', '? ', '!t ', '!!int ', '!!map ', '<<: *x', '---\n', '...\n', '%YAML 1.1\n', '  ', '~', '\t', '1', '0x1f', '.nan', 'true', '\\n', '\u{feff}', '2026-03', 'é'];

describe('the readers of YAML in the plugin', () => {
  let bundled: Readers | undefined;
  beforeAll(async () => {
    bundled = await buildReaders();
  });

  /** Compares what the bundle reads with what the sources read, as properties and as settings. */
  async function compare(yaml: string): Promise<void> {
    if (bundled === undefined) throw new Error('The bundle is not built.');
    const text = `---\n${yaml}\n---\n`;
    const block = splitFrontmatter(text);
    if (block?.closed === true) expect(bundled.readYamlFrontmatter(text, block)).toEqual(readYamlFrontmatter(text, block));
    const [read, wanted] = await Promise.all([outcome(bundled.parseYamlTree(yaml)), outcome(parseYamlTree(yaml))]);
    expect(read).toEqual(wanted);
  }

  test.each(KINDS)('read %j as the sources do', compare);

  test.each(readdirSync(FIXTURES))('read the fixture %s as the sources do', async (name) => {
    const fixture: unknown = JSON.parse(readFileSync(`${FIXTURES}/${name}`, 'utf8'));
    for (const text of textsOf(fixture)) await compare(text.replace(/^---\r?\n/, '').replace(/\r?\n---[^]*$/, ''));
  });

  test('read generated YAML as the sources do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((parts) => parts.join('')), compare),
      { numRuns: 3000 },
    );
  });
});

/** The value, or the words of the error. */
async function outcome(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return String(error);
  }
}

/** Every text in a fixture that has more than one line. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('\n') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
