/** Findings for other programs. The form is a contract: keys keep their names, their order and their meaning within a `schema`. */
import { countSeverities, type Diagnostic, type Fix, type LintResult, type PositionRange, type RelatedPlace } from '../lint/diagnostic.js';
import { formatJson } from './printable.js';

/** Raised when a key changes its meaning or goes; a new key alone does not raise it. */
const SCHEMA = 1;

/** The whole run as one JSON value, indented by two spaces, with a line end. */
export function formatDiagnosticsJson(result: LintResult): string {
  const value = {
    schema: SCHEMA,
    notes: result.notes,
    playbookNotes: result.playbookNotes,
    diagnostics: result.diagnostics.map(diagnosticValue),
    summary: summaryValue(result),
  };
  return `${formatJson(value, 2)}\n`;
}

/** One finding a line and nothing else, for programs that read as it comes; empty without findings. */
export function formatDiagnosticsJsonLines(result: LintResult): string {
  return result.diagnostics.map((diagnostic) => `${formatJson(diagnosticValue(diagnostic))}\n`).join('');
}

function summaryValue(result: LintResult) {
  const { error, warning, info } = countSeverities(result.diagnostics);
  return { error, warning, info };
}

/** Copied key by key, so that neither the order nor a stray key of the caller reaches the output. */
function diagnosticValue({ path, rule, severity, message, range, related, url, fix }: Diagnostic) {
  return {
    path,
    rule,
    severity,
    message,
    range: rangeValue(range),
    ...(related === undefined ? {} : { related: related.map(relatedValue) }),
    ...(url === undefined ? {} : { url }),
    ...(fix === undefined ? {} : { fix: fixValue(fix) }),
  };
}

function relatedValue({ path, range, message }: RelatedPlace) {
  return { path, range: rangeValue(range), message };
}

function fixValue({ title, edits }: Fix) {
  return { title, edits: edits.map(({ from, to, insert }) => ({ from, to, insert })) };
}

function rangeValue({ start, end }: PositionRange) {
  return { start: positionValue(start), end: positionValue(end) };
}

function positionValue({ line, column, offset }: PositionRange['start']) {
  return { line, column, offset };
}
