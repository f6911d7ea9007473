import { expect, test } from 'vitest';
import { parseMarkdownTree } from '../../src/markdown/markdown-tree.js';

test('the tree knows frontmatter, tables, tasks and footnotes, and no strike-through or bare links', async () => {
  const tree = await parseMarkdownTree('---\na: 1\n---\n| a |\n| - |\n\n- [x] b[^1]\n\n[^1]: c\n\n~~d~~ www.e.com\n');
  expect(tree.children.map(({ type }) => type)).toEqual(['yaml', 'table', 'list', 'footnoteDefinition', 'paragraph']);
  expect(tree.children[2]).toMatchObject({ children: [{ type: 'listItem', checked: true }] });
  expect(tree.children[4]).toMatchObject({ children: [{ type: 'text', value: '~~d~~ www.e.com' }] });
});
