/** Findings as rows, choices as they are saved, rules by sort, and heights of rows. */
import { describe, expect, test } from 'vitest';
import { SEVERITIES, type Diagnostic } from '../../src/lint/diagnostic.js';
import { RULES } from '../../src/lint/rules/index.js';
import { EVERYTHING, listRows, readChoice } from '../../src/views/findings-model.js';
import { RowHeights } from '../../src/views/row-heights.js';
import { groupOfRule, groupOfRules, RULES_OF_GROUP } from '../../src/views/rule-groups.js';

function finding(path: string, rule: string, message: string, line = 1): Diagnostic {
  return { path, rule, severity: 'warning', message, range: { start: { line, column: 1, offset: line }, end: { line, column: 2, offset: line + 1 } } };
}

describe('rows', () => {
  test('have keys of their own that do not change when lines move', () => {
    const before = listRows([finding('A.md', 'r', 'Twice.', 3), finding('A.md', 'r', 'Twice.', 9)], 'note', new Set());
    const after = listRows([finding('A.md', 'r', 'Twice.', 5), finding('A.md', 'r', 'Twice.', 11)], 'note', new Set());
    expect(new Set(before.rows.map(({ key }) => key)).size).toBe(3);
    expect(after.rows.map(({ key }) => key)).toEqual(before.rows.map(({ key }) => key));
  });

  test('of a closed group are left out and still counted', () => {
    const fixable = { ...finding('A.md', 'r', 'One.'), fix: { title: 'Mend', edits: [] } };
    const { rows, groups, fixable: count } = listRows([fixable, finding('B.md', 'r', 'Two.')], 'note', new Set(['note:A.md']));
    expect(rows.map(({ key }) => key.split('\n')[0])).toEqual(['note:A.md', 'note:B.md', 'note:B.md']);
    expect([groups, count]).toEqual([2, 1]);
  });

  test('of a note and of a rule of the same name are closed apart', () => {
    const closed = new Set(['note:r']);
    expect(listRows([finding('r', 'r', 'One.')], 'rule', closed).rows).toHaveLength(2);
  });
});

describe('a saved choice', () => {
  test('comes back as it was', () => {
    const choice = { groupBy: 'rule', text: 'model', severities: ['error'], rules: ['require-why'], path: 'A.md' } as const;
    expect(readChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  });

  test.each([[undefined], [null], ['rule'], [{}], [{ groupBy: 'colour', text: 7, severities: [], rules: 'all', path: null }], [{ severities: ['fatal'] }]])('falls back to everything from %j', (state) => {
    expect(readChoice(state)).toEqual(EVERYTHING);
    expect(readChoice(state).severities).toEqual(SEVERITIES);
  });
});

describe('sorts of rules', () => {
  test('hold every rule once', () => {
    expect(Object.values(RULES_OF_GROUP).flat().sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  test('are told from their rules, in any order', () => {
    expect(groupOfRules(['link-kind', 'resolved-link'])).toBe('links');
    expect(groupOfRules(['resolved-link'])).toBeUndefined();
    expect(groupOfRules([])).toBeUndefined();
    expect(groupOfRule('a-rule-of-tomorrow')).toBe('other');
  });
});

describe('heights of rows', () => {
  const rows = ['a', 'b', 'c'].map((key) => ({ key }));
  const guess = (): number => 10;

  test('are guessed until they are measured', () => {
    const heights = new RowHeights();
    heights.layOut(rows, guess);
    expect([heights.totalPx, heights.topOf(2)]).toEqual([30, 20]);
    expect(heights.measure('b', 25)).toBe(true);
    expect(heights.measure('b', 25)).toBe(false);
    heights.layOut(rows, guess);
    expect([heights.totalPx, heights.topOf(1), heights.topOf(2)]).toEqual([45, 10, 35]);
    heights.forget();
    heights.layOut(rows, guess);
    expect(heights.totalPx).toBe(30);
  });

  test('find the row at a place, the nearest beyond the ends', () => {
    const heights = new RowHeights();
    expect(heights.rowAt(5)).toBe(0);
    heights.layOut(rows, guess);
    expect([-5, 0, 9.9, 10, 29, 30, 900].map((px) => heights.rowAt(px))).toEqual([0, 0, 0, 1, 2, 2, 2]);
  });

  test('without a height are not measured', () => {
    const heights = new RowHeights();
    expect(heights.measure('a', 0)).toBe(false);
  });
});
