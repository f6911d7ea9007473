/**
 * Applies the fixes of diagnostics to one note. Overlapping fixes wait for the next round: the note is linted again
 * until nothing is left to fix, so that fixing twice changes nothing. A fix that would leave its finding standing, such
 * as a section put where an unclosed comment hides it, is not applied.
 */
import { applyEdits, editsOverlap, type TextEdit } from '../markdown/text-edit.js';
import { saysTheSame, type Diagnostic } from './diagnostic.js';

export interface FixedText {
  readonly text: string;
  /** Fixes applied, over all rounds. */
  readonly count: number;
}

/** More rounds than any note needs; rules whose fixes call for one another stop here. */
const MAX_ROUNDS = 10;

/** `lint` gives the diagnostics of a version of the note's text. */
export async function applyFixes(text: string, lint: (text: string) => Promise<readonly Diagnostic[]>): Promise<FixedText> {
  let current = text;
  let diagnostics = await lint(text);
  let count = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = await applyRound(current, diagnostics, lint);
    if (next === undefined) break;
    current = next.text;
    diagnostics = next.diagnostics;
    count += next.count;
  }
  return { text: current, count };
}

interface Round extends FixedText {
  readonly diagnostics: readonly Diagnostic[];
}

/** As many fixes as fit together, without those that mend nothing. Undefined when none is left. */
async function applyRound(text: string, diagnostics: readonly Diagnostic[], lint: (text: string) => Promise<readonly Diagnostic[]>): Promise<Round | undefined> {
  let chosen = chooseFixes(diagnostics);
  while (chosen.length > 0) {
    const next = applyEdits(text, chosen.flatMap(({ fix }) => fix?.edits ?? []));
    const left = await lint(next);
    const useful = chosen.filter((one) => countSame(left, one) < countSame(diagnostics, one));
    if (useful.length === chosen.length) return { text: next, diagnostics: left, count: chosen.length };
    chosen = useful;
  }
  return undefined;
}

/** First come, first served; a fix is taken whole or not at all. */
function chooseFixes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const chosen: Diagnostic[] = [];
  const edits: TextEdit[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (fix === undefined || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => edits.some((other) => editsOverlap(edit, other)))) continue;
    chosen.push(diagnostic);
    edits.push(...fix.edits);
  }
  return chosen;
}

function countSame(diagnostics: readonly Diagnostic[], diagnostic: Diagnostic): number {
  return diagnostics.filter((other) => saysTheSame(other, diagnostic)).length;
}
