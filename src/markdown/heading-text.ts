/**
 * A heading as its reader sees it: the words without Markdown, links, ids, tags and comments.
 *
 * @example plainHeadingText('**Why** [[Storm costs|storms]] cost us ^a1') // 'Why storms cost us'
 */
import { findBracketLinks } from './bracket-links.js';
import type { BracketLinks } from './bracket-links.js';
import { isAsciiLetter, isDigit, isIdCode, isPunctuation, isWhite, isWordCode } from './characters.js';
import { CodeSpans } from './code-spans.js';
import { parseWikilink } from './wikilink.js';

const EXCLAMATION = 33;
const HASH = 35;
const PERCENT = 37;
const AMPERSAND = 38;
const STAR = 42;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CARET = 94;
const UNDERSCORE = 95;
const BACKQUOTE = 96;
const TILDE = 126;
/** Longest entity read: `&#x10FFFF;`. */
const MAX_ENTITY_LENGTH = 10;
const SPECIALS = new Uint8Array(128);
for (const character of '\\`%<&*_=~#![]') SPECIALS[character.charCodeAt(0)] = 1;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Never throws; empty when nothing is left. White space inside comes out as single spaces. */
export function plainHeadingText(raw: string): string {
  const reader = new HeadingReader(raw);
  return withoutBlockId(collapseSpace(reader.read()));
}

class HeadingReader {
  private out = '';
  private at = 0;
  /** Where the text that stands for itself and is not yet in `out` starts. */
  private plainFrom = 0;
  private spans: CodeSpans | undefined;
  private links: BracketLinks | undefined;
  private readonly lastPercents: number;
  private readonly lastCommentEnd: number;

  constructor(private readonly raw: string) {
    this.lastPercents = raw.lastIndexOf('%%');
    this.lastCommentEnd = raw.lastIndexOf('-->');
  }

  read(): string {
    const { raw } = this;
    while (this.at < raw.length) {
      const code = raw.charCodeAt(this.at);
      if (code >= 128 || SPECIALS[code] !== 1 || !this.readMarkup(code)) this.at++;
    }
    this.emit('', 0);
    return this.out;
  }

  /** Reads markup at the cursor; false when the character stands for itself. */
  private readMarkup(code: number): boolean {
    const { raw, at } = this;
    const next = raw.charCodeAt(at + 1);
    switch (code) {
      case BACKSLASH:
        return isPunctuation(next) && this.emit(raw.charAt(at + 1), 2);
      case BACKQUOTE:
        return this.readCode();
      case PERCENT:
        return next === PERCENT && this.lastPercents > at + 1 && this.skipTo(raw.indexOf('%%', at + 2) + 2);
      case LESS:
        return this.readAngle();
      case AMPERSAND:
        return this.readEntity();
      case STAR:
      case UNDERSCORE:
        return this.readEmphasis(code);
      case EQUALS:
      case TILDE:
        return next === code && this.emit('', 2);
      case HASH:
        return this.readTag();
      case EXCLAMATION:
        return next === OPEN_BRACKET && this.readLink(at + 1, true);
      default:
        return this.readBracket(code);
    }
  }

  private readCode(): boolean {
    const { raw, at } = this;
    this.spans ??= new CodeSpans(raw, at, raw.length);
    const end = this.spans.end(at);
    const length = this.spans.runAt(at);
    if (end === -1) return this.emit(raw.slice(at, at + length), length);
    const code = raw.slice(at + length, end - length);
    const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
    return this.emit(padded ? code.slice(1, -1) : code, end - at);
  }

  /** A comment or a tag goes; the address of `<https://…>` stays. */
  private readAngle(): boolean {
    const { raw, at } = this;
    if (raw.startsWith('<!--', at) && this.lastCommentEnd >= at + 2) return this.skipTo(raw.indexOf('-->', at + 2) + 3);
    const next = raw.charCodeAt(at + 1);
    if (!isAsciiLetter(next) && next !== 47) return false;
    let end = at + 2;
    while (end < raw.length && raw.charCodeAt(end) !== GREATER && raw.charCodeAt(end) !== LESS) end++;
    if (raw.charCodeAt(end) !== GREATER) return false;
    const inner = raw.slice(at + 1, end);
    const address = /^[a-z][a-z0-9+.-]*:[^\s]*$/i.test(inner);
    return this.emit(address ? inner : '', end + 1 - at);
  }

