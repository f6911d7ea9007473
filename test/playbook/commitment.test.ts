import { describe, expect, test } from 'vitest';
import { COMMITMENT_LEVELS, COMMITMENT_MOVES, commitmentRank, parseCommitmentLevel, reachesLevel } from '../../src/playbook/commitment.js';
import { COMPETENCIES, parseCompetency } from '../../src/playbook/competency.js';

describe('commitment level', () => {
  test.each([
    ['toe-dipper', 'toe-dipper'],
    ['Toe Dipper', 'toe-dipper'],
    ['toedipper', 'toe-dipper'],
    ['TOE_DIPPERS', 'toe-dipper'],
    ['  toe -  dippers ', 'toe-dipper'],
    ['Advocates', 'advocate'],
    ['opposers', 'opposer'],
    ['Passive', 'passive'],
    ['supporter', 'supporter'],
  ])('reads "%s" as %s', (text, level) => expect(parseCommitmentLevel(text)).toBe(level));

  test.each(['', 's', 'champion', 'passiv', 'toe', 'opposerss', 'constructor', '__proto__', 'advocate!'])('does not read "%s"', (text) =>
    expect(parseCommitmentLevel(text)).toBeUndefined(),
  );

  test('is ordered from opposer to advocate', () => {
    expect(COMMITMENT_LEVELS.map(commitmentRank)).toEqual([0, 1, 2, 3, 4]);
    expect(reachesLevel('supporter', 'supporter')).toBe(true);
    expect(reachesLevel('toe-dipper', 'supporter')).toBe(false);
  });

  test('moves up only as the sources state: three moves, none from supporter or advocate', () => {
    expect(Object.entries(COMMITMENT_MOVES).map(([from, move]) => [from, move.to])).toEqual([
      ['opposer', 'passive'],
      ['passive', 'toe-dipper'],
      ['toe-dipper', 'supporter'],
    ]);
  });
});

describe('competency', () => {
  test.each([...COMPETENCIES])('reads %s however it is spaced', (slug) => {
    const words = slug.split('-');
    for (const text of [slug, words.join(' '), words.join('_').toUpperCase(), ` ${words.join('')} `]) expect(parseCompetency(text)).toBe(slug);
  });

  test.each(['', 'leadership', 'purposeful-leaders', 'toString'])('does not read "%s"', (text) => expect(parseCompetency(text)).toBeUndefined());
});
