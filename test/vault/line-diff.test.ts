import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLineDiff, type DiffHunk } from '../../src/vault/line-diff.js';

/** A hunk in short: `-` and `+` with line numbers, and what changed in a line between marks. */
function inShort(hunks: readonly DiffHunk[]): string[][] {
  return hunks.map(({ lines }) =>
    lines.map(({ kind, text, oldLine, newLine, changed }) => {
      const marked = [...changed].reverse().reduce((rest, { from, to }) => `${rest.slice(0, from)}‹${rest.slice(from, to)}›${rest.slice(to)}`, text);
      return `${kind === 'same' ? ' ' : kind === 'added' ? '+' : '-'}${oldLine ?? ''}:${newLine ?? ''} ${marked}`;
    }),
  );
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `line ${index + 1}`);
}

describe('a diff of lines', () => {
  test('shows what went and what came, with the words that differ', () => {
    const before = '---\ntype: executive\ncommitment: passive # May\n---\n';
    expect(inShort(buildLineDiff(before, before.replace('passive', 'toe-dipper'), 1))).toEqual([
      [' 2:2 type: executive', '-3: commitment: ‹passive› # May', '+:3 commitment: ‹toe-dipper› # May', ' 4:4 ---'],
    ]);
  });

  test('is empty for equal texts', () => {
    expect(buildLineDiff('a\nb', 'a\nb')).toEqual([]);
    expect(buildLineDiff('', '')).toEqual([]);
  });

  test.each([
    ['', 'a\nb\n', [['+:1 a', '+:2 b']]],
    ['a\n', '', [['-1: a']]],
    ['a\nb\n', 'a\nx\nb\n', [[' 1:1 a', '+:2 x', ' 2:3 b']]],
    ['a\nx\nb\n', 'a\nb\n', [[' 1:1 a', '-2: x', ' 3:2 b']]],
    ['x\n', 'y\n', [['-1: x', '+:1 y']]],
    ['a x\n', 'a y\nb\n', [['-1: a x', '+:1 a y', '+:2 b']]],
    ['grün é\n', 'grün e\u0301\n', [['-1: grün ‹é›', '+:1 grün ‹e\u0301›']]],
    ['Ana 👩‍👧 says\n', 'Ana 👩 says\n', [['-1: Ana 👩‹‍👧› says', '+:1 Ana 👩 says']]],
  ])('from %j to %j', (before, after, expected) => {
    expect(inShort(buildLineDiff(before, after))).toEqual(expected);
  });

  test('tells line endings apart, where nothing else differs', () => {
    expect(buildLineDiff('a\r\n', 'a\n')).toEqual([
      { lines: [{ kind: 'removed', text: 'a', ending: '\r\n', oldLine: 1, newLine: undefined, changed: [] }, { kind: 'added', text: 'a', ending: '\n', oldLine: undefined, newLine: 1, changed: [] }] },
    ]);
    expect(buildLineDiff('a', 'a\n')[0]?.lines.map(({ ending }) => ending)).toEqual(['', '\n']);
  });

  test('keeps changes that are near one another in one hunk, others apart', () => {
    const before = numbered(20);
    const near = before.map((text, index) => (index === 4 || index === 9 ? 'changed' : text));
    const far = before.map((text, index) => (index === 4 || index === 12 ? 'changed' : text));
    expect(inShort(buildLineDiff(before.join('\n'), near.join('\n'), 2)).map((lines) => lines.length)).toEqual([12]);
    expect(inShort(buildLineDiff(before.join('\n'), far.join('\n'), 2)).map((lines) => lines.length)).toEqual([6, 6]);
    expect(inShort(buildLineDiff(before.join('\n'), far.join('\n'), 0)).map((lines) => lines.length)).toEqual([2, 2]);
    expect(buildLineDiff(before.join('\n'), far.join('\n'), Infinity).map(({ lines }) => lines.length)).toEqual([22]);
  });

  test('is right for any two texts: all its lines together are the one and the other', () => {
    const line = fc.oneof(fc.constantFrom('a', 'b', 'a b c', 'a x c', '', 'a: "b"'), fc.string({ unit: 'binary', maxLength: 8 }));
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r', '')).map((parts) => parts.join('')), { maxLength: 12 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = buildLineDiff(before, after, Infinity).flatMap((hunk) => hunk.lines);
        if (before === after) {
          expect(lines).toEqual([]);
          return;
        }
        const side = (without: string) => lines.filter(({ kind }) => kind !== without).map((one) => one.text + one.ending).join('');
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
        expect(lines.flatMap(({ oldLine }) => oldLine ?? [])).toEqual(lines.filter(({ kind }) => kind !== 'added').map((_, index) => index + 1));
        expect(lines.flatMap(({ newLine }) => newLine ?? [])).toEqual(lines.filter(({ kind }) => kind !== 'removed').map((_, index) => index + 1));
        for (const { text: shown, changed } of lines) {
          let at = 0;
          for (const { from, to } of changed) {
            expect(from).toBeGreaterThanOrEqual(at);
            expect(to).toBeGreaterThan(from);
            at = to;
          }
          expect(at).toBeLessThanOrEqual(shown.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('takes bounded time', () => {
  const many = numbered(10_000);
  test.each<[string, string, string]>([
    ['few changes in 10,000 lines', many.join('\n'), many.map((text, index) => (index % 1000 === 7 ? `${text}!` : text)).join('\n')],
    ['nothing in common', many.join('\n'), many.map((text) => `${text}!`).join('\n')],
    ['all lines the other way round', many.join('\n'), [...many].reverse().join('\n')],
    ['one line again and again', 'x\n'.repeat(100_000), 'x\ny\n'.repeat(50_000)],
    ['two lines in turn, shifted', 'a\nb\nb\n'.repeat(20_000), 'b\na\na\n'.repeat(20_000)],
    ['one line of a megabyte', 'word '.repeat(200_000), 'words '.repeat(200_000)],
    ['many long lines', `${'a b '.repeat(1000)}\n`.repeat(1000), `${'a c '.repeat(1000)}\n`.repeat(1000)],
  ])('%s', (_what, before, after) => {
    const hunks = buildLineDiff(before, after);
    expect(hunks.length).toBeGreaterThan(0);
  });

  test('and shows texts without a shared line as one replaced by the other', () => {
    const lines = buildLineDiff(many.join('\n'), many.map((text) => `${text}!`).join('\n')).flatMap((hunk) => hunk.lines);
    expect([lines[0]?.kind, lines[9_999]?.kind, lines[10_000]?.kind, lines.length]).toEqual(['removed', 'removed', 'added', 20_000]);
  });
});