  private readEntity(): boolean {
    const { raw, at } = this;
    const body = raw.slice(at + 1, at + MAX_ENTITY_LENGTH);
    const end = body.indexOf(';');
    if (end < 1) return false;
    const text = entityText(body.slice(0, end));
    return text !== undefined && this.emit(text, end + 2);
  }

  /** Stars and underscores go, but for those between spaces, and underscores inside a word. */
  private readEmphasis(code: number): boolean {
    const { raw, at } = this;
    let end = at;
    while (raw.charCodeAt(end) === code) end++;
    const before = at === 0 ? 32 : raw.charCodeAt(at - 1);
    const after = end === raw.length ? 32 : raw.charCodeAt(end);
    const alone = isWhite(before) && isWhite(after);
    const inWord = code === UNDERSCORE && isWordCode(before) && isWordCode(after);
    return this.emit(alone || inWord ? raw.slice(at, end) : '', end - at);
  }

  /** `#tag` after white space, when it is more than digits. */
  private readTag(): boolean {
    const { raw, at } = this;
    if (at > 0 && !isWhite(raw.charCodeAt(at - 1))) return false;
    let end = at + 1;
    let named = false;
    while (end < raw.length && isTagCode(raw.charCodeAt(end))) {
      const code = raw.charCodeAt(end);
      named ||= !isDigit(code);
      end++;
    }
    return named && this.emit('', end - at);
  }

  private readBracket(code: number): boolean {
    if (code === OPEN_BRACKET) return this.readLink(this.at, false);
    const end = code === 93 ? this.bracketLinks().labelEnds.get(this.at) : undefined;
    return end !== undefined && this.skipTo(end);
  }

  /** `open`: the first bracket. Of a link the label is read on; an embed or image goes as a whole. */
  private readLink(open: number, embedded: boolean): boolean {
    const { raw } = this;
    const { wikilinks, labels, labelEnds } = this.bracketLinks();
    const wikiEnd = wikilinks.get(open);
    if (wikiEnd !== undefined) {
      const link = embedded ? undefined : parseWikilink(raw.slice(open, wikiEnd));
      return this.emit(link === undefined ? '' : (link.label ?? (link.target || (link.subpath ?? ''))), wikiEnd - this.at);
    }
    const close = labels.get(open);
    if (close === undefined) return false;
    const footnote = raw.charCodeAt(open + 1) === CARET;
    if (embedded || footnote) return this.skipTo(labelEnds.get(close) ?? close + 1);
    return this.emit('', 1);
  }

  private bracketLinks(): BracketLinks {
    this.links ??= findBracketLinks(this.raw);
    return this.links;
  }

  private emit(text: string, length: number): true {
    this.out += this.raw.slice(this.plainFrom, this.at) + text;
    this.at += length;
    this.plainFrom = this.at;
    return true;
  }

  private skipTo(offset: number): true {
    return this.emit('', offset - this.at);
  }
}

function entityText(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  const hex = name.startsWith('#x') || name.startsWith('#X');
  const digits = name.slice(hex ? 2 : 1);
  if (!(hex ? /^[0-9a-f]{1,6}$/i : /^[0-9]{1,7}$/).test(digits)) return undefined;
  const point = Number.parseInt(digits, hex ? 16 : 10);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
}

/** White space, no-break and zero-width space and byte-order mark to single spaces, none at the ends. */
function collapseSpace(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isWhite(text.charCodeAt(at))) continue;
    if (at > from) out += (out === '' ? '' : ' ') + text.slice(from, at);
    from = at + 1;
  }
  return out;
}

/** Drops a last word such as `^a1`. */
function withoutBlockId(text: string): string {
  let at = text.length;
  while (at > 0 && isIdCode(text.charCodeAt(at - 1))) at--;
  if (at === text.length || text.charCodeAt(at - 1) !== CARET) return text;
  if (at === 1) return '';
  return text.charCodeAt(at - 2) === 32 ? text.slice(0, at - 2) : text;
}

/** Letters of any script, digits, `_`, `-` and `/`. */
function isTagCode(code: number): boolean {
  return isWordCode(code) || code === UNDERSCORE || code === 45 || code === 47;
}
