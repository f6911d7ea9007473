import { describe, expect, test } from 'vitest';
import { NOTE_KINDS } from '../../src/playbook/note.js';
import { KINDS, PROPERTIES, propertiesOfKind } from '../../src/notes/schema.js';
import { buildStarterPlaybook } from '../../src/notes/starter-playbook.js';
import { day } from '../lint/lint-files.js';
import { lines, read } from './read.js';

describe('a note’s kind', () => {
  test.each(NOTE_KINDS)('is the property type: %s', async (kind) => {
    expect((await read(`---\ntype: ${kind}\n---\n`)).parsed.note?.kind).toBe(kind);
  });

  test('is the property that the settings name', async () => {
    expect((await read('---\nkind: case\n---\n', 'Note.md', { kindProperty: 'kind' })).parsed.note?.kind).toBe('case');
  });

  test('is that of the nearest mapped folder, else of a mapped tag; the property wins', async () => {
    const settings = { kindByFolder: new Map([['Work', 'initiative'], ['Work/Pilots', 'pilot']] as const), kindByTag: new Map([['cx/case', 'case']] as const) };
    expect((await read('x', 'Work/A.md', settings)).parsed.note?.kind).toBe('initiative');
    expect((await read('x', 'Work/Pilots/2026/A.md', settings)).parsed.note?.kind).toBe('pilot');
    expect((await read('---\ntags: [CX/Case]\n---\n', 'A.md', settings)).parsed.note?.kind).toBe('case');
    expect((await read('---\ntype: room\n---\n', 'Work/A.md', settings)).parsed.note?.kind).toBe('room');
    expect((await read('x', 'Workshop/A.md', settings)).parsed.note).toBeUndefined();
  });

  test('a note without one gives its names only', async () => {
    const { parsed, source } = await read('---\naliases: [The plan]\nrole: CEO\n---\n## Why\n', 'Notes/Plan.md');
    expect(parsed).toEqual({ path: 'Notes/Plan.md', title: 'Plan', aliases: ['The plan'], tags: [], note: undefined, links: [], problems: [], saysPrivate: false });
    expect(source).toBeUndefined();
  });
});

test('an executive is read with levels, links, evidence and assessments', async () => {
  const { parsed } = await read(
    lines(
      '---', 'type: executive', 'role: CFO', 'commitment: Toe Dippers # as of March', 'needed_commitment: supporter', 'assessed: 2026-03-04',
      'influence: 4', 'peers:', '  - "[[Ana Ruiz|Ana]]"', 'signs: [agenda-item]', '---',
      '## Evidence', '### Said', '- 2026-02-01 Promised a day at the quay', '### Did', '- 2026-02-11 Moved 40,000 to [[Storm texts]] #money ^ev1', '- 2026-02-12 Sat in the call centre #cx/time',
      '## Assessments', '- 2026-03-04 toe-dipper — by M. Devereux — funds pilots only when asked', '* 2025-11-01: passive', '',
    ),
  );
  const { note } = parsed;
  if (note?.kind !== 'executive') throw new Error('It is an executive.');
  expect(note).toMatchObject({ role: 'CFO', commitment: 'toe-dipper', neededCommitment: 'supporter', assessed: '2026-03-04', influence: 4, signs: ['agenda-item'] });
  expect(note.peers).toMatchObject([{ target: 'Ana Ruiz', label: 'Ana' }]);
  expect(note.evidence.map(({ date, form, category }) => [date, form, category])).toEqual([
    ['2026-02-01', 'said', undefined], ['2026-02-11', 'did', 'money'], ['2026-02-12', 'did', 'time'],
  ]);
  expect(note.assessments.map(({ date, level, remark }) => [date, level, remark])).toEqual([
    ['2026-03-04', 'toe-dipper', 'by M. Devereux — funds pilots only when asked'], ['2025-11-01', 'passive', ''],
  ]);
  expect(parsed.problems).toEqual([]);
});

test('an initiative keeps its dates as written, and own properties for grouping', async () => {
  const { parsed } = await read('---\ntype: initiative\nstart: 2026\nend: 2027-Q2\nprogress: "40"\ndepends_on: "[[Other#Plan]]"\nregion: North\n---\n');
  if (parsed.note?.kind !== 'initiative') throw new Error('It is an initiative.');
  expect(parsed.note).toMatchObject({ start: { text: '2026', precision: 'year' }, end: { text: '2027-Q2', precision: 'quarter' }, progress: 40, properties: { region: 'North' } });
  expect(parsed.note.dependsOn).toMatchObject([{ target: 'Other', subpath: 'Plan' }]);
});

test('a start or end that is no date is kept as held, so that the roadmap can tell it', async () => {
  const unread = async (properties: string) => {
    const { note } = (await read(`---\ntype: pilot\n${properties}\n---\n`)).parsed;
    return note?.kind === 'pilot' ? note.unreadDates : 'no pilot';
  };
  expect(await unread('start: soon\nend: 0000-01-01')).toEqual([{ property: 'start', held: '"soon"' }, { property: 'end', held: '"0000-01-01"' }]);
  expect(await unread('start: 2026\nend:\nprogress: much')).toBeUndefined();
});

test('links unquoted, unbracketed and nested by YAML are read all the same, and reported', async () => {
  const { parsed } = await read('---\ntype: pilot\nsponsor:\n  - [[Ana Ruiz]]\n  - Ben\n---\n');
  if (parsed.note?.kind !== 'pilot') throw new Error('It is a pilot.');
  expect(parsed.note.sponsor.map(({ target }) => target)).toEqual(['Ana Ruiz', 'Ben']);
  expect(parsed.problems.map(({ fix }) => fix?.edits[0]?.insert)).toEqual(['"[[Ana Ruiz]]"', '"[[Ben]]"']);
});

test('a journey is read with its phases', async () => {
  const { parsed } = await read('---\ntype: journey\nunits: [Freight]\n---\n## Phases\n- 2026-01 – 2026-06 awareness — Awareness & proof\n- 2026-Q3 to 2027 broaden\n- soon\n');
  if (parsed.note?.kind !== 'journey') throw new Error('It is a journey.');
  expect(parsed.note.phases.map(({ phase, name, start, end }) => [phase, name, start.text, end.text])).toEqual([
    ['awareness', 'Awareness & proof', '2026-01', '2026-06'], ['broaden', 'broaden', '2026-Q3', '2027'],
  ]);
  expect(parsed.problems.map(({ code }) => code)).toEqual(['dated-item']);
});

test('the schema carries every property of every kind with a description', () => {
  for (const [name, { description, kinds }] of Object.entries(PROPERTIES)) {
    expect(name).toMatch(/^[a-z_]+$/);
    expect(description).toMatch(/\.$/);
    expect(kinds.length).toBeGreaterThan(0);
  }
  for (const kind of NOTE_KINDS) expect(propertiesOfKind(kind).map(([name]) => name)).toContain('visibility');
  expect(Object.entries(KINDS).filter(([, { practices }]) => practices).map(([kind]) => kind)).toEqual(['executive', 'initiative', 'play']);
});

test('the starter playbook is dated from today and leaves no placeholder', () => {
  const files = buildStarterPlaybook(day('2026-11-22'));
  expect(files.find(({ path }) => path === 'CX Journey.md')?.text).toMatch(/start: "2026-11"\nend: "2029-05"/);
  for (const { text } of files) expect(text).not.toMatch(/\{\{\w+\}\}/);
  expect(files.filter(({ path }) => path.startsWith('Plays/'))).toHaveLength(10);
});
