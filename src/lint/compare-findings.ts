/**
 * Which findings a change brought in and which it mended. A finding is the same on both sides when one rule says it of one
 * note: in the same words, in words in which only numbers and days differ or the names of notes that were renamed, or, of
 * what it says of the note as a whole, in any words. Lines do not count, and of several that say the same as many are the
 * same as there are on both sides.
 *
 * Both sides are linted on the same day, so that nothing is brought in by time alone.
 */
import { literalPattern } from '../markdown/literal-pattern.js';
import { addTo } from '../playbook/add-to.js';
import { titleOfPath } from '../playbook/link-index.js';
import { compareDiagnostics, saysTheSame, type Diagnostic } from './diagnostic.js';

export interface FindingsComparison {
  /** In the order of places, as they stand on their own side. */
  readonly introduced: readonly Diagnostic[];
  readonly fixed: readonly Diagnostic[];
  /** Those of now that were there before. */
  readonly unchanged: readonly Diagnostic[];
}

/** `renames`: path after by path before. */
export function compareFindings(before: readonly Diagnostic[], after: readonly Diagnostic[], renames: ReadonlyMap<string, string> = new Map()): FindingsComparison {
  const wordsNow = renamer(renames);
  const left = new Map<string, Diagnostic[]>();
  for (const finding of [...before].sort(compareDiagnostics)) addTo(left, keyOf(finding.rule, renames.get(finding.path) ?? finding.path), finding);
  const unchanged = new Set<Diagnostic>();
  const ordered = [...after].sort(compareDiagnostics);
  const saysNearlyTheSame: Sameness = (a, b) => folded(a.message) === folded(b.message) || folded(wordsNow(a.message)) === folded(b.message);
  for (const isSame of [saysTheSame, saysNearlyTheSame, areOfWholeNote]) {
    for (const finding of ordered) {
      if (unchanged.has(finding)) continue;
      const candidates = left.get(keyOf(finding.rule, finding.path));
      const at = candidates?.findIndex((old) => isSame(old, finding)) ?? -1;
      if (candidates === undefined || at === -1) continue;
      candidates.splice(at, 1);
      unchanged.add(finding);
    }
  }
  return {
    introduced: ordered.filter((finding) => !unchanged.has(finding)),
    fixed: [...left.values()].flat().sort(compareDiagnostics),
    unchanged: ordered.filter((finding) => unchanged.has(finding)),
  };
}

/** Of two findings of one rule in one note. */
type Sameness = (before: Diagnostic, after: Diagnostic) => boolean;

/** What a rule says of a note as a whole names what it rests on, and stays the same finding when that changes. */
function areOfWholeNote(before: Diagnostic, after: Diagnostic): boolean {
  return before.range.start.offset === 0 && after.range.start.offset === 0;
}

function keyOf(rule: string, path: string): string {
  return `${rule} ${path}`;
}

/** Days since something, counts and days themselves move on with the note. */
function folded(message: string): string {
  return message.replace(/\d+(?:[-.,]\d+)*/g, '0').replace(/\b0 (day|month|year|note|time|line|item|executive)s?\b/g, '0 $1');
}

/** What a message of before would say now of notes that were renamed: by their paths and by their titles, longest first. */
function renamer(renames: ReadonlyMap<string, string>): (message: string) => string {
  const words = new Map<string, string>();
  for (const [from, to] of renames) {
    words.set(from, to);
    if (titleOfPath(from) !== titleOfPath(to)) words.set(titleOfPath(from), titleOfPath(to));
  }
  if (words.size === 0) return (message) => message;
  const names = [...words.keys()].sort((a, b) => b.length - a.length).map(literalPattern);
  const pattern = new RegExp(names.join('|'), 'g');
  return (message) => message.replace(pattern, (name) => words.get(name) ?? name);
}
