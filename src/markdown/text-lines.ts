/** The ends of the line that an offset is in; `\n`, `\r\n` and a lone `\r` each end a line. */

/** Where the line starts. */
export function lineStartAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}

/** Where its content ends, before its line ending. */
export function lineEndAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}
