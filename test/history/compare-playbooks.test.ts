import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePlaybooks, type NotesComparison, type PlaybookState } from '../../src/history/compare-playbooks.js';
import type { RenameHint } from '../../src/history/compare-renames.js';
import { PRIVATE_NAME, readFacts, type NoteFacts } from '../../src/history/note-facts.js';
import { buildNoteContext } from '../../src/notes/playbook-settings.js';
import { readNote } from '../../src/notes/read-note.js';
import type { PropertyDifference } from '../../src/playbook/playbook-difference.js';
import { Playbook } from '../../src/playbook/playbook.js';
import { date } from '../builders.js';

type Files = Readonly<Record<string, string>>;

/** A state of a vault in which the given notes may differ. */
async function stateOf(files: Files, isPrivate: (path: string) => boolean = () => false): Promise<PlaybookState> {
  const context = buildNoteContext();
  const playbook = new Playbook();
  for (const path of Object.keys(files)) playbook.setFile(path, []);
  const notes = new Map<string, NoteFacts>();
  for (const [path, text] of Object.entries(files)) {
    const facts = readFacts(await readNote(path, text, context), { settings: context.settings, pathOf: (link, from) => playbook.resolvePath(link, from), isPrivate });
    if (facts !== undefined) notes.set(path, facts);
  }
  return { notes, hasFile: (path) => path in files };
}

async function compare(before: Files, after: Files, hints?: ReadonlyMap<string, RenameHint>): Promise<NotesComparison> {
  return comparePlaybooks(await stateOf(before), await stateOf(after), { today: date('2026-11-22'), hints });
}

const ANA = `---
type: executive
role: CFO
unit: Finance
commitment: toe-dipper
influence: 4
reports_to: ["[[Ines]]"]
signs: [in-strategy, cx-goal]
---
# Ana

## Why
She sees the churn after storms before anyone else does.

## Model
* Rides along once a *month*

## Reinforce

## Evidence
### Said
- 2026-03-01 "I am paying for the second crossing"
### Did
- 2026-04-02 Moved two people to the storm desk #people
`;
const TEXTS = '---\ntype: pilot\nstart: 2026-03\nend: 2026-06-30\nstatus: active\nsponsor: ["[[Ana]]"]\ncompetencies: [employee-engagement]\n---\nStorm texts.\n';
const FILES: Files = { 'Ana.md': ANA, 'Ines.md': '---\ntype: executive\nrole: CEO\n---\n', 'Texts.md': TEXTS };

const NOTHING = { executives: [], work: [], others: [], renamed: [], reworded: [] };

