/**
 * The text of a comment as lines of a thread's file, and back. A comment may hold anything; only lines that would end its
 * section, look like a merge conflict, or hide what follows them get a backslash in front, and reading takes it away.
 *
 * @example writeComment('## Plan') // '\\## Plan'
 */
import { closesFence, fenceLength } from '../markdown/block-starts.js';

/** What a line may start with that can get a backslash: a section, a block that can stay open, a marker of a conflict. */
const GUARDED = /^ {0,3}(\\*)(?:##(?:[ \t]|$)|```|~~~|%%|\$\$|<[!?%]|<(?:script|pre|style|textarea)|(?:<{7}|={7}|>{7}|\|{7})(?: |$))/i;
const SECTION = /^ {0,3}##(?:[ \t]|$)/;
/** The heading of an event is one inside of code as well. */
const DATED_SECTION = /^ {0,3}##[ \t]+\d{4}-\d\d-\d\d/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;
/** What hides the lines behind it until its end, by how it starts. */
const OPENERS: readonly (readonly [start: string, end: string])[] = [
  ['%%', '%%'],
  ['$$', '$$'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<%', '%>'],
  ['<script', '</script>'],
  ['<pre', '</pre>'],
  ['<style', '</style>'],
  ['<textarea', '</textarea>'],
];
/** All but tab and line feed are dropped: git takes a file with NUL for a binary. Halves of surrogate pairs fit no file. */
const UNWRITABLE = /[\p{Cc}\p{Surrogate}]/gu;
const BACKQUOTE = 96;

/** What of a text is kept: lines end in `\n`, no control signs, no blank lines around it, no space at its end. */
export function plainComment(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** Lines with `\n` between them, to stand below the heading of an event; empty for a text without words. */
export function writeComment(text: string): string {
  const plain = plainComment(text);
  const lines = plain.split('\n');
  const fences = new FenceReader();
  const closers = longestClosers(lines);
  const ends = lastEnds(plain);
  let from = 0;
  return lines
    .map((line, index) => {
      const indent = indentOf(line);
      const isHiding = fences.isOpen ? false : opensFence(line, indent, closers[index]) || ends.some(({ start, at }) => at < from + indent + start.length && startsWith(line, indent, start));
      const isEnding = fences.isOpen ? DATED_SECTION.test(line) : SECTION.test(line);
      from += line.length + 1;
      const written = isHiding || isEnding || CONFLICT.test(line) || isGuarded(line) ? withBackslash(line) : line;
      fences.read(written);
      return written;
    })
    .join('\n');
}

/** The text that lines of a file say. */
export function readComment(lines: readonly string[]): string {
  return plainComment(lines.map((line) => (isGuarded(line) ? line.replace('\\', '') : line)).join('\n'));
}

/** Follows code between fences from line to line. */
export class FenceReader {
  #open: { readonly marker: number; readonly length: number } | undefined;

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  read(line: string): void {
    const indent = indentOf(line);
    if (this.#open === undefined) {
      const length = fenceLength(line, indent, line.length);
      if (length > 0) this.#open = { marker: line.charCodeAt(indent), length };
    } else if (closesFence(line, indent, line.length, this.#open.marker, this.#open.length)) this.#open = undefined;
  }
}

/** The longest closing fences behind a line. */
interface Closers {
  readonly backquotes: number;
  readonly tildes: number;
}

function longestClosers(lines: readonly string[]): readonly Closers[] {
  const behind: Closers[] = [];
  let longest: Closers = { backquotes: 0, tildes: 0 };
  for (let index = lines.length - 1; index >= 0; index--) {
    behind[index] = longest;
    const [, fence = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(lines[index] ?? '') ?? [];
    if (fence.startsWith('`')) longest = { ...longest, backquotes: Math.max(longest.backquotes, fence.length) };
    else longest = { ...longest, tildes: Math.max(longest.tildes, fence.length) };
  }
  return behind;
}

/** Whether the line opens a fence that nothing behind it closes. */
function opensFence(line: string, indent: number, closers: Closers | undefined): boolean {
  const length = fenceLength(line, indent, line.length);
  const longest = line.charCodeAt(indent) === BACKQUOTE ? closers?.backquotes : closers?.tildes;
  return length > (longest ?? 0);
}

/** Where the last end of each kind of block stands, -1 without one. */
function lastEnds(text: string): readonly { readonly start: string; readonly at: number }[] {
  const lower = text.toLowerCase();
  return OPENERS.filter(([start]) => lower.includes(start.toLowerCase())).map(([start, end]) => ({ start, at: lower.lastIndexOf(end) }));
}

function startsWith(line: string, at: number, start: string): boolean {
  return line.slice(at, at + start.length).toLowerCase() === start.toLowerCase();
}

function isGuarded(line: string): boolean {
  const [, backslashes = ''] = GUARDED.exec(line) ?? [];
  return backslashes !== '';
}

function withBackslash(line: string): string {
  const at = indentOf(line);
  return `${line.slice(0, at)}\\${line.slice(at)}`;
}

function indentOf(line: string): number {
  let at = 0;
  while (at < 3 && line.charAt(at) === ' ') at++;
  return at;
}
