/**
 * Text from notes that a terminal, a log or a reader's eye cannot be tricked by. A note may hold an escape sequence that
 * recolours a terminal, or a mark that turns the reading direction and so hides what a line says; output shows such
 * characters by their number instead of sending them. Values of JSON stay what they are: there the number is an escape.
 *
 * @example printable('Ana\u001b[31m') // 'Ana\\u001b[31m'
 */

/**
 * What is shown by number: C0 and C1 controls with DEL, bidirectional marks and overrides, line and paragraph separator,
 * the byte order mark, noncharacters, and surrogates without their other half (the `u` flag leaves whole pairs alone).
 */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line in which every control is visible: `\n`, `\r`, `\t`, otherwise `\u` and four hexadecimal digits. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => SHORT_ESCAPES[character] ?? unicodeEscape(character));
}

/** The text with U+FFFD for surrogates without their other half, which UTF-8 cannot hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * JSON that says the same as `JSON.stringify`, in which no control is written raw. Keys stand in the order of the value.
 * Controls only ever occur inside strings; the line breaks of an indented text are not replaced.
 */
export function formatJson(value: unknown, indent: number | string = 0): string {
  return JSON.stringify(value, undefined, indent).replace(UNPRINTABLE, (character) =>
    character === '\n' || character === '\t' ? character : unicodeEscape(character),
  );
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
