import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadYamlReader, readFrontmatter } from '../../src/markdown/frontmatter.js';
import { removePropertyEdits, setPropertyEdits, type PropertyEdits, type PropertyInput } from '../../src/markdown/property-edit.js';
import { isUnsafeName } from '../../src/markdown/property.js';
import { applyEdits, type TextEdit } from '../../src/markdown/text-edit.js';

/** For long runs by hand: `FUZZ_RUNS=200000 npx vitest run test/markdown/property-edit.test.ts`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1000);

beforeAll(loadYamlReader);

function editsOf(result: PropertyEdits): readonly TextEdit[] {
  if (!result.ok) throw new Error(`Expected edits, got ${result.problem.code}: ${result.problem.message}`);
  return result.edits;
}

function set(text: string, name: string, value: PropertyInput): string {
  return applyEdits(text, editsOf(setPropertyEdits(text, name, value)));
}

function remove(text: string, name: string): string {
  return applyEdits(text, editsOf(removePropertyEdits(text, name)));
}

/** A note with these lines as its properties. */
function note(...lines: readonly string[]): string {
  return ['---', ...lines, '---', 'Text', ''].join('\n');
}

describe('setting a value', () => {
  test.each<[string, string, PropertyInput, string]>([
    ['replaces the value alone', 'a: passive # May', 'advocate', 'a: advocate # May'],
    ['keeps double quotes', 'a: "x"', 'y', 'a: "y"'],
    ['keeps single quotes', "a: 'x'", "it's", "a: 'it''s'"],
    ['leaves single quotes where they cannot say it', "a: 'x'", 'one\ntwo', 'a: "one\\ntwo"'],
    ['quotes a link', 'a: x', '[[Ana]]', 'a: "[[Ana]]"'],
    ['quotes text that reads as a number', 'a: x', '12', 'a: "12"'],
    ['quotes text that reads as a truth value', 'a: x', 'true', 'a: "true"'],
    ['quotes text with a colon and space', 'a: x', 'b: c', 'a: "b: c"'],
    ['quotes text that starts a comment', 'a: x', '#b', 'a: "#b"'],
    ['quotes empty text', 'a: x', '', 'a: ""'],
    ['quotes text with spaces around it', 'a: x', ' b ', 'a: " b "'],
    ['writes a date without quotes', 'a: x', '2026-03-04', 'a: 2026-03-04'],
    ['writes a time without quotes', 'a: x', '10:30', 'a: 10:30'],
    ['writes a number', 'a: "x"', 5, 'a: 5'],
    ['writes a truth value', 'a: x', false, 'a: false'],
    ['writes nothing for null', 'a: x', null, 'a:'],
    ['keeps the comment behind nothing', 'a: x # c', null, 'a:  # c'],
    ['fills an empty value', 'a:', 'x', 'a: x'],
    ['fills an empty value before a comment', 'a: # c', 'x', 'a: x # c'],
    ['fills an empty value after spaces', 'a:  ', 'x', 'a:  x'],
    ['replaces text over several lines', 'a: |\n  x\n  y\nb: 1', 'z', 'a: z\nb: 1'],
    ['replaces a group', 'a:\n  x: 1\n  y: 2\nb: 1', 'z', 'a: z\nb: 1'],
    ['replaces a group in braces', 'a: {x: 1}', 'z', 'a: z'],
    ['replaces an alias', 'b: &x 1\na: *x', 'z', 'b: &x 1\na: z'],
    ['drops a tag that would change the value', 'a: !!str x', 5, 'a: 5'],
    ['writes a list below', 'a: x', ['b', 'c'], 'a:\n  - b\n  - c'],
    ['writes a list as the note does', 'z:\n- y\na: x', ['b'], 'z:\n- y\na:\n- b'],
    ['writes a list in brackets as the note does', 'z: [y]\na: x', ['b', 'c, d'], 'z: [y]\na: [b, "c, d"]'],
    ['keeps the comment beside the name of a new list', 'a: x # c', ['b'], 'a:  # c\n  - b'],
    ['writes an empty list', 'a: x', [], 'a: []'],
    ['quotes links in a list', 'a:', ['[[Ana]]', 'b'], 'a:\n  - "[[Ana]]"\n  - b'],
    ['adds an item', 'a:\n    -  b # c\n    -  d\n# e', ['b', 'd', 'f'], 'a:\n    -  b # c\n    -  d\n    -  f\n# e'],
    ['adds an item before', 'a:\n- b', ['x', 'b'], 'a:\n- x\n- b'],
    ['removes an item', 'a:\n  - b # c\n  - d # e\n  - f', ['b', 'f'], 'a:\n  - b # c\n  - f'],
    ['removes items at several places', 'a:\n  - b\n  - c # c\n  - d\n  - e # e\n  - f', ['c', 'e'], 'a:\n  - c # c\n  - e # e'],
    ['changes an item in its quotes', 'a:\n  - "b" # c\n  - d', ['x', 'd'], 'a:\n  - "x" # c\n  - d'],
    ['fills an empty item', 'a:\n  -\n  - # c', ['x', 'y'], 'a:\n  - x\n  - y # c'],
    ['empties a list', 'a:\n  - b\n  - c\nd: 1', [], 'a: []\nd: 1'],
    ['turns a list into a value', 'a: # c\n  - b # d\n  - c\nd: 1', 'x', 'a: x # c\nd: 1'],
    ['adds to brackets', 'a: [ "b", c ] # d', ['b', 'c', 'e'], 'a: [ "b", c, e ] # d'],
    ['adds before in brackets', 'a: ["b"]', ['x', 'b'], 'a: [x, "b"]'],
    ['removes from brackets', 'a: [b,  c, d]', ['b', 'd'], 'a: [b, d]'],
    ['removes the first from brackets', 'a: [b,  c, d]', ['d'], 'a: [d]'],
    ['empties brackets', 'a: [b,  c, ]', [], 'a: []'],
    ['fills brackets', 'a: []', ['[[X]]', 'y'], 'a: ["[[X]]", y]'],
    ['keeps the shape of brackets over lines', 'a: [\n  b, # c\n  d\n  ]', ['b', 'e'], 'a: [\n  b, # c\n  e\n  ]'],
    ['replaces a nested list', 'a: [[X]]', ['[[X]]'], 'a: ["[[X]]"]'],
  ])('%s', (_what, before, value, after) => {
    expect(set(note(...before.split('\n')), 'a', value)).toBe(note(...after.split('\n')));
  });

  test('in braces writes as JSON does', () => {
    const json = note('{', '  "tags": "journal",', '  "n": 1', '}');
    expect(set(json, 'tags', ['a', 'b'])).toBe(note('{', '  "tags": ["a", "b"],', '  "n": 1', '}'));
    expect(set(json, 'n', null)).toBe(note('{', '  "tags": "journal",', '  "n": null', '}'));
    expect(set(json, 'x y', 'z')).toBe(note('{', '  "tags": "journal",', '  "n": 1,', '  "x y": "z"', '}'));
    expect(remove(json, 'n')).toBe(note('{', '  "tags": "journal"', '}'));
    expect(remove(json, 'tags')).toBe(note('{', '  "n": 1', '}'));
  });

  test('adds a property behind the last', () => {
    expect(set(note('a: 1', '# end'), 'b', ['x'])).toBe(note('a: 1', '# end', 'b:', '  - x'));
    expect(set(note('  a: 1'), 'b', null)).toBe(note('  a: 1', '  b:'));
    expect(set(note(), 'b', 2)).toBe(note('b: 2'));
    expect(set(note('a: |+', '  x', ''), 'b', 2)).toBe(note('a: |+', '  x', '', 'b: 2'));
    expect(set(note('a: 1'), '- odd: name', 2)).toBe(note('a: 1', '"- odd: name": 2'));
    expect(set(note('a: 1'), 'true', 2)).toBe(note('a: 1', '"true": 2'));
  });

  test('makes a block where there is none', () => {
    expect(set('Text', 'a', 1)).toBe('---\na: 1\n---\nText');
    expect(set('', 'a', ['b'])).toBe('---\na:\n  - b\n---\n');
    expect(set('\uFEFFText\r\nmore', 'a', 'x')).toBe('\uFEFF---\r\na: x\r\n---\r\nText\r\nmore');
    expect(set('\n---\nrule', 'a', 'x')).toBe('---\na: x\n---\n\n---\nrule');
  });

  test('gives no edits for the value that is there', () => {
    expect(editsOf(setPropertyEdits(note('a: 0x10'), 'a', 16))).toEqual([]);
    expect(editsOf(setPropertyEdits(note('a: [b, "c"]'), 'a', ['b', 'c']))).toEqual([]);
    expect(editsOf(setPropertyEdits(note('a:'), 'a', null))).toEqual([]);
    expect(editsOf(removePropertyEdits(note('a:'), 'b'))).toEqual([]);
    expect(editsOf(removePropertyEdits('Text', 'b'))).toEqual([]);
  });
});

