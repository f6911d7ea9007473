/**
 * Findings for a step on GitHub: all of them as text, which the step's log keeps, and the gravest as workflow commands,
 * which GitHub shows beside the changed lines.
 *
 * GitHub keeps ten annotations a level and step and drops the rest without a word. So the gravest come first, and what
 * does not fit is told by one last notice: how many more, and where.
 *
 * @example
 * 10 Executives/Ana.md:1:1 warning Section "Model" … require-model
 * ::warning file=10 Executives/Ana.md,line=1,endLine=1,col=1,endColumn=4,title=require-model::Section "Model" …
 */
import { countOf } from '../playbook/count-of.js';
import { SEVERITIES, type Diagnostic, type LintResult, type PositionRange, type Severity } from '../lint/diagnostic.js';
import { formatDiagnosticsText } from './diagnostics-text.js';
import { printable } from './printable.js';
import { repositoryPath } from './repository-path.js';
import { workflowLogText } from './workflow-log.js';

export interface DiagnosticsGithubContext {
  /** The vault's folder in the repository; absent when it is the repository itself. */
  readonly vaultFolder?: string;
}

/** Annotations a level and step that GitHub shows. */
const MAX_PER_LEVEL = 10;

/** Notes that the last notice names; an annotation is read in a narrow column. */
const MAX_NOTES_NAMED = 10;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } satisfies Record<Severity, string>;
const NOUNS = { error: 'error', warning: 'warning', info: 'hint' } satisfies Record<Severity, string>;

/** The text in the order of the notes, then one command a line, gravest first; empty without findings. */
export function formatDiagnosticsGithub(result: LintResult, context: DiagnosticsGithubContext = {}): string {
  const levels = SEVERITIES.map((severity) => result.diagnostics.filter((diagnostic) => diagnostic.severity === severity));
  const isCut = levels.some((findings) => findings.length > MAX_PER_LEVEL);
  const shown: Diagnostic[] = [];
  const left: Diagnostic[] = [];
  levels.forEach((findings, index) => {
    // The roll-up is a notice too and takes the place of one.
    const limit = isCut && SEVERITIES[index] === 'info' ? MAX_PER_LEVEL - 1 : MAX_PER_LEVEL;
    shown.push(...findings.slice(0, limit));
    left.push(...findings.slice(limit));
  });
  const commands = shown.map((diagnostic) => annotation(diagnostic, context));
  const text = workflowLogText(formatDiagnosticsText(result));
  return text + [...commands, ...(isCut ? [rollUp(left)] : [])].map((line) => `${line}\n`).join('');
}

function annotation({ path, rule, severity, message, range }: Diagnostic, context: DiagnosticsGithubContext): string {
  return command(COMMANDS[severity], { file: repositoryPath(path, context.vaultFolder), ...placeOf(range), title: rule }, message);
}

/** Columns only within one line: GitHub refuses them otherwise. A range that ends before a line's first character ends on the line above. */
function placeOf({ start, end }: PositionRange): Readonly<Record<string, string | number>> {
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  if (end.line !== start.line) return { line: start.line, endLine };
  return { line: start.line, endLine, col: start.column, endColumn: end.column };
}

function rollUp(left: readonly Diagnostic[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = left.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [countOf(count, NOUNS[severity])];
  });
  const perNote = new Map<string, number>();
  for (const { path } of left) perNote.set(path, (perNote.get(path) ?? 0) + 1);
  const named = [...perNote].slice(0, MAX_NOTES_NAMED).map(([path, count]) => `${path} (${count})`);
  const unnamed = perNote.size - named.length;
  const where = [...named, ...(unnamed === 0 ? [] : [countOf(unnamed, 'further note')])].join(', ');
  const message = `${counts.join(', ')} more than GitHub shows here, in ${where}. The step’s log has all of them.`;
  return command('notice', { title: 'CX Playbook' }, message);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

/** Line ends are the protocol's to carry; all other controls are shown by number. */
function escapeData(text: string): string {
  return text
    .replace(/[^\r\n]+/g, printable)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
