import { describe, expect, test } from 'vitest';
import { formatRoadmapCsv } from '../../src/export/roadmap-csv.js';
import { formatRoadmapHtml } from '../../src/export/roadmap-html.js';
import { formatRoadmapJson } from '../../src/export/roadmap-json.js';
import { formatRoadmapMarkdown } from '../../src/export/roadmap-markdown.js';
import { buildRoadmapScene } from '../../src/export/roadmap-scene.js';
import { formatRoadmapSvg } from '../../src/export/roadmap-svg.js';
import { comparedRoadmap, originOf } from './compared-roadmap.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';
import { findUnsafe, readMarkup } from './markup-reader.js';

const compared = comparedRoadmap('Purse');
const origin = originOf('v1');

describe('changes as SVG', () => {
  test('look as agreed', async () => {
    await expect(formatRoadmapSvg(compared, { theme: 'auto', styles: false, origin })).toMatchFileSnapshot('snapshots/roadmap-changes.svg');
  });

  test('outline where an item was, in the row of its bar, with words beside it', () => {
    const { elements, text } = readMarkup(formatRoadmapSvg(compared, { theme: 'light', legend: false }), 'xml');
    const outlines = elements.filter(({ attributes }) => attributes['class'] === 'cx-ghost');
    expect(outlines.map(({ name }) => name).sort()).toEqual(['path', 'rect', 'rect']);
    expect(text).toContain('was 2026-03 to 2026-09');
    expect(text).toContain('was 2026-06-30');
    expect(elements.filter(({ attributes }) => attributes['class'] === 'cx-new')).toHaveLength(2);
    expect(elements.some(({ attributes }) => attributes['class']?.includes('cx-inferred') === true)).toBe(true);
  });

  test('list what is gone, and say of what left the chart where it was', () => {
    const { text } = readMarkup(formatRoadmapSvg(compared, { theme: 'light' }), 'xml');
    expect(text).toContain('No longer on the roadmap (1)');
    expect(text).toContain('was from 2026-Q2');
    expect(text).toContain('outside the days shown, was 2026-01 to 2026-02');
  });

  test('are named for assistive technology', () => {
    const titles = [...formatRoadmapSvg(compared, { theme: 'light' }).matchAll(/<title>([^<]*)</g)].map(([, title]) => title);
    expect(titles.filter((title) => title?.endsWith('Compared with the earlier roadmap: was 2026-03 to 2026-09.'))).toHaveLength(1);
    expect(titles.filter((title) => title?.endsWith('Compared with the earlier roadmap: new.'))).toHaveLength(2);
  });

  test('say under the header how the roadmap came about', () => {
    const svg = formatRoadmapSvg(compared, { theme: 'light', origin });
    const { text } = readMarkup(svg, 'xml');
    for (const words of [
      'As of revision v1 (0123456789, 2026-03-01).',
      'Compared with revision v1 (fedcba9876): 4 moved, 2 new, 1 no longer on the roadmap.',
      'What if: v1 at Purse at least, from today on. No such level is recorded.',
      'So 2 gaps would vanish and 1 would remain, with 100 days too low from today on instead of 900.',
    ]) expect(text).toContain(words);
  });

  test('cover nothing else in their row', () => {
    for (const widthPx of [600, 900, 1400]) {
      const { lanes } = buildRoadmapScene(compared, widthPx);
      for (const { entries, ghosts } of lanes) {
        const boxes = entries.map(({ entry, left, right, label, row }) => {
          const outline = ghosts.get(entry.id)?.outline;
          return { row, from: Math.min(left, label.x, outline?.left ?? left), to: Math.max(right, label.x + label.width, outline?.right ?? right) };
        });
        boxes.forEach((a, index) => boxes.slice(index + 1).forEach((b) => expect(a.row !== b.row || a.to < b.from || b.to < a.from).toBe(true)));
      }
    }
  });

  test('leave a drawing without them as it is', () => {
    const plain = hostileRoadmap('Purse');
    const svg = formatRoadmapSvg(plain, { theme: 'light' });
    expect(svg).toBe(formatRoadmapSvg(plain, { theme: 'light', origin: {}, rows: 'packed', commitment: true, arrows: true }));
    expect(svg).not.toMatch(/cx-ghost|cx-new|cx-inferred|cx-origin|where it was/);
  });

  test.each(Object.entries(HOSTILE_TITLES))('are safe and whole with %s as a title and revision', (_, title) => {
    for (const groupBy of ['leader', 'status'] as const) {
      const svg = formatRoadmapSvg(comparedRoadmap(title, groupBy), { theme: 'auto', origin: originOf(title) });
      expect(findUnsafe(readMarkup(svg, 'xml'), svg)).toEqual([]);
      expect(svg).not.toMatch(FORBIDDEN_CHARACTERS);
    }
  });
});

