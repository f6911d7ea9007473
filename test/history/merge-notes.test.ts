import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeFile } from '../../src/cli/merge-file.js';
import { mergeApart } from '../../src/history/merge-apart.js';
import { mergeNotes, type MergedNote } from '../../src/history/merge-notes.js';
import { writeConflict, type ConflictStyle, type MergeSides, type MergeText } from '../../src/history/merge-text.js';
import { readConflicts, textOfSide } from '../../src/markdown/conflict-markers.js';
import { loadYamlReader, readFrontmatter } from '../../src/markdown/frontmatter.js';

beforeAll(loadYamlReader);

const LABELS = { base: 'base', ours: 'ours', theirs: 'theirs' };

/** Line by line, by git. */
const byGit: MergeText = ({ base, ours, theirs }) => {
  const { bytes, conflicts } = mergeFile(base, ours, theirs, { cwd: import.meta.dirname, labels: LABELS, markerSize: 7 });
  return { text: bytes.toString('utf8'), conflicts };
};

/** For texts whose lines do not matter: they are in conflict as a whole. */
const asWhole: MergeText = (sides) => ({ text: writeConflict(sides, { labels: LABELS, size: 7, style: 'merge', ending: '\n' }), conflicts: 1 });

function merge(base: string, ours: string, theirs: string, mergeText = byGit, style: ConflictStyle = 'merge'): Promise<MergedNote> {
  return mergeNotes({ base, ours, theirs }, { labels: LABELS, markerSize: 7, style: () => style, mergeText });
}

/** A note with these lines as its properties. */
function note(...lines: readonly string[]): string {
  return ['---', ...lines, '---', 'Text', ''].join('\n');
}

