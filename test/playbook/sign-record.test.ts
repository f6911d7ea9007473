import { expect, test } from 'vitest';
import { assessEvidencedLevel } from '../../src/playbook/evidenced-level.js';
import type { Evidence } from '../../src/playbook/note.js';
import { readSignRecords, shownSigns } from '../../src/playbook/sign-record.js';
import { date, executive } from '../builders.js';

const TODAY = date('2026-06-30');

function line(on: string, sign: string | undefined, form: Evidence['form'] = 'did', from = 0): Evidence {
  return { date: date(on), form, category: form === 'did' ? 'tradeoff' : undefined, ...(sign === undefined ? {} : { sign }), text: `${on} ${sign ?? ''}`, from, to: from };
}

test('each sign says whether it is listed, and by which line it was seen last', () => {
  const [old, newer, later] = [line('2025-01-01', 'cx-goal'), line('2026-06-01', 'agenda-item', 'said', 1), line('2026-06-01', 'agenda-item', 'did', 9)];
  const ana = executive({ signs: ['agenda-item', 'in-strategy'], evidence: [old, newer, line('2026-07-01', 'external-message'), later, line('2026-05-01', undefined)] });
  expect(readSignRecords(ana, ['agenda-item', 'in-strategy', 'cx-goal', 'external-message'], TODAY, 180)).toEqual([
    { sign: 'agenda-item', isListed: true, line: later, isRecent: true },
    { sign: 'in-strategy', isListed: true, line: undefined, isRecent: false },
    { sign: 'cx-goal', isListed: false, line: old, isRecent: false },
    { sign: 'external-message', isListed: false, line: undefined, isRecent: false },
  ]);
});

test('a sign counts once, listed or shown by a line of the days that count, whichever way', () => {
  const ana = executive({ signs: ['agenda-item', 'agenda-item'], evidence: [line('2026-06-01', 'agenda-item'), line('2026-06-02', 'internal-message', 'said'), line('2025-01-01', 'cx-goal'), line('2026-07-01', 'in-strategy')] });
  expect(shownSigns(ana, TODAY, 180)).toEqual(['agenda-item', 'internal-message']);
});

test('dated lines carry the evidenced level as the property does', () => {
  const signs = ['agenda-item', 'in-strategy', 'cx-goal', 'internal-message', 'external-message'];
  const options = { evidenceDays: 180, signCount: 8 };
  const reached = (evidence: readonly Evidence[], listed: readonly string[]) => assessEvidencedLevel(executive({ evidence, signs: listed }), TODAY, options);
  const lines = signs.map((sign) => line('2026-06-01', sign));
  expect(reached(lines, [])).toMatchObject({ level: 'advocate', signs });
  expect(reached([line('2026-06-01', undefined)], signs).level).toBe('advocate');
  expect(reached([...lines.slice(0, 2)], signs.slice(1, 4)).next).toMatchObject({ lacks: [{ kind: 'evidence', anyOf: ['time', 'money'] }] });
  expect(reached(lines.slice(0, 4), []).level).toBeUndefined();
});