describe('removing', () => {
  test.each<[string, string, string]>([
    ['takes the line and the comment beside it', '# h\na: x # c\nb: 1', '# h\nb: 1'],
    ['takes the items', 'b: 1\na:\n  - x\n  # c\n  - y # d\n# e\nc: 2', 'b: 1\n# e\nc: 2'],
    ['takes text over several lines', 'a: |\n  x\n\n  y\nb: 1', 'b: 1'],
  ])('%s', (_what, before, after) => {
    expect(remove(note(...before.split('\n')), 'a')).toBe(note(...after.split('\n')));
  });

  test('takes the block with its last property', () => {
    expect(remove(note('a: 1'), 'a')).toBe('Text\n');
    expect(remove(note('# keep', 'a: 1'), 'a')).toBe(note('# keep'));
  });

  test('leaves an empty block when the text behind it would become one', () => {
    expect(remove('---\na: 1\n---\n---\nb: 2\n---\n', 'a')).toBe('---\n---\n---\nb: 2\n---\n');
  });
});

describe('refuses', () => {
  test.each<[string, string, string]>([
    ['an unclosed block', '---\na: 1\n', 'unclosed'],
    ['a block of code', '---js\n({})\n---\n', 'executable'],
    ['broken YAML', note('a: b: c'), 'syntax'],
    ['a name twice', note('a: 1', 'a: 2'), 'duplicate-key'],
    ['a value that others repeat', note('a: &x 1', 'b: *x'), 'not-editable'],
  ])('%s', (_what, text, code) => {
    const expected = { ok: false, problem: { code } };
    expect(setPropertyEdits(text, 'a', 'y')).toMatchObject(expected);
    expect(removePropertyEdits(text, 'a')).toMatchObject(expected);
  });

  test('a name without a colon of its own, for every value', () => {
    for (const value of ['y', 2, ['y']]) {
      for (const text of [note('? a', 'b: 1'), note('{a, b: 1}')]) {
        expect(setPropertyEdits(text, 'a', value)).toMatchObject({ ok: false, problem: { code: 'not-editable' } });
      }
    }
  });

  test('a name that reaches into objects', () => {
    expect(setPropertyEdits(note('a: 1'), '__proto__', 'y')).toMatchObject({ ok: false, problem: { code: 'unsafe-key' } });
  });
});

