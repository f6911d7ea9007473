/** The formats of `lint`, each loaded when asked for. */
import type { SectionOf } from '../lint/baseline.js';
import type { LintResult, Severity } from '../lint/diagnostic.js';
import { RULES } from '../lint/rules/index.js';
import { rulePage } from '../lint/lint-note.js';
import { workflowLogText } from '../export/workflow-log.js';
import { VERSION } from './version.js';

export const LINT_FORMATS = ['text', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type LintFormat = (typeof LINT_FORMATS)[number];

export interface LintFormatContext {
  readonly colour: boolean;
  readonly failOn: Severity;
  /** The vault's folder in its repository, with `/`; undefined when it is the repository itself or there is none. */
  readonly vaultFolder: string | undefined;
  /** Whether GitHub's runner reads what is written, and obeys some of it. */
  readonly inWorkflow: boolean;
  /** Finds the headings above findings; asked only by formats that compare runs. */
  readonly sections: (result: LintResult) => Promise<SectionOf>;
}

export async function formatLintResult(result: LintResult, format: LintFormat, { colour, failOn, vaultFolder, inWorkflow, sections }: LintFormatContext): Promise<string> {
  const place = vaultFolder === undefined ? {} : { vaultFolder };
  switch (format) {
    case 'text': {
      const text = (await import('../export/diagnostics-text.js')).formatDiagnosticsText(result, { colour });
      return inWorkflow ? workflowLogText(text) : text;
    }
    case 'json': return (await import('../export/diagnostics-json.js')).formatDiagnosticsJson(result);
    case 'jsonl': return (await import('../export/diagnostics-json.js')).formatDiagnosticsJsonLines(result);
    case 'sarif': {
      const rules = RULES.map(({ id, summary, why, severity }) => ({ id, summary, why, severity, url: rulePage(id) }));
      return (await import('../export/diagnostics-sarif.js')).formatDiagnosticsSarif(result, { rules, version: VERSION, sectionOf: await sections(result), ...place });
    }
    case 'junit': return (await import('../export/diagnostics-junit.js')).formatDiagnosticsJunit(result, { failOn, ...place });
    case 'github': return (await import('../export/diagnostics-github.js')).formatDiagnosticsGithub(result, place);
    case 'gitlab': return (await import('../export/diagnostics-gitlab.js')).formatDiagnosticsGitlab(result, { sectionOf: await sections(result), ...place });
    case 'markdown': return (await import('../export/diagnostics-markdown.js')).formatDiagnosticsMarkdown(result);
  }
}
