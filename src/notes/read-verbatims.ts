/**
 * What customers and employees said in their own words: block quotes, list items in quotation marks, and quoted words
 * in the text where they are more than a name. Callouts speak for themselves, but for those of the type `quote`; the
 * header of a table names what was asked.
 *
 * @example `> "I rang at six." — Kirsi` // { text: 'I rang at six.' }
 */
import { readReadableText, type ReadableText } from '../markdown/readable-text.js';
import { detachedText, exactSize } from '../markdown/detached-text.js';
import type { TextBlock } from '../markdown/text-blocks.js';
import type { TextRange } from '../markdown/text-range.js';
import { lineStartAt } from '../markdown/text-lines.js';
import { readTable } from '../markdown/table-cells.js';
import type { Verbatim } from '../playbook/proof.js';
import type { BodyText } from './body-text.js';
import { countWords, findQuotedWords, startsQuoted } from './quoted-words.js';

/** OURS: fewer quoted words are a name, a key or a label. */
const FEWEST_WORDS = 4;
const QUOTE_CALLOUTS: ReadonlySet<string> = new Set(['quote', 'cite', 'verbatim', 'voice']);
/** Who said it, on a line of its own behind the words. */
const ATTRIBUTION = /^[\s>]*(?:[—–]|--)/u;

export function readVerbatims(body: BodyText): readonly Verbatim[] {
  const verbatims: Verbatim[] = [];
  for (const block of body.blocks) {
    const textTo = block.tableFrom ?? block.to;
    if (textTo > block.from) readBlock(body, block, textTo, verbatims);
    if (block.tableFrom === undefined) continue;
    for (const { cells } of readTable(body.text, { from: block.tableFrom, to: block.to }, block.quotes).rows) {
      for (const cell of cells) if (mayQuote(body.text, cell)) addQuoted(readPlain(body, cell, 0), FEWEST_WORDS, verbatims);
    }
  }
  return exactSize(verbatims);
}

function readBlock(body: BodyText, block: TextBlock, textTo: number, verbatims: Verbatim[]): void {
  const isSpeech = block.quotes > 0 && (block.callout === undefined || QUOTE_CALLOUTS.has(block.callout));
  if (!isSpeech && !mayQuote(body.text, { from: block.from, to: textTo })) return;
  const range = { from: block.from, to: isSpeech ? withoutAttribution(body.text, block.from, textTo) : textTo };
  const readable = readPlain(body, range, block.quotes);
  if (isSpeech && !(startsQuoted(readable.text) && findQuotedWords(readable.text).length > 0)) add(readable, withoutLooseMarks(readable.text), verbatims);
  else addQuoted(readable, (isSpeech || block.inItem) && startsQuoted(readable.text) ? 1 : FEWEST_WORDS, verbatims);
}

/** Cheap: whether there is an opening mark, or a reference that may stand for one. Most paragraphs have neither. */
function mayQuote(text: string, { from, to }: TextRange): boolean {
  return /["“„«»‚‹「『&]/.test(text.slice(from, to));
}

/** All of it, but for single marks around it, and for a mark that is closed in a later paragraph. */
function withoutLooseMarks(text: string): TextRange {
  const from = startsQuoted(text) ? 1 : 0;
  const said = text.trimEnd();
  return /^['‘]/.test(said) && /['’]$/.test(said) && said.length > 2 ? { from: 1, to: said.length - 1 } : { from, to: said.length };
}

/** The end of the words; `from` where the whole block says who spoke. */
function withoutAttribution(text: string, from: number, to: number): number {
  const line = Math.max(from, lineStartAt(text, to));
  return ATTRIBUTION.test(text.slice(line, Math.min(to, line + 40))) ? line : to;
}

function readPlain(body: BodyText, range: TextRange, quotes: number): ReadableText {
  return readReadableText(body.text, { ...range, quotes, breaks: 'none' }, body.commentsIn(range));
}

/** The quoted stretches of at least so many words; the first of a text that starts with one counts in any case. */
function addQuoted(readable: ReadableText, fewestWords: number, verbatims: Verbatim[]): void {
  const { text } = readable;
  for (const [index, range] of findQuotedWords(text).entries()) {
    if (countWords(text.slice(range.from, range.to)) >= (index === 0 ? fewestWords : FEWEST_WORDS)) add(readable, range, verbatims);
  }
}

/** Nothing for a stretch without a word. */
function add({ text, froms, tos }: ReadableText, range: TextRange, verbatims: Verbatim[]): void {
  const words = text.slice(range.from, range.to);
  const said = words.trim();
  if (countWords(said) === 0) return;
  const start = range.from + words.length - words.trimStart().length;
  const [from, to] = [froms[start], tos[start + said.length - 1]];
  if (from !== undefined && to !== undefined) verbatims.push({ text: detachedText(said), from, to });
}
