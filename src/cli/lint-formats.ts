/** The formats of `lint`, each loaded when asked for. */
import { relative, sep } from 'node:path';
import type { LintResult, Severity } from '../lint/diagnostic.js';
import { RULES } from '../lint/rules/index.js';
import { rulePage } from '../lint/lint-note.js';
import { VERSION } from './version.js';

export const LINT_FORMATS = ['text', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type LintFormat = (typeof LINT_FORMATS)[number];

export interface LintFormatContext {
  readonly colour: boolean;
  readonly failOn: Severity;
  /** The vault's folder in its repository, with `/`; undefined when it is the repository itself or there is none. */
  readonly vaultFolder: string | undefined;
}

export async function formatLintResult(result: LintResult, format: LintFormat, { colour, failOn, vaultFolder }: LintFormatContext): Promise<string> {
  const place = vaultFolder === undefined ? {} : { vaultFolder };
  switch (format) {
    case 'text': return (await import('../export/diagnostics-text.js')).formatDiagnosticsText(result, { colour });
    case 'json': return (await import('../export/diagnostics-json.js')).formatDiagnosticsJson(result);
    case 'jsonl': return (await import('../export/diagnostics-json.js')).formatDiagnosticsJsonLines(result);
    case 'sarif': {
      const rules = RULES.map(({ id, summary, why, severity }) => ({ id, summary, why, severity, url: rulePage(id) }));
      return (await import('../export/diagnostics-sarif.js')).formatDiagnosticsSarif(result, { rules, version: VERSION, ...place });
    }
    case 'junit': return (await import('../export/diagnostics-junit.js')).formatDiagnosticsJunit(result, { failOn, ...place });
    case 'github': return (await import('../export/diagnostics-github.js')).formatDiagnosticsGithub(result, place);
    case 'gitlab': return (await import('../export/diagnostics-gitlab.js')).formatDiagnosticsGitlab(result, place);
    case 'markdown': return (await import('../export/diagnostics-markdown.js')).formatDiagnosticsMarkdown(result);
  }
}

/** For {@link LintFormatContext.vaultFolder}: the folder from where the command runs; undefined for that place itself, and outside of it. */
export function vaultFolderFrom(cwd: string, vault: string): string | undefined {
  const folder = relative(cwd, vault).split(sep).join('/');
  return folder === '' || folder.startsWith('..') ? undefined : folder;
}
