/**
 * Applies the fixes of diagnostics to one note. Overlapping fixes wait for the next round: the note is linted again
 * until nothing is left to fix, so that fixing twice changes nothing.
 */
import { applyEdits, editsOverlap, type TextEdit } from '../markdown/text-edit.js';
import type { Diagnostic } from './diagnostic.js';

export interface FixedText {
  readonly text: string;
  /** Fixes applied, over all rounds. */
  readonly count: number;
}

/** More rounds than any note needs; a rule whose fixes undo each other stops here. */
const MAX_ROUNDS = 10;

/** `lint` gives the diagnostics of a version of the note's text. */
export async function applyFixes(text: string, lint: (text: string) => Promise<readonly Diagnostic[]>): Promise<FixedText> {
  let current = text;
  let count = 0;
  const seen = new Set([text]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = chooseEdits(await lint(current));
    if (edits.edits.length === 0) break;
    const next = applyEdits(current, edits.edits);
    if (seen.has(next)) break;
    seen.add(next);
    current = next;
    count += edits.fixes;
  }
  return { text: current, count };
}

/** The edits of as many fixes as fit together, first come first served; a fix is taken whole or not at all. */
export function chooseEdits(diagnostics: readonly Diagnostic[]): { readonly edits: readonly TextEdit[]; readonly fixes: number } {
  const chosen: TextEdit[] = [];
  let fixes = 0;
  for (const { fix } of diagnostics) {
    if (fix === undefined || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => chosen.some((other) => editsOverlap(edit, other)))) continue;
    chosen.push(...fix.edits);
    fixes++;
  }
  return { edits: chosen, fixes };
}