describe('what differs', () => {
  test('levels with their steps, and evidence as lines', async () => {
    const { executives } = await compare(FILES, { ...FILES, 'Ana.md': ANA.replace('toe-dipper', 'Supporters').replace('### Did\n', '### Did\n- 2026-05-01 Paid for the pilot #money\n').replace('second crossing', 'second trip') });
    expect(executives).toEqual([expect.objectContaining({
      path: 'Ana.md', title: 'Ana', presence: 'kept', role: 'CFO', level: { from: 'toe-dipper', to: 'supporter' }, steps: 1, needed: undefined,
      evidenceAdded: [{ date: '2026-05-01', form: 'did', category: 'money', text: 'Paid for the pilot #money' }], evidenceRemoved: [], evidenceReworded: 1, properties: [], practices: [],
    })]);
  });

  test('an executive without a level is not assessed, and there are no steps from there', async () => {
    const { executives } = await compare({ 'A.md': '---\ntype: executive\n---\n' }, { 'A.md': '---\ntype: executive\ncommitment: passive\n---\n' });
    expect(executives).toMatchObject([{ level: { from: undefined, to: 'passive' }, steps: undefined }]);
  });

  test('the newest assessment is the level of a note that names none', async () => {
    const assessed = (lines: string): string => `---\ntype: executive\n---\n## Assessments\n${lines}`;
    const { executives } = await compare({ 'A.md': assessed('- 2026-01-01 passive\n') }, { 'A.md': assessed('- 2026-01-01 passive\n- 2026-09-01 advocate\n') });
    expect(executives).toMatchObject([{ steps: 3, properties: [{ form: 'list', name: 'assessments', added: ['2026-09-01 advocate'], removed: [] }] }]);
  });

  test('dates with days, from the first day of the start and to the last of the end', async () => {
    const moved = TEXTS.replace('2026-03', '2026-Q2').replace('2026-06-30', '2026-09-15').replace('active', 'stalled');
    expect((await compare(FILES, { ...FILES, 'Texts.md': moved })).work).toMatchObject([{
      kind: 'pilot', start: { from: '2026-03', to: '2026-Q2' }, startDays: 31, end: { from: '2026-06-30', to: '2026-09-15' }, endDays: 77, status: { from: 'active', to: 'stalled' },
    }]);
  });

  test('a date that is written more exactly moved by no day where it begins and ends alike', async () => {
    const { work } = await compare({ 'T.md': TEXTS.replace('2026-03', '2026-01') }, { 'T.md': TEXTS.replace('2026-03', '2026-01-01') });
    expect(work).toMatchObject([{ start: { from: '2026-01', to: '2026-01-01' }, startDays: 0, end: undefined }]);
  });

  test('lists by what came and went, links by where they lead', async () => {
    const after = TEXTS.replace('[[Ana]]', '[[Ines|the boss]]').replace('[employee-engagement]', '[customer connectedness, employee-engagement]');
    expect((await compare(FILES, { ...FILES, 'Texts.md': after })).work[0]?.properties).toEqual([
      { form: 'list', name: 'competencies', added: ['customer-connectedness'], removed: [] },
      { form: 'list', name: 'sponsor', added: ['Ines'], removed: ['Ana'] },
    ] satisfies readonly PropertyDifference[]);
  });

  test('practices that appear, disappear or are emptied', async () => {
    const after = ANA.replace(/## Why\n.*\n/, '').replace('* Rides along once a *month*\n', '').replace('## Reinforce\n', '## Reinforce\nIt is on the agenda.\n');
    expect((await compare(FILES, { ...FILES, 'Ana.md': after })).executives[0]?.practices).toEqual([
      { practice: 'why', from: 'written', to: 'absent' }, { practice: 'model', from: 'written', to: 'empty' }, { practice: 'reinforce', from: 'empty', to: 'written' },
    ]);
  });

  test('notes that came, went, became notes of the playbook or are none any more', async () => {
    const plain = 'No properties.\n';
    const { executives, work, others } = await compare({ 'Gone.md': TEXTS, 'Left.md': ANA, 'Joined.md': plain }, { 'Left.md': plain, 'Joined.md': '---\ntype: case\n---\n', 'New.md': ANA.replace('# Ana', '# New') });
    expect([...executives, ...work, ...others].map(({ path, presence }) => `${presence} ${path}`)).toEqual(['left Left.md', 'added New.md', 'removed Gone.md', 'joined Joined.md']);
  });

  test('a note of another kind keeps its place, and says so', async () => {
    const { work } = await compare(FILES, { ...FILES, 'Texts.md': TEXTS.replace('pilot', 'initiative') });
    expect(work).toMatchObject([{ kind: 'initiative', presence: 'kept', start: undefined, properties: [{ name: 'kind', from: 'pilot', to: 'initiative' }] }]);
  });

  test('what other kinds say, by the schema and in their text', async () => {
    const room = (rows: string, more = ''): string => `---\ntype: room\n${more}---\n## Promises\n${rows}`;
    const before = { 'R.md': room('- [ ] [[Ana]] answers in a day by 2026-05-01\n'), 'C.md': '---\ntype: case\nbaseline: 3\n---\n', 'V.md': '---\ntype: vision\nstatus: draft\n---\n' };
    const after = { 'R.md': room('- [x] [[Ana]] answers in a day by 2026-05-01\n', 'date: 2026-04-01\n'), 'C.md': '---\ntype: case\nbaseline: 4\n---\n', 'V.md': '---\ntype: vision\nstatus: approved\n---\n' };
    const { others } = await compare(before, after);
    expect(others.map(({ path, properties }) => [path, properties.map(({ name }) => name)])).toEqual([['C.md', ['baseline']], ['R.md', ['date', 'promises']], ['V.md', ['status']]]);
  });

  test('properties of the author’s own count, days of the last touch and mirror tags do not', async () => {
    const after = TEXTS.replace('status: active', 'status: active\nbudget: 5\nupdated: 2026-09-09\ndate modified: 2026-01-01\ntags: [cx/pilot, storm]');
    expect((await compare(FILES, { ...FILES, 'Texts.md': after })).work[0]?.properties).toEqual([
      { form: 'value', name: 'budget', from: undefined, to: '5' }, { form: 'list', name: 'tags', added: ['storm'], removed: [] },
    ]);
  });

  test('a text in other words is reworded, and nothing else', async () => {
    expect(await compare(FILES, { ...FILES, 'Ana.md': ANA.replace('the churn', 'a churn') })).toEqual({ ...NOTHING, reworded: [{ path: 'Ana.md', title: 'Ana' }], renames: new Map() });
  });

  test('a private note is never named', async () => {
    const before = await stateOf({ ...FILES, 'Secret.md': '---\ntype: executive\n---\n' }, (path) => path === 'Secret.md');
    const after = await stateOf({ ...FILES, 'Secret.md': '---\ntype: executive\n---\n', 'Texts.md': TEXTS.replace('[[Ana]]', '[[Secret]]') }, (path) => path === 'Secret.md');
    const { work } = comparePlaybooks(before, after, { today: date('2026-11-22') });
    expect(work[0]?.properties).toEqual([{ form: 'list', name: 'sponsor', added: [PRIVATE_NAME], removed: ['Ana'] }]);
  });
});

describe('renamed notes', () => {
  test('are one note when they say the same, and links that follow them say the same', async () => {
    const result = await compare(FILES, { 'Ines.md': FILES['Ines.md'] ?? '', 'People/Ana Ruiz.md': ANA, 'Texts.md': TEXTS.replace('[[Ana]]', '[[Ana Ruiz]]') });
    expect(result).toEqual({ ...NOTHING, renamed: [{ path: 'People/Ana Ruiz.md', title: 'Ana Ruiz', formerPath: 'Ana.md' }], renames: new Map([['Ana.md', 'People/Ana Ruiz.md']]) });
  });

  test('are one note when they alone share kind and title, in any case', async () => {
    const result = await compare({ 'Ana.md': ANA }, { 'People/ana.md': ANA.replace('toe-dipper', 'advocate') });
    expect(result.executives).toMatchObject([{ presence: 'kept', formerPath: 'Ana.md', steps: 2 }]);
  });

  test('are two notes where git finds them alike and neither words nor title say so', async () => {
    const template = (name: string, level: string): string => ANA.replace('# Ana', `# ${name}`).replace('toe-dipper', level);
    const hints = new Map([['Ana.md', { to: 'Ben.md', alike: 70 }]]);
    const result = await compare({ 'Ana.md': template('Ana', 'passive') }, { 'Ben.md': template('Ben', 'advocate') }, hints);
    expect(result.executives.map(({ presence, path }) => `${presence} ${path}`)).toEqual(['removed Ana.md', 'added Ben.md']);
  });

  test('are one note where git is sure', async () => {
    const hints = new Map([['Ana.md', { to: 'Ben.md', alike: 96 }]]);
    expect((await compare({ 'Ana.md': ANA }, { 'Ben.md': ANA.replace('once', 'twice') }, hints)).renames).toEqual(new Map([['Ana.md', 'Ben.md']]));
  });
});

/** Ways to write the same note otherwise. */
const REFORMATTED: Readonly<Record<string, (text: string) => string>> = {
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'blank lines': (text) => text.replace(/^(## .*)$/gm, '\n\n$1\n'),
  'spaces at line ends': (text) => text.replace(/^(.*[a-z.])$/gm, '$1  '),
  'signs of lists': (text) => text.replace(/^- (?=\d{4})/gm, '* ').replace(/^\* (?=Rides)/gm, '+ '),
  'signs of emphasis': (text) => text.replace('*month*', '_month_'),
  'a list for one line': (text) => text.replace('reports_to: ["[[Ines]]"]', 'reports_to:\n  - "[[Ines]]"').replace('signs: [in-strategy, cx-goal]', "signs:\n- in-strategy\n- 'cx-goal'"),
  quotes: (text) => text.replace('role: CFO', "role: 'CFO'").replace('influence: 4', 'influence: "4"').replace('status: active', 'status: "active"'),
  'the order of properties': (text) => text.replace(/---\n([\s\S]*?)---\n/, (_, yaml: string) => `---\n${yaml.trim().split(/\n(?![ -])/).reverse().join('\n')}\n---\n`),
  'one value for a list of one': (text) => text.replace('["[[Ines]]"]', '"[[Ines]]"').replace('["[[Ana]]"]', '"[[Ana]]"'),
  'spelling of a level': (text) => text.replace('toe-dipper', 'Toe Dippers'),
  'wrapped lines': (text) => text.replace('She sees the churn after', 'She sees the\nchurn after'),
  'closed headings': (text) => text.replace(/^(##+ .*)$/gm, (heading) => `${heading} ${heading.split(' ')[0] ?? ''}`),
  comments: (text) => text.replace('unit: Finance', 'unit: Finance # of the group'),
};

describe('form is no difference', () => {
  test.each(Object.keys(REFORMATTED))('%s', async (name) => {
    const reformat = REFORMATTED[name] ?? ((text: string) => text);
    const after = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, reformat(text)]));
    expect(after).not.toEqual(FILES);
    expect(await compare(FILES, after)).toEqual({ ...NOTHING, renames: new Map() });
  });

  test('nor are several of them at once', async () => {
    const names = Object.keys(REFORMATTED).filter((name) => name !== 'Windows line ends');
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(names), fc.boolean(), async (chosen, windows) => {
      const write = (text: string): string => [...chosen, ...(windows ? ['Windows line ends'] : [])].reduce((written, name) => REFORMATTED[name]?.(written) ?? written, text);
      const after = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, write(text)]));
      expect(await compare(FILES, after)).toEqual({ ...NOTHING, renames: new Map() });
    }), { numRuns: 60 });
  });
});

