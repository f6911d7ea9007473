/** What a business case says besides its story: whether it names a figure, and whether it says anything yet. */
import type { BodyText } from './body-text.js';

/** Days and links are no figures, so they are stepped over. */
const FIGURE = /\d{4}-\d{2}(?:-\d{2})?|\[\[[^\]\n]*\]\]|(\d)/g;

/** A digit outside of code, comments, days and links. */
export function readFigure(body: BodyText): boolean {
  const from = body.source.frontmatter.block?.to ?? 0;
  for (const match of body.text.slice(from).matchAll(FIGURE)) {
    if (match[1] !== undefined && !body.isHidden(from + match.index)) return true;
  }
  return false;
}

/** Something stands in a section or before the first, so the note is more than one that was just made. */
export function isWritten({ outline }: BodyText): boolean {
  return outline.lead.hasContent || outline.sections.some(({ hasContent }) => hasContent);
}
