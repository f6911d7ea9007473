/**
 * Where a note's frontmatter lies, by Obsidian's rule: the first line is exactly `---` (a byte-order mark may stand
 * before it) and it runs to the next line that is exactly `---`. A rule after a blank line is not frontmatter.
 *
 * @example splitFrontmatter('---\ntype: case\n---\nText') // { from: 0, yamlFrom: 4, yamlTo: 15, to: 19, closed: true }
 */
import type { TextRange } from './text-range.js';

export interface FrontmatterBlock extends TextRange {
  /** The YAML between the fences, with its last line ending; equal ends when there is none. */
  readonly yamlFrom: number;
  readonly yamlTo: number;
  /** False when no closing line follows: then Obsidian sees no frontmatter, and the block is only the opening line. */
  readonly closed: boolean;
}

const DASH = 45;
const BYTE_ORDER_MARK = 0xfeff;

/** The block, from its opening dashes to the end of its closing line, line ending included; undefined without one. */
export function splitFrontmatter(text: string): FrontmatterBlock | undefined {
  const from = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  if (!isFence(text, from)) return undefined;
  const yamlFrom = lineEndingEnd(text, from + 3);
  let line = yamlFrom;
  while (line < text.length) {
    if (isFence(text, line)) {
      return { from, to: lineEndingEnd(text, line + 3), yamlFrom, yamlTo: line, closed: true };
    }
    line = nextLine(text, line);
  }
  return { from, to: yamlFrom, yamlFrom, yamlTo: yamlFrom, closed: false };
}

function isFence(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DASH || text.charCodeAt(at + 1) !== DASH || text.charCodeAt(at + 2) !== DASH) return false;
  const end = at + 3;
  return end === text.length || text.charCodeAt(end) === 10 || text.charCodeAt(end) === 13;
}

/** The offset after the line ending that starts at `at`, or `at` when none does. */
function lineEndingEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  return text.charCodeAt(at) === 10 ? at + 1 : at;
}

/** The start of the line after the one at `at`; the text's length when it is the last. */
export function nextLine(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) return index + 1;
    if (code === 13) return text.charCodeAt(index + 1) === 10 ? index + 2 : index + 1;
  }
  return text.length;
}
