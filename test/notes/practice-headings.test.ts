import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildPracticeMatcher, PRACTICE_NAMES, PRACTICES, practiceHeading } from '../../src/playbook/practice.js';
import { read } from './read.js';

const rows = readFileSync(new URL('../fixtures/headings.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [heading = '', expected = ''] = line.split('\t');
    return [heading, expected] as const;
  });

describe('headings of practices', () => {
  test('covers true and decoy headings', () => {
    expect(rows.filter(([, expected]) => expected !== 'none').length).toBeGreaterThanOrEqual(32);
    expect(rows.filter(([, expected]) => expected === 'none').length).toBeGreaterThanOrEqual(21);
  });

  test.each(rows)('reads "%s" as %s', async (heading, expected) => {
    const { source } = await read(`---\ntype: initiative\n---\n## ${heading}\n\ntext\n`);
    expect(source?.practices?.sections.map(({ practice }) => practice)).toEqual(expected === 'none' ? [] : [expected]);
  });

  test.each(Object.keys(PRACTICE_NAMES))('a new heading in %s is read as what it was written for', (language) => {
    const matcher = buildPracticeMatcher();
    for (const practice of PRACTICES) {
      expect(matcher.match(practiceHeading(practice, language))?.practice).toBe(practice);
    }
  });

  test('names of the vault are read beside the built-in ones', () => {
    const matcher = buildPracticeMatcher({ model: ['Walking the deck'] });
    expect(matcher.match('walking the deck!')).toEqual({ practice: 'model', language: 'own' });
    expect(matcher.match('Model')?.practice).toBe('model');
  });

  test('a slip and a name within other words are near misses, other words are not', () => {
    const matcher = buildPracticeMatcher();
    expect(matcher.nearMiss('Operating model')).toBe('model');
    expect(matcher.nearMiss('Reinfroce')).toBe('reinforce');
    expect(matcher.nearMiss('Budget')).toBeUndefined();
  });
});
