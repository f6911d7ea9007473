/**
 * Findings for people and for editors that read compiler output: `path:line:column severity message rule`, one a line.
 *
 * @example 10 Executives/Ana.md:1:1 warning The note lacks a section "Model". Add it. require-model
 */
import { countOf } from '../playbook/count-of.js';
import { countSeverities, type LintResult, type Severity } from '../lint/diagnostic.js';
import { printable } from './printable.js';

export interface DiagnosticsTextContext {
  /** Whether ANSI colours are written. The host knows whether a terminal reads along. */
  readonly colour?: boolean;
}

const RESET = '\u001b[0m';
const DIM = '\u001b[2m';
/** Red, yellow, blue: the colours that compilers gave these words. */
const SEVERITY_COLOURS = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  info: '\u001b[34m',
} satisfies Record<Severity, string>;

/** One line a finding, each with its line end; empty without findings. */
export function formatDiagnosticsText(result: LintResult, context: DiagnosticsTextContext = {}): string {
  const paint = (text: string, colour: string) => (context.colour === true ? `${colour}${text}${RESET}` : text);
  return result.diagnostics
    .map(({ path, range, severity, message, rule }) => {
      const place = `${printable(path)}:${range.start.line}:${range.start.column}`;
      return `${place} ${paint(severity, SEVERITY_COLOURS[severity])} ${printable(message)} ${paint(printable(rule), DIM)}\n`;
    })
    .join('');
}

/** `3 errors, 2 warnings, 1 hint in 33 notes (31 in the playbook)`, without a line end. Severities without findings are left out. */
export function formatSummary(result: LintResult): string {
  const counts = countSeverities(result.diagnostics);
  const parts = [
    ...(counts.error > 0 ? [countOf(counts.error, 'error')] : []),
    ...(counts.warning > 0 ? [countOf(counts.warning, 'warning')] : []),
    ...(counts.info > 0 ? [countOf(counts.info, 'hint')] : []),
  ];
  const found = parts.length === 0 ? 'No findings' : parts.join(', ');
  return `${found} in ${countOf(result.notes, 'note')} (${result.playbookNotes} in the playbook)`;
}
