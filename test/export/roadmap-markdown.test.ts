import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/export/markdown-text.js';
import { formatRoadmapMarkdown } from '../../src/export/roadmap-markdown.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { date, playbookOf } from '../builders.js';
import { comparedRoadmap, originOf } from './compared-roadmap.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

function typesOf(text: string): readonly string[] {
  const tree = unified().use(remarkParse).data('micromarkExtensions', [gfmTable()]).data('fromMarkdownExtensions', [gfmTableFromMarkdown()]).parse(text);
  const types: string[] = [];
  const visit = (node: Node): void => {
    types.push(node.type);
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return types;
}

describe('roadmap as Markdown', () => {
  test('has a table for each lane, what is not on the chart and what to correct', () => {
    const text = formatRoadmapMarkdown(hostileRoadmap('Purse'));
    expect(text).toContain('## Purse (2 items, 1 gap)');
    expect(text).toContain('Recorded commitment: not assessed from 2026-01-01 → Purse from 2026-02-01 → supporter from 2026-09-01 (expected).');
    expect(text).toContain('| Purse (Initiatives/A.md) | initiative | 2026 to 2026-Q3 | active | unit | Purse | Unknown 2026-01-01 to 2026-01-31: Purse is not assessed, supporter is needed.');
    expect(text).toContain('## Not on the chart\n\n- Purse (Initiatives/D.md): no dates\n- Purse (Initiatives/E.md): ends before it starts');
    expect(text).toContain('## To correct');
  });

  test('of an empty playbook says what to do', () => {
    expect(formatRoadmapMarkdown(layoutRoadmap(playbookOf(), { today: date('2026-03-10'), groupBy: 'competency' }))).toContain('Nothing is planned yet.');
  });

  test.each(Object.entries(HOSTILE_TITLES))('has no markup, link or column of its own with %s as a title', (_, title) => {
    const text = formatRoadmapMarkdown(hostileRoadmap(title));
    const types = typesOf(text);
    const plain = typesOf(formatRoadmapMarkdown(hostileRoadmap('Purse')));
    for (const type of ['link', 'image', 'html', 'code', 'inlineCode', 'strong', 'emphasis']) expect(types).not.toContain(type);
    for (const type of ['table', 'tableRow', 'tableCell', 'heading']) {
      expect(types.filter((found) => found === type).length).toBe(plain.filter((found) => found === type).length);
    }
    expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
  });

  test.each(Object.entries(HOSTILE_TITLES))('has no markup of its own with changes and %s as a title and revision', (_, title) => {
    const types = typesOf(formatRoadmapMarkdown(comparedRoadmap(title), { origin: originOf(title) }));
    for (const type of ['link', 'image', 'html', 'code', 'inlineCode', 'strong', 'emphasis']) expect(types).not.toContain(type);
    const plain = typesOf(formatRoadmapMarkdown(comparedRoadmap('Purse'), { origin: originOf('v1') }));
    for (const type of ['table', 'tableCell', 'listItem']) expect(types.filter((found) => found === type).length).toBe(plain.filter((found) => found === type).length);
  });

  test('escapes what Markdown or the app would read', () => {
    expect(escapeMarkdown('[[Ana]] %%x%% #tag www.x.example')).toBe('\\[\\[Ana\\]\\] %\\%x%\\% \\#tag www&#46;x.example');
    // Pairs hide or mark what stands behind them, also where three stand together.
    expect(escapeMarkdown('%%% a $$ b ==c==')).toBe('%\\%\\% a \\$\\$ b =\\=c=\\=');
  });
});
