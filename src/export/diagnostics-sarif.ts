/**
 * Findings as SARIF 2.1.0 for code scanning: rules with their reasons, findings with fingerprints that outlive edits, and
 * fixes as replacements. Source: OASIS SARIF 2.1.0; limits from GitHub's "SARIF support for code scanning".
 */
import { countOf } from '../playbook/count-of.js';
import type { SectionOf } from '../lint/baseline.js';
import type { Diagnostic, Fix, LintResult, PositionRange, RelatedPlace, Severity } from '../lint/diagnostic.js';
import { sortBySeverity } from './diagnostic-order.js';
import { fingerprintDiagnostics } from './fingerprint.js';
import { formatJson, printable } from './printable.js';
import { relativeUri, repositoryPath } from './repository-path.js';

type Position = PositionRange['start'];

/** What the report says of a rule. */
export interface SarifRule {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  /** The rule's page, absolute. */
  readonly url?: string;
  readonly severity: Severity;
}

export interface DiagnosticsSarifContext {
  readonly rules: readonly SarifRule[];
  /** Version of the program, as in its package. */
  readonly version: string;
  /** The vault's folder in the repository; absent when it is the repository itself. */
  readonly vaultFolder?: string;
  /** The heading above a finding, which tells equal ones of a note apart; none when absent. */
  readonly sectionOf?: SectionOf;
  /** Line and column of an offset in a note. Without it, edits outside the finding's line are given by offset alone. */
  readonly positionAt?: (path: string, offset: number) => Position | undefined;
}

const SCHEMA_URL = 'https://json.schemastore.org/sarif-2.1.0.json';

/** GitHub refuses a run with more. */
export const MAX_SARIF_RESULTS = 25_000;

const SARIF_LEVELS = { error: 'error', warning: 'warning', info: 'note' } satisfies Record<Severity, string>;

/** Gravest first and cut at {@link MAX_SARIF_RESULTS}; what was cut is told as a notification of the run. */
export function formatDiagnosticsSarif(result: LintResult, context: DiagnosticsSarifContext): string {
  // Fingerprints count equals in the order of the notes, before the order by severity.
  const all = fingerprintDiagnostics(result.diagnostics, context.sectionOf).map((entry) => ({ ...entry, severity: entry.diagnostic.severity }));
  const shown = sortBySeverity(all).slice(0, MAX_SARIF_RESULTS);
  const rules = rulesOf(result, context.rules);
  const ruleIndices = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: { driver: { name: 'CX Playbook', version: context.version, rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [invocationValue(all.length - shown.length)],
    results: shown.map(({ diagnostic, fingerprint }) => ({
      ruleId: diagnostic.rule,
      ruleIndex: ruleIndices.get(diagnostic.rule),
      level: SARIF_LEVELS[diagnostic.severity],
      message: { text: sarifMessage(diagnostic.message) },
      locations: [{ physicalLocation: locationValue(diagnostic, context) }],
      ...relatedValue(diagnostic.related ?? [], context),
      // Our own key: GitHub's uploader computes the one it knows, and warns of each that differs from its own.
      partialFingerprints: { 'cxPlaybookFinding/v1': fingerprint },
      ...fixesValue(diagnostic, context),
    })),
  };
  return `${formatJson({ $schema: SCHEMA_URL, version: '2.1.0', runs: [run] }, 2)}\n`;
}

/** The rules of the context, then those that only findings name, such as the rule of a failed rule. */
function rulesOf(result: LintResult, described: readonly SarifRule[]) {
  const known = new Set(described.map(({ id }) => id));
  const others = new Set(result.diagnostics.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [
    ...described.map(({ id, summary, why, url, severity }) => ({
      id,
      shortDescription: { text: sarifMessage(summary) },
      fullDescription: { text: sarifMessage(why) },
      help: { text: sarifMessage(why) },
      ...(url === undefined ? {} : { helpUri: url }),
      defaultConfiguration: { level: SARIF_LEVELS[severity] },
    })),
    ...[...others].sort().map((id) => ({ id })),
  ];
}

function invocationValue(left: number) {
  if (left === 0) return { executionSuccessful: true };
  const text = `${countOf(left, 'finding')} left out, the lightest: a run holds ${MAX_SARIF_RESULTS}. The text report has all.`;
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}

function locationValue(place: { readonly path: string; readonly range: PositionRange }, context: DiagnosticsSarifContext) {
  return {
    artifactLocation: artifactValue(place.path, context),
    region: regionValue(place.range.start, place.range.end),
  };
}

function artifactValue(path: string, context: DiagnosticsSarifContext) {
  return { uri: relativeUri(repositoryPath(path, context.vaultFolder)) };
}

/** SARIF's end column is the one after the last, as ours. */
function regionValue(start: Position, end: Position) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function relatedValue(related: readonly RelatedPlace[], context: DiagnosticsSarifContext) {
  if (related.length === 0) return {};
  const relatedLocations = related.map((place, index) => ({
    id: index + 1,
    physicalLocation: locationValue(place, context),
    message: { text: sarifMessage(place.message) },
  }));
  return { relatedLocations };
}

/** A fix without edits is none: SARIF demands a replacement. */
function fixesValue(diagnostic: Diagnostic, context: DiagnosticsSarifContext) {
  const { fix } = diagnostic;
  if (fix === undefined || fix.edits.length === 0) return {};
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: deletedRegion(edit, diagnostic, context),
    ...(edit.insert === '' ? {} : { insertedContent: { text: edit.insert } }),
  }));
  const artifactChanges = [{ artifactLocation: artifactValue(diagnostic.path, context), replacements }];
  return { fixes: [{ description: { text: sarifMessage(fix.title) }, artifactChanges }] };
}

function deletedRegion(edit: Fix['edits'][number], diagnostic: Diagnostic, context: DiagnosticsSarifContext) {
  const start = positionOf(edit.from, diagnostic, context);
  const end = positionOf(edit.to, diagnostic, context);
  if (start !== undefined && end !== undefined) return regionValue(start, end);
  return { charOffset: edit.from, charLength: edit.to - edit.from };
}

function positionOf(offset: number, { path, range }: Diagnostic, context: DiagnosticsSarifContext): Position | undefined {
  const { start, end } = range;
  if (offset === start.offset) return start;
  if (offset === end.offset) return end;
  const withinLine = start.line === end.line && offset > start.offset && offset < end.offset;
  if (withinLine) return { line: start.line, column: start.column + offset - start.offset, offset };
  return context.positionAt?.(path, offset);
}

/**
 * A plain message. SARIF reads `[text](target)` as a link and `{0}` as a placeholder even in plain text; a note's words
 * must become neither. Only texts with such a form are escaped, so that all other brackets stay readable everywhere.
 */
function sarifMessage(text: string): string {
  const withoutLinks = printable(text).replaceAll('](', '\\](');
  return /\{\d+\}/.test(withoutLinks) ? withoutLinks.replace(/[{}]/g, '$&$&') : withoutLinks;
}
