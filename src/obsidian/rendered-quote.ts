/**
 * Finds in what the app rendered the words of a passage of Markdown. Source and page differ in markup, white space and
 * signs; what both have are letters, digits and pictures in the same order, so these are compared, and of several hits
 * the one is taken that stands as far from the start as the passage does in its source.
 *
 * @example findRendered(p, 'We will **cut** it.', { from: 3, to: 18 }) // the text nodes of "will cut it"
 */
import type { TextRange } from '../markdown/text-range.js';
import { plainHeadingText } from '../markdown/heading-text.js';

/** A part of a text node. */
export interface RenderedPart extends TextRange {
  readonly node: Text;
}

/** What says something: the rest is markup in one of the two, or spaced differently. */
const SAYING = /[\p{L}\p{N}\p{M}\p{So}\p{Sc}]/gu;
const LEADING_SIGNS = /^[^\p{L}\p{N}\p{M}\p{So}\p{Sc}]*/u;
/** Marks of lists, tasks and callouts, which are no text on the page. */
const BLOCK_MARKS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[.\][ \t]+)?(?:\[![^\]\n]{1,60}\][-+]?)?/gm;
/** What stands in a section and is not of its text: buttons, drawings, formulas, our own marks. */
const NOT_TEXT = 'button, svg, style, script, mjx-container, .cx-practice-mark, .footnote-ref';

/** `NodeFilter.SHOW_TEXT`, of whatever window the element stands in. */
const SHOW_TEXT = 4;

/** `range` is of `source`, the Markdown that the element was rendered from. Undefined when its words are not there. */
export function findRendered(element: HTMLElement, source: string, range: TextRange): readonly RenderedPart[] | undefined {
  const quote = sayingOf(source.slice(range.from, range.to));
  if (quote === '') return undefined;
  const { text, nodes, offsets } = readPage(element);
  const expected = sayingOf(source.slice(0, range.from)).length;
  const from = nearest(text, quote, expected);
  if (from === -1) return undefined;
  const last = from + quote.length - 1;
  const parts: RenderedPart[] = [];
  for (let at = from; at <= last; ) {
    const node = nodes[at];
    if (node === undefined) return undefined;
    const start = at;
    while (at <= last && nodes[at] === node) at++;
    parts.push({ node, from: offsets[start] ?? 0, to: (offsets[at - 1] ?? 0) + 1 });
  }
  return parts.map((part, index) => ({
    node: part.node,
    // A passage that comes from another node, or goes on in one, takes the space between with it.
    from: index > 0 ? 0 : fromSigns(part, LEADING_SIGNS.exec(source.slice(range.from, range.to))?.[0] ?? ''),
    to: index < parts.length - 1 ? part.node.length : toSigns(part, source.slice(range.from, range.to)),
  }));
}

/** Signs before the first word that stand on the page as they do in the source. */
function fromSigns({ node, from }: RenderedPart, signs: string): number {
  const wanted = signs.trimStart();
  return node.data.slice(0, from).endsWith(wanted) ? from - wanted.length : from;
}

/** Signs behind the last word that stand on the page as they do in the source. */
function toSigns({ node, to }: RenderedPart, quote: string): number {
  const signs = quote.slice([...quote.matchAll(SAYING)].reduce((_, { 0: character, index }) => index + character.length, 0)).trimEnd();
  return node.data.startsWith(signs, to) ? to + signs.length : to;
}

/** Letters, digits and pictures of Markdown, as its reader sees it. */
function sayingOf(source: string): string {
  // A tag stays on the page, and a link to a heading has both names there.
  const readable = plainHeadingText(source.replace(BLOCK_MARKS, '').replace(/#/g, ' '));
  return (readable.match(SAYING) ?? []).join('');
}

interface Page {
  readonly text: string;
  /** Per UTF-16 unit of `text`: where it stands. */
  readonly nodes: readonly Text[];
  readonly offsets: readonly number[];
}

function readPage(element: HTMLElement): Page {
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
  let text = '';
  const nodes: Text[] = [];
  const offsets: number[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest(NOT_TEXT)) continue;
    for (const { 0: character, index } of (node.nodeValue ?? '').matchAll(SAYING)) {
      for (let unit = 0; unit < character.length; unit++) {
        nodes.push(node as Text);
        offsets.push(index + unit);
      }
      text += character;
    }
  }
  return { text, nodes, offsets };
}

/** Where of all places of `wanted` in `text` the one nearest to `expected` starts; -1 for none. */
function nearest(text: string, wanted: string, expected: number): number {
  const before = text.lastIndexOf(wanted, expected);
  const after = text.indexOf(wanted, expected);
  if (before === -1 || after === -1) return Math.max(before, after);
  return expected - before < after - expected ? before : after;
}