describe('any two states', () => {
  const level = fc.constantFrom('', 'commitment: passive\n', 'commitment: advocate\n');
  const list = fc.subarray(['employee-engagement', 'customer-connectedness', 'purposeful-leadership']);
  const note = fc.oneof(
    fc.tuple(level, list, fc.subarray(['- 2026-01-01 said so\n', '- 2026-02-01 again\n', '- 2026-02-01 and more\n']), fc.constantFrom('', '## Why\n', '## Why\nBecause.\n')).map(([commitment, competencies, said, why]) => `---\ntype: executive\n${commitment}competencies: [${competencies.join(', ')}]\n---\n${why}## Evidence\n### Said\n${said.join('')}`),
    fc.tuple(fc.constantFrom('2026', '2026-03', '2026-Q2', '2027-01-01'), fc.subarray(['"[[A]]"', '"[[B]]"', '"[[Nobody]]"'])).map(([end, sponsor]) => `---\ntype: initiative\nend: ${end}\nsponsor: [${sponsor.join(', ')}]\n---\n`),
    fc.constantFrom('Plain.\n', '---\ntype: case\nresult: 3\n---\nText.\n', '---\ntype: case\nresult: 4\n---\nOther text.\n'),
  );
  const vault = fc.dictionary(fc.constantFrom('A.md', 'B.md', 'x/A.md', 'C.md', 'D.md'), note, { noNullPrototype: true });

  test('differ from themselves by nothing', async () => {
    await fc.assert(fc.asyncProperty(vault, async (files) => {
      expect(await compare(files, files)).toEqual({ ...NOTHING, renames: new Map() });
    }), { numRuns: 60 });
  });

  test('differ the other way round by the inverse', async () => {
    await fc.assert(fc.asyncProperty(vault, vault, async (before, after) => {
      const [there, back] = [await compare(before, after), await compare(after, before)];
      expect(pathless(back)).toEqual(pathless(inverse(there)));
    }), { numRuns: 150 });
  });
});

