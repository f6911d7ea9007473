/**
 * Findings as Markdown for a job summary or a comment on a review: grouped by note, gravest kept when the list is long.
 * Text from notes stays text: it cannot format, link, embed HTML, mention a person or refer to an issue.
 */
import { countOf } from '../playbook/count-of.js';
import type { Diagnostic, LintResult, Severity } from '../lint/diagnostic.js';
import { groupByNote, sortBySeverity } from './diagnostic-order.js';
import { formatSummary } from './diagnostics-text.js';
import { printable } from './printable.js';

export interface DiagnosticsMarkdownContext {
  /** How many findings are listed; {@link DEFAULT_LIMIT} when absent. */
  readonly limit?: number;
}

/** About 40 kB: a comment holds 65,536 characters, a job summary a megabyte. */
const DEFAULT_LIMIT = 200;

const LABELS = { error: '**error**', warning: '**warning**', info: 'hint' } satisfies Record<Severity, string>;

export function formatDiagnosticsMarkdown(result: LintResult, context: DiagnosticsMarkdownContext = {}): string {
  const limit = context.limit ?? DEFAULT_LIMIT;
  const listed = new Set(sortBySeverity(result.diagnostics).slice(0, limit));
  const left = result.diagnostics.filter((diagnostic) => !listed.has(diagnostic));
  const blocks = [
    '## CX Playbook',
    `${formatSummary(result)}.`,
    ...noteBlocks(result.diagnostics.filter((diagnostic) => listed.has(diagnostic))),
    ...(left.length === 0 ? [] : [rollUp(left)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A heading and a list for each note, in the order of the findings. */
function noteBlocks(diagnostics: readonly Diagnostic[]): string[] {
  return [...groupByNote(diagnostics)].flatMap(([path, group]) => [
    `### ${escapeMarkdown(path)}`,
    group.map(listItem).join('\n'),
  ]);
}

function listItem({ range, severity, message, rule, url }: Diagnostic): string {
  const name = escapeMarkdown(rule);
  const page = url === undefined ? undefined : linkTarget(url);
  const ruleText = page === undefined ? name : `[${name}](${page})`;
  return `- ${LABELS[severity]} at ${range.start.line}:${range.start.column}: ${escapeMarkdown(message)} (${ruleText})`;
}

function rollUp(left: readonly Diagnostic[]): string {
  const notes = new Set(left.map(({ path }) => path)).size;
  return `${countOf(left.length, 'further finding')} in ${countOf(notes, 'note')} not listed here. The text report has all of them.`;
}

/** A web address that cannot end the link early; anything else is no link. */
function linkTarget(url: string): string | undefined {
  return /^https?:\/\/[^\s<>()\\]+$/.test(url) ? printable(url) : undefined;
}

/**
 * Inline text of GitHub and GitLab Markdown. Characters with a meaning get a backslash or an entity. Mentions, issue
 * numbers and bare addresses are found by those services after that, in the finished text: an invisible zero-width
 * space keeps them apart.
 */
function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]{}|~$^!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[@#]/g, '$&&#8203;')
    .replace(/:(?=\/\/)|(?:www(?=\.)|(?:mailto|xmpp)(?=:)|GH(?=-\d))/gi, '$&&#8203;');
}
