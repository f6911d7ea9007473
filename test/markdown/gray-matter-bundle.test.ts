import { build as bundleWith, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { grayMatterPlugin } from '../../esbuild.gray-matter.mjs';

const ENTRY = `export { loadYamlReader, readFrontmatter, tryReadFrontmatter } from './src/markdown/frontmatter.js';`;

/** Leaves a trace when the library is evaluated. */
const traceYaml: Plugin = {
  name: 'trace-yaml',
  setup(build) {
    build.onLoad({ filter: /[\\/]gray-matter[\\/]index\.js$/ }, async ({ path }) => ({
      contents: `globalThis.evaluated = true;\n${await readFile(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};

async function bundle(plugins: Plugin[], platform: 'browser' | 'node'): Promise<string> {
  const result = await bundleWith({
    stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform,
    target: 'es2018',
    plugins,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Runs a bundle with nothing but the language itself: no `require`, `Buffer`, `process`, `window`. */
function run(code: string): { readonly evaluate: (source: string) => unknown } {
  const context = createContext({ module: { exports: {} } });
  runInContext(`const exports = module.exports;\n${code}`, context);
  return { evaluate: (source) => runInContext(source, context) as unknown };
}

const NOTE = JSON.stringify('---\nkind: case\nmoves:\n  from: passive\n---\nText');

describe('a bundle for every platform', () => {
  let code = '';
  beforeAll(async () => {
    code = await bundle([grayMatterPlugin, traceYaml], 'browser');
  });

  test('has no eval, no js-yaml and no module of Node', () => {
    expect(code).not.toMatch(/\beval\s*\(/);
    expect(code).not.toMatch(/new Function\s*\(/);
    expect(code).not.toContain('safeLoad');
    expect(code).not.toContain('js-yaml');
    expect(code).not.toMatch(/\brequire\(["']/);
  });

  test('reads simple notes at once, and others when the full reader is loaded', async () => {
    const { evaluate } = run(code);
    expect(evaluate(`module.exports.readFrontmatter('---\\nkind: case\\n---').get('kind').value`)).toBe('case');
    expect(evaluate(`module.exports.tryReadFrontmatter(${NOTE})`)).toBeUndefined();
    expect(() => evaluate(`module.exports.readFrontmatter(${NOTE})`)).toThrow('await loadYamlReader()');
    expect(evaluate('globalThis.evaluated')).toBeUndefined();

    await evaluate('module.exports.loadYamlReader()');
    expect(evaluate('globalThis.evaluated')).toBe(true);
    expect(evaluate(`JSON.stringify(module.exports.readFrontmatter(${NOTE}).properties.map((property) => property.value))`)).toBe(
      '["case",{"from":"passive"}]',
    );
  });

  test('runs no code from a note', async () => {
    const { evaluate } = run(code);
    await evaluate('module.exports.loadYamlReader()');
    const note = JSON.stringify('---js\n(globalThis.ran = true, {})\n---\n');
    expect(evaluate(`module.exports.readFrontmatter(${note}).problems[0].code`)).toBe('executable');
    expect(evaluate('globalThis.ran')).toBeUndefined();
  });
});

test('without the plugin the bundle has what the plugin takes out', async () => {
  const code = await bundle([], 'node');
  expect(code).toMatch(/\beval\s*\(/);
  expect(code).toContain('safeLoad');
  expect(code).toMatch(/\brequire\("fs"\)/);
});
