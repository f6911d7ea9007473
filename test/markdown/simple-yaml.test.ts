import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitFrontmatter } from '../../src/markdown/frontmatter-block.js';
import { readSimpleYaml } from '../../src/markdown/simple-yaml.js';
import { readYamlFrontmatter } from '../../src/markdown/yaml-frontmatter.js';

/** For long runs by hand: `FUZZ_RUNS=500000 npx vitest run test/markdown/simple-yaml.test.ts`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 3000);

function read(yaml: string) {
  return readSimpleYaml(yaml, 0, yaml.length);
}

describe('values', () => {
  test.each<[string, unknown]>([
    ['a:', null],
    ['a: ', null],
    ['a: ~', null],
    ['a: null', null],
    ['a: Null', null],
    ['a: nULL', 'nULL'],
    ['a: true', true],
    ['a: FALSE', false],
    ['a: yes', 'yes'],
    ['a: off', 'off'],
    ['a: 12', 12],
    ['a: -0', -0],
    ['a: +7', 7],
    ['a: 010', 10],
    ['a: 0o17', 15],
    ['a: 0xfF', 255],
    ['a: -0xff', '-0xff'],
    ['a: 1_000', '1_000'],
    ['a: 1.', 1],
    ['a: .5', 0.5],
    ['a: 1e3', 1000],
    ['a: 6.02E-3', 0.00602],
    ['a: 9007199254740993', 9007199254740992],
    ['a: -.inf', Number.NEGATIVE_INFINITY],
    ['a: +.Inf', Number.POSITIVE_INFINITY],
    ['a: .NaN', Number.NaN],
    ['a: -.nan', '-.nan'],
    ['a: 2026', 2026],
    ['a: 2026-03', '2026-03'],
    ['a: 2026-03-04', '2026-03-04'],
    ['a: 2026-03-04T10:30:00', '2026-03-04T10:30:00'],
    ['a: 10:30', '10:30'],
    ['a: #vision', null],
    ['a: b #c', 'b'],
    ['a: b#c', 'b#c'],
    ['a: https://x.org/y?z=1#top', 'https://x.org/y?z=1#top'],
    ['a: Größe — “fein”', 'Größe — “fein”'],
    ['a: "[[Ana]]"', '[[Ana]]'],
    ['a: "say \\"no\\"\\n\\u00e9\\x41"', 'say "no"\néA'],
    ["a: 'it''s'", "it's"],
    ['a: "#no comment" # one', '#no comment'],
    ['a: []', []],
    ['a: [ ]', []],
    ['a: [b, "c, d", \'e\', 5, true, ~, 10:30,]', ['b', 'c, d', 'e', 5, true, null, '10:30']],
    ['a:\n- b\n- 2\n', ['b', 2]],
    ['a: # why\n  - b # here\n\n  # own line\n  -\n  - "c: d"\n', ['b', null, 'c: d']],
  ])('%j is %j', (yaml, value) => {
    expect(read(yaml)?.[0]?.value).toStrictEqual(value);
    expect(parse(yaml)).toStrictEqual({ a: value });
  });
});

describe('gives up on', () => {
  test.each([
    ['a colon in the value', 'a: b: c'],
    ['an unquoted link', 'a: [[X]]'],
    ['a group', 'a: {b: 1}'],
    ['a nested group', 'a:\n  b: 1'],
    ['a list of groups', 'a:\n  - b: 1'],
    ['a list in a list', 'a:\n  - - b'],
    ['a pair in brackets', 'a: [b: 1]'],
    ['brackets over two lines', 'a: [b,\n  c]'],
    ['literal text', 'a: |\n  b'],
    ['folded text', 'a: >-\n  b'],
    ['text over two lines', 'a: b\n  c'],
    ['quotes over two lines', 'a: "b\n  c"'],
    ['text behind quotes', 'a: "b" c'],
    ['an unknown escape', 'a: "\\q"'],
    ['an anchor', 'a: &x b'],
    ['an alias', 'a: *x'],
    ['a tag', 'a: !!str 1'],
    ['a tab', 'a:\tb'],
    ['a tab in a list', 'a:\n\t- b'],
    ['uneven dashes', 'a:\n  - b\n - c'],
    ['a name that is a number', '12: a'],
    ['a name that is null', 'null: a'],
    ['a name with a space before its colon', 'a : b'],
    ['a name without a colon', 'a\nb: c'],
    ['a name twice', 'a: 1\na: 2'],
    ['a name that reaches into objects', '__proto__: 1'],
    ['an indented name', '  a: 1'],
    ['a comment right behind brackets', 'a: [b]#c'],
    ['an explicit name', '? a\n: b'],
    ['a directive', '%YAML 1.1'],
    ['a reserved sign', 'a: @b'],
    ['a lone dash in brackets', 'a: [-]'],
    ['no map at all', 'just text'],
  ])('%s', (_what, yaml) => {
    expect(read(yaml)).toBeUndefined();
  });
});

test('knows the place of each name, value and item', () => {
  const yaml = '# head\nkind: case # c\n"q n":  \'v\'\nunits: [a, "b c"]\nsigns:\n  - x\n  - "y"\n\nend:\n';
  const at = (from: number, to: number) => yaml.slice(from, to);
  const places = read(yaml)?.map((property) => [
    at(property.keyFrom, property.keyTo),
    at(property.valueFrom, property.valueTo),
    property.items.map((item) => at(item.from, item.to)),
    at(property.from, property.to),
  ]);
  expect(places).toStrictEqual([
    ['kind', 'case', [], 'kind: case'],
    ['"q n"', "'v'", [], '"q n":  \'v\''],
    ['units', '[a, "b c"]', ['a', '"b c"'], 'units: [a, "b c"]'],
    ['signs', '- x\n  - "y"', ['x', '"y"'], 'signs:\n  - x\n  - "y"'],
    ['end', '', [], 'end:'],
  ]);
});

test('reads nothing outside its range', () => {
  expect(readSimpleYaml('---\na: "b\n---\n"', 4, 9)).toBeUndefined();
  expect(readSimpleYaml('a: b, c', 0, 4)?.[0]?.value).toBe('b');
});

describe('agrees with the full reader on all it accepts', () => {
  const ending = fc.constantFrom('\n', '\n', '\r\n', '\r');
  const gap = fc.constantFrom('', '', ' ', '  ', '\t', ' # c', '    ');
  const piece = fc.constantFrom(
    ...['a', 'b', 'key', '12', '-5', '+3', '0x1F', '0o17', '.5', '1.', '1e3', '-.inf', '.nan', '-.nan', '+.INF', '~', 'null', 'true', 'False'],
    ...['2026-03-04', '10:30', '[[X]]', '#tag', ' #c', 'a: b', 'a:b', 'http://x.y/z?a=b', '"q"', "'s'", '"a\\"b"', '"\\u00e9\\n"', "'it''s'"],
    ...['"', "'", '[', ']', '{', '}', ',', '[a, b]', '["a",\'b\',1]', '[a,]', '[a: b]', '[a:b, -1]', '[-]', '[- a]', '[a #b]', '["a"b]', '["a":b]', '[,]'],
    ...['- ', '-', '--', '---x', '...', '&a', '*a', '!t', '|', '>', '%', '@', '`', '? ', ': ', '::', '\\', 'ü', '日本', '\u00a0', '\u0085', '\u2028', '\ufeff', '\0', '\t', '😀'],
    ...['01', '-0', '1_000', '1.5.2', '1e', '<<', '__proto__', '-~', '.', '+.', '.5e-2', '0x', '9007199254740993', '1e400', '{{t}}', '"\\x41"', '"\\q"', '"a\tb"'],
  );
  const value = fc.array(fc.tuple(piece, fc.constantFrom('', ' ')).map(([text, space]) => text + space), { maxLength: 3 }).map((parts) => parts.join(''));
  const name = fc.oneof(fc.constantFrom('a', 'b', 'c', 'k k', '"q k"', "'s'", 'd', 'h-i', 'ü', '(a)'), piece);
  const line = fc.tuple(name, fc.constantFrom(': ', ': ', ':', ':  ', ':\t'), value, gap).map((parts) => parts.join(''));
  const item = fc.tuple(fc.constantFrom('- ', '- ', '-', '-  '), value, gap).map((parts) => parts.join(''));
  const list = fc
    .tuple(name, fc.constantFrom('', '  ', ' '), fc.array(item, { minLength: 1, maxLength: 3 }))
    .map(([listName, indent, items]) => [`${listName}:`, ...items.map((text) => indent + text)]);
  const other = fc.oneof(value, value.map((text) => `# ${text}`), gap, value.map((text) => `  ${text}`), fc.string({ maxLength: 8 }));
  const lines = fc.array(fc.oneof(line.map((text) => [text]), list, other.map((text) => [text])), { maxLength: 4 }).map((groups) => groups.flat());
  const note = fc
    .tuple(fc.constantFrom('', '\uFEFF'), lines, ending, fc.constantFrom('', 'text'))
    .map(([mark, all, end, text]) => `${mark}---${end}${all.map((one) => one + end).join('')}---${end}${text}`);

  test('in values and places', () => {
    let accepted = 0;
    fc.assert(
      fc.property(note, (text) => {
        const block = splitFrontmatter(text);
        if (block === undefined || !block.closed) return;
        const simple = readSimpleYaml(text, block.yamlFrom, block.yamlTo);
        if (simple === undefined) return;
        accepted++;
        const full = readYamlFrontmatter(text, block);
        expect(full.problems).toStrictEqual([]);
        expect(simple).toStrictEqual(full.properties);
      }),
      { numRuns: RUNS },
    );
    expect(accepted).toBeGreaterThan(RUNS / 10);
  });
});
