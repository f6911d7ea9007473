import { describe, expect, test } from 'vitest';
import { formatStandingsJson } from '../../src/export/standing-json.js';
import { formatStandingsText } from '../../src/export/standing-text.js';
import { formatStepsJson } from '../../src/export/steps-json.js';
import { formatStepsText } from '../../src/export/steps-text.js';
import { assessStandings } from '../../src/playbook/standing.js';
import { levelWords } from '../../src/playbook/step-words.js';
import { date, executive, playbookOf } from '../builders.js';
import { HOSTILE_TITLES } from './hostile-titles.js';

const today = date('2026-11-22');
const thresholds = { assessedDays: 180, evidenceDays: 180 };
const context = { today, thresholds, words: levelWords() };

describe('who stands where', () => {
  test('names the CEO first, then the others by path', () => {
    const playbook = playbookOf(executive({ title: 'Ada' }), executive({ title: 'Zoe', role: 'CEO' }), executive({ title: 'Ben' }));
    const lines = formatStandingsText(assessStandings(playbook, today, thresholds), context).split('\n');
    expect(lines.slice(1, 4).map((line) => line.split(':')[0])).toEqual(['Zoe', 'Ada', 'Ben']);
  });

  test('tells a level that is expected, and never counts what is still to come as recorded', () => {
    const playbook = playbookOf(executive({ title: 'Ada', levels: { '2026-01-10': 'passive', '2027-02-01': 'supporter' } }));
    expect(formatStandingsText(assessStandings(playbook, today, thresholds), context)).toContain('Ada: passive; supporter expected on 2027-02-01; assessed 2026-01-10, 316 days ago, more than 180; said 0, did 0\n');
  });

  test.each(Object.entries(HOSTILE_TITLES))('keeps %s on one line without control signs', (_, title) => {
    const playbook = playbookOf(executive({ title, path: 'Executives/x.md', unit: title }));
    const standings = assessStandings(playbook, today, thresholds);
    const text = formatStandingsText(standings, context);
    expect(text.split('\n')).toHaveLength(3);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    const json = formatStandingsJson(standings, today, thresholds);
    expect(json).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    expect(JSON.parse(json)).toMatchObject({ executives: [{ title }] });
  });
});

describe('where to act next', () => {
  test.each(Object.entries(HOSTILE_TITLES))('keeps the lines of a step with %s', (_, title) => {
    const step = { kind: 'assess' as const, title: `Assess ${title}`, reasons: [title], actions: [title], people: [], work: [], paths: [title], source: 'S1' };
    const text = formatStepsText([step, step]);
    expect(text.split('\n').map((line) => line.slice(0, 6))).toEqual(['1. Ass', '   Why', '   Wha', '   Not', '   Sou', '', '2. Ass', '   Why', '   Wha', '   Not', '   Sou', '']);
    expect(JSON.parse(formatStepsJson([step], today))).toEqual({ schema: 1, today: '2026-11-22', steps: [{ kind: 'assess', title: `Assess ${title}`, reasons: [title], actions: [title], paths: [title], source: 'S1' }] });
  });
});
