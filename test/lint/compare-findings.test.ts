import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFindings } from '../../src/lint/compare-findings.js';
import type { Diagnostic } from '../../src/lint/diagnostic.js';

function finding(path: string, rule: string, message: string, offset = 10): Diagnostic {
  const position = { line: 1 + offset, column: 1, offset };
  return { path, rule, severity: 'warning', message, range: { start: position, end: position } };
}

function told({ introduced, fixed, unchanged }: ReturnType<typeof compareFindings>) {
  const messages = (findings: readonly Diagnostic[]) => findings.map(({ message }) => message);
  return { introduced: messages(introduced), fixed: messages(fixed), unchanged: messages(unchanged) };
}

describe('a finding is the same', () => {
  test('wherever it stands', () => {
    expect(told(compareFindings([finding('A.md', 'r', 'Mend "x".', 5)], [finding('A.md', 'r', 'Mend "x".', 90)]))).toEqual({ introduced: [], fixed: [], unchanged: ['Mend "x".'] });
  });

  test('with other numbers and days', () => {
    const [before, after] = [finding('A.md', 'r', 'No evidence for 1 day, since 2026-01-02.'), finding('A.md', 'r', 'No evidence for 30 days, since 2026-05-06.')];
    expect(compareFindings([before], [after]).introduced).toEqual([]);
  });

  test('of the note as a whole in any words', () => {
    const [before, after] = [finding('A.md', 'gap', 'Ana is short.', 0), finding('A.md', 'gap', 'Ana and Ben are short.', 0)];
    expect(told(compareFindings([before], [after]))).toEqual({ introduced: [], fixed: [], unchanged: ['Ana and Ben are short.'] });
  });

  test('in a note that was renamed, and of one', () => {
    const before = [finding('Ana.md', 'r', 'Mend it.'), finding('B.md', 'r', 'Link "Ana" dangles.')];
    const after = [finding('B.md', 'r', 'Link "Ana Ruiz" dangles.'), finding('x/Ana Ruiz.md', 'r', 'Mend it.')];
    expect(compareFindings(before, after, new Map([['Ana.md', 'x/Ana Ruiz.md']]))).toMatchObject({ introduced: [], fixed: [] });
  });
});

describe('a finding is another', () => {
  test('with another value, of another rule, in another note', () => {
    const before = [finding('A.md', 'r', 'Mend "x".'), finding('A.md', 's', 'Mend.'), finding('B.md', 'r', 'Mend.')];
    const after = [finding('A.md', 'r', 'Mend "y".'), finding('A.md', 't', 'Mend.'), finding('C.md', 'r', 'Mend.')];
    expect(compareFindings(before, after)).toEqual({ introduced: after, fixed: before, unchanged: [] });
  });

  test('beyond as many as there were', () => {
    const same = finding('A.md', 'r', 'Mend.');
    const { introduced, fixed, unchanged } = compareFindings([same], [same, { ...same }, finding('A.md', 'r', 'Mend.', 50)]);
    expect([introduced.length, fixed.length, unchanged.length]).toEqual([2, 0, 1]);
  });
});

test('every finding of either side is told once, and the other way round is the inverse', () => {
  const findings = fc.array(fc.record({ path: fc.constantFrom('A.md', 'B.md'), rule: fc.constantFrom('r', 's'), message: fc.constantFrom('x 1', 'x 2', 'y'), offset: fc.constantFrom(0, 4, 8) }).map(({ path, rule, message, offset }) => finding(path, rule, message, offset)));
  fc.assert(fc.property(findings, findings, (before, after) => {
    const [there, back] = [compareFindings(before, after), compareFindings(after, before)];
    expect(there.introduced.length + there.unchanged.length).toBe(after.length);
    expect(there.fixed.length + there.unchanged.length).toBe(before.length);
    expect([back.introduced.length, back.fixed.length]).toEqual([there.fixed.length, there.introduced.length]);
    expect(compareFindings(before, before)).toMatchObject({ introduced: [], fixed: [] });
  }));
});