describe('over generated notes', () => {
  const scalarSource = fc.constantFrom('x', '"q # q"', "'s''s'", '12', 'true', '~', '', '2026-03-04', '"[[Ana]]"', 'b c', '-1.5', '"\\u00e9"', '[[N]]', '|\n  lit\n   x', '>-\n  fold\n\n  y', '{a: 1, b: [2]}');
  const comment = fc.constantFrom('', '', ' # c', '   # "d"');
  const simpleItem = fc.constantFrom('a', 'b', '"c"', "'d'", '1', '', '"[[L]]"', 'e f', '#none');
  const ownLine = fc.constantFrom('', '# own', '  # deep');
  const scalarLine = (name: string) =>
    fc.tuple(scalarSource, comment).map(([source, behind]) => [`${name}: ${source.includes('\n') ? source : source + behind}`]);
  const bracketLine = (name: string) =>
    fc.tuple(fc.array(simpleItem.filter((item) => item !== '' && !item.startsWith('#')), { maxLength: 4 }), comment, fc.constantFrom(', ', ',', ' ,  ')).map(([items, behind, gap]) => [`${name}: [${items.join(gap)}]${behind}`]);
  const dashLines = (name: string) =>
    fc
      .tuple(fc.constantFrom('', '  ', '    '), fc.array(fc.tuple(simpleItem, comment, fc.constantFrom('', '', '# own\n')), { minLength: 1, maxLength: 4 }), comment)
      .map(([indent, items, behind]) => [`${name}:${behind}`, ...items.map(([item, after, before]) => `${before}${indent}- ${item}${after}`)]);
  const lines = fc
    .tuple(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', '"q: q"', 'with space'), { maxLength: 5 }), ownLine)
    .chain(([names, own]) => fc.tuple(...names.map((name) => fc.oneof(scalarLine(name), bracketLine(name), dashLines(name)))).map((groups) => [...groups.flat(), ...(own === '' ? [] : [own])]));
  const ending = fc.constantFrom('\n', '\r\n', '\r');
  const body = fc.constantFrom('', 'Text', 'Text\n', '\n# H\n\n- a\n', '---\n', 'a: 1\n---\n');
  const block = fc.tuple(fc.boolean(), fc.constantFrom('', '\uFEFF'), lines, body, ending).map(([has, mark, all, text, end]) => {
    const source = has ? `---\n${all.map((line) => `${line}\n`).join('')}---\n${text}` : text.startsWith('---') ? 'Text' : text;
    return mark + source.replaceAll('\n', end);
  });
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('[[Ana]]', 'a: b', 'true', '12', '# x', '- y', 'a, b', 'null', '~', '', ' x ', 'x\ny', "it's", '"', '2026-03-04', '{{t}}', 'é', '\ud800', '\u2028', '---', '...', '@x', '%', '10:30', '1e3', 'x:', ':x', 'a #b', 'a#b'));
  const value: fc.Arbitrary<PropertyInput> = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 5 }), fc.array(fc.constantFrom('a', 'b', 'c', 'd', '[[L]]', 'e f', '1'), { maxLength: 5 }));
  const name = fc.oneof(fc.constantFrom('a', 'b', 'c', 'q: q', 'with space', 'new', 'new name'), text.filter((key) => key.length < 100 && !isUnsafeName(key)));

  test('every note can be read, and every value set', () => {
    fc.assert(
      fc.property(block, name, value, (before, key, wanted) => {
        const old = readFrontmatter(before);
        expect(old.problems).toEqual([]);
        const edits = editsOf(setPropertyEdits(before, key, wanted));
        const after = applyEdits(before, edits);
        const read = readFrontmatter(after);

        expect(read.get(key)?.value).toStrictEqual(wanted);
        const others = (frontmatter: typeof read) => frontmatter.properties.filter((property) => property.name !== key).map((property) => [property.name, property.value]);
        expect(others(read)).toStrictEqual(others(old));

        // Nothing changes but the lines of the property.
        const property = old.get(key);
        const first = edits[0];
        const last = edits.at(-1);
        if (property !== undefined && first !== undefined && last !== undefined) {
          expect(first.from).toBeGreaterThanOrEqual(property.keyTo);
          expect(before.slice(property.valueTo, last.to)).toMatch(/^[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)?$/);
        }
        const fresh = read.get(key);
        if (fresh !== undefined && property !== undefined) expect(after.slice(0, fresh.keyTo)).toBe(before.slice(0, property.keyTo));
        expect(after.slice(read.block?.to)).toBe(before.slice(old.block?.to ?? (before.startsWith('\uFEFF') ? 1 : 0)));
        if (!/[\r\n]/.test(before)) return;
        const endings = (all: string) => new Set(all.match(/\r\n|\n|\r/g));
        expect(endings(after)).toStrictEqual(endings(before));
      }),
      { numRuns: RUNS },
    );
  });

  test('setting twice changes nothing the second time', () => {
    fc.assert(
      fc.property(block, name, value, (before, key, wanted) => {
        expect(editsOf(setPropertyEdits(set(before, key, wanted), key, wanted))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('removing what was added gives the note back', () => {
    fc.assert(
      fc.property(block, name, value, (before, key, wanted) => {
        const old = readFrontmatter(before);
        fc.pre(old.get(key) === undefined && !(old.block !== undefined && old.block.yamlFrom === old.block.yamlTo));
        expect(remove(set(before, key, wanted), key)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });

  test('removing leaves the other properties and every other line', () => {
    fc.assert(
      fc.property(block, fc.nat(4), (before, index) => {
        const old = readFrontmatter(before);
        const property = old.properties[index];
        fc.pre(property !== undefined);
        const edits = editsOf(removePropertyEdits(before, property.name));
        const after = readFrontmatter(applyEdits(before, edits));
        expect(after.properties.map((other) => [other.name, other.value])).toStrictEqual(
          old.properties.filter((other) => other !== property).map((other) => [other.name, other.value]),
        );
        expect(edits).toHaveLength(1);
      }),
      { numRuns: RUNS },
    );
  });

  test('any text is edited or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string().map((yaml) => `---\n${yaml}\n---\n`)), name, value, (before, key, wanted) => {
        const result = setPropertyEdits(before, key, wanted);
        if (result.ok) expect(readFrontmatter(applyEdits(before, result.edits)).get(key)?.value).toStrictEqual(wanted);
        else expect(result.problem.message).not.toBe('');
        removePropertyEdits(before, key);
      }),
      { numRuns: RUNS },
    );
  });
});
