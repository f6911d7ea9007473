import { describe, expect, test } from 'vitest';
import { formatStepsJson } from '../../src/export/steps-json.js';
import { formatStepsText } from '../../src/export/steps-text.js';
import { date } from '../builders.js';
import { HOSTILE_TITLES } from './hostile-titles.js';

const today = date('2026-11-22');

describe('where to act next', () => {
  test.each(Object.entries(HOSTILE_TITLES))('keeps the lines of a step with %s', (_, title) => {
    const step = { kind: 'assess' as const, title: `Assess ${title}`, reasons: [title], actions: [title], people: [], work: [], paths: [title], source: 'S1' };
    const text = formatStepsText([step, step]);
    expect(text.split('\n').map((line) => line.slice(0, 6))).toEqual(['1. Ass', '   Why', '   Wha', '   Not', '   Sou', '', '2. Ass', '   Why', '   Wha', '   Not', '   Sou', '']);
    expect(JSON.parse(formatStepsJson([step], today))).toEqual({ schema: 1, today: '2026-11-22', steps: [{ kind: 'assess', title: `Assess ${title}`, reasons: [title], actions: [title], paths: [title], source: 'S1' }] });
  });
});
