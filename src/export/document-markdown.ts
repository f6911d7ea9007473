/** A document as Markdown. Texts from notes stay text: none becomes a link, markup or another column. */
import { escapeMarkdown, markdownLine, markdownTable } from './markdown-text.js';
import type { DocumentBlock, DocumentItem, DocumentSection } from './text-document.js';

/** Headings from `level` on; each block with a blank line between, and a line end at the end. */
export function formatDocumentMarkdown(sections: readonly DocumentSection[], level = 2): string {
  return `${sections.flatMap((section) => sectionBlocks(section, level)).join('\n\n')}\n`;
}

function sectionBlocks({ heading, blocks, sections = [] }: DocumentSection, level: number): readonly string[] {
  return [`${'#'.repeat(level)} ${escapeMarkdown(heading).trim()}`, ...blocks.map(blockText), ...sections.flatMap((section) => sectionBlocks(section, level + 1))];
}

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'text': return markdownLine(block.text);
    case 'list': return block.items.map((item) => `- ${itemText(item)}`).join('\n');
    case 'numbered': return block.items.map((item, index) => `${index + 1}. ${itemText(item)}`).join('\n');
    case 'table': return markdownTable(block.head.map(escapeMarkdown), block.rows.map((row) => row.map(escapeMarkdown)));
  }
}

function itemText({ text, place }: DocumentItem): string {
  return place === undefined ? markdownLine(text) : `${markdownLine(text)} (${escapeMarkdown(place)})`;
}
