/**
 * Pieces of Markdown that exports are made of: text from notes that stays text, and tables.
 *
 * @example escapeMarkdown('a | [b](c)') // 'a \\| \\[b\\](c)'
 */
import { cleanText } from '../roadmap/clean-text.js';

/** Text without any meaning for Markdown, HTML inside it, or a table's columns. */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(/[\\`*_[\]|~#!$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/%(?=%)|=(?==)/g, '$&\\')
    .replace(/\b(https?|ftp|mailto|javascript|data|obsidian):/gi, '$1&#58;')
    .replace(/\bwww\./gi, 'www&#46;');
}

/** The same for a line of its own: what would start a list or a rule there does not. */
export function markdownLine(text: string): string {
  return escapeMarkdown(text).trim().replace(/^\d{1,9}(?=[.)])/, '$&\\').replace(/^[-+=]/, '\\$&');
}

/** A table of cells that are Markdown already; without a line end. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
