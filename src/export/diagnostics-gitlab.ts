/** Findings as a GitLab Code Quality report, shown in merge requests. It drops entries whose fingerprints are equal. */
import type { SectionOf } from '../lint/baseline.js';
import type { LintResult, Severity } from '../lint/diagnostic.js';
import { fingerprintDiagnostics } from './fingerprint.js';
import { formatJson, printable } from './printable.js';
import { repositoryPath } from './repository-path.js';

export interface DiagnosticsGitlabContext {
  /** The vault's folder in the repository; absent when it is the repository itself. */
  readonly vaultFolder?: string;
  /** The heading above a finding, which tells equal ones of a note apart; none when absent. */
  readonly sectionOf?: SectionOf;
}

/** GitLab's words reach from `info` to `blocker`; a playbook's finding never blocks by itself. */
const GITLAB_SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } satisfies Record<Severity, string>;

/** A JSON array with a line end; `[]` without findings, which tells GitLab that all earlier ones are solved. */
export function formatDiagnosticsGitlab(result: LintResult, context: DiagnosticsGitlabContext = {}): string {
  const entries = fingerprintDiagnostics(result.diagnostics, context.sectionOf).map(({ diagnostic, fingerprint }) => {
    const { path, rule, severity, message, range: { start, end } } = diagnostic;
    return {
      description: printable(message),
      check_name: rule,
      fingerprint,
      severity: GITLAB_SEVERITIES[severity],
      location: {
        path: repositoryPath(path, context.vaultFolder),
        // GitLab links to `lines`; other readers of the same format look for `positions`.
        lines: { begin: start.line, end: end.line },
        positions: { begin: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } },
      },
    };
  });
  return `${formatJson(entries, 2)}\n`;
}
