import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/markdown/table-cells.js';
import { readTextBlocks } from '../../src/markdown/text-blocks.js';

function cells(text: string): readonly (readonly (readonly string[])[])[] {
  return readTextBlocks(text, 0).flatMap(({ tableFrom, to, quotes }) => {
    if (tableFrom === undefined) return [];
    const { header, rows } = readTable(text, { from: tableFrom, to }, quotes);
    return [[header, ...rows].map((row) => row.cells.map(({ from, to: end }) => text.slice(from, end)))];
  });
}

describe('the cells of a table', () => {
  test.each([
    ['with bars around', '| a | b |\n|---|:-:|\n| 1 |  |\n', [[['a', 'b'], ['1', '']]]],
    ['without bars around', 'a | b\n-|-\n1 | 2', [[['a', 'b'], ['1', '2']]]],
    ['with escaped bars', '| a |\n|---|\n| x\\|y |\n| [[N\\|n]] |', [[['a'], ['x\\|y'], ['[[N\\|n]]']]]],
    ['with CRLF', '| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n', [[['a', 'b'], ['1', '2']]]],
    ['in a block quote', '> | a | b |\n> |---|---|\n> | 1 | 2 |', [[['a', 'b'], ['1', '2']]]],
    ['below text', 'text\n| a |\n|---|\n| 1 |', [[['a'], ['1']]]],
    ['of uneven rows', '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |', [[['a', 'b'], ['1'], ['1', '2', '3']]]],
    ['that ends at a blank line', '| a |\n|---|\n| 1 |\n\n| 2 |', [[['a'], ['1']]]],
  ])('%s', (_what, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test('of any text lie in their rows, in order', () => {
    const piece = fc.constantFrom('|', '\\', '\n', '\r\n', '---', '> ', ' ', 'a', '%%', '`', '[[x|y]]', '- ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => `| a | b |\n|---|---|\n${pieces.join('')}`), (text) => {
        for (const { tableFrom, to, quotes } of readTextBlocks(text, 0)) {
          if (tableFrom === undefined) continue;
          for (const row of readTable(text, { from: tableFrom, to }, quotes).rows) {
            let at = row.from;
            for (const cell of row.cells) {
              expect(cell.from).toBeGreaterThanOrEqual(at);
              expect(cell.to).toBeGreaterThanOrEqual(cell.from);
              at = cell.to;
            }
            expect(row.to).toBeGreaterThanOrEqual(at);
          }
        }
      }),
    );
  });
});

describe('the blocks of a note', () => {
  test('know what they stand in', () => {
    const text = '# A\ntext\n\n- [ ] item\n\n> [!Quote|x]- Title\n> said\n\n> - more\n\n> [!coach] no\n> no\n';
    expect(readTextBlocks(text, 0).map(({ from, to, ...block }) => ({ ...block, text: text.slice(from, to) }))).toEqual([
      { text: 'text', quotes: 0, inItem: false },
      { text: 'item', quotes: 0, inItem: true },
      { text: '\n> said', quotes: 1, inItem: false, callout: 'quote' },
      { text: 'more', quotes: 1, inItem: true },
    ]);
  });
});
