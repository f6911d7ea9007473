/**
 * Directives that would silence one finding (docs: "How to set it"): in the line above it, else at the end of its line;
 * for what a note lacks as a whole, below its properties.
 */
import type { Diagnostic } from '../lint/diagnostic.js';
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import type { TextEdit } from '../markdown/text-edit.js';

export interface DirectiveEdit extends TextEdit {
  /** Where in the inserted text the reason stands, to be written over. */
  readonly reasonFrom: number;
}

/** In the order in which they are to be tried; lines end with `\n`. */
export function buildDirectiveEdits(text: string, { rule, range: { start } }: Diagnostic, reason: string): readonly DirectiveEdit[] {
  const block = splitFrontmatter(text);
  const written = (form: string): string => `cx-lint-${form} ${rule} -- ${reason}`;
  const edit = (at: number, insert: string): DirectiveEdit => ({ from: at, to: at, insert, reasonFrom: insert.lastIndexOf(reason) });
  if (start.line === 1) {
    const at = block?.to ?? 0;
    return [edit(at, `${at > 0 && text.charAt(at - 1) !== '\n' ? '\n' : ''}%% ${written('disable-file')} %%\n`)];
  }
  const lineFrom = start.offset - start.column + 1;
  const lineEnd = text.indexOf('\n', lineFrom);
  const lineTo = lineEnd < 0 ? text.length : lineEnd;
  const indent = /^[ \t]*/.exec(text.slice(lineFrom, lineTo))?.[0] ?? '';
  return block !== undefined && start.offset < block.to
    ? [edit(lineFrom, `${indent}# ${written('disable-next-line')}\n`), edit(lineTo, ` # ${written('disable-line')}`)]
    : [edit(lineFrom, `${indent}%% ${written('disable-next-line')} %%\n`), edit(lineTo, ` %% ${written('disable-line')} %%`)];
}