function inverse({ executives, work, others, renamed, reworded, renames }: NotesComparison): NotesComparison {
  const presence = { added: 'removed', removed: 'added', joined: 'left', left: 'joined', kept: 'kept' } as const;
  const turned = <T>(change: { readonly from: T; readonly to: T } | undefined) => (change === undefined ? undefined : { from: change.to, to: change.from });
  const minus = (number: number | undefined) => (number === undefined ? undefined : 0 - number);
  const common = (one: { readonly presence: keyof typeof presence; readonly properties: readonly PropertyDifference[]; readonly practices: NotesComparison['others'][number]['practices'] }) => ({
    presence: presence[one.presence],
    properties: one.properties.map((property): PropertyDifference => (property.form === 'value' ? { ...property, from: property.to, to: property.from } : { ...property, added: property.removed, removed: property.added })),
    practices: one.practices.map(({ practice, from, to }) => ({ practice, from: to, to: from })),
  });
  return {
    executives: executives.map((one) => ({ ...one, ...common(one), level: turned(one.level), needed: turned(one.needed), steps: minus(one.steps), evidenceAdded: one.evidenceRemoved, evidenceRemoved: one.evidenceAdded })),
    work: work.map((one) => ({ ...one, ...common(one), start: turned(one.start), end: turned(one.end), status: turned(one.status), startDays: minus(one.startDays), endDays: minus(one.endDays) })),
    others: others.map((one) => ({ ...one, ...common(one) })),
    renamed,
    reworded,
    renames: new Map([...renames].map(([from, to]) => [to, from])),
  };
}

/** Notes that were renamed, or are of another kind, are told by their path and kind of then or of now: the rest is the inverse. */
function pathless({ executives, work, others, renamed, reworded, renames }: NotesComparison) {
  const moved = new Set([...renames.keys(), ...renames.values()]);
  const isPlain = ({ path, properties }: NotesComparison['others'][number]): boolean => !moved.has(path) && properties.every(({ name }) => name !== 'kind');
  return { executives: executives.filter(isPlain), work: work.filter(isPlain), others: others.filter(isPlain), renamed: renamed.length, reworded: reworded.length, renames: new Map([...renames].sort()) };
}
