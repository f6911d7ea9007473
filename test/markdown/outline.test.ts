import { describe, expect, test } from 'vitest';
import { scanOutline } from '../../src/markdown/outline.js';
import type { Outline } from '../../src/markdown/outline.js';

/** Each root heading as `level text`. */
function headings(text: string): string[] {
  return scanOutline(text).sections.map(({ heading }) => `${heading.level} ${text.slice(heading.textFrom, heading.textTo)}`);
}

function hintsOf(text: string): string[] {
  const { hints } = scanOutline(text);
  return hints.map(({ kind, from, to, textFrom, textTo }) => {
    const inner = textFrom === undefined || textTo === undefined ? '' : ` [${text.slice(textFrom, textTo)}]`;
    return `${kind}: ${text.slice(from, to)}${inner}`;
  });
}

function slices(text: string, part: 'opaque' | 'comments'): string[] {
  return scanOutline(text)[part].map(({ from, to }) => text.slice(from, to));
}

describe('root headings', () => {
  test.each([
    ['takes one to six hashes', '# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g', ['1 a', '2 b', '3 c', '4 d', '5 e', '6 f']],
    ['trims closing hashes', '## Why ##\n## Model #\t\n# C#\n### ###', ['2 Why', '2 Model', '1 C#', '3 ']],
    ['accepts up to three spaces before and a tab after the hashes', ' # a\n   ##\tb \n    # c', ['1 a', '2 b']],
    ['needs a space after the hashes', '##Why\n#tag', []],
    ['keeps a no-break space after the hashes as text', '#\u00a0Why', []],
    ['accepts a one-line underlined heading', 'Why\n===\n\nModel\n---', ['1 Why', '2 Model']],
    ['reads an underlined paragraph as one heading', 'one\ntwo\n---', ['2 one\ntwo']],
    ['lets a rule under a blank line be a rule', 'Why\n\n---', []],
    ['does not underline what only looks like text', '> a\n===\n\n- b\n---\n\n[a]: b\n===', []],
    ['underlines the text after link definitions', '[a]: /b "t"\nWhy\n---', ['2 Why']],
    ['skips backquote and tilde fences', '```\n# a\n```\n~~~md\n# b\n```\n# c\n~~~\n# d', ['1 d']],
    ['needs a closing fence as long as the opening one', '````\n# a\n```\n# b\n````\n# c', ['1 c']],
    ['skips code that is indented by spaces or a tab', '    # a\n\n\t# b\n# c', ['1 c']],
    ['skips HTML blocks up to their blank line', '<div>\n# a\n\n# b', ['1 b']],
    ['skips raw HTML up to its closing tag', '<script>\n\n# a\n</script>\n# b', ['1 b']],
    ['does not let a lone tag end a paragraph', 'text\n<a>\n# b', ['1 b']],
    ['skips HTML comments over blank lines', '<!--\n\n# a\n-->\n# b', ['1 b']],
    ['skips block comments, also right after text', 'text\n%%\n# a\n\n# b\n%%\n# c', ['1 c']],
    ['reads no comment in code', '`%%`\n%%\n# a\n%%\n# b\n\n```\n%%\n```\n# c', ['1 b', '1 c']],
    ['skips block math', '$$\n# a\n$$\n# b\n\n$$ x\n# c $$\n# d', ['1 b', '1 d']],
    ['reads one-line math as text', '$$ x $$\n# a', ['1 a']],
    ['skips template blocks', '<%*\n# a\n%>\n# b\n<% tp.x %>\n# c', ['1 b', '1 c']],
    ['leaves out headings in quotes, callouts, lists and footnotes', '> # a\n\n- # b\n\n1. x\n   # c\n\n[^1]: # d\n\n> [!note]\n> ## e', []],
    ['ends a list at text that is not indented', '- a\n# b', ['1 b']],
    ['goes on with an item that its fence does not outlive', '- ```\n  # a\n# b', ['1 b']],
    ['reads a line under a table as a row', '| a |\n| - |\n===\n# b', ['1 b']],
    ['keeps frontmatter apart', '---\na: 1\n# b: 2\n---\n# c', ['1 c']],
    ['sees no frontmatter after a blank line', '\n---\nText\n---', ['2 Text']],
    ['reads on after an unclosed frontmatter', '---\na: 1\n\n# b', ['1 b']],
    ['tolerates a byte-order mark', '\ufeff# a', ['1 a']],
    ['reads CRLF and lone CR', '# a\r\ntext\r\n# b\r# c\rd\r===', ['1 a', '1 b', '1 c', '1 d']],
    ['keeps markup, links, emoji and ids in the raw text', '## **Why** [[a|b]] 🚢 ^id', ['2 **Why** [[a|b]] 🚢 ^id']],
    ['gives an empty heading empty text', '#\n##  ', ['1 ', '2 ']],
  ])('%s', (_name, text, expected) => {
    expect(headings(text)).toEqual(expected);
  });

  test('ranges hold whole lines without the line ending, and text without what surrounds it', () => {
    const text = 'x\n\n  ## Why ##  \r\ntext\n\n Title\n===\n';
    const [atx, setext] = scanOutline(text).sections;
    expect(atx).toEqual({
      heading: { from: 3, to: 16, level: 2, style: 'atx', textFrom: 8, textTo: 11 },
      contentFrom: 18,
      contentTo: 24,
      hasContent: true,
    });
    expect(setext?.heading).toEqual({ from: 24, to: 34, level: 1, style: 'setext', textFrom: 25, textTo: 30 });
    expect(setext?.contentFrom).toBe(text.length);
  });
});

