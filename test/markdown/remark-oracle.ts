/** What remark says of a note, in a form to compare with the outline and the list items. */
import type { Nodes } from 'mdast';
import { readListItems } from '../../src/markdown/list-items.js';
import { parseMarkdownTree } from '../../src/markdown/markdown-tree.js';
import { scanOutline } from '../../src/markdown/outline.js';

export interface Reading {
  /** Root headings as `level:from-to`, from the first character that is no white space. */
  readonly headings: readonly string[];
  /** Items outside quotes and footnotes as `from/depth/end of the first paragraph`; no end for tasks and what may be a link definition. */
  readonly items: readonly string[];
}

export function readOurs(text: string): Reading {
  const { frontmatter, sections } = scanOutline(text);
  const headings = sections.map(({ heading }) => {
    let { from } = heading;
    while (text[from] === ' ' || text[from] === '\t') from++;
    return `${heading.level}:${from}-${heading.to}`;
  });
  const from = frontmatter?.closed === true ? frontmatter.to : 0;
  const items = readListItems(text, { from, to: text.length });
  return {
    headings,
    items: items.map(({ from, depth, textFrom, textTo, task }) => {
      const told = textTo > textFrom && task === undefined && text[textFrom] !== '[';
      return `${from}/${depth}/${told ? textTo : ''}`;
    }),
  };
}

/** Of an underlined heading remark counts link definitions before it in; its first child does not. */
export async function readByRemark(text: string): Promise<Reading> {
  const tree = await parseMarkdownTree(text);
  const headings: string[] = [];
  const items: string[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const first = text[offsetsOf(node).from] === '#' ? node : (node.children[0] ?? node);
    headings.push(`${node.depth}:${offsetsOf(first).from}-${offsetsOf(node).to}`);
  }
  collectItems(tree, text, 0, items);
  return { headings, items };
}

function collectItems(node: Nodes, text: string, depth: number, found: string[]): void {
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition' || !('children' in node)) return;
  const inItem = node.type === 'listItem';
  if (inItem) {
    const first = node.children[0];
    const told = first?.type === 'paragraph' && text[offsetsOf(first).from] !== '[' && (node.checked ?? undefined) === undefined;
    const end = told ? text.slice(0, offsetsOf(first).to).replace(/[ \t]+$/, '').length : '';
    found.push(`${offsetsOf(node).from}/${depth}/${end}`);
  }
  for (const child of node.children) collectItems(child, text, inItem ? depth + 1 : depth, found);
}

function offsetsOf(node: Nodes): { from: number; to: number } {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) throw new Error(`A ${node.type} without position.`);
  return { from, to };
}
