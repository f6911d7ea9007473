import { expect, test } from 'vitest';
import { proposeNeededLevel, proposeNeededLevels } from '../../src/playbook/needed-level.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { CommitmentRecord, DEFAULT_AMBITION_RULE } from '../../src/playbook/readiness.js';
import { date, executive, initiative, playbookOf } from '../builders.js';

const ANA = executive({ title: 'Ana', role: 'CEO', commitment: 'advocate', levels: { '2020-01-01': 'advocate' } });
const BEN = executive({ title: 'Ben', unit: 'Freight', commitment: 'passive' });

function record(...notes: readonly PlaybookNote[]): CommitmentRecord {
  return new CommitmentRecord(playbookOf(...notes), date('2026-06-30'));
}

test.each([
  ['the head, by a local ambition', initiative({ ambition: 'local', units: ['Freight'] }), 'toe-dipper', 'head'],
  ['the head, by the ambition of a unit', initiative({ ambition: 'unit', units: ['Freight'], sponsor: ['Ana'] }), 'supporter', 'head'],
  ['the sponsor, across units', initiative({ ambition: 'cross-unit', units: ['Crossings'], sponsor: ['Ben'] }), 'supporter', 'sponsor'],
  ['one who sponsors and leads, the higher of both', initiative({ ambition: 'cross-unit', units: ['Freight'], sponsor: ['Ben'] }), 'supporter', 'sponsor'],
  ['a head, by an enterprise ambition', initiative({ ambition: 'enterprise', units: ['Freight'] }), 'supporter', 'head'],
])('work needs of %s', (_who, work, level, part) => {
  expect(proposeNeededLevel(BEN, record(ANA, BEN, work))).toEqual({ level, because: [{ initiative: work, minimum: level, part }] });
});

test('those who reach the minimum already are needed as much as those who do not', () => {
  const work = initiative({ ambition: 'enterprise', units: ['Freight'] });
  expect(proposeNeededLevel(ANA, record(ANA, BEN, work))).toEqual({ level: 'advocate', because: [{ initiative: work, minimum: 'advocate', part: 'ceo' }] });
});

test('the highest minimum counts, and those that ask most stand first', () => {
  const low = initiative({ title: 'A', ambition: 'local', units: ['Freight'] });
  const high = initiative({ title: 'B', ambition: 'unit', units: ['Freight'] });
  const needed = proposeNeededLevel(BEN, record(BEN, low, high));
  expect(needed?.level).toBe('supporter');
  expect(needed?.because.map(({ initiative: work }) => work.title)).toEqual(['B', 'A']);
});

test('work that is over, says no ambition or lies elsewhere asks for nothing', () => {
  const works = [
    initiative({ title: 'A', ambition: 'unit', units: ['Freight'], status: 'done' }),
    initiative({ title: 'B', ambition: 'unit', units: ['Freight'], status: 'dropped' }),
    initiative({ title: 'C', units: ['Freight'], sponsor: ['Ben'] }),
    initiative({ title: 'D', ambition: 'unit', units: ['Crossings'] }),
  ];
  expect(proposeNeededLevel(BEN, record(BEN, ...works))).toBeUndefined();
});

test('follows an edited rule', () => {
  const work = initiative({ ambition: 'local', units: ['Freight'] });
  const needed = proposeNeededLevels(record(BEN, work), { ...DEFAULT_AMBITION_RULE, localHead: 'advocate' });
  expect([...needed].map(([path, { level }]) => [path, level])).toEqual([[BEN.path, 'advocate']]);
});
