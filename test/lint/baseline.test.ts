import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyBaseline,
  buildBaseline,
  formatBaseline,
  parseBaseline,
  updateBaseline,
  type Baseline,
} from '../../src/lint/baseline.js';
import type { Diagnostic } from '../../src/lint/diagnostic.js';

/** A finding at an offset of a note; its message carries the section, since a test has no note to look in. */
function at(offset: number, values: Partial<Diagnostic> = {}): Diagnostic {
  const position = { line: offset + 1, column: 1, offset };
  return {
    path: 'A.md',
    rule: 'require-model',
    severity: 'warning',
    message: 'Practices',
    range: { start: position, end: position },
    ...values,
  };
}

const sectionOf = ({ message }: Diagnostic): string => message;

function read(text: string): Baseline {
  const parsed = parseBaseline(text);
  if (parsed.kind === 'problem') throw new Error(parsed.message);
  return parsed.baseline;
}

const anyFinding = fc
  .record({
    offset: fc.nat(20),
    path: fc.constantFrom('A.md', 'B.md', 'Ä "x"\n.md'),
    rule: fc.constantFrom('require-why', 'require-model'),
    message: fc.constantFrom('', 'Practices', 'constructor'),
  })
  .map(({ offset, ...values }) => at(offset, values));
const anyFindings = fc.array(anyFinding, { maxLength: 25 });

describe('baseline', () => {
  test('counts by note, rule and section, sorted, without lines', () => {
    const diagnostics = [
      at(9, { path: 'B.md' }),
      at(1),
      at(3, { message: '' }),
      at(5),
      at(7, { rule: 'known-level' }),
    ];
    expect(formatBaseline(buildBaseline(diagnostics, sectionOf))).toBe(`{
  "schema": 1,
  "entries": [
    {"path":"A.md","rule":"known-level","section":"Practices","count":1},
    {"path":"A.md","rule":"require-model","count":1},
    {"path":"A.md","rule":"require-model","section":"Practices","count":2},
    {"path":"B.md","rule":"require-model","section":"Practices","count":1}
  ]
}
`);
  });

  test('is short and whole without findings', () => {
    const text = formatBaseline(buildBaseline([], sectionOf));
    expect(text).toBe('{\n  "schema": 1,\n  "entries": []\n}\n');
    expect(read(text)).toEqual({ schema: 1, entries: [] });
  });

  test('tells the last by position beyond the count, whatever their order', () => {
    const baseline = buildBaseline([at(1), at(2)], sectionOf);
    const diagnostics = [at(40), at(10), at(30), at(20)];
    const { kept, suppressed, unused } = applyBaseline(diagnostics, baseline, sectionOf);
    expect(kept).toEqual([at(40), at(30)]);
    expect(suppressed).toEqual([at(10), at(20)]);
    expect(unused).toEqual([]);
  });

  test('tells a finding that moved to another section', () => {
    const baseline = buildBaseline([at(1)], sectionOf);
    const moved = at(1, { message: 'Evidence' });
    expect(applyBaseline([moved], baseline, sectionOf)).toEqual({
      kept: [moved],
      suppressed: [],
      unused: [{ path: 'A.md', rule: 'require-model', section: 'Practices', count: 1 }],
    });
  });

  test('lowers counts and drops solved entries on update, and takes up nothing new', () => {
    const baseline = buildBaseline([at(1), at(2), at(3), at(1, { path: 'B.md' })], sectionOf);
    const updated = updateBaseline(baseline, [at(1), at(2), at(1, { path: 'C.md' })], sectionOf);
    expect(updated).toEqual({
      schema: 1,
      entries: [{ path: 'A.md', rule: 'require-model', section: 'Practices', count: 2 }],
    });
  });

  test.each([
    ['', 'The baseline is not valid JSON. Mend it, or write it anew.'],
    ['<<<<<<< HEAD', 'The baseline is not valid JSON. Mend it, or write it anew.'],
    ['[]', 'The baseline is not a JSON object with "schema" and "entries". Write it anew.'],
    ['null', 'The baseline is not a JSON object with "schema" and "entries". Write it anew.'],
    ['{"entries":[]}', 'The baseline has no schema number; this version reads schema 1. Use the version that wrote it, or write it anew.'],
    ['{"schema":2,"entries":[]}', 'The baseline has schema 2; this version reads schema 1. Use the version that wrote it, or write it anew.'],
    ['{"schema":1}', '"entries" of the baseline is not a list. Mend it, or write it anew.'],
    ['{"schema":1,"entries":[7]}', 'Entry 1 of the baseline is not an object. Mend it, or write the baseline anew.'],
    ['{"schema":1,"entries":[{"rule":"r","count":1}]}', 'Entry 1 of the baseline has no "path", the path of a note. Mend it, or write the baseline anew.'],
    ['{"schema":1,"entries":[{"path":"A.md","rule":7,"count":1}]}', 'Entry 1 of the baseline has no "rule", the id of a rule. Mend it, or write the baseline anew.'],
    ['{"schema":1,"entries":[{"path":"A.md","rule":"r","section":7,"count":1}]}', 'Entry 1 of the baseline has a "section" that is not a text. Mend it, or write the baseline anew.'],
    ['{"schema":1,"entries":[{"path":"A.md","rule":"r","count":0}]}', 'Entry 1 of the baseline has no "count", a whole number from 1. Mend it, or write the baseline anew.'],
    ['{"schema":1,"entries":[{"path":"A.md","rule":"r","count":1.5}]}', 'Entry 1 of the baseline has no "count", a whole number from 1. Mend it, or write the baseline anew.'],
    [
      '{"schema":1,"entries":[{"path":"A.md","rule":"r","count":1},{"path":"A.md","rule":"r","section":"","count":2}]}',
      'Entry 2 of the baseline repeats the note, rule and section of an earlier one. Remove one of them, or write the baseline anew.',
    ],
  ])('names the problem of %s', (text, message) => {
    expect(parseBaseline(text)).toEqual({ kind: 'problem', message });
  });

  test('reads entries in any order, with a byte order mark and keys of its own', () => {
    const text = '\ufeff{"schema":1,"note":"x","entries":[{"count":1,"rule":"r","path":"B.md","by":"Ana"},{"path":"A.md","rule":"r","count":2}]}';
    expect(read(text).entries).toEqual([
      { path: 'A.md', rule: 'r', count: 2 },
      { path: 'B.md', rule: 'r', count: 1 },
    ]);
  });
});

