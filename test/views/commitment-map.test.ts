/** The commitment map without a page: what it shows, in which order, and where. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from '../../src/playbook/commitment.js';
import { buildCommitmentTable } from '../../src/playbook/commitment-table.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { DEFAULT_COMMITMENT_CHOICE, describeCommitmentChoice, MAP_FORMS, MAP_ORDERS, MAP_PANELS, readCommitmentChoice, toggleUnit } from '../../src/views/commitment-choice.js';
import { entriesInSight, layoutMap, markPx } from '../../src/views/commitment-map-geometry.js';
import { mapKey } from '../../src/views/commitment-map-keys.js';
import { entriesOf, evidenceMark, neighbourLevel, selectRows, summarise, type CommitmentMapModel, type MapEntry } from '../../src/views/commitment-map-model.js';
import { linkNames, personInWords, plainEvidence } from '../../src/views/commitment-map-words.js';
import { addPerson, coalitionOptions, countSupposed, NOTHING_SUPPOSED, suppose, withoutPerson } from '../../src/views/commitment-what-if.js';
import { date, executive, playbookOf } from '../builders.js';

const TODAY = date('2026-11-22');
const rowsOf = (...people: readonly Parameters<typeof executive>[0][]): CommitmentMapModel['rows'] =>
  buildCommitmentTable(new CommitmentRecord(playbookOf(...people.map((values) => executive(values))), TODAY), { assessedDays: 180, evidenceDays: 180, signCount: 8 });
const titles = (rows: CommitmentMapModel['rows']): readonly string[] => rows.map((row) => row.executive.title);
const select = (rows: CommitmentMapModel['rows'], choice: Partial<typeof DEFAULT_COMMITMENT_CHOICE>): readonly string[] => titles(selectRows({ rows }, { ...DEFAULT_COMMITMENT_CHOICE, ...choice }));

describe('the choice', () => {
  test('is read back as it was described', () => {
    const choices = fc.record({
      form: fc.constantFrom(...MAP_FORMS),
      order: fc.constantFrom(...MAP_ORDERS),
      units: fc.uniqueArray(fc.constantFrom('Freight', 'Group', 'Digital & IT')),
      text: fc.constantFrom('', 'ana'),
      person: fc.constantFrom(undefined, 'People/Ana.md'),
      panel: fc.constantFrom(undefined, ...MAP_PANELS),
      allPeers: fc.boolean(),
    });
    fc.assert(fc.property(choices, (choice) => {
      expect(readCommitmentChoice(describeCommitmentChoice(choice))).toEqual(choice);
    }));
    expect(describeCommitmentChoice(DEFAULT_COMMITMENT_CHOICE)).toEqual({});
  });

  test('never throws, and falls back to the default for what it cannot read', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('as', 'order', 'unit', 'search', 'person', 'panel', 'peers'), fc.anything()), (values) => {
      const { form, order, units } = readCommitmentChoice(values);
      expect([MAP_FORMS.includes(form), MAP_ORDERS.includes(order), units.length <= 100]).toEqual([true, true, true]);
    }));
  });

  test('takes units as a list or with commas, each once in any case, and toggles them so', () => {
    expect(readCommitmentChoice({ unit: 'Freight, group , FREIGHT,,' }).units).toEqual(['Freight', 'group']);
    expect(toggleUnit(['Freight', 'Group'], ' freight')).toEqual(['Group']);
    expect(toggleUnit([], 'Freight')).toEqual(['Freight']);
  });
});

describe('rows', () => {
  const rows = rowsOf(
    { title: 'Zoe', role: 'CEO', unit: 'Group', commitment: 'supporter', neededCommitment: 'advocate', influence: 3 },
    { title: 'Ana', unit: 'Freight', commitment: 'advocate', neededCommitment: 'supporter' },
    { title: 'Ben', unit: 'freight', commitment: 'opposer', neededCommitment: 'supporter', influence: 5 },
    { title: 'Cy', role: 'COO' },
  );

  test('stand in the order that is chosen; equals as the table has them', () => {
    expect(select(rows, {})).toEqual(['Zoe', 'Ana', 'Ben', 'Cy']);
    expect(select(rows, { order: 'unit' })).toEqual(['Ana', 'Ben', 'Zoe', 'Cy']);
    expect(select(rows, { order: 'gap' })).toEqual(['Ben', 'Zoe', 'Ana', 'Cy']);
    expect(select(rows, { order: 'influence' })).toEqual(['Ben', 'Zoe', 'Ana', 'Cy']);
  });

  test('are those of the core’s table under the same units', () => {
    const core = buildCommitmentTable(new CommitmentRecord(playbookOf(...rows.map((row) => row.executive)), TODAY), { assessedDays: 180, evidenceDays: 180, signCount: 8, units: ['FREIGHT'] });
    expect(select(rows, { units: ['FREIGHT'] })).toEqual(titles(core));
    expect(select(rows, { units: ['Freight'], text: 'an' })).toEqual(['Ana']);
  });

  test('get a heading for each unit, in any case, that counts them', () => {
    const entries = entriesOf(selectRows({ rows }, { ...DEFAULT_COMMITMENT_CHOICE, order: 'unit' }), 'unit');
    expect(entries.map((entry) => (entry.kind === 'unit' ? [entry.unit, entry.count, entry.below] : entry.row.executive.title))).toEqual([['Freight', 2, 1], 'Ana', 'Ben', ['Group', 1, 1], 'Zoe', [undefined, 1, 0], 'Cy']);
  });

  test('are counted by what they lack', () => expect(summarise(rows, 9)).toEqual({ shown: 4, total: 9, below: 2, above: 1, unknown: 1 }));
});

describe('the evidence mark', () => {
  test.each<[CommitmentLevel | undefined, boolean, ReturnType<typeof evidenceMark>]>([
    ['supporter', true, { level: 'toe-dipper' }],
    ['supporter', false, { level: undefined }],
    ['toe-dipper', true, undefined],
    ['opposer', true, { level: 'toe-dipper' }],
    ['opposer', false, undefined],
    ['passive', false, undefined],
    [undefined, true, { level: 'toe-dipper' }],
    [undefined, false, undefined],
  ])('of %s with time given: %s is %j', (commitment, gaveTime, expected) => {
    const [row] = rowsOf({ title: 'Ana', commitment, evidence: gaveTime ? [{ date: date('2026-11-01'), form: 'did', category: 'time', text: 'x', from: 0, to: 1 }] : [] });
    expect(evidenceMark(row!)).toEqual(expected);
  });
});

test('one level up and down, not assessed before the lowest', () => {
  expect([neighbourLevel(undefined, 1), neighbourLevel('opposer', 1), neighbourLevel('advocate', 1), neighbourLevel('opposer', -1), neighbourLevel(undefined, -1)]).toEqual(['opposer', 'passive', undefined, undefined, undefined]);
});

test('a row says what it is in words, without a colour', () => {
  const [row] = rowsOf({ title: 'Ines Falk', role: 'CEO', commitment: 'supporter', neededCommitment: 'advocate', influence: 5, evidence: [{ date: date('2026-11-01'), form: 'did', category: 'money', text: 'x', from: 0, to: 1 }, { date: date('2026-11-01'), form: 'did', category: 'peer', text: 'x', from: 0, to: 1 }] });
  expect(personInWords(row!, (level) => level)).toBe('Ines Falk, CEO: now supporter, needed advocate, 1 level to go, influence 5');
});

describe('geometry', () => {
  const people = (count: number, level: CommitmentLevel | undefined): readonly MapEntry[] => rowsOf(...Array.from({ length: count }, (_, index) => ({ title: `P${String(index).padStart(4, '0')}`, commitment: level }))).map((row) => ({ kind: 'person', key: row.executive.path, row }));

  test('the middle of a column means its level, at any width, with and without those not assessed', () => {
    fc.assert(fc.property(fc.integer({ min: 250, max: 4000 }), fc.constantFrom(...COMMITMENT_LEVELS), fc.constantFrom(undefined, 'passive' as const), (width, level, other) => {
      const layout = layoutMap(people(1, other), width);
      expect(layout.levelAt(layout.centreOf(level))).toBe(level);
    }));
  });

  test('levels rise from the inline start, and beyond the ends the nearest counts', () => {
    const layout = layoutMap(people(1, undefined), 900);
    const centres = [undefined, ...COMMITMENT_LEVELS].map(layout.centreOf);
    expect([...centres].sort((a, b) => a - b)).toEqual(centres);
    expect([layout.levelAt(-50), layout.levelAt(layout.centreOf(undefined)), layout.levelAt(5000)]).toEqual(['opposer', 'opposer', 'advocate']);
  });

  test('of a thousand rows only those in sight and the one with the focus are drawn', () => {
    const entries = people(1000, 'passive');
    const layout = layoutMap(entries, 900);
    expect(layout.totalPx).toBe(1000 * layout.rowPx);
    const indexes = entriesInSight(layout, entries.length, 30_000, 700, 3);
    expect(indexes[0]).toBe(3);
    expect(indexes.length).toBeLessThan(40);
    expect(layout.topOf(indexes[1]!)).toBeLessThan(30_000);
    expect(layout.topOf(indexes.at(-1)! + 1)).toBeGreaterThan(30_700);
    expect(entriesInSight(layoutMap([], 900), 0, 0, 700, -1)).toEqual([]);
  });

  test('more influence is a larger mark, and anything else stays in bounds', () => {
    const sizes = [1, 2, 3, 4, 5].map(markPx);
    expect([...new Set(sizes)].sort((a, b) => a - b)).toEqual(sizes);
    expect([markPx(-3), markPx(99), markPx(undefined)]).toEqual([markPx(1), markPx(5), markPx(2)]);
  });
});

describe('keys', () => {
  const press = (key: string, modifiers: Partial<KeyboardEvent> = {}): Parameters<typeof mapKey>[0] => ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers });

  test('Alt with an arrow goes where the arrow points, whichever side the page reads from', () => {
    const steps = (key: string, isRtl: boolean): unknown => mapKey(press(key, { altKey: true }), isRtl);
    expect([steps('ArrowRight', false), steps('ArrowRight', true), steps('ArrowLeft', true)]).toEqual([{ kind: 'step', steps: 1 }, { kind: 'step', steps: -1 }, { kind: 'step', steps: 1 }]);
  });

  test('leaves alone what is the app’s', () => {
    expect([mapKey(press('ArrowLeft', { altKey: true, ctrlKey: true }), false), mapKey(press('m', { ctrlKey: true }), false), mapKey(press('Tab'), false), mapKey(press('p', { metaKey: true }), false)]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('words', () => {
  test('names of notes in a sentence become links; names that it leaves out stand apart', () => {
    const notes = ['Ana', 'Ben', 'Gone'].map((title) => ({ path: `${title}.md`, title }));
    expect(linkNames('Let Ana and Ben speak.', notes)).toEqual({
      pieces: [{ text: 'Let ', path: undefined }, { text: 'Ana', path: 'Ana.md' }, { text: ' and ', path: undefined }, { text: 'Ben', path: 'Ben.md' }, { text: ' speak.', path: undefined }],
      unnamed: [notes[2]],
    });
  });

  test('whatever the names, the pieces are the sentence', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 })), (text, named) => {
      const { pieces } = linkNames(text, named.map((title, index) => ({ path: `${index}`, title })));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }));
  });

  test('tags at the end of a line are left out, those within stay', () => {
    expect([plainEvidence('Moved 40 to #1 texts #money #in-strategy'), plainEvidence('#money')]).toEqual(['Moved 40 to #1 texts', '#money']);
  });
});

test('what is supposed becomes the options of the coalition, and is counted only where something is', () => {
  const supposed = suppose(addPerson(suppose(NOTHING_SUPPOSED, 'Ana.md', { level: 'supporter' }), 'Ben.md'), 'Cy.md', { withCase: true });
  expect(coalitionOptions(50, supposed)).toEqual({ percent: 50, levels: new Map([['Ana.md', 'supporter']]), withCase: new Set(['Cy.md']) });
  expect([supposed.size, countSupposed(supposed), withoutPerson(supposed, 'Cy.md').size, NOTHING_SUPPOSED.size, commitmentRank('opposer')]).toEqual([3, 2, 2, 0, 0]);
});
