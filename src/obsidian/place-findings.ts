/**
 * Findings of a saved text in the text that typing has made of it. Typing is taken as one stretch of the text that was
 * replaced: what stands before it stays, what stands behind it moves, what it touches is gone.
 */
import type { Diagnostic } from '../lint/diagnostic.js';
import type { TextPosition, TextRange } from '../markdown/text-range.js';
import { asShown } from './shown-text.js';

/** A finding with its place in a text whose lines end with `\n`. */
export interface PlacedFinding extends TextRange {
  readonly diagnostic: Diagnostic;
}

/** `saved` is the text of the file: lines and columns hold whatever ends its lines, and the editor may show no byte-order mark. */
export function placeFindings(findings: readonly Diagnostic[], saved: string, text: string): readonly PlacedFinding[] {
  const { text: before, markLength } = asShown(saved, text);
  const lineStarts = [0, ...[...before.matchAll(/\n/g)].map(({ index }) => index + 1)];
  // A file that was changed since its findings were made may be shorter.
  const offsetOf = ({ line, column }: TextPosition): number => Math.min(Math.max(0, (lineStarts[line - 1] ?? before.length) + column - 1 - (line === 1 ? markLength : 0)), before.length);
  const changed = changedStretch(before, text);
  const shift = text.length - before.length;
  return findings.flatMap((diagnostic) => {
    const from = offsetOf(diagnostic.range.start);
    const to = offsetOf(diagnostic.range.end);
    if (to <= changed.from) return [{ diagnostic, from, to }];
    return from >= changed.to ? [{ diagnostic, from: from + shift, to: to + shift }] : [];
  });
}

/** Of the first text; behind its end when both are equal. */
export function changedStretch(before: string, after: string): TextRange {
  if (before === after) return { from: before.length, to: before.length };
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let length = 0;
  while (length < shorter - from && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)) length++;
  return { from, to: before.length - length };
}
