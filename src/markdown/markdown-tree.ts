/**
 * The full Markdown tree of a note, for whoever must look inside a section: sentences, links, tables. It costs many times
 * what the outline does, so nothing of it is loaded before the first call. It is also the oracle of the outline's tests.
 */
import type { Root } from 'mdast';

/** CommonMark with frontmatter, tables, task lists and footnotes. Offsets speak of the text, less a byte-order mark. */
export async function parseMarkdownTree(text: string): Promise<Root> {
  parser ??= buildParser();
  return (await parser)(text);
}

type Parser = (text: string) => Root;

let parser: Promise<Parser> | undefined;

async function buildParser(): Promise<Parser> {
  const [{ unified }, { default: remarkParse }, { default: remarkFrontmatter }, ...extensions] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-frontmatter'),
    import('micromark-extension-gfm-table'),
    import('micromark-extension-gfm-task-list-item'),
    import('micromark-extension-gfm-footnote'),
    import('mdast-util-gfm-table'),
    import('mdast-util-gfm-task-list-item'),
    import('mdast-util-gfm-footnote'),
  ]);
  const [table, taskListItem, footnote, tableTree, taskListItemTree, footnoteTree] = extensions;
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .data('micromarkExtensions', [table.gfmTable(), taskListItem.gfmTaskListItem(), footnote.gfmFootnote()])
    .data('fromMarkdownExtensions', [
      tableTree.gfmTableFromMarkdown(),
      taskListItemTree.gfmTaskListItemFromMarkdown(),
      footnoteTree.gfmFootnoteFromMarkdown(),
    ])
    .freeze();
  return (text) => processor.parse(text);
}
