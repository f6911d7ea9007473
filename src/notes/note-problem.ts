import type { TextEdit } from '../markdown/text-edit.js';
import type { TextRange } from '../markdown/text-range.js';

/** What kind of trouble a reader met; lint has a rule of the same name for each. */
export type ProblemCode =
  | 'valid-frontmatter' | 'known-kind' | 'known-property' | 'known-value' | 'known-commitment' | 'known-competency' | 'dated-item'
  | 'annotation-format' | 'annotation-id' | 'annotation-status' | 'annotation-target' | 'private-leak' | 'team/conflict-markers';

/** Bad data in a note, with its exact place; the reader went on without the value. */
export interface NoteProblem extends TextRange {
  readonly code: ProblemCode;
  readonly message: string;
  /** Lighter than the code's rule usually is: a hint. */
  readonly hint?: true;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** A value from a note, quoted for a message: one line, at most 60 characters. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