async function mergeLines(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Promise<readonly string[]> {
  const merged = await merge(note(...base), note(...ours), note(...theirs));
  expect(merged).toMatchObject({ properties: [], textConflicts: 0, asText: false });
  return merged.text.split('\n').slice(1, -3);
}

describe('properties that both sides changed', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['each another one', ['a: 1', 'b: 2'], ['a: 3', 'b: 2'], ['a: 1', 'b: 4'], ['a: 3', 'b: 4']],
    ['the same in the same way', ['a: 1'], ['a: 2'], ['a: 2'], ['a: 2']],
    ['a list in brackets', ['a: [x, y]'], ['a: [x, y, z]'], ['a: [w, y]'], ['a: [y, z, w]']],
    ['a list below', ['a:', '  - x', '  - y'], ['a:', '  - x', '  - y', '  - "z" # why'], ['a:', '  - y', '  - w'], ['a:', '  - y', '  - "z" # why', '  - w']],
    ['a list, one in another manner', ['a: [x, y]'], ['a: [x, y, "[[z]]"]'], ['a:', '  - x', '  - y', '  - w'], ['a:', '  - x', '  - y', '  - "[[z]]"', '  - w']],
    ['a list, one its indent', ['a:', '- x'], ['a:', '- x', '- y'], ['a:', '  - x', '  - z'], ['a:', '  - x', '  - y', '  - z']],
    ['a single value to a list', ['a: x'], ['a: [x, y]'], ['a:', '  - x', '  - z'], ['a: [x, y, z]']],
    ['nothing to a list', ['a:'], ['a: [x]'], ['a: [y]'], ['a: [x, y]']],
    ['a list that both add', ['b: 1'], ['b: 1', 'a: [x]'], ['b: 1', 'a: [y, x]'], ['b: 1', 'a: [x, y]']],
    ['a list that loses all', ['a: [x, y]'], ['a: [x]'], ['a: [y]'], ['a: []']],
    ['a list below that loses all', ['a:', '  - x', '  - y'], ['a:', '  - x'], ['a:', '  - y'], ['a: []']],
    ['a list that loses all, and a comment', ['a:', '  - x'], ['a: []'], ['a: # why', '  - x'], ['a: [] # why']],
    ['a list of numbers', ['a: [1]'], ['a: [1, 2]'], ['a: [1, 3]'], ['a: [1, 2, 3]']],
    ['items that need quotes in brackets', ['a: [x]'], ['a: [x, y]'], ['a:', '  - x', '  - b, c'], ['a:', '  - x', '  - y', '  - b, c']],
    ['the day of a change', ['updated: 2026-01-01'], ['updated: 2026-03-01'], ['updated: 2026-02-01'], ['updated: 2026-03-01']],
    ['the moment of a change, in two zones', ['date modified: 2026-01-01T00:00:00Z'], ['date modified: 2026-03-01T10:00:00+02:00'], ['date modified: 2026-03-01T09:00:00Z'], ['date modified: 2026-03-01T09:00:00Z']],
    ['the last contact', ['last_contact: 2026-01-01'], ['last_contact: 2026-02-01'], ['last_contact: "2026-03-01"'], ['last_contact: "2026-03-01"']],
    ['comments and values', ['# old', 'a: x # c', 'b: 1'], ['# new', 'a: x # c', 'b: 1'], ['# old', 'a: y # c', 'b: 1'], ['# new', 'a: y # c', 'b: 1']],
    ['quotes and values', ['a: "x" # c'], ["a: 'x' # d"], ['a: "y" # c'], ['a: "y" # d']],
    ['the manner alone, each its own', ['a: x'], ['a: "x"'], ["a: 'x'"], ['a: "x"']],
    ['places and values', ['a: 1', 'b: 2', 'c: 3'], ['c: 3', 'a: 1', 'b: 2'], ['a: 1', 'b: 4', 'c: 3'], ['c: 3', 'a: 1', 'b: 4']],
    ['values and places', ['a: 1', 'b: 2', 'c: 3'], ['a: 1', 'b: 4', 'c: 3'], ['c: 3', 'a: 1', 'b: 2'], ['c: 3', 'a: 1', 'b: 4']],
    ['what each added at the end', ['a: 1'], ['a: 1', 'x: 1', 'y: 1'], ['a: 1', 'z: 1'], ['a: 1', 'x: 1', 'y: 1', 'z: 1']],
    ['what each added in its place', ['a: 1', 'b: 2'], ['x: 1', 'a: 1', 'b: 2'], ['a: 1', 'y: 1', 'b: 2'], ['x: 1', 'a: 1', 'y: 1', 'b: 2']],
    ['what each removed', ['a: 1', 'b: 2', 'c: 3'], ['b: 2', 'c: 3'], ['a: 1', 'b: 2'], ['b: 2']],
    ['what one removed and the other wrote in another manner', ['a: x', 'b: 1'], ['b: 1'], ['a: "x"', 'b: 1'], ['b: 1']],
    ['the same level, confirmed twice', ['commitment: passive', 'assessed: 2026-01-01'], ['commitment: supporter', 'assessed: 2026-02-01'], ['commitment: supporter', 'assessed: 2026-03-01'], ['commitment: supporter', 'assessed: 2026-03-01']],
    ['groups, each another', ['a:', '  x: 1', 'b:', '  y: 1'], ['a:', '  x: 2', 'b:', '  y: 1'], ['a:', '  x: 1', 'b:', '  y: 2'], ['a:', '  x: 2', 'b:', '  y: 2']],
  ])('go together: %s', async (_name, base, ours, theirs, expected) => {
    expect(await mergeLines(base, ours, theirs)).toEqual(expected);
  });

  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['a level', ['commitment: passive', 'b: 1'], ['commitment: supporter', 'b: 1'], ['commitment: advocate', 'b: 2'], ['commitment'], ['<<<<<<< ours', 'commitment: supporter', '=======', 'commitment: advocate', '>>>>>>> theirs', 'b: 2']],
    [
      'a level and its day, as one',
      ['commitment: passive', 'needed: x', 'assessed: 2026-01-01'],
      ['commitment: supporter', 'needed: x', 'assessed: 2026-02-01'],
      ['commitment: advocate', 'needed: x', 'assessed: 2026-03-01'],
      ['commitment', 'assessed'],
      ['<<<<<<< ours', 'commitment: supporter', 'assessed: 2026-02-01', '=======', 'commitment: advocate', 'assessed: 2026-03-01', '>>>>>>> theirs', 'needed: x'],
    ],
    [
      'a new level, and the day of the old one',
      ['commitment: passive', 'assessed: 2026-01-01'],
      ['commitment: supporter', 'assessed: 2026-01-01'],
      ['commitment: passive', 'assessed: 2026-03-01'],
      ['commitment', 'assessed'],
      ['<<<<<<< ours', 'commitment: supporter', 'assessed: 2026-01-01', '=======', 'commitment: passive', 'assessed: 2026-03-01', '>>>>>>> theirs'],
    ],
    ['a day of assessment without a level', ['assessed: 2026-01-01', 'commitment: a'], ['assessed: 2026-02-01', 'commitment: b'], ['commitment: b'], ['assessed'], ['<<<<<<< ours', 'assessed: 2026-02-01', '=======', '>>>>>>> theirs', 'commitment: b']],
    ['a plan', ['end: 2026-01-01'], ['end: 2026-02-01'], ['end: 2026-03-01'], ['end'], ['<<<<<<< ours', 'end: 2026-02-01', '=======', 'end: 2026-03-01', '>>>>>>> theirs']],
    ['days that cannot be compared', ['updated: 2026-01-01'], ['updated: 2026-02-01'], ['updated: 2 March 2026'], ['updated'], ['<<<<<<< ours', 'updated: 2026-02-01', '=======', 'updated: 2 March 2026', '>>>>>>> theirs']],
    ['what one removed and the other changed', ['a: 1', 'b: 2'], ['b: 2'], ['a: 3', 'b: 2'], ['a'], ['<<<<<<< ours', '=======', 'a: 3', '>>>>>>> theirs', 'b: 2']],
    ['what both added', ['b: 2'], ['b: 2', 'a: 1'], ['b: 2', 'a: 3'], ['a'], ['b: 2', '<<<<<<< ours', 'a: 1', '=======', 'a: 3', '>>>>>>> theirs']],
    ['groups', ['a:', '  x: 1'], ['a:', '  x: 2'], ['a:', '  x: 3'], ['a'], ['<<<<<<< ours', 'a:', '  x: 2', '=======', 'a:', '  x: 3', '>>>>>>> theirs']],
    ['comments', ['a: 1 # x'], ['a: 1 # y'], ['a: 1 # z'], ['a'], ['<<<<<<< ours', 'a: 1 # y', '=======', 'a: 1 # z', '>>>>>>> theirs']],
    ['a list and text with commas', ['tags: a'], ['tags: [a, b]'], ['tags: a, c'], ['tags'], ['<<<<<<< ours', 'tags: [a, b]', '=======', 'tags: a, c', '>>>>>>> theirs']],
  ])('stand in conflict alone: %s', async (_name, base, ours, theirs, names, expected) => {
    const merged = await merge(note(...base), note(...ours), note(...theirs));
    expect(merged).toMatchObject({ properties: [names], textConflicts: 0, asText: false });
    expect(merged.text.split('\n').slice(1, -3)).toEqual(expected);
  });

  test('show the ancestor where the clone asks for it', async () => {
    const { text } = await merge(note('a: 1'), note('a: 2'), note('a: 3'), byGit, 'diff3');
    expect(text).toBe(note('<<<<<<< ours', 'a: 2', '||||||| base', 'a: 1', '=======', 'a: 3', '>>>>>>> theirs'));
  });
});

