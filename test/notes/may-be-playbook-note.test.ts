import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { splitFrontmatter } from '../../src/markdown/frontmatter-block.js';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { mayBePlaybookNote, type IndexedNote } from '../../src/notes/may-be-playbook-note.js';
import { DEFAULT_PLAYBOOK_SETTINGS, buildNoteContext, type PlaybookSettings } from '../../src/notes/playbook-settings.js';
import { tryReadNote } from '../../src/notes/read-note.js';
import type { NoteKind } from '../../src/playbook/note.js';
import { NOTE_KINDS } from '../../src/playbook/note.js';

/** For long runs by hand: `FUZZ_RUNS=200000 npx vitest run test/notes/may-be-playbook-note.test.ts`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 3000);

beforeAll(loadYamlReader);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the app's index holds of a note: properties by its YAML package, or that there are dashes without any. */
function indexed(text: string): IndexedNote {
  const block = splitFrontmatter(text);
  const opensWithDashes = /^\uFEFF?---/.test(text);
  const broken: IndexedNote = { frontmatter: undefined, tags: [], brokenFrontmatter: true };
  if (block?.closed !== true) return opensWithDashes ? broken : { frontmatter: undefined, tags: [], brokenFrontmatter: false };
  const document = parseDocument(text.slice(block.yamlFrom, block.yamlTo), { logLevel: 'error', prettyErrors: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return broken;
  try {
    const frontmatter: unknown = document.toJS();
    return { frontmatter: isRecord(frontmatter) ? frontmatter : undefined, tags: [], brokenFrontmatter: false };
  } catch {
    return broken;
  }
}

function settingsOf(values: Partial<PlaybookSettings> = {}): PlaybookSettings {
  return { ...DEFAULT_PLAYBOOK_SETTINGS, ...values };
}

describe('tells by what is indexed', () => {
  const folders = new Map<string, NoteKind>([['Cases', 'case']]);
  const tagged = new Map<string, NoteKind>([['cx/case', 'case']]);

  test.each<[string, string, Partial<PlaybookSettings>, boolean]>([
    ['a kind', '---\ntype: Executive\n---\n', {}, true],
    ['a slip in a kind', '---\ntype: exectuive\n---\n', {}, true],
    ['another type', '---\ntype: recipe\n---\n', {}, false],
    ['a type that is no text', '---\ntype: [case]\n---\n', {}, false],
    ['a kind in the vault’s own property', '---\nsort: case\n---\n', { kindProperty: 'sort' }, true],
    ['a kind in a property that names none', '---\ntype: case\n---\n', { kindProperty: 'sort' }, false],
    ['a mapped tag', '---\ntags: [home, "#CX/Case"]\n---\n', { kindByTag: tagged }, true],
    ['a mapped tag in a text', '---\ntag: home, cx/case\n---\n', { kindByTag: tagged }, true],
    ['other tags', '---\ntags: [home]\n---\n', { kindByTag: tagged }, false],
    ['a mapped folder', 'Text', { kindByFolder: folders }, true],
    ['no properties', 'Text', {}, false],
    ['an empty note', '', {}, false],
    ['properties that cannot be read', '---\na: b: c\n---\n', {}, true],
    ['properties that never end', '---\na: 1\n', {}, true],
    ['properties as code', '---js\n({})\n---\n', {}, true],
    ['a kind further down, which the reader reports where it cannot use the properties', '---\nx: !own\n  type: case\n---\n', {}, true],
    ['a text that seems to name one', '---\nx: |\n  type: case\n---\n', {}, true],
  ])('%s', (_what, text, values, expected) => {
    expect(mayBePlaybookNote('Cases/Old/A.md', indexed(text), settingsOf(values))).toBe(expected);
  });

  test('ends on properties that lead in circles', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = [circle];
    expect(mayBePlaybookNote('A.md', { frontmatter: circle, tags: [], brokenFrontmatter: false }, settingsOf())).toBe(false);
  });

  test('takes the tags that the host found', () => {
    expect(mayBePlaybookNote('A.md', { frontmatter: {}, tags: ['#CX/case'], brokenFrontmatter: false }, settingsOf({ kindByTag: tagged }))).toBe(true);
  });
});

const name = fc.constantFrom('type', 'kind', 'tags', 'tag', 'x', 'meta', '"type"', '{{title}}', 'constructor', '__proto__', '? type', '&a type');
const scalar = fc.oneof(
  fc.constantFrom(...NOTE_KINDS),
  fc.constantFrom('', 'recipe', 'Case', 'cas', '"case"', "'pilot'", 'case-study', 'case x', '"case', '!own case', '!!str case', '&a case', '*a', '[case]', '[a, cx/play]', '"#CX/Play"', 'home, cx/play', '{type: case}', '|\n  type: case', '>-\n  x\n  type: case', '"x\n  type: case"', '# c', 'null', '12', '[[Ana]]', '\n  type: case', '\n  - type: case', '!own\n  type: pilot', '&a [*a]'),
);
const property = fc.tuple(fc.constantFrom('', '  '), name, fc.constantFrom(': ', ':', ' : '), scalar).map((parts) => parts.join(''));
const line = fc.oneof({ weight: 6, arbitrary: property }, { weight: 1, arbitrary: fc.constantFrom('# type: case', '', '----', '--- x', '...', 'type:case', '<<: *a', '\ttype: case', '- type: case') });
const noteText = fc
  .record({ bom: fc.constantFrom('', '\ufeff'), open: fc.constantFrom('---', '---', '---', '---', '--- ', '---js', '\n---'), lines: fc.array(line, { maxLength: 4 }), close: fc.constantFrom('---', '---', '---', '----', '', '...'), ending: fc.constantFrom('\n', '\r\n'), body: fc.constantFrom('', 'Text', '---\ntext\n---') })
  .map(({ bom, open, lines, close, ending, body }) => bom + [open, ...lines, close, body].join('\n').replaceAll('\n', ending));
const settings = fc.record({
  kindProperty: fc.constantFrom('type', 'kind', 'x'),
  kindByFolder: fc.constantFrom(new Map<string, NoteKind>(), new Map<string, NoteKind>([['Plays', 'play']])),
  kindByTag: fc.constantFrom(new Map<string, NoteKind>(), new Map<string, NoteKind>([['cx/play', 'play']])),
});

test('never leaves out a note in which the reader finds a kind or a problem', () => {
  let playbookNotes = 0;
  let leftOut = 0;
  fc.assert(
    fc.property(noteText, fc.constantFrom('A.md', 'Plays/A.md', 'Plays/Old/A.md', 'Other/A.md'), settings, (text, path, values) => {
      const chosen = settingsOf(values);
      const parsed = tryReadNote(path, text, buildNoteContext(chosen))?.parsed;
      const matters = parsed?.note !== undefined || (parsed?.problems.length ?? 0) > 0;
      const taken = mayBePlaybookNote(path, indexed(text), chosen);
      if (matters) playbookNotes++;
      if (!taken) leftOut++;
      expect(taken || !matters).toBe(true);
    }),
    { numRuns: RUNS },
  );
  // Both happen often, so neither answer is given blindly.
  expect(playbookNotes).toBeGreaterThan(RUNS / 10);
  expect(leftOut).toBeGreaterThan(RUNS / 20);
});
