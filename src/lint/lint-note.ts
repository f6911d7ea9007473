/**
 * Rules run over notes. What one note says is checked once per version of its text; what depends on other notes is
 * checked against the playbook. A rule that throws becomes a diagnostic of its own and stops nobody else.
 */
import type { LineIndex } from '../markdown/text-range.js';
import type { ParsedNote } from '../notes/read-note.js';
import type { Playbook } from '../playbook/playbook.js';
import type { LintConfig } from './config.js';
import type { Diagnostic, RelatedPlace, Severity } from './diagnostic.js';
import { silences, unusedDirectiveMessage, type Directive } from './directives.js';
import type { Finding, LintedNote, PlaybookFinding, Rule, RuleContext } from './rule.js';
import { RULES } from './rules/index.js';

/** A finding with the rule that made it. */
export interface RuleFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly finding: Finding;
}

export interface PlaybookRuleFinding extends RuleFinding {
  readonly path: string;
}

/** A rule that is on, with the severity it reports at. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

export function activeRules(config: LintConfig, rules: readonly Rule[] = RULES): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const severity = config.severities.get(rule.id) ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
}

export function checkNote(note: LintedNote, rules: readonly ActiveRule[], context: RuleContext): readonly RuleFinding[] {
  return rules.flatMap((active) => run(active, () => active.rule.checkNote?.(note, context) ?? []));
}

export function checkLinks(note: ParsedNote, playbook: Playbook, rules: readonly ActiveRule[], context: RuleContext): readonly RuleFinding[] {
  if (note.links.length === 0) return [];
  return rules.flatMap((active) => run(active, () => active.rule.checkLinks?.(note, playbook, context) ?? []));
}

export function checkPlaybook(playbook: Playbook, rules: readonly ActiveRule[], context: RuleContext): readonly PlaybookRuleFinding[] {
  return rules.flatMap((active) => {
    const { checkPlaybook: check } = active.rule;
    if (check === undefined) return [];
    const findings: PlaybookRuleFinding[] = [];
    const failed = run(active, () => {
      for (const finding of check(playbook, context)) findings.push({ path: finding.path, ...ruleFinding(active, finding) });
      return [];
    });
    const path = playbook.journey?.path ?? playbook.executives[0]?.path;
    return path === undefined ? findings : [...findings, ...failed.map((one) => ({ path, ...one }))];
  });
}

function run(active: ActiveRule, check: () => Iterable<Finding | PlaybookFinding>): RuleFinding[] {
  const found: RuleFinding[] = [];
  try {
    for (const finding of check()) found.push(ruleFinding(active, finding));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    found.push({ rule: active.rule.id, severity: 'error', finding: { from: 0, to: 0, message: `Rule "${active.rule.id}" failed on this note: ${reason} Report it, and switch the rule off in cx-playbook.yml meanwhile.` } });
  }
  return found;
}

/** A finding that is lighter than its rule stays lighter; one that is not follows the configured severity. */
function ruleFinding({ rule, severity }: ActiveRule, finding: Finding): RuleFinding {
  const lighter = finding.severity !== undefined && severity === rule.severity ? finding.severity : severity;
  return { rule: rule.id, severity: lighter, finding };
}

/** The page of a rule, from the vault's docs. */
export function rulePage(ruleId: string): string {
  return `https://github.com/cx-playbook/cx-playbook/blob/main/docs/rules/${ruleId}.md`;
}

/**
 * A note's findings as diagnostics, without those that its directives silence, with those directives that silenced
 * nothing. `linesOf` finds the lines of any note that a finding speaks of.
 */
export function buildDiagnostics(
  path: string,
  findings: readonly RuleFinding[],
  directives: readonly Directive[],
  rules: readonly ActiveRule[],
  linesOf: (path: string) => LineIndex,
): readonly Diagnostic[] {
  const used = new Set<Directive>();
  const kept = findings.filter(({ rule, finding }) => {
    const silencing = directives.filter((directive) => silences(directive, rule, finding));
    for (const directive of silencing) used.add(directive);
    return silencing.length === 0;
  });
  const upkeep = rules.find(({ rule }) => rule.id === 'unused-directive');
  const unused = directives.flatMap((directive): RuleFinding[] => {
    if (used.has(directive) || upkeep === undefined) return [];
    const { from, to } = directive;
    return [{ rule: upkeep.rule.id, severity: upkeep.severity, finding: { from, to, message: unusedDirectiveMessage(directive, ALL_RULE_IDS) } }];
  });
  return [...kept, ...unused].map((found) => toDiagnostic(path, found, linesOf));
}

const ALL_RULE_IDS: readonly string[] = RULES.map(({ id }) => id);

function toDiagnostic(path: string, { rule, severity, finding }: RuleFinding, linesOf: (path: string) => LineIndex): Diagnostic {
  const range = (place: { readonly from: number; readonly to: number }, lines: LineIndex): Diagnostic['range'] => ({
    start: lines.position(place.from),
    end: lines.position(place.to),
  });
  const related = finding.related?.map((place): RelatedPlace => ({ path: place.path, range: range(place, linesOf(place.path)), message: place.message }));
  return {
    path,
    rule,
    severity,
    message: finding.message,
    range: range(finding, linesOf(path)),
    ...(related === undefined ? {} : { related }),
    url: rulePage(rule),
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
  };
}
