import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { findRule } from '../../src/lint/rules/index.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import truths from '../fixtures/sample-truths.json' with { type: 'json' };
import { day } from './lint-files.js';

interface Truth { readonly path: string; readonly what: string; readonly rule?: string; readonly related?: string; readonly property?: string; readonly heading?: string }

const TRUTHS: readonly Truth[] = truths;
/** Truths that a rule tells by now. */
const TOLD = TRUTHS.filter(({ rule }) => rule !== undefined && findRule(rule) !== undefined);

let diagnostics: readonly Diagnostic[] = [];
let texts: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  const vault = new FsVault(join(import.meta.dirname, '../sample-vault'));
  diagnostics = (await PlaybookStore.open(vault, { today: day('2026-11-22') })).lint().diagnostics;
  texts = new Map(await Promise.all(diagnostics.map(async ({ path }) => [path, await vault.read(path)] as const)));
});

describe('the sample vault', () => {
  test.each(TOLD.map((truth) => [truth.rule, truth] as const))('%s: $what', (rule, truth) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.path === truth.path && diagnostic.rule === rule);
    expect(found).toHaveLength(1);
    const [diagnostic] = found;
    if (truth.related !== undefined) expect(diagnostic?.related?.map(({ path }) => path)).toEqual([truth.related]);
    if (truth.property === undefined || diagnostic === undefined) return;
    const above = texts.get(truth.path)?.slice(0, diagnostic.range.end.offset).split('\n').filter((line) => /^\w/.test(line)).at(-1);
    expect(above).toMatch(new RegExp(`^${truth.property}\\b`));
  });

  test('has no other warnings or errors', () => {
    const expected = TOLD.map(({ path, rule }) => `${path} ${rule ?? ''}`);
    const others = diagnostics.filter(({ severity, path, rule }) => severity !== 'info' && !expected.includes(`${path} ${rule}`));
    expect(others.map(({ path, rule, message }) => `${path} ${rule}: ${message}`)).toEqual([]);
  });

  test('says nothing of its ignored folder, nor of notes without a kind', () => {
    expect(diagnostics.filter(({ path }) => path.startsWith('Archive/') || path.startsWith('Inbox/'))).toEqual([]);
  });

  test('the table of truths covers the rules at the heart', () => {
    for (const rule of ['require-model', 'no-empty-practice', 'foundation-order', 'resolved-link', 'tag-agrees', 'known-property', 'known-value', 'no-stale-assessment', 'evidenced-level', 'lever-mismatch', 'ambition-gap', 'untold-proof', 'stalled-work']) expect(TOLD.map((truth) => truth.rule)).toContain(rule);
  });
});