describe('content', () => {
  test.each([
    ['nothing', ''],
    ['blank lines and odd spaces', ' \n\t\n\u00a0\n&nbsp;\n\u200b'],
    ['a block comment', '%%\nto do\n\n- more\n%%'],
    ['comments on one line', '%% a %%\n%% b %% %% c %%'],
    ['an HTML comment', '<!-- a -->\n\n<!--\nb\n\n-->'],
    ['an unclosed comment', '%% a\n\nb'],
    ['a comment between spaces in an item', '- %% a %%\n- <!-- b -->'],
    ['a block id', '^a1-b'],
    ['thematic breaks', '---\n\n* * *\n\n___'],
    ['empty bullets', '-\n- \n*\n1.\n2) '],
    ['empty tasks', '- [ ]\n- [ ] \n- [x] '],
    ['nested empty bullets', '- \n  - \n    - [ ] '],
    ['an empty quote', '>\n> \n> >'],
    ['an empty callout', '> [!note]\n\n> [!tip]-\n> '],
    ['a coach callout with its whole body', '> [!coach] Ask\n> What will they *see*?\n>\n> - a\n>   > b\n>\n> ```\n> c\n> ```\n> # d'],
    ['a coach callout of the other name, lazily continued', '> [!CX-Coach]+\n> a\nb'],
    ['an empty link', '[[]]\n\n- [[|]] ![[]]'],
    ['placeholders', '{{title}}\n\n- {{a}} {{b}}\n\n<% tp.date.now() %>\n\n**{{c}}**'],
    ['a template block', '<%*\nlet a = 1;\n%>'],
    ['an empty table', '|  |  |\n| --- | :-: |\n|  |  |'],
    ['several of these', '\n%% a %%\n\n---\n- [ ] \n^b1\n\n{{c}}\n'],
  ])('is not %s', (_name, body) => {
    expect(scanOutline(`# A\n${body}`).sections.map((section) => section.hasContent)).toEqual([false]);
    expect(scanOutline(`\n${body}`).lead.hasContent).toBe(false);
    expect(scanOutline(`# A\r\n${body.replaceAll('\n', '\r\n')}`).sections[0]?.hasContent).toBe(false);
  });

  test.each([
    ['text', 'text'],
    ['text before a comment', 'text %% a %%'],
    ['text after a comment that ends on the line', '%% a %% text'],
    ['text after a block comment', '%%\na\n%% text'],
    ['text after an HTML comment', '<!-- a --> text'],
    ['text with a comment over two lines', '%% a %% b %% c\nd %%'],
    ['percent signs that open no comment', '50%% more'],
    ['text after a percent sign run in code', '`%%` a'],
    ['a bullet', '- a'],
    ['a task', '- [ ] a'],
    ['a bullet whose text stands on the next line', '-\n  a'],
    ['a quote', '> a'],
    ['a callout with a title', '> [!note] a'],
    ['a callout with a body', '> [!note]\n> a'],
    ['a callout after a coach callout', '> [!coach]\n> a\n\n> [!note]\n> b'],
    ['text after a coach callout', '> [!coach]\n> a\n\nb'],
    ['a heading in a quote', '> # a'],
    ['an embed', '![[a]]'],
    ['an image', '![](a.png)'],
    ['a link', '[[a]]'],
    ['a code block', '```\n```'],
    ['a query block', '```dataview\nlist\n```'],
    ['indented code', '    a'],
    ['math', '$$\na\n$$'],
    ['HTML', '<img src="a">'],
    ['a placeholder beside text', 'Owner: {{owner}}'],
    ['an unclosed placeholder', '{{owner'],
    ['text with a block id', 'a ^b1'],
    ['a caret that starts no id', '^ a'],
    ['a filled table', '| a |\n| --- |'],
    ['a footnote', '[^1]: a'],
    ['a hash without a space', '##Why'],
    ['a tag', '#a'],
  ])('is %s', (_name, body) => {
    expect(scanOutline(`# A\n${body}`).sections.map((section) => section.hasContent)).toEqual([true]);
    expect(scanOutline(`\n${body}`).lead.hasContent).toBe(true);
  });

  test('of a sub-heading is not content of the section above', () => {
    const { sections } = scanOutline('## A\n### B\ntext\n## C\n### D\n');
    expect(sections.map((section) => section.hasContent)).toEqual([false, true, false, false]);
  });

  test('of a heading is not content of its section', () => {
    expect(scanOutline('# A %% b %%\nTitle\n===\n').sections.map((section) => section.hasContent)).toEqual([false, false]);
  });
});

