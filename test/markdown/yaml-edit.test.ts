import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { removeYamlValueEdits, setYamlValueEdits, type YamlEdits, type YamlInput } from '../../src/markdown/yaml-edit.js';

/** For long runs by hand: `FUZZ_RUNS=20000 npx vitest run test/markdown/yaml-edit.test.ts`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

function applied(text: string, result: YamlEdits): string {
  if (!result.ok) throw new Error(`Expected edits of ${JSON.stringify(text)}, got: ${result.problem.message}`);
  return applyEdits(text, result.edits);
}

async function set(text: string, path: string, value: YamlInput): Promise<string> {
  return applied(text, await setYamlValueEdits(text, path.split('.'), value));
}

async function remove(text: string, path: string): Promise<string> {
  return applied(text, await removeYamlValueEdits(text, path.split('.')));
}

describe('setting a value', () => {
  test.each<[string, string, string, YamlInput, string]>([
    ['replaces the value alone', 'a: 1 # c\nb: 2\n', 'a', 3, 'a: 3 # c\nb: 2\n'],
    ['keeps quotes', "a: 'x'\nb: \"y\"\n", 'a', "it's", "a: 'it''s'\nb: \"y\"\n"],
    ['replaces below a key', 'r:\n    x: off # now\n    y: info\n', 'r.x', 'warning', 'r:\n    x: warning # now\n    y: info\n'],
    ['fills an empty value before a comment', 'a: # c\nb: 1\n', 'a', 'x', 'a: x # c\nb: 1\n'],
    ['adds a key behind the last, before comments', 'a: 1\n\n# end\n', 'b', true, 'a: 1\nb: true\n\n# end\n'],
    ['adds below with the indentation of the file', 'r:\n    x: off\n# c\nz: 1\n', 'r.y', 'info', 'r:\n    x: off\n    y: info\n# c\nz: 1\n'],
    ['adds parents with the indentation of the file', 'r:\n    x: off\n', 's.t.u', 1, 'r:\n    x: off\ns:\n    t:\n        u: 1\n'],
    ['adds below a key without a value', 'r: # rules\n# x: off\nz: 1\n', 'r.y', 'info', 'r: # rules\n  y: info\n# x: off\nz: 1\n'],
    ['adds below a written null', 'r: ~ # rules\n', 'r.y', 'info', 'r: # rules\n  y: info\n'],
    ['adds in place of a last line without ending', 'a: 1', 'b', 2, 'a: 1\nb: 2'],
    ['adds behind a last key without a value', 'a:', 'b', 2, 'a:\nb: 2'],
    ['adds behind text over lines', 'a: |\n  x\n\n  y\n# c\n', 'b', 2, 'a: |\n  x\n\n  y\nb: 2\n# c\n'],
    ['adds behind text that keeps its end', 'a: |+\n  x\n\n', 'b', 2, 'a: |+\n  x\n\nb: 2\n'],
    ['writes into an empty file', '', 'r.x', 'off', 'r:\n  x: off\n'],
    ['writes below comments alone', '# one\n\n# two\n', 'a', 1, '# one\n\n# two\na: 1\n'],
    ['writes below a comment without ending', '# one', 'a', 1, '# one\na: 1'],
    ['writes behind a start of document', '---\n', 'a', 1, '---\na: 1\n'],
    ['keeps a directive and a start of document', '%YAML 1.2\n---\na: 1\n', 'b', 2, '%YAML 1.2\n---\na: 1\nb: 2\n'],
    ['keeps CRLF', 'a: 1\r\nr:\r\n  x: |\r\n    t\r\n', 'r.y.z', 'q', 'a: 1\r\nr:\r\n  x: |\r\n    t\r\n  y:\r\n    z: q\r\n'],
    ['keeps a byte-order mark', '\ufeffa: 1\n', 'b', ['x'], '\ufeffa: 1\nb:\n  - x\n'],
    ['writes behind a byte-order mark', '\ufeff', 'a', 1, '\ufeffa: 1\n'],
    ['changes in braces', 'r: { x: off, y: info } # c\n', 'r.x', 'error', 'r: { x: error, y: info } # c\n'],
    ['adds in braces', 'r: { x: off } # c\n', 'r.y', 'a, b', 'r: { x: off, y: "a, b" } # c\n'],
    ['adds in empty braces', 'r: {}\n', 'r.y.z', ['a'], 'r: {y: {z: [a]}}\n'],
    ['adds in braces over lines', 'r: {\n  x: off,\n  y: info\n}\n', 'r.z', 1, 'r: {\n  x: off,\n  y: info,\n  z: 1\n}\n'],
    ['fills in braces', '{a: , b:}', 'b', 'x', '{a: , b: x}'],
    ['fills a key with a map in braces', '{a: , b:}', 'a.c', 'x', '{a: {c: x}, b:}'],
    ['writes JSON as JSON', '{"a": {"b": 1}}', 'a.c', 'x', '{"a": {"b": 1, "c": "x"}}'],
    ['adds an item where it belongs', 'i:\n  - a # one\n  - c\n', 'i', ['a', 'b', 'c'], 'i:\n  - a # one\n  - b\n  - c\n'],
    ['changes a list in brackets', 'i: ["a"] # c\n', 'i', ['a', 'b'], 'i: ["a", b] # c\n'],
    ['empties a list', 'i:\n  - a\nz: 1\n', 'i', [], 'i: []\nz: 1\n'],
    ['writes lists as the file does', 'i: [a]\n', 'j', ['b', 'c: d'], 'i: [a]\nj: [b, "c: d"]\n'],
    ['writes lists at the margin as the file does', 'i:\n- a\n', 'j', ['b'], 'i:\n- a\nj:\n- b\n'],
    ['turns a value into a list', 'r:\n  i: a # c\n', 'r.i', ['a', 'b'], 'r:\n  i:  # c\n    - a\n    - b\n'],
    ['turns a map into a value', 'r:\n  x: 1\nz: 1\n', 'r', 'q', 'r: q\nz: 1\n'],
    ['quotes a key that needs it', 'k:\n  a: 1\n', 'k.#CX: case', 'case', 'k:\n  a: 1\n  "#CX: case": case\n'],
    ['quotes what would read otherwise', 'a: x\n', 'a', 'true', 'a: "true"\n'],
  ])('%s', async (_what, before, path, value, after) => {
    expect(await set(before, path, value)).toBe(after);
    expect(await set(after, path, value)).toBe(after);
  });
});

describe('removing a value', () => {
  test.each<[string, string, string, string]>([
    ['takes the line and the comment beside it', '# h\na: 1 # c\nb: 2\n', 'a', '# h\nb: 2\n'],
    ['takes the lines below', 'r:\n  x:\n    - 1\n    # c\n    - 2\n# d\nz: 1\n', 'r', '# d\nz: 1\n'],
    ['keeps the map without its last key', 'r: # rules\n  x: off\n  # y: off\nz: 1\n', 'r.x', 'r: # rules\n  # y: off\nz: 1\n'],
    ['empties the file', 'a: 1\n', 'a', ''],
    ['keeps the comments of the file', '# h\na: 1\n# e\n', 'a', '# h\n# e\n'],
    ['keeps a file without final line ending', 'a: 1\r\nb: 2', 'b', 'a: 1'],
    ['takes the first in braces', '{ a: 1, b: 2 }', 'a', '{ b: 2 }'],
    ['takes the last in braces', '{ a: 1, b: 2 }', 'b', '{ a: 1 }'],
    ['takes the only one in braces', 'r: {a: 1} # c\n', 'r.a', 'r: {} # c\n'],
    ['keeps a comment in braces', '{ a: 1, # one\n  b: 2 }', 'b', '{ a: 1, # one\n   }'],
    ['leaves what is not there', 'a: 1\n', 'b.c', 'a: 1\n'],
    ['leaves what stands in a value', 'a: 1\n', 'a.b', 'a: 1\n'],
  ])('%s', async (_what, before, path, after) => {
    expect(await remove(before, path)).toBe(after);
  });
});

describe('refuses with place and remedy', () => {
  test.each([
    ['a: &x 1\nb: 2\n', 'a', '&x ', 'An anchor or tag stands before the value of "a". Remove it, then try again.'],
    ['a: &x 1\nb: *x\n', 'c', '*x', 'Aliases are not read here. Write the value itself.'],
    ['a: 1\n---\nb: 2\n', 'a', '---', 'The properties end at this line and start again. Remove the line "..." or "---" between them.'],
    ['a: 1\na: 2\n', 'a', 'a: 2', 'This key stands here a second time. Remove one of the two.'],
    ['\ufeffa: "x\n', 'b', '', 'A colon, a closing quote or a closing bracket is missing here. Add it.'],
    ['a: 1\n', 'a.b', '1', '"a" holds a value or list where keys are expected. Write "name: value" there, one a line.'],
    ['- a\n', 'b', '- a\n', 'The file'],
    ['a: !x 1\n', 'b', '!x', 'Tags such as "!name" are not read here. Remove it.'],
    ['a: 1\n', '__proto__', '', '"__proto__" is no name for a setting, as programs reserve it. Take another name.'],
    ['{a: 1, b}', 'b', 'b', 'cannot be changed without changing other text of the file. Change it by hand.'],
  ])('%j', async (text, path, place, message) => {
    const result = await setYamlValueEdits(text, path.split('.'), 'x');
    if (result.ok) throw new Error(`Got ${JSON.stringify(applyEdits(text, result.edits))}`);
    expect(result.problem.message).toContain(message);
    expect(text.slice(result.problem.from).startsWith(place)).toBe(true);
    expect(result.problem.to).toBeLessThanOrEqual(text.length);
  });
});

type Settings = string | number | boolean | null | Settings[] | { [key: string]: Settings };

const key = fc.oneof(fc.constantFrom('rules', 'one-ceo', 'labels', 'ignore', 'a b', '50 Cases', 'true', '#cx/case', 'Ä: ö'), fc.string({ maxLength: 4 })).filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const text = fc.oneof(fc.constantFrom('off', 'true', '12', ' x ', 'a: b', '# c', '[x]', "it's", '"', 'a, b', '- x', '2026-03', 'null', 'x\ny'), fc.string({ unit: 'grapheme', maxLength: 6 }));
const value: fc.Arbitrary<YamlInput> = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.array(text, { maxLength: 3 }));
const settings = fc.letrec<{ node: Settings; map: { [name: string]: Settings } }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 3 }), tie('map')),
  map: fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: true }),
})).map;

/** Settings as a file, written by another hand: block or braces, indentation, line endings, comments, blank lines. */
const file = fc
  .record({ settings, indent: fc.constantFrom(2, 3, 4), flow: fc.boolean(), indentSeq: fc.boolean(), ending: fc.constantFrom('\n', '\r\n'), bom: fc.boolean(), comment: fc.constantFrom('', '# top\n\n'), tail: fc.constantFrom('', '\n# end\n', '\n\n'), inner: fc.boolean() })
  .map(({ settings: values, indent, flow, indentSeq, ending, bom, comment, tail, inner }) => {
    const document = parseDocument('{}');
    document.contents = document.createNode(values, { flow }) as never;
    let written = document.toString({ indent, indentSeq, lineWidth: 0, nullStr: inner ? '' : '~' });
    if (inner && !/[|>]/.test(written)) written = written.replace(/(?<=[\w\]}"'])\n/g, ' # why\n\n  # and\n');
    return (bom ? '\ufeff' : '') + (comment + written + tail).replaceAll('\n', ending);
  });

/** Mostly paths that are in a file, or begin in it. */
const path = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom('rules', 'one-ceo', 'labels', 'a b') }, key), { minLength: 1, maxLength: 3 });

