/**
 * A vault's own words of a list: beside the built-in ones, and with a leading hyphen to leave built-in ones out. `-premium`
 * leaves out every built-in phrase that holds the word.
 *
 * @example chooseWords(['premium … service', 'finest'], ['-premium', 'deluxe']) // ['finest', 'deluxe']
 */
import { readWords } from './words-of-text.js';

export function chooseWords(builtIn: readonly string[], own: readonly string[]): readonly string[] {
  const [leftOut, added] = [own.filter(leavesOut), own.filter((word) => !leavesOut(word))];
  if (leftOut.length === 0) return [...builtIn, ...added];
  const kept = builtIn.filter((phrase) => !leftOut.some((word) => holds(phrase, word.slice(1))));
  return [...kept, ...added];
}

/** Whether an own word leaves out built-in ones. */
export function leavesOut(own: string): boolean {
  return own.startsWith('-');
}

/** Whether it leaves out at least one built-in phrase. */
export function leavesOutAny(builtIn: readonly string[], own: string): boolean {
  return builtIn.some((phrase) => holds(phrase, own.slice(1)));
}

function holds(phrase: string, part: string): boolean {
  const wanted = inOneLine(part);
  return wanted !== '  ' && inOneLine(phrase).includes(wanted);
}

/** Between spaces, so that only whole words are found in it. */
function inOneLine(phrase: string): string {
  return ` ${readWords(phrase).map(({ key }) => key).join(' ')} `;
}
