/** Whether a text names a figure: a digit outside of code, comments, days and links. */
import type { BodyText } from './body-text.js';

/** Days and links are no figures, so they are stepped over. */
const FIGURE = /\d{4}-\d{2}(?:-\d{2})?|\[\[[^\]\n]*\]\]|(\d)/g;

export function readFigure(body: BodyText): boolean {
  const from = body.source.frontmatter.block?.to ?? 0;
  for (const match of body.text.slice(from).matchAll(FIGURE)) {
    if (match[1] !== undefined && !body.isHidden(from + match.index)) return true;
  }
  return false;
}

/** Neither a section nor what stands before the first holds anything: a note that was made and not written yet. */
export function isUnwritten({ outline }: BodyText): boolean {
  return !outline.lead.hasContent && !outline.sections.some(({ hasContent }) => hasContent);
}
