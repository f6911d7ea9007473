/**
 * Finds the few patterns on which the libraries behind the full reader take far longer than the text is long: chains
 * of `? ` in `yaml`, and long runs of blank lines in gray-matter, which looks for comments from each line anew.
 *
 * @example findSlowPattern('a: 1\n') // undefined
 */
import type { TextRange } from './text-range.js';

/** No note has explicit keys in such number; at 100, one inside the other, `yaml` takes some milliseconds. */
const MOST_QUESTION_MARKS = 100;
/** Lines times characters of one run of blank space; as many steps take about ten milliseconds. */
const MOST_BLANK_STEPS = 4_000_000;

const QUESTION_MARK = 63;

/** The place of the first such pattern, undefined when there is none. */
export function findSlowPattern(text: string): TextRange | undefined {
  let questionMarks = 0;
  let runFrom = 0;
  let runLines = 0;
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text, at)) {
      if (text.charCodeAt(at) === 10) runLines++;
      if (runLines * (at - runFrom) > MOST_BLANK_STEPS) return { from: runFrom, to: at };
    } else {
      runFrom = at + 1;
      runLines = 0;
      if (text.charCodeAt(at) === QUESTION_MARK && isSpace(text, at + 1)) {
        questionMarks++;
        if (questionMarks > MOST_QUESTION_MARKS) return { from: at, to: at + 1 };
      }
    }
  }
  return undefined;
}

/** The blank characters that occur in notes; rarer ones end a run. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
