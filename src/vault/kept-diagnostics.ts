/**
 * The diagnostics of a note: of its own text and links, and with them those of the rules over the whole playbook, kept
 * for as long as these find the same in it. They are asked after every change, and nearly always find in nearly all notes
 * what they found before: findings with their places are then built again for a few notes, not for thousands.
 */
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import { compareDiagnostics, type Diagnostic } from '../lint/diagnostic.js';
import { buildDiagnostics, type ActiveRules, type RuleFinding } from '../lint/lint-note.js';
import type { Finding, FindingPlace, RuleContext } from '../lint/rule.js';
import type { Playbook } from '../playbook/playbook.js';
import { linkFindingsOf, type NoteRecord } from './note-record.js';

/** What diagnostics of notes are built of, beside their records. */
export interface DiagnosticSources {
  readonly playbook: Playbook;
  readonly rules: ActiveRules;
  readonly context: RuleContext;
  /** All lines of a note, where findings may lie anywhere in it; undefined where those of its record do. */
  readonly wholeLinesOf: (path: string) => LineIndex | undefined;
  /** Of another note that a finding speaks of; those of a file that was not read are those of an empty text. */
  readonly linesOf: (path: string) => LineIndex;
}

export const NO_LINES = buildLineIndex('');
const NO_FINDINGS: readonly RuleFinding[] = [];
/** Shared by the many notes that have none. */
const NO_DIAGNOSTICS: readonly Diagnostic[] = [];

/** What a note's text and links give, in order. */
export function ownDiagnostics(path: string, record: NoteRecord, sources: DiagnosticSources): readonly Diagnostic[] {
  return diagnosticsOf(path, record, NO_FINDINGS, record.lines, sources);
}

/** The same with what the rules over the whole playbook found in the note; built again only where they found something else. */
export function diagnosticsWith(path: string, record: NoteRecord, ofPlaybook: readonly RuleFinding[], sources: DiagnosticSources): readonly Diagnostic[] {
  if (record.kept === undefined || !stillHolds(record.kept, ofPlaybook, sources.linesOf)) {
    record.kept = keepDiagnostics(ofPlaybook, diagnosticsOf(path, record, ofPlaybook, sources.wholeLinesOf(path) ?? record.lines, sources), sources.linesOf);
  }
  return record.kept.diagnostics;
}

/** Of a file that the playbook holds no text of. */
export function fileDiagnostics(path: string, findings: readonly RuleFinding[], { rules, linesOf }: DiagnosticSources): readonly Diagnostic[] {
  return buildDiagnostics(path, findings, [], rules, linesOf);
}

/** Of files that could not be read, by their paths with what stood in the way. */
export function unreadableDiagnostics(unreadable: Iterable<readonly [path: string, message: string]>, rules: ActiveRules): readonly Diagnostic[] {
  return [...unreadable].flatMap(([path, message]) =>
    buildDiagnostics(path, [{ rule: 'readable-note', severity: 'error', finding: { from: 0, to: 0, message } }], [], rules, () => NO_LINES),
  );
}

function diagnosticsOf(path: string, record: NoteRecord, ofPlaybook: readonly RuleFinding[], lines: LineIndex, { playbook, rules, context, linesOf }: DiagnosticSources): readonly Diagnostic[] {
  const ofLinks = linkFindingsOf(record, playbook, rules, context);
  if (record.noteFindings.length === 0 && ofLinks.length === 0 && ofPlaybook.length === 0 && record.directives.length === 0) return NO_DIAGNOSTICS;
  const diagnostics = buildDiagnostics(path, [...record.noteFindings, ...ofLinks, ...ofPlaybook], record.directives, rules, (other) => (other === path ? lines : linesOf(other)));
  return [...diagnostics].sort(compareDiagnostics);
}

export interface KeptDiagnostics {
  /** Of the rules over the playbook, in their order. */
  readonly findings: readonly RuleFinding[];
  /** Of the notes that the findings' related places lie in, in order: other objects once such a note changed. */
  readonly relatedLines: readonly LineIndex[];
  /** Of these and of the note's own findings, in order. */
  readonly diagnostics: readonly Diagnostic[];
}

function keepDiagnostics(findings: readonly RuleFinding[], diagnostics: readonly Diagnostic[], linesOf: (path: string) => LineIndex): KeptDiagnostics {
  return { findings, relatedLines: findings.flatMap(({ finding: { related = NO_PLACES } }) => related.map(({ path }) => linesOf(path))), diagnostics };
}

/** Whether they are what would be built again of these findings. */
function stillHolds({ findings: before, relatedLines }: KeptDiagnostics, findings: readonly RuleFinding[], linesOf: (path: string) => LineIndex): boolean {
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
