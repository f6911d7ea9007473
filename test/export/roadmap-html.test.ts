import { describe, expect, test } from 'vitest';
import { formatRoadmapHtml } from '../../src/export/roadmap-html.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { date, playbookOf } from '../builders.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';
import { findUnsafe, readMarkup } from './markup-reader.js';

describe('roadmap as a page', () => {
  const html = formatRoadmapHtml(hostileRoadmap('Goodwill purse'));
  const page = readMarkup(html, 'html');

  test('forbids scripts and anything from elsewhere by its own policy', () => {
    const policy = page.elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes['content']).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  test('has a language, a title, one heading of the first rank and a table with headed columns and rows', () => {
    const count = (name: string): number => page.elements.filter((element) => element.name === name).length;
    expect(page.elements[0]).toEqual({ name: 'html', attributes: { lang: 'en' } });
    expect([count('h1'), count('table'), count('caption'), count('svg')]).toEqual([1, 1, 1, 1]);
    const scopes = page.elements.filter(({ name }) => name === 'th').map(({ attributes }) => attributes['scope']);
    expect([scopes.filter((scope) => scope === 'col').length, scopes.filter((scope) => scope === 'row').length]).toEqual([8, 5]);
  });

  test('says in the table what the drawing shows', () => {
    for (const words of ['Too low', 'Goodwill purse is recorded as Goodwill purse, supporter is needed', 'Carried from 2026-09-01 on', 'ends before it starts', 'no dates']) {
      expect(page.text).toContain(words);
    }
  });

  test('lists what to correct', () => expect(page.text).toContain('depends on itself'));

  test('stands without items', () => {
    const empty = formatRoadmapHtml(layoutRoadmap(playbookOf(), { today: date('2026-03-10'), groupBy: 'competency' }), { theme: 'dark', widthPx: 900 });
    const { elements, text } = readMarkup(empty, 'html');
    expect(elements.some(({ name }) => name === 'table')).toBe(false);
    expect(text).toContain('Nothing is planned yet.');
  });

  test.each(Object.entries(HOSTILE_TITLES))('is safe and whole with %s as a title', (_, title) => {
    const source = formatRoadmapHtml(hostileRoadmap(title));
    expect(findUnsafe(readMarkup(source, 'html'), source)).toEqual([]);
    expect(source).not.toMatch(FORBIDDEN_CHARACTERS);
  });
});