describe('hints', () => {
  test.each([
    ['a heading in a quote', '> ## Why ##', ['heading-in-container: ## Why ## [Why]']],
    ['a heading in a list', '- a\n\n  ## Why', ['heading-in-container: ## Why [Why]']],
    ['an underlined heading in a callout', '> [!note]\n>\n> Why\n> ---', ['heading-in-container: Why\n> --- [Why]']],
    ['hashes without a space', '##Why ##', ['heading-without-space: ##Why ## [Why]']],
    ['no tag', '#Why', []],
    ['hashes without a space in code', '```\n##Why\n```', []],
    ['a heading indented by four spaces', 'a\n\n    ## Why', ['indented-heading: ## Why [Why]']],
    ['a heading indented in a paragraph', 'a\n\t## Why', ['indented-heading: ## Why [Why]']],
    ['a heading of several lines', 'a\nb\n===', ['multi-line-setext: a\nb\n=== [a\nb]']],
    ['an unclosed block comment', 'a\n%% b\n# c', ['unclosed-comment: %%']],
    ['an unclosed HTML comment', 'a\n<!-- b\n# c', ['unclosed-comment: <!--']],
    ['an unclosed fence', '~~~~ a\n# c', ['unclosed-fence: ~~~~']],
    ['unclosed math', '$$\n# c', ['unclosed-math: $$']],
    ['an unclosed template', '<%* a\n# c', ['unclosed-template: <%']],
    ['nothing for closed blocks', '%%\na\n%%\n<!--\nb\n-->\n```\nc\n```\n$$\nd\n$$\n<%\ne\n%>\n', []],
  ])('%s', (_name, text, expected) => {
    expect(hintsOf(text)).toEqual(expected);
  });

  test('stand in the order of the text', () => {
    const { hints } = scanOutline('a\n##b\nc\n===\n> # d\n```');
    expect(hints.map(({ kind }) => kind)).toEqual([
      'multi-line-setext',
      'heading-without-space',
      'heading-in-container',
      'unclosed-fence',
    ]);
  });
});

describe('opaque ranges and comments', () => {
  test('opaque are blocks of code, math, HTML and templates', () => {
    const text = '```\na\n```\nb\n\n    c\n    d\n\n$$\ne\n$$\n<div>f\n\n<%\ng\n%>\n> ~~~\n> h';
    expect(slices(text, 'opaque')).toEqual(['```\na\n```', 'c\n    d', '$$\ne\n$$', '<div>f', '<%\ng\n%>', '~~~\n> h']);
  });

  test('comments hold their delimiters, inline and block, in quotes and headings', () => {
    const text = '# a %%b%%\nc <!-- d\ne --> f\n%%\ng\n%%\n<!-- h\n\ni --> j <!--k-->\n\n> l %% m\n> n %%\n- %%\n  o\n%%p';
    expect(slices(text, 'comments')).toEqual([
      '%%b%%',
      '<!-- d\ne -->',
      '%%\ng\n%%',
      '<!-- h\n\ni -->',
      '<!--k-->',
      '%% m\n> n %%',
      '%%\n  o',
      '%%p',
    ]);
  });

  test('comments are not read in code, math or escapes', () => {
    expect(slices('`%%a%%` \\%%b%% ``<!-- c -->``\n\n```\n%%\n```\n\n$$\n%%\n$$', 'comments')).toEqual([]);
  });

  test('comments end inside their paragraph or are none', () => {
    expect(slices('a %% b\n\nc %% d <!-- e\n\n-->', 'comments')).toEqual([]);
  });
});

test('a note has its frontmatter, lead and sections side by side', () => {
  const text = '---\ntype: case\n---\nlead\n# A\n## B\ntext';
  const outline: Outline = scanOutline(text);
  expect(outline.frontmatter).toMatchObject({ from: 0, to: 19, closed: true });
  expect(outline.lead).toEqual({ contentFrom: 19, contentTo: 24, hasContent: true });
  expect(outline.sections.map(({ contentFrom, contentTo }) => text.slice(contentFrom, contentTo))).toEqual(['', 'text']);
  expect(scanOutline('---\na: 1').frontmatter?.closed).toBe(false);
});
