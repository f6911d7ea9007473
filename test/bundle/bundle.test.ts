/** What ships is held to what phones and the community review ask for: the files themselves are looked at. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPlugin } from '../../esbuild.config.mjs';
import { BUILT_CLI } from '../cli/built-cli.js';
import { findHazards, type Hazard } from './find-hazards.js';

/** What is there and little more: docs/decisions/0003-size-of-the-plugin.md says why it is more than was planned. */
const LARGEST_BYTES = 1_196_000;

interface Build {
  readonly script: string;
  readonly styles: string;
}

async function build(): Promise<Build> {
  const folder = mkdtempSync(join(tmpdir(), 'cx-playbook-bundle-'));
  try {
    await buildPlugin(folder);
    return { script: readFileSync(join(folder, 'main.js'), 'utf8'), styles: readFileSync(join(folder, 'styles.css'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the built plugin', () => {
  let built: Build = { script: '', styles: '' };
  let hazards: readonly Hazard[] = [];
  beforeAll(async () => {
    built = await build();
    hazards = findHazards(built.script);
  }, 60_000);

  test('asks for nothing but the app and its editor', () => {
    const modules = new Set(hazards.flatMap((hazard) => (hazard.kind === 'require' ? [hazard.text] : [])));
    expect([...modules].filter((name) => name !== 'obsidian' && !name.startsWith('@codemirror/'))).toEqual([]);
    expect(modules).toContain('obsidian');
  });

  test('has no code made from text, no look-behind, no network, no browser storage', () => {
    expect(hazards.filter(({ kind }) => kind !== 'require' && kind !== 'markup')).toEqual([]);
  });

  test('writes no markup, but for the way that Preact has for it, which nothing takes', () => {
    const ofPreact = findHazards(readFileSync('node_modules/preact/dist/preact.mjs', 'utf8')).filter(({ kind }) => kind === 'markup');
    expect(hazards.filter(({ kind }) => kind === 'markup')).toHaveLength(ofPreact.length);
  });

  test('fits the size budget', () => {
    expect(new TextEncoder().encode(built.script).length).toBeLessThanOrEqual(LARGEST_BYTES);
  });

  test('is the same bytes each time', async () => {
    expect(await build()).toEqual(built);
  });

  test('styles load nothing and hold no colour of their own', () => {
    expect(built.styles).not.toMatch(/@import|url\(/);
    expect(built.styles.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? []).toEqual([]);
    expect(built.styles).not.toContain('!important');
  });
});

describe('findHazards', () => {
  test.each([
    ['require("fs")', 'require', 'fs'],
    ['eval("1")', 'code from text', 'eval'],
    ['new Function("return 1")', 'code from text', 'Function'],
    ['window.setTimeout("alert(1)", 1)', 'code from text', 'setTimeout'],
    ['/(?<=a)b/', 'look-behind', '/(?<=a)b/'],
    ['/x(?<!a)b/u', 'look-behind', '/x(?<!a)b/u'],
    ['new RegExp("(?<=a)b")', 'look-behind', '(?<=a)b'],
    ['try { f(); } finally { new RegExp("(?<=a)b") }', 'look-behind', '(?<=a)b'],
    ['h("p", { dangerouslySetInnerHTML: a })', 'markup', 'dangerouslySetInnerHTML'],
    ['fetch("https://example.org")', 'network', 'fetch'],
    ['new XMLHttpRequest()', 'network', 'XMLHttpRequest'],
    ['new WebSocket(a)', 'network', 'WebSocket'],
    ['requestUrl(a)', 'network', 'requestUrl'],
    ['o.requestUrl(a)', 'network', 'requestUrl'],
    ['localStorage.getItem("a")', 'storage', 'localStorage'],
    ['e.innerHTML = a', 'markup', 'innerHTML'],
    ['e.insertAdjacentHTML("a", b)', 'markup', 'insertAdjacentHTML'],
    ['import("x")', 'require', 'x'],
    ['Buffer.from("")', 'node', 'Buffer'],
    ['process.env', 'node', 'process'],
  ])('finds %s', (code, kind, text) => {
    expect(findHazards(code)).toEqual([{ kind, text }]);
  });

  test.each(['/(?<name>a)/', '"(?<=a)"', 'a.process(b)', 'a.fetch', '({eval: 1})', 'typeof process', 'try { new RegExp("(?<=a)b") } catch { }'])('lets %s be', (code) => {
    expect(findHazards(code)).toEqual([]);
  });
});

test('parts of the command line are ASCII, as which they are read', () => {
  const folder = join(dirname(BUILT_CLI), 'parts');
  const parts = readdirSync(folder).filter((file) => file.endsWith('.cjs'));
  expect(parts.map((file) => file.replace(/-.*/, '')).sort()).toEqual(['all', 'check', 'merge']);
  for (const file of parts) expect(readFileSync(join(folder, file)).findIndex((byte) => byte > 127), file).toBe(-1);
});
