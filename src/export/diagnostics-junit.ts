/**
 * Findings as JUnit XML: a suite is a note, a case is a finding. A run without findings holds one passed case, because
 * Jenkins and GitLab treat a report without any case as a broken one. It holds what the schema of Jenkins' xUnit plugin
 * (junit-10) allows and no more: that plugin refuses a report with an attribute it does not know.
 */
import { isAtLeast, type Diagnostic, type LintResult, type Severity } from '../lint/diagnostic.js';
import { groupByNote } from './diagnostic-order.js';
import { formatSummary } from './diagnostics-text.js';
import { escapeXml } from './escape.js';
import { printable } from './printable.js';
import { repositoryPath } from './repository-path.js';

export interface DiagnosticsJunitContext {
  /** The lightest severity that fails a case; lighter findings are skipped cases with the same text. `warning` by default. */
  readonly failOn?: Severity;
  /** The vault's folder in the repository; absent when it is the repository itself. */
  readonly vaultFolder?: string;
}

export function formatDiagnosticsJunit(result: LintResult, context: DiagnosticsJunitContext = {}): string {
  const failOn = context.failOn ?? 'warning';
  const byNote = groupByNote(result.diagnostics);
  const suites =
    byNote.size === 0
      ? [passedSuite(result)]
      : [...byNote].map(([path, diagnostics]) => suite(repositoryPath(path, context.vaultFolder), diagnostics, failOn));
  const { tests, failures, errors } = countCases(result.diagnostics, failOn);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'CX Playbook', tests: Math.max(tests, 1), failures, errors })}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function passedSuite(result: LintResult): string {
  return [
    `  <testsuite${attributes({ name: 'CX Playbook', ...countCases([], 'info'), tests: 1 })}>`,
    `    <testcase${attributes({ classname: 'CX Playbook', name: 'lint' })}>`,
    `      <system-out>${escapeXml(formatSummary(result))}</system-out>`,
    '    </testcase>',
    '  </testsuite>',
  ].join('\n');
}

function suite(path: string, diagnostics: readonly Diagnostic[], failOn: Severity): string {
  const occurrences = new Map<string, number>();
  const cases = diagnostics.map((diagnostic) => {
    const occurrence = (occurrences.get(diagnostic.rule) ?? 0) + 1;
    occurrences.set(diagnostic.rule, occurrence);
    return testCase(path, diagnostic, occurrence, failOn);
  });
  return [`  <testsuite${attributes({ name: path, ...countCases(diagnostics, failOn), file: path })}>`, ...cases, '  </testsuite>'].join('\n');
}

/** Tools follow a case from run to run by class and name, so neither has a line; Jenkins splits a class at its last dot. */
function testCase(path: string, diagnostic: Diagnostic, occurrence: number, failOn: Severity): string {
  const { rule, severity, message, range, url } = diagnostic;
  const name = occurrence === 1 ? rule : `${rule} (${occurrence})`;
  const opening = `    <testcase${attributes({ classname: path.replace(/\.md$/, ''), name })}>`;
  if (!isAtLeast(severity, failOn)) {
    return [opening, `      <skipped${attributes({ message: `${severity}: ${message}` })}/>`, '    </testcase>'].join('\n');
  }
  const place = `${printable(path)}:${range.start.line}:${range.start.column}`;
  const body = `${place} ${severity} ${printable(message)}${url === undefined ? '' : ` ${printable(url)}`}`;
  return [
    opening,
    `      <failure${attributes({ type: severity, message })}>${escapeXml(body)}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function countCases(diagnostics: readonly Diagnostic[], failOn: Severity) {
  const failures = diagnostics.filter(({ severity }) => isAtLeast(severity, failOn)).length;
  return { tests: diagnostics.length, failures, errors: 0, skipped: diagnostics.length - failures };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(printable(String(value)))}"`)
    .join('');
}
