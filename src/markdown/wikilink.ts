/**
 * Wikilinks: `[[target#sub|label]]`. In a table the bar is written `\|`. A link stays on one line.
 *
 * @example parseWikilink('[[Ines Falk#Evidence|Ines]]') // { target: 'Ines Falk', subpath: 'Evidence', label: 'Ines' }
 */
import { CodeSpans } from './code-spans.js';
import type { TextRange } from './text-range.js';

export interface WikiLink {
  /** The note's name or path; empty for a place in the same note. */
  readonly target: string;
  /** After the first `#`: a heading, headings joined by `#`, or `^` and a block id. */
  readonly subpath?: string;
  /** After the first `|`. */
  readonly label?: string;
}

export interface FoundWikiLink extends WikiLink, TextRange {
  /** `![[…]]`: the range starts at the `!`. */
  readonly embed: boolean;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const EXCLAMATION = 33;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const BACKQUOTE = 96;

/** The link that the whole text is; undefined for anything else, and for a link to nothing. */
export function parseWikilink(text: string): WikiLink | undefined {
  if (!text.startsWith('[[') || !text.endsWith(']]') || text.length < 5) return undefined;
  const inner = text.slice(2, -2);
  if (inner.startsWith('[') || inner.endsWith(']')) return undefined;
  for (let at = 0; at < inner.length; at++) {
    const code = inner.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return undefined;
    if (code === inner.charCodeAt(at + 1) && (code === OPEN_BRACKET || code === CLOSE_BRACKET)) return undefined;
  }
  return readInner(inner);
}

/** The links of plain inline text, left to right; inline code is skipped. */
export function findWikilinks(text: string, range: TextRange = { from: 0, to: text.length }): readonly FoundWikiLink[] {
  const from = Math.max(0, range.from);
  const to = Math.min(range.to, text.length);
  const found: FoundWikiLink[] = [];
  let spans: CodeSpans | undefined;
  const stops = new Stops(to === text.length ? text : text.slice(0, to));
  let open = -1;
  let at = from;
  while (at < to) {
    if (open === -1) at = stops.next(at);
    const code = text.charCodeAt(at);
    const doubled = at + 1 < to && text.charCodeAt(at + 1) === code;
    if (doubled && code === OPEN_BRACKET) {
      // A third bracket belongs to the text before the link.
      open = at;
      at += at + 2 < to && text.charCodeAt(at + 2) === OPEN_BRACKET ? 1 : 2;
    } else if (doubled && code === CLOSE_BRACKET && open !== -1) {
      const link = readInner(text.slice(open + 2, at));
      const embed = open > from && text.charCodeAt(open - 1) === EXCLAMATION;
      if (link !== undefined) found.push({ ...link, embed, from: embed ? open - 1 : open, to: at + 2 });
      open = -1;
      at += 2;
    } else if (code === BACKQUOTE) {
      spans ??= new CodeSpans(text, at, to);
      const end = spans.end(at);
      if (end !== -1) open = -1;
      at = end === -1 ? at + spans.runAt(at) : end;
    } else if (code === BACKSLASH && open === -1) at += 2;
    else {
      if (code === LINE_FEED || code === CARRIAGE_RETURN) open = -1;
      at++;
    }
  }
  return found;
}

/** Where reading goes on outside a link: at the next `[[` or code, with the backslashes before it. Each place is found once. */
class Stops {
  #link = -1;
  #code = -1;
  #settled = -1;

  constructor(readonly text: string) {}

  /** From `at` on; the end of the text when there is neither. */
  next(at: number): number {
    if (at < this.#settled) return at;
    if (this.#link < at) this.#link = this.#find('[[', at);
    if (this.#code < at) this.#code = this.#find('`', at);
    this.#settled = Math.min(this.#link, this.#code);
    let start = this.#settled;
    while (start > at && this.text.charCodeAt(start - 1) === BACKSLASH) start--;
    return start;
  }

  #find(mark: string, at: number): number {
    const found = this.text.indexOf(mark, at);
    return found === -1 ? this.text.length : found;
  }
}

function readInner(inner: string): WikiLink | undefined {
  const bar = inner.indexOf('|');
  const escaped = bar > 0 && inner.charCodeAt(bar - 1) === BACKSLASH;
  const path = bar === -1 ? inner : inner.slice(0, escaped ? bar - 1 : bar);
  const label = bar === -1 ? '' : inner.slice(bar + 1).trim();
  const hash = path.indexOf('#');
  const target = (hash === -1 ? path : path.slice(0, hash)).trim();
  const subpath = hash === -1 ? '' : path.slice(hash + 1).trim();
  if (target === '' && subpath === '') return undefined;
  return { target, ...(subpath === '' ? {} : { subpath }), ...(label === '' ? {} : { label }) };
}
