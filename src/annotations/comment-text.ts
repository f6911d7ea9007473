/**
 * The text of a comment as lines of a thread's file, and back. A comment may hold anything; only lines that would end its
 * section, look like a merge conflict, or hide what follows them get a backslash in front, and reading takes it away.
 *
 * @example writeComment('## Plan') // '\\## Plan'
 */
import { closesFence, fenceLength } from '../markdown/block-starts.js';
import { scanOutline } from '../markdown/outline.js';

/** What a line may start with that can get a backslash: a section, a block that can stay open, a marker of a conflict. */
const GUARDABLE = /^ {0,3}(\\*)(?:##(?:[ \t]|$)|```|~~~|%%|\$\$|<[!?%]|<(?:script|pre|style|textarea)|(?:<{7}|={7}|>{7}|\|{7})(?: |$))/i;
const SECTION = /^ {0,3}##(?:[ \t]|$)/;
/** The heading of an event is one inside of code as well. */
const DATED_SECTION = /^ {0,3}##[ \t]+\d{4}-\d\d-\d\d/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;
/** All but tab and line feed are dropped: git takes a file with NUL for a binary. Halves of surrogate pairs fit no file. */
const UNWRITABLE = /[\p{Cc}\p{Surrogate}]/gu;
/** People leave one block open, seldom two; then all are guarded, closed ones as well. */
const MOST_BLOCKS_LEFT_OPEN = 4;

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
  const lines = plainComment(text).split('\n');
  const openers = new Set<number>();
  while (openers.size < MOST_BLOCKS_LEFT_OPEN) {
    const written = guardLines(lines, (index) => openers.has(index));
    const opener = hidingLine(written);
    if (opener === undefined) return written;
    if (!GUARDABLE.test(lines[opener] ?? '') || openers.has(opener)) break;
    openers.add(opener);
  }
  return guardLines(lines, () => true);
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

/** With a backslash where one is needed, and where one is asked for and can be taken away again. */
function guardLines(lines: readonly string[], isAsked: (index: number) => boolean): string {
  const fences = new FenceReader();
  return lines
    .map((line, index) => {
      const isEnding = fences.isOpen ? DATED_SECTION.test(line) : SECTION.test(line);
      const isNeeded = isEnding || CONFLICT.test(line) || isGuarded(line);
      const written = isNeeded || (isAsked(index) && GUARDABLE.test(line)) ? withBackslash(line) : line;
      fences.read(written);
      return written;
    })
    .join('\n');
}

const HEADING = '## \n';

/** The line that opens what would hide a section behind the text from Obsidian; -1 where the outline does not tell which. */
function hidingLine(written: string): number | undefined {
  // Below a heading, as in the file: a text that opens with `---` would be read as properties.
  const text = `${HEADING}${written}\n\n## `;
  const { sections, hints } = scanOutline(text);
  if (sections.at(-1)?.heading.from === text.length - 3) return undefined;
  const opener = hints.filter(({ kind }) => kind.startsWith('unclosed-')).at(-1);
  return opener === undefined ? -1 : text.slice(HEADING.length, opener.from).split('\n').length - 1;
}

function isGuarded(line: string): boolean {
  const [, backslashes = ''] = GUARDABLE.exec(line) ?? [];
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
