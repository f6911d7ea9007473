/**
 * Which square brackets of a heading make links: `[[wiki]]`, `[label](target)`, `[label][ref]`, `[^note]`. One pass pairs
 * them, so text full of unclosed brackets costs no more than other text.
 */
import { CodeSpans } from './code-spans.js';
import { findWikilinks } from './wikilink.js';

export interface BracketLinks {
  /** From the first `[` of a wikilink to the offset after it. */
  readonly wikilinks: ReadonlyMap<number, number>;
  /** From the `[` of a link, image or footnote to its `]`. */
  readonly labels: ReadonlyMap<number, number>;
  /** From that `]` to the offset after the whole link. */
  readonly labelEnds: ReadonlyMap<number, number>;
}

const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const CARET = 94;
const BACKQUOTE = 96;

export function findBracketLinks(text: string): BracketLinks {
  const wikilinks = new Map<number, number>();
  for (const { embed, from, to } of findWikilinks(text)) wikilinks.set(embed ? from + 1 : from, to);
  const pairs = pairBrackets(text, wikilinks);
  const labels = new Map<number, number>();
  const labelEnds = new Map<number, number>();
  for (const [open, close] of pairs) {
    const code = text.charCodeAt(open);
    if (code !== OPEN_BRACKET) continue;
    const next = text.charCodeAt(close + 1);
    const second = next === OPEN_PAREN || next === OPEN_BRACKET ? pairs.get(close + 1) : undefined;
    if (second === undefined && text.charCodeAt(open + 1) !== CARET) continue;
    labels.set(open, close);
    labelEnds.set(close, second === undefined ? close + 1 : second + 1);
  }
  return { wikilinks, labels, labelEnds };
}

/** Square brackets and parentheses that belong together, by their opening offset; not in code, links or escapes. */
function pairBrackets(text: string, wikilinks: ReadonlyMap<number, number>): Map<number, number> {
  const pairs = new Map<number, number>();
  const brackets: number[] = [];
  const parens: number[] = [];
  let spans: CodeSpans | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === BACKQUOTE) {
      spans ??= new CodeSpans(text, at, text.length);
      const end = spans.end(at);
      at = (end === -1 ? at + spans.runAt(at) : end) - 1;
    } else if (code === OPEN_BRACKET) {
      const end = wikilinks.get(at);
      if (end === undefined) brackets.push(at);
      else at = end - 1;
    } else if (code === OPEN_PAREN) parens.push(at);
    else if (code === CLOSE_BRACKET || code === CLOSE_PAREN) {
      const open = (code === CLOSE_BRACKET ? brackets : parens).pop();
      if (open !== undefined) pairs.set(open, at);
    }
  }
  return pairs;
}
