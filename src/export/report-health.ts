/** "Health of the notes": findings by severity, then by rule, those with most findings first. */
import { addTo } from '../playbook/add-to.js';
import { countOf } from '../playbook/count-of.js';
import { countSeverities, SEVERITIES, type Diagnostic, type Severity } from '../lint/diagnostic.js';
import { titleOfPath } from '../playbook/link-index.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { htmlText, noteName, notePath, prose, webLink } from './html-element.js';
import type { ReportInput } from './report-input.js';

/** A rule shows so many findings; the lint report has all of them. */
const MAX_FINDINGS = 5;

const NOUN = { error: 'error', warning: 'warning', info: 'hint' } as const satisfies Record<Severity, string>;

export function reportHealth({ lint, ruleSummaries }: ReportInput): readonly string[] {
  if (lint.diagnostics.length === 0) {
    return [lint.notes === 0 ? '<p>No notes were read.</p>' : `<p>No findings in ${countOf(lint.notes, 'note')}.</p>`];
  }
  const counts = countSeverities(lint.diagnostics);
  const notes = new Set(lint.diagnostics.map(({ path }) => path)).size;
  return [
    `<p>${countOf(lint.diagnostics.length, 'finding')} in ${notes} of ${countOf(lint.notes, 'note')}.</p>`,
    ...SEVERITIES.filter((severity) => counts[severity] > 0).flatMap((severity) => [
      `<h3 class="severity severity-${severity}">${countOf(counts[severity], NOUN[severity])}</h3>`,
      '<div class="rules">',
      ...groupByRule(lint.diagnostics.filter((diagnostic) => diagnostic.severity === severity)).map((group) => ruleGroup(group, ruleSummaries)),
      '</div>',
    ]),
  ];
}

type RuleGroup = readonly [rule: string, diagnostics: readonly Diagnostic[]];

function groupByRule(diagnostics: readonly Diagnostic[]): readonly RuleGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    addTo(groups, diagnostic.rule, diagnostic);
  }
  return [...groups].sort(([ruleA, a], [ruleB, b]) => b.length - a.length || byCodeUnits(ruleA, ruleB));
}

function ruleGroup([rule, diagnostics]: RuleGroup, summaries: ReadonlyMap<string, string>): string {
  const summary = summaries.get(rule);
  const left = diagnostics.slice(MAX_FINDINGS);
  const more = left.length === 0 ? '' : `<li class="more">and ${left.length} more</li>`;
  return [
    '<article class="rule">',
    `<h4>${webLink(diagnostics[0]?.url, `<code>${htmlText(rule, 80)}</code>`)} <span class="count">${countOf(diagnostics.length, 'finding')}</span></h4>`,
    summary === undefined ? '' : `<p class="summary">${htmlText(summary)}</p>`,
    `<ul class="findings">\n${diagnostics.slice(0, MAX_FINDINGS).map(finding).join('\n')}${more}\n</ul>`,
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function finding({ path, range, message }: Diagnostic): string {
  return `<li><strong>${noteName({ title: titleOfPath(path) })}</strong> ${prose(message)} <span class="place">${notePath(path)}, line ${range.start.line}</span></li>`;
}
