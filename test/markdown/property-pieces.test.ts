import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadYamlReader, readFrontmatter } from '../../src/markdown/frontmatter.js';
import { cutProperties, type PropertyPieces } from '../../src/markdown/property-pieces.js';

beforeAll(loadYamlReader);

function cut(text: string): PropertyPieces | undefined {
  return cutProperties(text, readFrontmatter(text));
}

function texts(text: string): readonly string[] | undefined {
  const pieces = cut(text);
  return pieces === undefined ? undefined : [pieces.head, ...pieces.pieces, pieces.tail].map(({ from, to }) => text.slice(from, to));
}

describe('the pieces of a frontmatter', () => {
  test.each<[string, string, readonly string[]]>([
    ['are its properties, each with its line', '---\na: 1\nb: x # why\n---\nText\n', ['---\n', 'a: 1\n', 'b: x # why\n', '---\n']],
    ['hold the lists below their names', '---\na:\n  - x\n  # more\n  - y\nb: [z]\n---', ['---\n', 'a:\n  - x\n  # more\n  - y\n', 'b: [z]\n', '---']],
    ['hold the comments right above', '---\n# Top\n\n# Who\na: 1\n---\n', ['---\n# Top\n\n', '# Who\na: 1\n', '---\n']],
    ['leave the comments behind a blank line to the property above', '---\na: 1\n# of a\n\n# of b\nb: 2\n# end\n---\n', ['---\n', 'a: 1\n# of a\n\n', '# of b\nb: 2\n# end\n', '---\n']],
    ['hold text of several lines and groups', '---\na: |\n  x\n\n  y\nb:\n  c: 1\n  d: [2,\n    3]\n---\n', ['---\n', 'a: |\n  x\n\n  y\n', 'b:\n  c: 1\n  d: [2,\n    3]\n', '---\n']],
    ['keep CRLF', '---\r\na: 1\r\nb:\r\n---\r\n', ['---\r\n', 'a: 1\r\n', 'b:\r\n', '---\r\n']],
    ['are none where nothing is written', '---\n# only\n---\n', ['---\n# only\n', '---\n']],
  ])('%s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test.each([
    ['no frontmatter', 'Text\n'],
    ['an open one', '---\na: 1\n'],
    ['broken YAML', '---\na: [1\n---\n'],
    ['a name twice', '---\na: 1\na: 2\n---\n'],
    ['an anchor and its alias', '---\na: &x 1\nb: *x\n---\n'],
    ['an anchor inside a group', '---\na:\n  b: &x [1]\n---\n'],
    ['a tag', '---\na: !!str 1\n---\n'],
    ['braces round the whole', '---\n{ a: 1, b: 2 }\n---\n'],
    ['an explicit key', '---\n? a\n: 1\n---\n'],
    ['names that are indented', '---\n  a: 1\n  b: 2\n---\n'],
    ['a list without names', '---\n- a\n---\n'],
  ])('are not given for %s', (_name, text) => {
    expect(cut(text)).toBeUndefined();
  });

  test('are the block, byte for byte, and each reads as its own property', () => {
    const line = fc.constantFrom('a: 1', 'b: x # y', 'c:', '  - x', '- "y: z"', '# note', '', '   # in', 'd: [p, q]', 'e: |', '  text', 'f: "o', '  p"', 'g: {h: 1}', 'é ü: 2', '"q r": s', '? x', ': y', '\tt', 'i: &a 1', 'j: *a');
    const note = fc.tuple(fc.array(line, { maxLength: 9 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, ending]) => ['---', ...lines, '---', 'Text'].join(ending));
    fc.assert(
      fc.property(note, (text) => {
        const frontmatter = readFrontmatter(text);
        const pieces = cutProperties(text, frontmatter);
        if (pieces === undefined) return;
        expect(texts(text)?.join('')).toBe(text.slice(frontmatter.block?.from, frontmatter.block?.to));
        for (const { from, to, property } of pieces.pieces) {
          const alone = readFrontmatter(`---\n${text.slice(from, to)}\n---\n`);
          expect(alone.properties.map(({ name, value }) => [name, value])).toEqual([[property.name, property.value]]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
