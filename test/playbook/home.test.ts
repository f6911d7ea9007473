import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import { DEFAULT_THRESHOLDS } from '../../src/lint/rule.js';
import { CommitmentRecord } from '../../src/playbook/commitment-record.js';
import { assessHome, type Home } from '../../src/playbook/home.js';
import { assessNextSteps } from '../../src/playbook/next-steps.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { SIGNS } from '../../src/playbook/sign.js';
import { assessStandings } from '../../src/playbook/standing.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { date, executive, initiative, playbookOf } from '../builders.js';

const today = date('2026-11-22');
const options = { thresholds: DEFAULT_THRESHOLDS, signCount: SIGNS.length };
const homeOf = (...notes: readonly PlaybookNote[]): Home => assessHome(new CommitmentRecord(playbookOf(...notes), today), options);

describe('as a whole', () => {
  const notes = [
    executive({ title: 'Ana', role: 'CEO', unit: 'Group', commitment: 'supporter', neededCommitment: 'advocate', assessed: '2026-01-05' }),
    executive({ title: 'Ben', unit: 'IT', commitment: 'passive', assessed: '2026-10-01' }),
    executive({ title: 'Chi' }),
    initiative({ title: 'Record', units: ['IT'], ambition: 'unit', status: 'active', start: '2026-06', end: '2027-06' }),
  ];

  test('says the same as each judgement by itself', () => {
    const playbook = playbookOf(...notes);
    const record = new CommitmentRecord(playbook, today);
    const home = assessHome(record, options);
    expect(home.steps).toEqual(assessNextSteps(playbook, record));
    expect(home.standings).toEqual(assessStandings(playbook, today, DEFAULT_THRESHOLDS));
    expect([home.below, home.notAssessed, home.openItems]).toEqual([1, 1, 1]);
    expect(home.stale.map(({ executive: { title } }) => title)).toEqual(['Chi', 'Ana']);
    expect(home.gaps.short.map(({ item: { title } }) => title)).toEqual(['Record']);
  });

  test('does not depend on the order in which notes were read', () => {
    expect(homeOf(...[...notes].reverse())).toEqual(homeOf(...notes));
  });

  test('follows a change of one note, whatever was asked before', () => {
    const playbook = playbookOf(...notes);
    const assess = (): Home => assessHome(new CommitmentRecord(playbook, today), options);
    expect(assess().standings[1]?.level).toBe('passive');
    playbook.setNote(executive({ title: 'Ben', unit: 'IT', commitment: 'supporter', assessed: '2026-11-20' }));
    expect(assess()).toEqual(homeOf(...playbook.executives, ...playbook.initiatives));
    expect(assess().gaps.short).toEqual([]);
  });

  test('follows the thresholds, though the notes are the same', () => {
    const record = new CommitmentRecord(playbookOf(...notes), today);
    const stale = (assessedDays: number): readonly string[] => assessHome(record, { ...options, thresholds: { ...DEFAULT_THRESHOLDS, assessedDays } }).stale.map(({ executive: { title } }) => title);
    expect([stale(180), stale(400), stale(30)]).toEqual([['Chi', 'Ana'], ['Chi'], ['Chi', 'Ana', 'Ben']]);
  });

  test('is empty, and no judgement throws, for an empty playbook', () => {
    const home = homeOf();
    expect(home.steps).toEqual([]);
    expect(home.trend.points).toEqual([]);
    expect(home.coverage).toHaveLength(4);
  });
});

describe('the sample vault', () => {
  let home: Home;

  beforeAll(async () => {
    const { playbook } = await PlaybookStore.open(new FsVault(join(import.meta.dirname, '../sample-vault')), { today });
    home = assessHome(new CommitmentRecord(playbook, today), options);
  });

  test('starts in Freight, where the head is recorded as advocate', () => {
    expect(home.steps[0]?.title).toBe('Start here: Freight, with Rune Aldous (MD Freight)');
    expect(home.starts[0]?.unit).toBe('Freight');
  });

  test('has a purse that is proven and told to nobody', () => {
    expect(home.untold.map(({ title }) => title)).toEqual(['Quayside goodwill purse']);
    expect(home.steps[1]?.title).toBe('Tell the result of Quayside goodwill purse');
  });

  test('shows who moved since spring', () => {
    expect(home.trend.up.map(({ executive: { title } }) => title)).toEqual(['Tobias Rhee (CFO)', 'Marguerite Oyelaran (COO)', 'Rune Aldous (MD Freight)', 'Pavel Achterberg (CHRO)']);
    expect(home.trend.down.map(({ executive: { title } }) => title)).toEqual(['Sunniva Brandt (CMO)']);
    expect(home.trend.points.map(({ quarter }) => quarter)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', undefined]);
  });

  test('has stalled work, talks within two weeks, and all four competencies covered', () => {
    expect(home.stalled.map(({ work: { title }, kind }) => `${title}: ${kind}`)).toEqual(['Harbour data clean-up: stalled', 'Promise into fares and tickets: paused']);
    expect(home.contacts.next.map(({ executive: { title } }) => title)[0]).toBe('Marguerite Oyelaran (COO)');
    expect(home.coverage.every(({ executives, work }) => executives.length > 0 && work.length > 0)).toBe(true);
  });
});