describe('the text below', () => {
  test('goes together with properties right above it', async () => {
    const merged = await merge('---\na: 1\n---\nOne\nTwo\n', '---\na: 2\n---\nOne\nTwo\n', '---\na: 1\n---\nOnes\nTwo\n');
    expect(merged).toMatchObject({ text: '---\na: 2\n---\nOnes\nTwo\n', properties: [], textConflicts: 0 });
  });

  test('is merged line by line, and counts its own conflicts', async () => {
    const merged = await merge('---\na: 1\n---\nOne\n\nTwo\n', '---\na: 2\n---\n1\n\nTwo\n', '---\na: 3\n---\n2\n\nTwo\n');
    expect(merged).toMatchObject({ properties: [['a']], textConflicts: 1 });
    expect(readConflicts(merged.text).conflicts).toHaveLength(2);
  });

  test('is merged as git merges it where the changes lie apart', () => {
    const lines = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'c\r\n'), { maxLength: 5 }).map((some) => some.join(''));
    const both = fc.tuple(lines, lines);
    fc.assert(
      fc.property(both, both, both, fc.constantFrom('once\n', '\n', ''), fc.constantFrom('', 'end'), ([start, rest], [one, other], [ours, theirs], between, end) => {
        const build = (first: string, last: string): string => `${start}${first}${between}${last}${rest}${end}`;
        const merged = mergeApart({ base: build(one, other), ours: build(ours, other), theirs: build(one, theirs) });
        expect(mergeApart({ base: build(one, other), ours: build(one, theirs), theirs: build(ours, other) })).toBe(merged);
        if (merged !== undefined) expect(merged).toBe(build(ours, theirs));
      }),
      { numRuns: 3000 },
    );
    expect(mergeApart({ base: 'a\nb\nc\n', ours: 'A\nb\nc\n', theirs: 'a\nB\nc\n' })).toBeUndefined();
    // Both added behind the same heading: the blank lines there are equal.
    expect(mergeApart({ base: 'x\n\ny\n\n\n', ours: 'x\n\ny\n\n- a\n\n\n', theirs: 'z\n\ny\n\n- b\n\n\n' })).toBeUndefined();
  });

  test('keeps a side without final line ending', async () => {
    const merged = await merge('---\na: 1\n---\nOne\n\nTwo', '---\na: 1\n---\nOne!\n\nTwo', '---\na: 2\n---\nOne\n\nTwo');
    expect(merged.text).toBe('---\na: 2\n---\nOne!\n\nTwo');
  });
});

