import { describe, expect, test } from 'vitest';
import { assessEvidencedLevel } from '../../src/playbook/evidenced-level.js';
import type { Evidence, EvidenceCategory } from '../../src/playbook/note.js';
import { date, executive } from '../builders.js';

const TODAY = date('2026-06-30');
const OPTIONS = { evidenceDays: 180, signCount: 8 };

function did(category: EvidenceCategory | undefined, on = '2026-06-01'): Evidence {
  return { date: date(on), form: 'did', category, text: `did ${category ?? 'something'}`, from: 0, to: 0 };
}

const SIX = ['agenda-item', 'in-strategy', 'cx-goal', 'internal-message', 'external-message'];

describe('the level that evidence reaches', () => {
  test.each<[string, readonly EvidenceCategory[], readonly string[], string | undefined]>([
    ['nothing', [], [], undefined],
    ['time', ['time'], [], 'toe-dipper'],
    ['money', ['money'], [], 'toe-dipper'],
    ['people without a peer', ['people'], [], undefined],
    ['a peer alone', ['peer'], [], undefined],
    ['money and a peer', ['money', 'peer'], [], 'supporter'],
    ['people and a peer', ['people', 'peer'], [], 'supporter'],
    ['time and a peer', ['time', 'peer'], [], 'toe-dipper'],
    ['a trade-off and half of the signs', ['money', 'tradeoff'], SIX.slice(0, 4), 'toe-dipper'],
    ['a trade-off and more than half of the signs', ['tradeoff'], SIX, 'advocate'],
    ['signs alone', [], SIX, undefined],
    ['a sign named five times', ['tradeoff'], Array.from({ length: 5 }, () => 'cx-goal'), undefined],
    ['a priority', ['priority'], [], undefined],
  ])('by %s', (_by, categories, signs, level) => {
    expect(assessEvidencedLevel(executive({ evidence: categories.map((category) => did(category)), signs }), TODAY, OPTIONS).level).toBe(level);
  });

  test('leaves out what was only said, what is older than the days that count and what is to come', () => {
    const evidence = [{ ...did('money'), form: 'said' as const }, did('money', '2025-12-31'), did('time', '2026-07-01'), did(undefined)];
    expect(assessEvidencedLevel(executive({ evidence }), TODAY, OPTIONS)).toEqual({
      level: undefined,
      items: [],
      signs: [],
      next: { level: 'toe-dipper', lacks: [{ kind: 'evidence', anyOf: ['time', 'money'] }] },
    });
    expect(assessEvidencedLevel(executive({ evidence: [did('time', '2026-01-01')] }), TODAY, OPTIONS).level).toBe('toe-dipper');
  });

  test('never says passive or opposer, whatever is recorded', () => {
    expect(assessEvidencedLevel(executive({ commitment: 'opposer' }), TODAY, OPTIONS).level).toBeUndefined();
  });

  test('names what it rests on and what the level above lacks', () => {
    const [money, peer, priority] = [did('money'), did('peer'), did('priority')];
    expect(assessEvidencedLevel(executive({ evidence: [priority, money, peer], signs: ['cx-goal'] }), TODAY, OPTIONS)).toEqual({
      level: 'supporter',
      items: [money, peer],
      signs: [],
      next: { level: 'advocate', lacks: [{ kind: 'evidence', anyOf: ['tradeoff'] }, { kind: 'signs', count: 4 }] },
    });
    const tradeoff = did('tradeoff');
    expect(assessEvidencedLevel(executive({ evidence: [money, tradeoff], signs: SIX }), TODAY, OPTIONS)).toEqual({ level: 'advocate', items: [tradeoff], signs: SIX, next: undefined });
  });

  test('counts the signs of the vault’s own list', () => {
    const ana = executive({ evidence: [did('tradeoff')], signs: SIX });
    expect(assessEvidencedLevel(ana, TODAY, { evidenceDays: 180, signCount: 10 }).level).toBeUndefined();
    expect(assessEvidencedLevel(ana, TODAY, { evidenceDays: 180, signCount: 9 }).level).toBe('advocate');
  });
});
