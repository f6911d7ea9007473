import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCsv } from '../../src/export/csv.js';
import { formatRoadmapCsv } from '../../src/export/roadmap-csv.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';

/** Reads RFC 4180 strictly: throws on a stray quote or a bare line end. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
      const plain = /^[^",\r\n]*/.exec(text.slice(at));
      const [whole = '', inner] = quoted ?? plain ?? [];
      row.push(quoted === null ? whole : (inner ?? '').replaceAll('""', '"'));
      at += whole.length;
      if (text[at] === ',') at++;
      else if (text.startsWith('\r\n', at)) break;
      else throw new Error(`Unexpected ${JSON.stringify(text.slice(at, at + 20))}`);
    }
    rows.push(row);
    at += 2;
  }
  return rows;
}

describe('comma-separated values', () => {
  test.each([
    [[['a', 'b']], 'a,b\r\n'],
    [[['a,b', 'c"d', 'e\nf']], '"a,b","c""d","e\nf"\r\n'],
    [[['=1+1', '+1', '-1+1', '@x', '\tx', '\rx']], `'=1+1,'+1,'-1+1,'@x,'\tx,"'\rx"\r\n`],
    [[['-1', '-2.5', '-', '-1 x', '--1']], "-1,-2.5,'-,'-1 x,'--1\r\n"],
    [[['2026-03-10', '2026-Q1', 'a=b', '']], '2026-03-10,2026-Q1,a=b,\r\n'],
    [[], ''],
  ])('of %j are %j', (rows, expected) => expect(formatCsv(rows)).toBe(expected));

  test('read back as they went in, save what a spreadsheet would run', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', ' ', 'é', '-') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), (rows) => {
        const expected = rows.map((row) => row.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)));
        expect(readCsv(formatCsv(rows))).toEqual(expected);
      }),
    );
  });
});

describe('roadmap as CSV', () => {
  test('has a row for each item, drawn or not', () => {
    const [head, ...rows] = readCsv(formatRoadmapCsv(hostileRoadmap('Purse')));
    const column = (name: string): readonly (string | undefined)[] => rows.map((row) => row[head?.indexOf(name) ?? -1]);
    expect(column('path')).toEqual(['A', 'B', 'C', 'D', 'E'].map((name) => `Initiatives/${name}.md`));
    expect(column('start')).toEqual(['2026', '2026-02-01', '', '', '2027']);
    expect(column('last_day')).toEqual(['2026-09-30', '2026-02-10', '2026-12-31', '', '']);
    expect(column('depends_on')).toEqual(['', 'Purse', 'Purse', '', 'Purse']);
    expect(column('days_short')).toEqual(['212', '0', '0', '', '']);
    expect(column('days_not_assessed')).toEqual(['31', '0', '0', '', '']);
    expect(column('earliest_fit')).toEqual(['2026-09-01', '', '', '', '']);
    expect(column('not_on_chart')).toEqual(['', '', '', 'no dates', 'ends before it starts']);
  });

  test.each(Object.entries(HOSTILE_TITLES))('is safe with %s as a title', (_, title) => {
    const text = formatRoadmapCsv(hostileRoadmap(title));
    const rows = readCsv(text);
    expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    for (const value of rows.flat()) expect(value).not.toMatch(/^[=+\-@\t\r]/);
  });
});
