/** What somebody wrote in a thread, as plain text with its wikilinks told apart. Nothing else of Markdown is read. */
import { findWikilinks } from '../markdown/wikilink.js';

/** `target` is the link's, without what follows `#`; undefined for mere text. */
export interface TextPiece {
  readonly text: string;
  readonly target: string | undefined;
}

/** @example splitLinks('See [[Ana Ruiz|Ana]].') // 'See ', 'Ana' to 'Ana Ruiz', '.' */
export function splitLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { from, to, target, subpath, label } of findWikilinks(text)) {
    if (from > end) pieces.push({ text: text.slice(end, from), target: undefined });
    pieces.push({ text: label ?? [target, subpath].filter((part) => part !== undefined && part !== '').join(' > '), target });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), target: undefined });
  return pieces;
}
