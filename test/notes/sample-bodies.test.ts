/** What the readers find in the sample vault, which nobody wrote for them. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import type { Playbook } from '../../src/playbook/playbook.js';
import { promiseState } from '../../src/playbook/room.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { day } from '../lint/lint-files.js';

const TODAY = day('2026-11-22');
let playbook: Playbook;

beforeAll(async () => {
  ({ playbook } = await PlaybookStore.open(new FsVault(join(import.meta.dirname, '../sample-vault')), { today: TODAY }));
});

describe('the sample vault', () => {
  test('its April room walked five stages and made five promises, four of them kept', () => {
    const [room] = playbook.ofKind('room');
    expect(room?.date).toBe('2026-04-08');
    expect(room?.stages).toEqual(['Book', 'Wait', 'Hear', 'Ask again', 'Afterwards']);
    expect(room?.promises.map(({ by, kept }) => [by, kept])).toEqual([['2026-05-18', true], ['2026-07-01', true], ['2026-07-15', true], ['2026-09-01', true], ['2026-10-01', false]]);
    expect(room?.promises.map((promise) => promiseState(promise, TODAY))).toEqual(['kept', 'kept', 'kept', 'kept', 'overdue']);
    expect(room?.promises.flatMap(({ who }) => playbook.resolveExecutives(who, room.path)).map(({ title }) => title)).toEqual(['Ines Falk (CEO)', 'Marguerite Oyelaran (COO)', 'Rune Aldous (MD Freight)', 'Yara Stentoft (MD Crossings)', 'Sunniva Brandt (CMO)']);
  });

  test('its messages and sessions have their days', () => {
    expect([...playbook.ofKind('comms'), ...playbook.ofKind('session')].map(({ date }) => date)).toEqual(['2026-01-19', '2026-03-24', '2026-06-11', '2026-10-22']);
  });

  test('its insights speak, its cases tell stories', () => {
    expect(playbook.ofKind('insight').map(({ title, date, verbatims }) => [title, date, verbatims.length])).toEqual([
      ['Engagement pulse 2026-09', undefined, 1], ['Verbatims 2026-10', undefined, 4], ['Voice – Haulier at Harrow Sound', '2026-06-18', 2], ['Voice – Stranded at Tarn Quay', '2026-03-05', 2],
    ]);
    expect(playbook.ofKind('case').map(({ hasStory }) => hasStory)).toEqual([true, true]);
  });

  test('its purse pilot was told to nobody', () => {
    expect(playbook.ofKind('pilot').map(({ title, toldOn }) => [title, toldOn])).toEqual([
      ['Freight promise board at Harrow Sound', ['2026-11-10', '2026-11-12']], ['Quayside goodwill purse', []], ['Storm texts on the night boat', []],
    ]);
  });

  test('its purse says what follows a mistake, its awards stand beside sales', () => {
    expect(playbook.ofKind('empowerment')).toMatchObject([{ saysMistakes: true }]);
    const forms = ['money', 'time-off', 'recognition', 'fun'];
    expect(playbook.ofKind('recognition')).toMatchObject([{ forms, salesForms: forms, comparesWithSales: true, saysCadence: true }]);
  });
});
