import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { buildNewNote, type NewNoteOptions } from '../../src/notes/new-note.js';
import { DEFAULT_PLAYBOOK_SETTINGS } from '../../src/notes/playbook-settings.js';
import { safeFileName } from '../../src/notes/safe-file-name.js';
import { KINDS, propertiesOfKind } from '../../src/notes/schema.js';
import { NOTE_KINDS } from '../../src/playbook/note.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { executive, journey, playbookOf } from '../builders.js';
import { TODAY } from '../lint/lint-files.js';
import { MemoryVault } from '../memory-vault.js';
import { lines, read } from './read.js';

function options(values: Partial<NewNoteOptions> = {}): NewNoteOptions {
  return { title: 'Ana Ruiz', today: TODAY, settings: DEFAULT_PLAYBOOK_SETTINGS, playbook: playbookOf(), ...values };
}

// A thread is not begun from a template: it needs a passage to speak of (test/annotations/new-thread.test.ts).
describe.each(NOTE_KINDS.filter((kind) => kind !== 'annotation'))('a new note of kind %s', (kind) => {
  test.each([undefined, 'de'])('says only what to fill in when linted (language: %s)', async (language) => {
    const vault = new MemoryVault({ 'Journey/CX.md': lines('---', 'type: journey', 'start: 2026-01', 'end: 2028-06', '---') });
    const store = await PlaybookStore.open(vault, { today: TODAY });
    const { path, text } = buildNewNote(kind, options({ playbook: store.playbook, settings: store.config.settings, ...(language === undefined ? {} : { language }) }));
    await vault.create(path, text);
    await store.setText(path, text);
    expect(store.playbook.note(path)).toMatchObject({ kind, title: 'Ana Ruiz' });
    const grave = store.lint().diagnostics.filter(({ severity }) => severity !== 'info');
    expect(grave.map(({ rule }) => rule)).toEqual(KINDS[kind].practices ? ['no-empty-practice', 'no-empty-practice', 'no-empty-practice'] : []);
  });

  test('carries properties of its own kind only, and is read with the vault’s own property of kinds', async () => {
    const { text } = buildNewNote(kind, options({ settings: { ...DEFAULT_PLAYBOOK_SETTINGS, kindProperty: 'status' } }));
    const { parsed, source } = await read(text, 'A.md', { kindProperty: 'status' });
    expect(parsed.note?.kind).toBe(kind);
    const names = source?.frontmatter.properties.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name !== 'status' && !propertiesOfKind(kind).some(([known]) => known === name))).toEqual([]);
  });
});

test('an executive starts with the properties and sections of one', () => {
  expect(buildNewNote('executive', options())).toEqual({
    path: 'Executives/Ana Ruiz.md',
    text: lines(
      '---', 'type: executive', 'role:', 'unit:', 'commitment:', 'needed_commitment:', 'assessed:', 'reports_to: []', 'peers: []', '---', '# Ana Ruiz', '',
      '## Why', '%% Why does this matter to customers, employees and the organisation? %%', '',
      '## Model', '%% Which behaviour will leaders show themselves? %%', '',
      '## Reinforce', '%% Which cadence, recognition or measure keeps it alive? %%', '',
      '## Evidence', '### Said', '### Did', '%% One line each, such as: 2026-04-01 Gave two people to the pilot #people %%', '', '## Assessments',
    ),
  });
});

test('a journey starts this month, an initiative as an idea', () => {
  expect(buildNewNote('journey', options()).text).toContain('\nstart: 2026-04\nend:\n');
  expect(buildNewNote('initiative', options()).text).toContain('\nstatus: idea\n');
});

describe('the folder', () => {
  const mapped = { ...DEFAULT_PLAYBOOK_SETTINGS, kindByFolder: new Map([['60 Rooms', 'room'], ['10 People', 'executive']] as const) };

  test.each([
    ['is where most notes of the kind are', ['A/1.md', 'B/2.md', 'B/3.md'], 'B/Ana Ruiz.md'],
    ['is the first of those with as many', ['B/1.md', 'A/2.md'], 'A/Ana Ruiz.md'],
    ['may be the top of the vault', ['1.md', 'A/2.md', '3.md'], 'Ana Ruiz.md'],
    ['is else the one mapped to the kind', [], '10 People/Ana Ruiz.md'],
  ])('%s', (_what, paths, expected) => {
    expect(buildNewNote('executive', options({ settings: mapped, playbook: playbookOf(...paths.map((path) => executive({ path }))) })).path).toBe(expected);
  });
});

