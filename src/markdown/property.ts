/**
 * What reading a note's frontmatter gives: properties with their places in the text, and problems.
 *
 * @example For `---\nunits: [Harbour, "Yard 2"]\n---\n` there is one property: name `units`, value
 * `['Harbour', 'Yard 2']`, `valueFrom` at `[`, and two items, the second from the opening to past the closing quote.
 */
import type { FrontmatterBlock } from './frontmatter-block.js';
import type { TextRange } from './text-range.js';

/** One property of the note. `from` is where its name starts, `to` where its value ends. */
export interface Property extends TextRange {
  readonly name: string;
  /** Plain data: string, number, boolean, null, array or object. A date stays the string that was written. */
  readonly value: unknown;
  readonly keyFrom: number;
  readonly keyTo: number;
  /**
   * The value as written, quotes and brackets included; a block list starts at its first dash. Without the comment
   * and the line ending after it. Where nothing is written both ends stand after the colon and the spaces behind it.
   */
  readonly valueFrom: number;
  readonly valueTo: number;
  /** For lists: where each item's value is, in the order of the array. Empty for every other value. */
  readonly items: readonly TextRange[];
}

/** What is wrong with the frontmatter; see the messages for what each one means. */
export type FrontmatterProblemCode =
  | 'executable'
  | 'unclosed'
  | 'inner-fence'
  | 'too-large'
  | 'too-deep'
  | 'too-many-aliases'
  | 'not-a-map'
  | 'duplicate-key'
  | 'complex-key'
  | 'unsafe-key'
  | 'custom-tag'
  | 'multiple-documents'
  | 'tab'
  | 'not-editable'
  | 'syntax';

export interface FrontmatterProblem extends TextRange {
  readonly code: FrontmatterProblemCode;
  readonly message: string;
}

/** The properties of a note and what is wrong with them. Ranges are those of the text that was read. */
export interface Frontmatter {
  /** Undefined when the note has none. */
  readonly block: FrontmatterBlock | undefined;
  /** In the order of the note. Empty when the frontmatter is broken. */
  readonly properties: readonly Property[];
  readonly problems: readonly FrontmatterProblem[];
  /** True when a problem makes the whole block unreadable, as it is for Obsidian: then there are no properties. */
  readonly broken: boolean;
  get(name: string): Property | undefined;
}

/** What a reader of the YAML between the fences gives. */
export interface PropertyReading {
  readonly properties: readonly Property[];
  readonly problems: readonly FrontmatterProblem[];
  readonly broken: boolean;
}

/** Shared by all properties that are no list. */
export const NO_ITEMS: readonly TextRange[] = [];

/** Names that reach into JavaScript's own objects: never read as a property, at any depth. */
export function isUnsafeName(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}