function read(written: string): unknown {
  return parse(written.replace(/^\ufeff/, ''), { logLevel: 'silent' }) as unknown;
}

function has(old: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  return typeof old === 'object' && old !== null && Object.entries(old).some(([key, inner]) => key === name && has(inner, rest));
}

function withValue(old: unknown, [name, ...rest]: readonly string[], given: YamlInput): unknown {
  if (name === undefined) return given;
  const entries = new Map(typeof old === 'object' && old !== null && !Array.isArray(old) ? Object.entries(old) : []);
  return Object.fromEntries(entries.set(name, withValue(entries.get(name), rest, given)));
}

describe('any file', () => {
  test('says the value after setting it, and all else as before; setting twice is setting once', async () => {
    let edited = 0;
    await fc.assert(
      fc.asyncProperty(file, path, value, async (before, keys, given) => {
        const result = await setYamlValueEdits(before, keys, given);
        if (!result.ok) return;
        edited++;
        const after = applyEdits(before, result.edits);
        expect(read(after)).toEqual(withValue(read(before), keys, given));
        expect(await setYamlValueEdits(after, keys, given)).toEqual({ ok: true, edits: [] });
      }),
      { numRuns: RUNS },
    );
    expect(edited).toBeGreaterThan(RUNS / 2);
  });

  test('keeps all its bytes when a new value is set and removed', async () => {
    let edited = 0;
    await fc.assert(
      fc.asyncProperty(file, path, value, async (before, keys, given) => {
        const result = await setYamlValueEdits(before, keys, given);
        if (!result.ok || result.edits.length !== 1 || result.edits[0]!.from !== result.edits[0]!.to || has(read(before), keys)) return;
        const after = applyEdits(before, result.edits);
        const removed = await removeYamlValueEdits(after, keys);
        if (!removed.ok) return;
        edited++;
        const back = applyEdits(after, removed.edits);
        // What stays of new parents is added to the file, not taken from it.
        const { from } = result.edits[0]!;
        expect(back.slice(0, from)).toBe(before.slice(0, from));
        expect(back.endsWith(before.slice(from))).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(edited).toBeGreaterThan(RUNS / 4);
  });

  test('is edited or refused, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', ':', ' ', '\n', '\r\n', '- ', '{', '}', '[', ']', ',', '#', '"', "'", '|', '>', '&x', '*x', '? ', '!t', '---\n', '\ufeff', '  ', '~', '\t', '1'), { maxLength: 20 }).map((parts) => parts.join('')), path, value, async (before, keys, given) => {
        const result = await setYamlValueEdits(before, [...keys.slice(1), 'a'], given);
        if (result.ok) expect(await setYamlValueEdits(applyEdits(before, result.edits), [...keys.slice(1), 'a'], given)).toEqual({ ok: true, edits: [] });
        else expect(result.problem.message).toMatch(/\.$/);
        await removeYamlValueEdits(before, ['a']);
      }),
      { numRuns: RUNS },
    );
  });
});
