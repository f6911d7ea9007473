import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/lint/apply-fixes.js';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { NoteGenerator } from '../fuzz/generate-note.js';
import { openFiles } from './lint-files.js';

/** A fixable note: slips, missing sections, another line end, maybe no last one. */
const note = fc.record({
  kind: fc.constantFrom('executive', 'initiative', 'play', 'pilot', 'excutive', 'inititive'),
  status: fc.constantFrom('', 'status: actve\n', 'status: active # fine\n', 'sponsers: []\n', 'sponsor: [Ana]\n', 'sponsor:\n  - Ana Ruiz\n  - "[[Ben]]"\n', 'commitment: suporter\n', 'competencies: [employee-engagment, x]\n'),
  sections: fc.subarray(['## Why\nbecause\n\n', '## Model\nI go\n\n', '### Reinforce\neach week\n\n', '# Title\n\n', '## Evidence\n### Did\n- 2026-02-11 x\n\n', '```\n## Why\n```\n\n', 'Text with  two spaces  \n\n', '\t\n', '%% open\n', '<!-- open\n'], { minLength: 0 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  head: fc.constantFrom('', '\ufeff'),
  tail: fc.boolean(),
}).map(({ kind, status, sections, lineEnd, head, tail }) => {
  const text = `---\ntype: ${kind}\n${status}---\n${sections.join('')}`;
  return head + (tail ? text : text.trimEnd()).replaceAll('\n', lineEnd);
});

const generated = fc.nat(1_000_000).map((seed) => new NoteGenerator(seed).note());

async function fixer() {
  const store = await openFiles({});
  return (text: string) => applyFixes(text, (version) => store.lintText('A.md', version));
}

/** Whether all lines of `part` stand in `whole` in their order, but for those that `changed` names. Line ends do not count. */
function keepsLines(part: string, whole: string, changed: ReadonlySet<number>): boolean {
  const lines = whole.split(/\r?\n/);
  let at = 0;
  return part.split(/\r?\n/).every((line, index) => {
    // Blank lines round a new section make way for its own.
    if (changed.has(index) || line.trim() === '') return true;
    const found = lines.indexOf(line, at);
    at = found + 1;
    return found >= 0;
  });
}

describe('applyFixes', () => {
  test.each([['fixable', note], ['any', generated]] as const)('mends %s notes once and for all', async (_what, arbitrary) => {
    const fix = await fixer();
    await fc.assert(fc.asyncProperty(arbitrary, async (text) => {
      const once = await fix(text);
      expect(await fix(once.text)).toEqual({ text: once.text, count: 0 });
      if (once.count === 0) expect(once.text).toBe(text);
    }), { numRuns: 300 });
  });

  test('leaves every line alone but those it mends', async () => {
    const fix = await fixer();
    await fc.assert(fc.asyncProperty(note, async (text) => {
      const fixed = await fix(text);
      const slips = text.split('\n').flatMap((line, index) => (/^\ufeff?(?:type|status|sponsers|sponsor|commitment|competencies):|^ {2}- Ana Ruiz/.test(line) ? [index] : []));
      expect(keepsLines(text, fixed.text, new Set(slips))).toBe(true);
    }), { numRuns: 300 });
  });

  test('keeps the line ends, the byte order mark, and a missing last line end', async () => {
    const fix = await fixer();
    await fc.assert(fc.asyncProperty(note, async (text) => {
      const fixed = await fix(text);
      if (text.includes('\r\n')) expect(fixed.text).not.toMatch(/(?<!\r)\n/);
      else expect(fixed.text).not.toContain('\r');
      expect(fixed.text.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
      if (!text.endsWith('\n')) expect(fixed.text).not.toMatch(/\n$/);
    }), { numRuns: 300 });
  });

  test('writes no section where a comment that never ends would hide it', async () => {
    const fix = await fixer();
    for (const opening of ['%% later', '<!-- later', '```']) {
      const text = `---\ntype: initiative\n---\n## Why\nx\n\n${opening}\n\n## Reinforce\nx\n`;
      expect((await fix(text)).text).not.toMatch(/(## Model[\s\S]*){2}/);
    }
  });
});

describe('fixes of hand-made rules', () => {
  function diagnostic(rule: string, from: number, to: number, insert: string): Diagnostic {
    const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
    return { path: 'A.md', rule, severity: 'warning', message: `${rule}.`, range: { start: at(from), end: at(to) }, fix: { title: rule, edits: [{ from, to, insert }] } };
  }

  test('overlapping ones are applied in rounds', async () => {
    const lint = (text: string) => Promise.resolve([...text.matchAll(/aa/g)].map(({ index }) => diagnostic('pair', index, index + 2, 'a')));
    expect(await applyFixes('aaaa', lint)).toEqual({ text: 'a', count: 3 });
  });

  test('one that mends nothing is left out, and the others are applied', async () => {
    const lint = (text: string) => Promise.resolve([diagnostic('useless', text.length, text.length, '!'), ...(text.startsWith('x') ? [diagnostic('useful', 0, 1, 'y')] : [])]);
    expect(await applyFixes('x', lint)).toEqual({ text: 'y', count: 1 });
  });

  test('two that undo one another come to an end', async () => {
    const lint = (text: string) => Promise.resolve([text === 'a' ? diagnostic('to-b', 0, 1, 'b') : diagnostic('to-a', 0, 1, 'a')]);
    expect((await applyFixes('a', lint)).count).toBeLessThanOrEqual(10);
  });
});
