import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { changeItem, PLAYBOOK_PROPERTIES, type ItemEdit, type ItemEditContext } from '../../src/notes/item-edit.js';
import type { Initiative } from '../../src/playbook/note.js';
import { executive, initiative, playbookOf } from '../builders.js';
import { read } from './read.js';

const PATH = 'Initiatives/Storm texts.md';
const PURSE = 'Initiatives/Purse.md';
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

const CONTEXT: ItemEditContext = {
  playbook: playbookOf(
    executive({ title: 'Ana', aliases: ['The boss'] }),
    executive({ title: 'Ben' }),
    executive({ path: 'Old/Ben.md' }),
    executive({ title: 'C#sharp' }),
    initiative({ title: 'Purse', aliases: ['The purse'] }),
    initiative({ title: 'Rules' }),
    initiative({ path: PATH }),
  ),
  properties: PLAYBOOK_PROPERTIES,
};

beforeAll(loadYamlReader);

/** The frontmatter after the change, given the lines before. */
function change(lines: string, edit: Omit<ItemEdit, 'path'>, context = CONTEXT): string {
  return changeText(`---\n${lines}---\n# Storm texts\n`, edit, context).replace(/^---\n/, '').replace(/---\n# Storm texts\n$/, '');
}

function changeText(text: string, edit: Omit<ItemEdit, 'path'>, context = CONTEXT): string {
  const result = changeItem(text, { path: PATH, ...edit }, context);
  if (!result.ok) throw new Error(result.problem.message);
  expect(applyEdits(text, result.edits)).toBe(result.text);
  return result.text;
}

function refusal(text: string, edit: Omit<ItemEdit, 'path'>): readonly [place: string, message: string] {
  const result = changeItem(text, { path: PATH, ...edit }, CONTEXT);
  if (result.ok) throw new Error(`It was changed: ${result.text}`);
  return [text.slice(result.problem.from, result.problem.to), result.problem.message];
}

describe('dates', () => {
  test.each([
    ['a day', 'start: 2026-03-03 # agreed\nend: 2026-06-09\n', { start: '2026-03-10' }, 'start: 2026-03-10 # agreed\nend: 2026-06-09\n'],
    ['in quotes', 'start: "2026-Q1"\n', { start: '2026-Q2' }, 'start: "2026-Q2"\n'],
    ['a year written as a number', 'start: 2027\n', { start: '2028' }, 'start: 2028\n'],
    ['a year written as text', "start: '2027'\n", { start: '2028' }, "start: '2028'\n"],
    ['a year that a day becomes', 'start: 2027-03-01\n', { start: '2028' }, 'start: 2028\n'],
    ['a day that a year becomes', 'start: 2027\n', { start: '2028-01-01' }, 'start: 2028-01-01\n'],
    ['with a time of day', 'start: 2026-03-03T09:30\n', { start: '2026-03-10' }, 'start: 2026-03-10T09:30\n'],
    ['where none is written yet', 'start:\nend: # open\n', { start: '2027', end: '2027-Q1' }, 'start: 2027\nend: 2027-Q1 # open\n'],
    ['that has no property yet', 'type: pilot\n', { end: '2027-03' }, 'type: pilot\nend: 2027-03\n'],
    ['that goes', 'start: 2026-03-03 # agreed\nend: 2026\n', { start: null }, 'start:  # agreed\nend: 2026\n'],
    ['that is gone', 'start:\n', { start: null, end: null }, 'start:\n'],
    ['that is so already', 'start: " 2027 "\nend: 2027-01-01 10:00\n', { start: '2027', end: '2027-01-01' }, 'start: " 2027 "\nend: 2027-01-01 10:00\n'],
  ])('%s', (_what, before, edit, after) => {
    expect(change(before, edit)).toBe(after);
  });

  test('come into a note without properties', () => {
    expect(changeText('# Storm texts\r\n', { start: '2027' })).toBe('---\r\nstart: 2027\r\n---\r\n# Storm texts\r\n');
  });

  test('that were changed meanwhile are left, with what they are now', () => {
    const note = '---\nstart: 2026-03-03\nend: 2026-07\n---\n';
    const was = { start: '2026-03-03', end: '2026-06' };
    expect(refusal(note, { start: '2026-04-03', end: '2026-07-01', was })).toEqual(['end: 2026-07', '"end" was changed meanwhile (2026-07). Look at the new dates, then try again.']);
    expect(refusal('---\nend: 2026-06\n---\n', { end: '2026-07', was })[1]).toBe('"start" was changed meanwhile (it has no date now). Look at the new dates, then try again.');
    expect(refusal(note, { start: '2026-03-01', was })[0]).toBe('end: 2026-07');
  });

  test('that say already what is wanted are no obstacle', () => {
    const note = '---\nstart: 2026-03-03\nend: 2026-07\n---\n';
    expect(changeText(note, { end: '2026-07', was: { start: '2026-03-03', end: '2026-06' } })).toBe(note);
    expect(changeText('---\nstart: soon\n---\n', { start: '2027', was: { start: undefined, end: undefined } })).toBe('---\nstart: 2027\n---\n');
  });
});

describe('what an item waits for', () => {
  test.each([
    ['is added to the list as it is written', 'depends_on:\n- "[[Rules]]" # first\nend: 2027\n', { addPredecessors: [PURSE] }, 'depends_on:\n- "[[Rules]]" # first\n- "[[Purse]]"\nend: 2027\n'],
    ['is added in brackets', 'depends_on: ["[[Rules]]"] # x\n', { addPredecessors: [PURSE] }, 'depends_on: ["[[Rules]]", "[[Purse]]"] # x\n'],
    ['is added to empty brackets as other lists are written', 'sponsor:\n  - "[[Ana]]"\ndepends_on: []\n', { addPredecessors: [PURSE] }, 'sponsor:\n  - "[[Ana]]"\ndepends_on:\n  - "[[Purse]]"\n'],
    ['is added to a single link', 'depends_on: "[[Rules]]"\n', { addPredecessors: [PURSE] }, 'depends_on:\n  - "[[Rules]]"\n  - "[[Purse]]"\n'],
    ['is added where nothing is yet', 'start: 2027\n', { addPredecessors: [PURSE, PURSE] }, 'start: 2027\ndepends_on:\n  - "[[Purse]]"\n'],
    ['is not added twice, however it is written', 'depends_on: ["[[Initiatives/Purse#Why|it]]"]\n', { addPredecessors: [PURSE] }, 'depends_on: ["[[Initiatives/Purse#Why|it]]"]\n'],
    ['is removed by its alias', 'depends_on: ["[[The purse]]", "[[Rules]]"]\n', { removePredecessors: [PURSE] }, 'depends_on: ["[[Rules]]"]\n'],
    ['is removed by its path, part and label', 'depends_on:\n  - "[[Initiatives/Purse#Why|it]]"\n  - "[[Rules]]" # stays\n', { removePredecessors: [PURSE] }, 'depends_on:\n  - "[[Rules]]" # stays\n'],
    ['is removed by its bare name', 'depends_on:\n  - Purse\n  - Rules\n', { removePredecessors: [PURSE] }, 'depends_on:\n  - Rules\n'],
    ['is removed each time that it is named', 'depends_on: ["[[Purse]]", "[[Rules]]", "[[purse]]"]\n', { removePredecessors: [PURSE] }, 'depends_on: ["[[Rules]]"]\n'],
    ['is removed as the last one', 'depends_on:\n  - "[[Purse]]"\nend: 2027\n', { removePredecessors: [PURSE] }, 'depends_on: []\nend: 2027\n'],
    ['is removed as a single link', 'depends_on: "[[Purse]]" # x\n', { removePredecessors: [PURSE] }, 'depends_on:  # x\n'],
    ['is removed without quotes', 'depends_on: [[Purse]]\n', { removePredecessors: [PURSE] }, 'depends_on: []\n'],
    ['is removed and another is added', 'depends_on:\n  - "[[Purse]]"\n', { removePredecessors: [PURSE], addPredecessors: ['Initiatives/Rules.md'] }, 'depends_on:\n  - "[[Rules]]"\n'],
    ['stays where it leads nowhere', 'depends_on: ["[[Gone]]", "[[Purse]]"]\n', { removePredecessors: [PURSE] }, 'depends_on: ["[[Gone]]"]\n'],
  ])('%s', (_what, before, edit, after) => {
    expect(change(before, edit)).toBe(after);
  });
});

describe('another lane', () => {
  const leader = (from: string | undefined, to: string | undefined): Omit<ItemEdit, 'path'> => ({ lane: { groupBy: 'leader', from, to } });
  const lane = (groupBy: string, from: string | undefined, to: string | undefined): Omit<ItemEdit, 'path'> => ({ lane: { groupBy, from, to } });

  test.each([
    ['replaces the first sponsor and keeps the others', 'sponsor:\n  - "[[Ana]]"\n  - "[[Nobody]]" # external\n', leader('Executives/Ana.md', 'Executives/Ben.md'), 'sponsor:\n  - "[[Executives/Ben]]"\n  - "[[Nobody]]" # external\n'],
    ['passes over what is no executive', 'sponsor: ["[[Purse]]", "[[The boss]]"]\n', leader('Executives/Ana.md', 'Old/Ben.md'), 'sponsor: ["[[Purse]]", "[[Ben]]"]\n'],
    ['names the sponsor once', 'sponsor: ["[[Ana]]", "[[Old/Ben]]"]\n', leader('Executives/Ana.md', 'Old/Ben.md'), 'sponsor: ["[[Ben]]"]\n'],
    ['gives a sponsor', 'sponsor: []\n', leader(undefined, 'Executives/Ana.md'), 'sponsor:\n  - "[[Ana]]"\n'],
    ['puts the sponsor before what is no executive', 'sponsor: ["[[Purse]]"]\n', leader(undefined, 'Executives/Ana.md'), 'sponsor: ["[[Ana]]", "[[Purse]]"]\n'],
    ['takes the sponsor away', 'sponsor: "[[Ana]]"\nend: 2027\n', leader('Executives/Ana.md', undefined), 'sponsor:\nend: 2027\n'],
    ['replaces the first competency and keeps the others', 'competencies: [Employee Engagement, purposeful-leadership]\n', lane('competency', 'employee-engagement', 'customer-connectedness'), 'competencies: [customer-connectedness, purposeful-leadership]\n'],
    ['puts a competency first that the note has', 'competencies: [employee-engagement, purposeful-leadership]\n', lane('competency', 'employee-engagement', 'purposeful-leadership'), 'competencies: [purposeful-leadership]\n'],
    ['replaces the first unit in any spelling', 'units:\n  - HARBOUR\n  - Yard\n', lane('unit', 'Harbour', 'Crew'), 'units:\n  - Crew\n  - Yard\n'],
    ['leaves a unit in another spelling', 'units: [HARBOUR]\n', lane('unit', 'Yard', 'Harbour'), 'units: [HARBOUR]\n'],
    ['sets a status', 'status: idea # since May\n', lane('status', 'idea', 'active'), 'status: active # since May\n'],
    ['takes a phase away', 'phase: embed\n', lane('phase', 'embed', undefined), 'phase:\n'],
    ['sets a property of the author', 'Region: "North"\n', lane('property:Region', 'North', 'South: 1'), 'Region: "South: 1"\n'],
    ['sets a number of the author', 'Wave: 1\n', lane('property:Wave', '1', '2'), 'Wave: 2\n'],
    ['sets the ambition', 'ambition: local\n', lane('property:ambition', 'local', 'unit'), 'ambition: unit\n'],
  ])('%s', (_what, before, edit, after) => {
    expect(change(before, edit)).toBe(after);
    expect(change(after, edit)).toBe(after);
  });
});

test('a value that was changed meanwhile is left, not one that only is spelled otherwise', () => {
  const lane = (groupBy: string, from: string | undefined, to: string | undefined): Omit<ItemEdit, 'path'> => ({ lane: { groupBy, from, to } });
  expect(refusal('---\nstatus: done\n---\n', lane('status', 'idea', 'active'))).toEqual(['status: done', '"status" was changed meanwhile (done). Look at the new value, then try again.']);
  expect(refusal('---\nRegion: South\n---\n', lane('property:Region', 'North', 'East'))[1]).toContain('"Region" was changed meanwhile (South)');
  expect(change('Region: East\n', lane('property:Region', 'North', 'East'))).toBe('Region: East\n');
  // However it is spelled: the lane says what it means.
  expect(change('status: Active\n', lane('status', 'active', 'done'))).toBe('status: done\n');
  // What cannot be read stands in the lane of those without a value.
  expect(change('status: maybe\n', lane('status', undefined, 'done'))).toBe('status: done\n');
});

test('yes or no stays what it is, in quotes or not', () => {
  expect(change('urgent: true # yes\n', { lane: { groupBy: 'property:urgent', from: 'true', to: 'false' } })).toBe('urgent: false # yes\n');
  expect(change('urgent: "true"\n', { lane: { groupBy: 'property:urgent', from: 'true', to: 'false' } })).toBe('urgent: "false"\n');
});

test('other properties are set and taken away, a number as a number', () => {
  expect(change('status: idea\nprogress: 10 # %\n', { properties: { status: null, progress: 40, ambition: 'unit' } })).toBe('status:\nprogress: 40 # %\nambition: unit\n');
});

test('the properties that a base maps are written in place of the playbook’s', () => {
  const properties = { ...PLAYBOOK_PROPERTIES, start: 'begins', status: 'Stage', dependsOn: 'after', sponsor: 'owner' };
  expect(change('begins: 2026\nStage: idea\n', { start: '2027', addPredecessors: [PURSE], properties: { status: 'active' }, lane: { groupBy: 'leader', from: undefined, to: 'Executives/Ana.md' } }, { ...CONTEXT, properties })).toBe(
    'begins: 2027\nStage: active\nowner:\n  - "[[Ana]]"\nafter:\n  - "[[Purse]]"\n',
  );
});

describe('what stands in the way is said with its place', () => {
  test.each<[string, string, Omit<ItemEdit, 'path'>, string, RegExp]>([
    ['broken frontmatter', '---\ntype: [pilot\n---\n', { start: '2027' }, '-', /\.$/],
    ['an anchor', '---\nstart: &a 2026\nother: *a\n---\n', { start: '2027' }, 'start: &a 2026', /Change it by hand\.$/],
    ['a list for a date', '---\nstart: [2026]\n---\n', { start: '2027' }, 'start: [2026]', /^Property "start" holds a list or map\. Change it by hand\.$/],
    ['a list that a lane would overwrite', '---\nRegion: [North, West]\n---\n', { lane: { groupBy: 'property:Region', from: undefined, to: 'South' } }, 'Region: [North, West]', /holds a list or map/],
    ['a map within a list', '---\ndepends_on: [{a: b}]\n---\n', { addPredecessors: [PURSE] }, 'depends_on: [{a: b}]', /Write one text per item/],
    ['no date', '---\nstart: 2026\n---\n', { start: '2027-13' }, 'start: 2026', /^"2027-13" is no date\. Write a day, month, quarter or year/],
    ['a value that is none', '---\nstatus: idea\n---\n', { properties: { status: 'great' } }, 'status: idea', /^"status" cannot be "great"\. Use one of: idea, /],
    ['a lane that is none', '---\nstatus: idea\n---\n', { lane: { groupBy: 'status', from: 'idea', to: 'great' } }, 'status: idea', /^"status" cannot be "great"/],
    ['a number beyond its range', '---\nprogress: 1\n---\n', { properties: { progress: 101 } }, 'progress: 1', /^"progress" cannot be "101"\. Write a number from 0 to 100\.$/],
    ['a list set as one value', '---\nunits: []\n---\n', { properties: { units: 'x' } }, 'units: []', /^"units" is not changed this way\./],
    ['no competency', '---\ncompetencies: []\n---\n', { lane: { groupBy: 'competency', from: undefined, to: 'x' } }, 'competencies: []', /^"x" is no competency/],
    ['a name that no link holds', '---\nsponsor: []\n---\n', { lane: { groupBy: 'leader', from: undefined, to: 'Executives/C#sharp.md' } }, 'sponsor: []', /^No link leads to "C#sharp"\./],
    ['a note that is gone', '---\ndepends_on: []\n---\n', { addPredecessors: ['Initiatives/Gone.md'] }, 'depends_on: []', /^No link leads to "Gone"\./],
    ['another sponsor by now', '---\nsponsor: ["[[Ana]]"]\n---\n', { lane: { groupBy: 'leader', from: 'Old/Ben.md', to: 'Executives/Ben.md' } }, 'sponsor: ["[[Ana]]"]', /^"sponsor" was changed meanwhile \(Ana\)\./],
  ])('%s', (_what, text, edit, place, message) => {
    const [found, said] = refusal(text, edit);
    expect(found).toBe(place);
    expect(said).toMatch(message);
  });
});

test('any change of any note reads back as asked, changes nothing else, and made twice is made once', async () => {
  const date = fc.constantFrom('2027', '2027-Q1', '2027q3', '2027-03', '2027-03-05', null);
  const edits = fc.record({
    start: fc.option(date, { nil: undefined }),
    end: fc.option(date, { nil: undefined }),
    addPredecessors: fc.option(fc.subarray([PURSE, 'Initiatives/Rules.md']), { nil: undefined }),
    removePredecessors: fc.option(fc.constantFrom<readonly string[]>([PURSE], ['Initiatives/Rules.md']), { nil: undefined }),
    properties: fc.option(fc.record({ status: fc.constantFrom('active', null), progress: fc.constantFrom(40, null) }), { nil: undefined }),
  });
  const property = fc.constantFrom(
    '# a comment', 'start: 2026', 'start: "2026-01" # s', "start: '2026-01-01'", 'start:', 'end: 2026-Q4', 'end: 2026-05-05T08:00', 'end: soon',
    'depends_on: ["[[The purse]]", "[[Rules|r]]"] # d', 'depends_on:\n- "[[Purse]]" # kept\n- Rules', 'depends_on: []', 'depends_on: "[[Purse]]"', 'depends_on: [[Purse]]',
    'status: "idea" # why', 'status:', 'progress: 5', 'Region: North', 'tags: [a, b]', 'units:\n    - a\n    # between\n    - b',
  );
  const note = fc
    .tuple(fc.uniqueArray(property, { maxLength: 7, selector: (text) => text.split(':')[0] }), fc.constantFrom('', '# Storm\n', '# S\n\nstart: 2020\n'), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([properties, body, ending, bom]) => `${bom ? '\uFEFF' : ''}${['---', 'type: initiative', ...properties, '---', body].join('\n').replaceAll('\n', ending)}`);
  await fc.assert(
    fc.asyncProperty(note, edits, async (text, { start, end, addPredecessors, removePredecessors, properties }) => {
      const edit = {
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
        ...(addPredecessors === undefined ? {} : { addPredecessors }),
        ...(removePredecessors === undefined ? {} : { removePredecessors }),
        ...(properties === undefined ? {} : { properties }),
      };
      const after = changeText(text, edit);
      expect(changeText(after, edit)).toBe(after);
      const [old, now] = [await readItem(text), await readItem(after)];
      expect(now.start?.text).toBe(start === undefined ? old.start?.text : (start ?? undefined));
      expect(now.end?.text).toBe(end === undefined ? old.end?.text : (end ?? undefined));
      expect(now.status).toBe(properties === undefined ? old.status : (properties.status ?? undefined));
      expect(now.progress).toBe(properties === undefined ? old.progress : (properties.progress ?? undefined));
      const targets = ({ dependsOn }: Initiative): Set<string | undefined> => new Set(dependsOn.map((link) => CONTEXT.playbook.resolvePath(link, PATH)));
      const wanted = new Set([...targets(old), ...(addPredecessors ?? [])].filter((path) => path === undefined || removePredecessors?.includes(path) !== true));
      expect(targets(now)).toEqual(wanted);
      // What stands elsewhere stays, byte by byte.
      const others = (all: string): readonly string[] => all.split(/\r\n|\n/).filter((line) => /^(?:# |Region|tags|units|\s+# between|\s+- [ab]$|type)|# (?:s|why|kept)/.test(line)).map((line) => line.replace(/.*# (?=s$|why$|kept$)/, '# '));
      const kept = removePredecessors?.includes(PURSE) === true ? others(text).filter((line) => line !== '# kept') : others(text);
      expect(others(after).filter((line) => removePredecessors?.includes(PURSE) !== true || line !== '# kept')).toEqual(kept);
      expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
      expect(/(?<!\r)\n/.test(after)).toBe(/(?<!\r)\n/.test(text));
    }),
    { numRuns: RUNS },
  );
});

async function readItem(text: string): Promise<Initiative> {
  const { note } = (await read(text)).parsed;
  if (note?.kind !== 'initiative') throw new Error('No initiative was read.');
  return note;
}
