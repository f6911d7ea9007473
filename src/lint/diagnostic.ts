/** What lint reports of a note: where, which rule, how grave, what to do, and how to mend it where that is safe. */
import type { TextEdit } from '../markdown/text-edit.js';
import type { TextPosition } from '../markdown/text-range.js';
import { byCodeUnits } from '../playbook/playbook.js';

/** From gravest to lightest. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Half-open; both ends with line and column from 1 and offset from 0. */
export interface PositionRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A second place that the finding speaks of, maybe in another note. */
export interface RelatedPlace {
  readonly path: string;
  readonly range: PositionRange;
  readonly message: string;
}

/** Edits of the diagnosed note that mend the finding. They do not overlap one another. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface Diagnostic {
  /** Path in the vault with `/`. */
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: PositionRange;
  readonly related?: readonly RelatedPlace[];
  /** The rule's page. */
  readonly url?: string;
  readonly fix?: Fix;
}

/** Diagnostics of a run over a vault, ordered by path, place and rule. */
export interface LintResult {
  /** Notes read, and those of them that have a kind. */
  readonly notes: number;
  readonly playbookNotes: number;
  readonly diagnostics: readonly Diagnostic[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countSeverities(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** Whether `severity` is at least as grave as `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** Order of output: path, then place, then rule, by UTF-16 units; the same on every machine. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnits(a.path, b.path) ||
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    byCodeUnits(a.rule, b.rule) ||
    byCodeUnits(a.message, b.message)
  );
}

/** Whether two findings say the same, wherever they stand: a place moves when the text above it changes. */
export function saysTheSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.rule === b.rule && a.message === b.message;
}

/** Of findings that say the same, the one nearest to where it stood; undefined when none is left. */
export function findNearestSame(found: readonly Diagnostic[], diagnostic: Diagnostic): Diagnostic | undefined {
  const distance = (other: Diagnostic): number => Math.abs(other.range.start.offset - diagnostic.range.start.offset);
  const [nearest] = found.filter((other) => saysTheSame(other, diagnostic)).sort((a, b) => distance(a) - distance(b));
  return nearest;
}