describe('baseline of any findings', () => {
  test('quiets all that it was built from', () => {
    fc.assert(
      fc.property(anyFindings, (diagnostics) => {
        const result = applyBaseline(diagnostics, buildBaseline(diagnostics, sectionOf), sectionOf);
        expect(result).toEqual({ kept: [], suppressed: diagnostics, unused: [] });
      }),
    );
  });

  test('does not depend on order or lines', () => {
    fc.assert(
      fc.property(anyFindings, fc.nat(50), (diagnostics, shift) => {
        const moved = diagnostics
          .map((diagnostic) => at(diagnostic.range.start.offset + shift, { path: diagnostic.path, rule: diagnostic.rule, message: diagnostic.message }))
          .reverse();
        expect(formatBaseline(buildBaseline(moved, sectionOf))).toBe(formatBaseline(buildBaseline(diagnostics, sectionOf)));
      }),
    );
  });

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(anyFindings, (diagnostics) => {
        const baseline = buildBaseline(diagnostics, sectionOf);
        expect(read(formatBaseline(baseline))).toEqual(baseline);
      }),
    );
  });

  test('splits findings without losing one or changing their order, and accounts for each count', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (before, after) => {
        const baseline = buildBaseline(before, sectionOf);
        const { kept, suppressed, unused } = applyBaseline(after, baseline, sectionOf);
        const keptSet = new Set(kept);
        expect(after.filter((diagnostic) => keptSet.has(diagnostic))).toEqual(kept);
        expect(after.filter((diagnostic) => !keptSet.has(diagnostic))).toEqual(suppressed);
        const unusedCount = unused.reduce((sum, { count }) => sum + count, 0);
        expect(suppressed.length + unusedCount).toBe(before.length);
      }),
    );
  });

  test('tells the same after an update, which leaves nothing unused and changes nothing when repeated', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (before, after) => {
        const baseline = buildBaseline(before, sectionOf);
        const updated = updateBaseline(baseline, after, sectionOf);
        const result = applyBaseline(after, updated, sectionOf);
        expect(result.kept).toEqual(applyBaseline(after, baseline, sectionOf).kept);
        expect(result.unused).toEqual([]);
        expect(updateBaseline(updated, after, sectionOf)).toEqual(updated);
      }),
    );
  });

  test('tells exactly one when one is added', () => {
    fc.assert(
      fc.property(anyFindings, anyFinding, (diagnostics, added) => {
        const baseline = buildBaseline(diagnostics, sectionOf);
        const { kept } = applyBaseline([...diagnostics, added], baseline, sectionOf);
        expect(kept.map(({ path, rule, message }) => [path, rule, message])).toEqual([[added.path, added.rule, added.message]]);
      }),
    );
  });

  test('reads any text or JSON without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.jsonValue()).map((entries) => JSON.stringify({ schema: 1, entries }))), (text) => {
        expect(['baseline', 'problem']).toContain(parseBaseline(text).kind);
      }),
    );
  });
});
