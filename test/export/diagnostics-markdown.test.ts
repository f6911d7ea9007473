import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { formatDiagnosticsMarkdown } from '../../src/export/diagnostics-markdown.js';
import { printable } from '../../src/export/printable.js';
import { finding, hostileFinding, HOSTILE_TEXTS, manyFindings, onLine, RAW_CONTROLS, resultOf } from './diagnostic-builders.js';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function parseMarkdown(text: string): Node {
  return unified()
    .use(remarkParse)
    .use(function withTables() {
      this.data({ micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] });
    })
    .parse(text);
}

function typesOf(node: Node): string[] {
  return [node.type, ...(node.children ?? []).flatMap(typesOf)];
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

describe('markdown', () => {
  test('groups findings by note under a summary', () => {
    const result = resultOf(
      finding({ path: 'A.md', severity: 'error', rule: 'require-why', message: 'Say why.', url: 'https://example.org/require-why', range: onLine(4, 3) }),
      finding({ path: 'A.md', severity: 'info', message: 'A hint.' }),
      finding({ path: 'B_C.md' }),
    );
    expect(formatDiagnosticsMarkdown(result)).toBe(`## CX Playbook

1 error, 1 warning, 1 hint in 33 notes (31 in the playbook).

### A.md

- **error** at 4:3: Say why. ([require-why](https://example.org/require-why))
- hint at 1:1: A hint. (require-model)

### B\\_C.md

- **warning** at 1:1: Section "Model" is missing. Add it. (require-model)
`);
  });

  test('is a summary without findings', () => {
    expect(formatDiagnosticsMarkdown(resultOf())).toBe('## CX Playbook\n\nNo findings in 33 notes (31 in the playbook).\n');
  });

  test('keeps the gravest of many and says what is left', () => {
    const result = resultOf(...manyFindings(12), finding({ path: 'Z.md', severity: 'error' }));
    const output = formatDiagnosticsMarkdown(result, { limit: 3 });
    expect(output.match(/^- /gm)).toHaveLength(3);
    expect(output).toContain('### Z.md\n\n- **error**');
    expect(output.endsWith('\n\n10 further findings in 2 notes not listed here. The text report has all of them.\n')).toBe(true);
  });

  test('lists two hundred when no limit is given', () => {
    expect(formatDiagnosticsMarkdown(resultOf(...manyFindings(201))).match(/^- /gm)).toHaveLength(200);
  });

  test.each(['javascript:alert(1)', 'https://a.example/) [x](https://evil.example', 'https://a.example/ <b>'])('links to no page at %s', (url) => {
    expect(typesOf(parseMarkdown(formatDiagnosticsMarkdown(resultOf(finding({ url })))))).not.toContain('link');
  });

  test.each(HOSTILE_TEXTS)('is text and nothing else: %s', (_, text) => {
    const output = formatDiagnosticsMarkdown(resultOf(hostileFinding(text)));
    expect(output).not.toMatch(RAW_CONTROLS);
    const document = parseMarkdown(output);
    const types = new Set(typesOf(document));
    for (const type of ['root', 'heading', 'paragraph', 'list', 'listItem', 'strong', 'text']) types.delete(type);
    expect([...types]).toEqual([]);
    const shown = textOf(document).replaceAll('\u200b', '');
    expect(shown).toContain(`Notes/${printable(text)}.md`);
    expect(shown).toContain(`warning at 1:1: ${printable(text)} (`);
    // What services look for in finished text.
    expect(textOf(document)).not.toMatch(/@\w|#\d|GH-\d|www\.|:\/\//i);
  });
});