test('dashes that lost their line ending with all text on one side stay on a line of their own', async () => {
  const block = (value: number): string => `---\na: ${value}\n---`;
  expect(await merge(`${block(1)}\n`, block(2), `${block(1)}\nNew\n`)).toMatchObject({ text: `${block(2)}\nNew\n`, textConflicts: 0 });
  expect(await merge(`${block(1)}\n`, `${block(1)}\nNew\n`, block(2))).toMatchObject({ text: `${block(2)}\nNew\n`, textConflicts: 0 });
});

describe('what lies round the words', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  const [base, ours, theirs, both] = [note('a: 1', 'b: 1'), note('a: 2', 'b: 1'), note('a: 1', 'b: 2'), note('a: 2', 'b: 2')];

  test.each<[string, MergeSides, string]>([
    ['line endings that one side changed', { base, ours: crlf(ours), theirs }, crlf(both)],
    ['line endings that the other side changed', { base: crlf(base), ours: crlf(ours), theirs }, both],
    ['line endings of all', { base: crlf(base), ours: crlf(ours), theirs: crlf(theirs) }, crlf(both)],
    ['endings that one side made one', { base: base.replace('\n', '\r\n'), ours: ours.replace('\n', '\r\n'), theirs: crlf(theirs) }, crlf(both)],
    ['a mark that one side added', { base, ours, theirs: `\uFEFF${theirs}` }, `\uFEFF${both}`],
    ['a mark that one side took away', { base: `\uFEFF${base}`, ours, theirs: `\uFEFF${theirs}` }, both],
  ])('is merged for itself: %s', async (_name, sides, expected) => {
    expect(await merge(sides.base, sides.ours, sides.theirs)).toMatchObject({ text: expected, properties: [], textConflicts: 0 });
  });

  test('is kept in conflicts', async () => {
    const merged = await merge(crlf(base), crlf(ours), crlf(note('a: 3', 'b: 1')));
    expect(merged.text).toBe(crlf(note('<<<<<<< ours', 'a: 2', '=======', 'a: 3', '>>>>>>> theirs', 'b: 1')));
  });
});

