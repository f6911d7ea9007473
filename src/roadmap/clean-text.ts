/**
 * A text from a note on one line, without what makes it look like something else, wherever it is shown: in a drawing, a
 * page, a file that a terminal may print.
 *
 * @example cleanText('two\nlines') // 'two lines'
 */
const ESCAPE = '\u001b';
const BELL = '\u0007';
/** A control sequence, or an operating system command up to its end. */
const ANSI_SEQUENCE = new RegExp(`${ESCAPE}(?:\\[[0-9;:?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?)`, 'g');
const BREAK = /\r\n|[\t\n\r\u0085\u2028\u2029]/g;
/** Controls, lone surrogates, noncharacters, and the direction overrides U+202A–202E and U+2066–2069. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/** The text on one line, without characters that XML forbids or that make it look like something else. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(ANSI_SEQUENCE, '').replace(BREAK, ' ').replace(UNSAFE, '');
}