describe('the path', () => {
  test.each([
    ['is numbered where it is taken', ['Executives/Ana Ruiz.md', 'Executives/Ana Ruiz 2.md'], 'Ana Ruiz', 'Executives/Ana Ruiz 3.md'],
    ['ignores case', ['Executives/ANA RUIZ.MD'], 'Ana Ruiz', 'Executives/Ana Ruiz 2.md'],
    ['ignores how accents are written', ['Executives/Zoe\u0308.md'], 'Zo\u00eb', 'Executives/Zo\u00eb 2.md'],
    ['is free beside a note of that name elsewhere', ['Executives/X.md', 'Old/Ana Ruiz.md'], 'Ana Ruiz', 'Executives/Ana Ruiz.md'],
    ['names the kind where the title names nothing', [], ' ?? ', 'Executives/Executive.md'],
  ])('%s', (_what, taken, title, expected) => {
    const playbook = playbookOf(...taken.map((path) => executive({ path })));
    expect(buildNewNote('executive', options({ title, playbook })).path).toBe(expected);
  });

  test('is free beside a file that is no note of the playbook', () => {
    const playbook = playbookOf();
    playbook.setFile('Executives/Ana Ruiz.md', []);
    expect(buildNewNote('executive', options({ playbook })).path).toBe('Executives/Ana Ruiz 2.md');
  });
});

describe('the link to the journey', () => {
  test('is there when there is one', () => {
    expect(buildNewNote('initiative', options({ playbook: playbookOf(journey()) })).text).toContain('\nsupports:\n  - "[[CX journey]]"\n---');
  });

  test('names the folder when the name means another note', () => {
    const playbook = playbookOf(journey({ path: 'Deep/Down/CX.md' }), executive({ path: 'CX.md' }));
    expect(buildNewNote('vision', options({ playbook })).text).toContain('\nsupports:\n  - "[[Deep/Down/CX]]"\n---');
  });

  test.each([[[]], [[journey({ title: 'A' }), journey({ title: 'B' })]]])('is left to the author when there are %j', (journeys) => {
    expect(buildNewNote('initiative', options({ playbook: playbookOf(...journeys) })).text).toContain('\nsupports: []\n---');
  });
});

describe('a file name', () => {
  test.each([
    ['What now? A/B test: fares', 'What now A-B test - fares'],
    ['a\\b|c:d', 'a-b-c-d'],
    ['*"<>#^[x]', 'x'],
    ['...hidden', 'hidden'],
    ['end. . ', 'end'],
    ['two\nlines\tand  spaces', 'two lines and spaces'],
    ['Ana.md', 'Ana'],
    ['con', 'con_'],
    ['COM1.backup', 'COM1_.backup'],
    ['nul ', 'nul_'],
    ['Connie', 'Connie'],
    ['%%%x', '%x'],
    ['\u202egnp.exe\ufeff\ud800', 'gnp.exe'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['顧客 👩‍👧', '顧客 👩‍👧'],
    ['..', ''],
    ['x'.repeat(300), 'x'.repeat(200)],
    ['客'.repeat(300), '客'.repeat(66)],
  ])('%j → %j', (title, name) => {
    expect(safeFileName(title)).toBe(name);
  });

  test('is safe for any title, and making it safe twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('.', ' ', 'con', ':', '/', '%', '[', '.md', '\u0000', '\ud800', 'e', '\u0308'), { maxLength: 12 }).map((parts) => parts.join(''))), (title) => {
        const name = safeFileName(title);
        expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\u0000-\u001f\u007f]|^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)|%%/i);
        expect(name.normalize('NFC')).toBe(name);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(201);
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('any title', () => {
  beforeAll(loadYamlReader);

  test('gives a note that is read with its kind and all its sections', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom(...NOTE_KINDS), async (title, kind) => {
        const { path, text } = buildNewNote(kind, options({ title }));
        const { parsed, source } = await read(text, path);
        expect(parsed).toMatchObject({ note: { kind }, problems: [] });
        expect(source?.practices?.sections.length ?? 3).toBe(3);
      }),
      { numRuns: 500 },
    );
  });
});