describe('notes whose properties cannot be merged by name', () => {
  test('are merged as text where a side uses anchors', async () => {
    const merged = await merge(note('a: &x 1', 'b: 2', 'c: 3', 'd: *x'), note('a: &x 4', 'b: 2', 'c: 3', 'd: *x'), note('a: &x 1', 'b: 2', 'c: 3', 'd: 5'));
    expect(merged).toMatchObject({ asText: true, text: note('a: &x 4', 'b: 2', 'c: 3', 'd: 5') });
  });

  test('stand in conflict where their lines go together and their properties do not', async () => {
    const base = note('a: &x 1', 'b: 2', 'c: 3', 'd: 4');
    const merged = await merge(base, base.replace('a: &x 1', 'z: 1\na: &x 1'), base.replace('d: 4', 'd: 4\nz: 2'));
    expect(merged.asText).toBe(true);
    const { conflicts } = readConflicts(merged.text);
    expect(conflicts).toHaveLength(1);
    expect(textOfSide(merged.text, conflicts, 'theirs')).toBe(base.replace('d: 4', 'd: 4\nz: 2'));
  });

  test('are merged as text where a side cannot be read', async () => {
    const base = note('a: 1', 'b: 2', 'c: 3');
    const merged = await merge(base, base.replace('a: 1', 'a: [1'), base.replace('c: 3', 'c: 4'));
    expect(readConflicts(merged.text).conflicts).toHaveLength(1);
    expect(merged.text).toContain('a: [1\n');
    expect(merged.text).toContain('c: 4\n');
  });

  test('take properties that one side alone has', async () => {
    expect((await merge('One\n\nTwo\n', `${note('a: 1').replace('Text\n', '')}One\n\nTwo\n`, 'One\n\n2\n')).text).toBe('---\na: 1\n---\nOne\n\n2\n');
  });

  test('merge properties that both sides added', async () => {
    expect((await merge('Text\n', note('a: 1', 'tags: [x]'), note('b: 1', 'tags: [y]'))).text).toBe(note('a: 1', 'b: 1', 'tags: [x, y]'));
  });

  test('are in conflict where one side took all properties away and the other changed some', async () => {
    const merged = await merge(note('a: 1'), 'Text\n', note('a: 2'));
    expect(merged).toMatchObject({ properties: [['a']], text: '<<<<<<< ours\n=======\n---\na: 2\n---\n>>>>>>> theirs\nText\n' });
  });

  test('keep both sides without a common ancestor', async () => {
    const merged = await merge('', note('a: 1', 'b: 1'), note('a: 1', 'b: 2'));
    expect(merged).toMatchObject({ properties: [['b']], textConflicts: 0 });
  });
});

const value = fc.constantFrom('x', 'y', '"z"', '2026-01-01', '2026-02-02', '[x]', '[x, y]', '["y", w]', '\n  - x', '\n  - y\n  - "[[v]]" # why', '', '|\n  text\n  more', '{ k: 1 }', 'x # said', '[1, 2]');
const property = fc.tuple(fc.constantFrom('commitment', 'assessed', 'updated', 'tags', 'lever', 'a b', 'é'), value, fc.constantFrom('', '', '', '# above\n', '\n')).map(([name, text, above]) => ({ name, line: `${above}${name}: ${text}` }));
const blocks = fc.uniqueArray(property, { selector: ({ name }) => name, maxLength: 5 }).map((lines) => lines.map(({ line }) => `${line}\n`).join(''));
const anyNote = fc.tuple(fc.oneof({ weight: 8, arbitrary: blocks.map((block) => `---\n${block}---\n`) }, { weight: 1, arbitrary: fc.constantFrom('', '---\na: [\n---\n', '---\nopen\n', '---\na: &x 1\nb: *x\n---\n') }), fc.constantFrom('One\n', 'Two', '')).chain(([block, body]) => fc.constantFrom(block + body, block + body, `\uFEFF${block}${body}`, (block + body).replaceAll('\n', '\r\n')));

