/** The line ending that a text uses, for what is written into it. */

export type LineEnding = '\n' | '\r\n' | '\r';

const LINE_ENDING = /\r\n|\n|\r/;
const EVERY_LINE_ENDING = /\r\n|\n|\r/g;

/** The first one of the text; `\n` when it has only one line. */
export function lineEndingOf(text: string): LineEnding {
  const found = LINE_ENDING.exec(text)?.[0];
  return found === '\r\n' || found === '\r' ? found : '\n';
}

/** The text with all its line endings of one kind. */
export function withLineEnding(text: string, ending: LineEnding): string {
  return text.replace(EVERY_LINE_ENDING, ending);
}