describe('changes as a page', () => {
  test('say them in the table, under the title and in a list', () => {
    const { text } = readMarkup(formatRoadmapHtml(compared, { origin }), 'html');
    for (const words of ['2026-05 to 2026-10 (was 2026-03 to 2026-09)', '2027-01 to 2027-03 (new)', 'no dates of its own, 2026-05-01 to 2026-10-31 inferred from what supports it (was 2026-03-01 to 2026-09-30)', 'No longer on the roadmap', 'What if: v1']) expect(text).toContain(words);
  });

  test('by year: each item is drawn in each of its years, what has no year in the last', () => {
    const html = formatRoadmapHtml(compared, { origin, byYear: true });
    const sections = html.split('<section class="cx-year"').slice(1);
    expect(sections).toHaveLength(2);
    const [first = '', last = ''] = sections;
    expect(first).toContain('was 2026-03 to 2026-09');
    expect(first).not.toContain('No longer on the roadmap');
    expect(last.split('</section>')[0]).toContain('No longer on the roadmap (1)');
    const ids = readMarkup(html, 'html').elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(Object.entries(HOSTILE_TITLES))('are safe and whole with %s as a title and revision', (_, title) => {
    for (const byYear of [false, true]) {
      const html = formatRoadmapHtml(comparedRoadmap(title), { origin: originOf(title), byYear });
      expect(findUnsafe(readMarkup(html, 'html'), html)).toEqual([]);
      expect(html).not.toMatch(FORBIDDEN_CHARACTERS);
    }
  });
});

describe('changes as data', () => {
  test('JSON has the changes, the revisions, the what-if and what is inferred', () => {
    const json = JSON.parse(formatRoadmapJson(compared, { origin })) as { readonly changes: readonly object[] };
    expect(json).toMatchObject({ schema: 1, revision: { name: 'v1', day: '2026-03-01' }, since: { name: 'v1' }, whatIf: { raised: [{ name: 'v1', level: 'supporter' }], vanishing: 2, remaining: 1, shortDays: { recorded: 900, raised: 100 } } });
    expect(json.changes).toEqual([
      { path: 'Initiatives/Far.md', title: 'Purse', kind: 'initiative', change: 'moved', start: '2026-01', end: '2026-02', firstDay: '2026-01-01', lastDay: '2026-02-28' },
      { path: 'Initiatives/Gate.md', title: 'Purse', kind: 'milestone', change: 'moved', end: '2026-06-30', firstDay: '2026-06-30', lastDay: '2026-06-30' },
      { path: 'Initiatives/Gone.md', title: 'Purse', kind: 'pilot', change: 'gone', start: '2026-Q2', firstDay: '2026-04-01', lastDay: '2026-06-30' },
      { path: 'Initiatives/Moved.md', title: 'Purse', kind: 'initiative', change: 'moved', start: '2026-03', end: '2026-09', firstDay: '2026-03-01', lastDay: '2026-09-30' },
      { path: 'Initiatives/New 1.md', title: 'Purse', kind: 'initiative', change: 'new', start: '2027-01', end: '2027-03', firstDay: '2027-01-01', lastDay: '2027-03-31' },
      { path: 'Initiatives/New 2.md', title: 'Purse', kind: 'milestone', change: 'new', end: '2027-05', firstDay: '2027-05-01', lastDay: '2027-05-31' },
      { path: 'Initiatives/Parent.md', title: 'Purse', kind: 'initiative', change: 'moved', firstDay: '2026-03-01', lastDay: '2026-09-30' },
    ]);
    expect(formatRoadmapJson(compared)).toContain('"inferred": true');
    const plain = formatRoadmapJson(hostileRoadmap('Purse'));
    for (const key of ['"changes"', '"since"', '"whatIf"', '"revision"', '"inferred"']) expect(plain).not.toContain(key);
  });

  test('JSON and Markdown rank the sponsors who are asked for more', () => {
    expect(JSON.parse(formatRoadmapJson(compared))).toMatchObject({ sponsors: [{ path: 'Executives/Ana.md', name: 'Purse', items: ['Initiatives/Moved.md'], gapDays: 184, level: 'passive', minimum: 'supporter' }] });
    expect(formatRoadmapMarkdown(compared)).toContain('## Sponsors asked for more\n\n| Name | Items | Days too low | Recorded | Needed |\n| --- | --- | --- | --- | --- |\n| Purse | 1 | 184 | passive | Purse |');
    expect(formatRoadmapMarkdown(compared, { commitment: false })).not.toContain('Sponsors asked');
    expect(formatRoadmapJson(compared, { commitment: false })).not.toMatch(/"sponsors": \[\s*\{\s*"path": "Executives\/Ana.md",\s*"name": "Purse",\s*"items"/);
  });

  test('Markdown lists them', () => {
    const text = formatRoadmapMarkdown(compared, { origin });
    expect(text).toContain('Compared with revision v1 (fedcba9876): 4 moved, 2 new, 1 no longer on the roadmap.');
    expect(text).toContain('- Purse (Initiatives/Moved.md): moved, was 2026-03 to 2026-09, is 2026-05 to 2026-10\n');
    expect(text).toContain('- Purse: no longer on the roadmap, was from 2026-Q2\n');
    expect(text).toContain('- Purse (Initiatives/New 1.md): new, 2027-01 to 2027-03\n');
  });

  test('CSV has columns for them, and a row for what is gone', () => {
    const [head = '', ...rows] = formatRoadmapCsv(compared, { origin }).trimEnd().split('\r\n');
    const columns = head.split(',');
    const cells = (path: string) => {
      const row = rows.find((line) => line.includes(`,${path},`))?.split(',') ?? [];
      return Object.fromEntries(columns.map((name, index) => [name, row[index] ?? '']));
    };
    expect(cells('Initiatives/Gone.md')).toMatchObject({ title: 'Purse', change: 'gone', was_start: '2026-Q2', was_end: '', was_first_day: '2026-04-01', was_last_day: '2026-06-30', start: '' });
    expect(cells('Initiatives/Gate.md')).toMatchObject({ change: 'moved', was_end: '2026-06-30', end: '2026-09-30' });
    expect(cells('Initiatives/New 1.md')).toMatchObject({ change: 'new', was_start: '' });
    expect(cells('Initiatives/Parent.md')).toMatchObject({ inferred_first_day: '2026-05-01', inferred_last_day: '2026-10-31' });
    expect(formatRoadmapCsv(hostileRoadmap('Purse')).split('\r\n')[0]).not.toMatch(/change|was_|inferred/);
  });

  test.each(Object.entries(HOSTILE_TITLES))('stay words with %s as a title and revision', (_, title) => {
    const [layout, hostile] = [comparedRoadmap(title), { origin: originOf(title) }];
    for (const text of [formatRoadmapJson(layout, hostile), formatRoadmapMarkdown(layout, hostile), formatRoadmapCsv(layout, hostile)]) expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
    expect(() => JSON.parse(formatRoadmapJson(layout, hostile)) as unknown).not.toThrow();
    expect(formatRoadmapMarkdown(layout, hostile)).not.toMatch(/<(?:script|img|b)\b|(?<!\\)\]\(|(?<!\\)!\[/);
  });
});