/** Values by name, as text; items of lists each for itself. A name without a value says nothing. */
function saidBy(text: string): ReadonlySet<string> {
  return new Set(readFrontmatter(text).properties.flatMap(({ name, value: said }) => (Array.isArray(said) ? said : [said]).filter((item) => item !== null).map((item) => `${name}=${JSON.stringify(item)}`)));
}

describe('for any three notes', () => {
  test('a side that changed nothing gives the other side’s bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyNote, anyNote, async (base, other) => {
        expect((await merge(base, other, base, asWhole)).text).toBe(other);
        expect((await merge(base, base, other, asWhole)).text).toBe(other);
        expect((await merge(base, other, other, asWhole)).text).toBe(other);
      }),
    );
  });

  test('what is clean reads, says nothing that no side said, and everything that a side added', async () => {
    await fc.assert(
      fc.asyncProperty(anyNote, anyNote, anyNote, async (base, ours, theirs) => {
        const merged = await merge(base, ours, theirs, asWhole);
        if (merged.properties.length + merged.textConflicts > 0) return;
        const [before, mine, other, said] = [saidBy(base), saidBy(ours), saidBy(theirs), saidBy(merged.text)];
        const isBroken = [base, ours, theirs].some((text) => readFrontmatter(text).broken);
        expect(readFrontmatter(merged.text).broken && !isBroken).toBe(false);
        for (const item of said) expect(mine.has(item) || other.has(item)).toBe(true);
        for (const item of mine) if (other.has(item)) expect(said.has(item)).toBe(true);
        for (const side of [mine, other]) for (const item of side) if (!before.has(item) && !/^(?:updated|assessed)=/.test(item)) expect(said.has(item)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('the sides may change places', async () => {
    await fc.assert(
      fc.asyncProperty(anyNote, anyNote, anyNote, async (base, ours, theirs) => {
        const [one, other] = [await merge(base, ours, theirs, asWhole), await merge(base, theirs, ours, asWhole)];
        expect(one.properties.flat().sort()).toEqual(other.properties.flat().sort());
        expect(one.textConflicts).toBe(other.textConflicts);
        expect(saidBy(one.text)).toEqual(saidBy(other.text));
      }),
      { numRuns: 1000 },
    );
  });

  test('both sides stand in what is not clean', async () => {
    await fc.assert(
      fc.asyncProperty(anyNote, anyNote, anyNote, async (base, ours, theirs) => {
        const merged = await merge(base, ours, theirs, asWhole);
        const { conflicts, strays } = readConflicts(merged.text);
        expect(strays).toEqual([]);
        expect(conflicts.length).toBe(merged.properties.length + merged.textConflicts);
        if (merged.asText || conflicts.length === 0) return;
        for (const name of merged.properties.flat()) {
          for (const [side, text] of [['ours', ours], ['theirs', theirs]] as const) {
            const whole = textOfSide(merged.text, conflicts, side) ?? '';
            expect(readFrontmatter(whole).get(name)?.value).toEqual(readFrontmatter(text).get(name)?.value);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('lines of properties that nobody touched are the same', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, value, value, async (block, first, second) => {
        const text = (a: string, b: string): string => `---\nmine: ${a}\n${block}theirs: ${b}\n---\nText\n`;
        const merged = await merge(text('x', 'x'), text(first, 'x'), text('x', second), asWhole);
        expect(merged.text).toBe(text(first, second));
      }),
    );
  });
});
