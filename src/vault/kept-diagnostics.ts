/**
 * Diagnostics of a note, kept for as long as the rules over the whole playbook find the same in it. They are asked after
 * every change, and nearly always find in nearly all notes what they found before: findings with their places are then
 * built again for a few notes, not for thousands.
 */
import type { LineIndex } from '../markdown/text-range.js';
import type { Diagnostic } from '../lint/diagnostic.js';
import type { RuleFinding } from '../lint/lint-note.js';
import type { Finding, FindingPlace } from '../lint/rule.js';

export interface KeptDiagnostics {
  /** Of the rules over the playbook, in their order. */
  readonly findings: readonly RuleFinding[];
  /** Of the notes that the findings' related places lie in, in order: other objects once such a note changed. */
  readonly relatedLines: readonly LineIndex[];
  /** Of these and of the note's own findings, in order. */
  readonly diagnostics: readonly Diagnostic[];
}

export function keepDiagnostics(findings: readonly RuleFinding[], diagnostics: readonly Diagnostic[], linesOf: (path: string) => LineIndex): KeptDiagnostics {
  return { findings, relatedLines: findings.flatMap(({ finding: { related = NO_PLACES } }) => related.map(({ path }) => linesOf(path))), diagnostics };
}

/** Whether they are what would be built again of these findings. */
export function stillHolds({ findings: before, relatedLines }: KeptDiagnostics, findings: readonly RuleFinding[], linesOf: (path: string) => LineIndex): boolean {
  if (before.length !== findings.length) return false;
  let place = 0;
  for (let index = 0; index < findings.length; index++) {
    const [a, b] = [before[index], findings[index]];
    if (a === undefined || b === undefined || a.rule !== b.rule || a.severity !== b.severity || !isSame(a.finding, b.finding)) return false;
    for (const { path } of b.finding.related ?? NO_PLACES) if (relatedLines[place++] !== linesOf(path)) return false;
  }
  return true;
}

const NO_PLACES: readonly FindingPlace[] = [];

function isSame(a: Finding, b: Finding): boolean {
  if (a.from !== b.from || a.to !== b.to || a.message !== b.message || a.wholeNote !== b.wholeNote || a.fix !== b.fix) return false;
  const [places, others] = [a.related ?? NO_PLACES, b.related ?? NO_PLACES];
  return places.length === others.length && (a.related === undefined) === (b.related === undefined) && places.every((place, index) => isSamePlace(place, others[index]));
}

function isSamePlace(a: FindingPlace, b: FindingPlace | undefined): boolean {
  return a.path === b?.path && a.from === b.from && a.to === b.to && a.message === b.message;
}
