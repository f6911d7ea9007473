/**
 * The words of a note without what is only form: two texts with one wording read the same. Line ends, blank lines, where
 * lines are wrapped, the signs of lists, rules and emphasis, the padding of tables and spaces at the ends are form.
 *
 * @example wordingOf('* one\r\n\r\n* two') === wordingOf('- one\n- two') // true
 */

const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** A line that starts something of its own, whatever stands before it. */
const STARTS = /^(?:#{1,6}(?:\s|$)|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|>|\||```|~~~|---$)/;
const FENCE = /^(`{3,}|~{3,})/;

/** Lines of words, each a paragraph, heading, item, row or line of code. Any text has a wording. */
export function wordingOf(text: string): string {
  const lines: string[] = [];
  let isOpen = false;
  let fence: string | undefined;
  for (const written of text.split(/\r\n|\r|\n/)) {
    const line = written.trim();
    const marker = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      lines.push(written.trimEnd());
      if (marker?.startsWith(fence) === true && marker.length === line.length) fence = undefined;
      isOpen = false;
    } else if (line === '') {
      isOpen = false;
    } else if (isOpen && /^(?:=+|-+)$/.test(line)) {
      // A heading that is underlined reads as one that starts with signs.
      lines.push(`${line.startsWith('=') ? '#' : '##'} ${lines.pop() ?? ''}`);
      isOpen = false;
    } else if (isOpen && !STARTS.test(line)) {
      lines.push(`${lines.pop() ?? ''} ${plainLine(line)}`);
    } else {
      lines.push(RULE.test(line) ? '---' : plainLine(line));
      isOpen = !/^(?:#{1,6}(?:\s|$)|\||---$)/.test(line);
      fence = marker;
    }
  }
  return lines.join('\n');
}

function plainLine(line: string): string {
  const heading = /^(#{1,6})(?:\s+|$)(.*?)(?:\s+#+)?$/.exec(line);
  if (heading !== null) return plainWords(`${heading[1] ?? ''} ${heading[2] ?? ''}`);
  if (line.startsWith('|')) return tableRow(line);
  return plainWords(line.replace(/^[*+](?=\s|$)/, '-').replace(/^(\d{1,9})\)(?=\s|$)/, '$1.'));
}

function tableRow(line: string): string {
  if (/^[|:\s-]+$/.test(line)) return line.replace(/\s+/g, '').replace(/-+/g, '-');
  return plainWords(line.replace(/\s*\|\s*/g, '|').replace(/^\||\|$/g, ''));
}

/** One space between words, and one sign for each strength of emphasis. */
export function plainWords(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(^|[^\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\2(?![\p{L}\p{N}_])/gu, (_, before: string, signs: string, words: string) => `${before}${'*'.repeat(signs.length)}${words}${'*'.repeat(signs.length)}`);
}
