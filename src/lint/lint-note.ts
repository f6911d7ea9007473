/**
 * Rules run over notes. What one note says is checked once per version of its text; what depends on other notes is
 * checked against the playbook. A rule that throws becomes a diagnostic of its own and stops nobody else.
 */
import type { LineIndex } from '../markdown/text-range.js';
import type { NoteProblem, ProblemCode } from '../notes/note-problem.js';
import type { ParsedNote } from '../notes/read-note.js';
import { NOTE_KINDS, type NoteKind } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import { CONFIG_PATH, type LintConfig } from './config.js';
import type { Diagnostic, RelatedPlace, Severity } from './diagnostic.js';
import { silences, unusedDirectiveMessage, type Directive } from './directives.js';
import { NO_FINDINGS, type Finding, type LintedNote, type ResolvedLink, rulePageName, type Rule, type RuleContext } from './rule.js';
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

/** The rules that are on, sorted by what they look at. */
export class ActiveRules {
  readonly all: readonly ActiveRule[];
  readonly ofLinks: readonly ActiveRule[];
  readonly ofPlaybook: readonly ActiveRule[];
  readonly byProblem: ReadonlyMap<ProblemCode, ActiveRule>;
  readonly #byKind: ReadonlyMap<NoteKind, readonly ActiveRule[]>;

  constructor(config: LintConfig, rules: readonly Rule[] = RULES) {
    this.all = rules.flatMap((rule) => {
      const severity = config.severities.get(rule.id) ?? rule.severity;
      return severity === 'off' ? [] : [{ rule, severity }];
    });
    const ofNotes = this.all.filter(({ rule }) => rule.checkNote !== undefined);
    this.#byKind = new Map(NOTE_KINDS.map((kind) => [kind, ofNotes.filter(({ rule }) => rule.kinds?.includes(kind) !== false)]));
    this.ofLinks = this.all.filter(({ rule }) => rule.checkLinks !== undefined);
    this.ofPlaybook = this.all.filter(({ rule }) => rule.checkPlaybook !== undefined);
    this.byProblem = new Map(this.all.flatMap((active) => (active.rule.problems === undefined ? [] : [[active.rule.problems, active] as const])));
  }

  /** Those that look at single notes of a kind. */
  ofKind(kind: NoteKind): readonly ActiveRule[] {
    return this.#byKind.get(kind) ?? [];
  }

  find(id: string): ActiveRule | undefined {
    return this.all.find(({ rule }) => rule.id === id);
  }
}

export function checkNote(note: LintedNote, rules: ActiveRules, context: RuleContext): readonly RuleFinding[] {
  const { problems, note: value } = note.parsed;
  const found: RuleFinding[] = [];
  if (problems.length > 0) addProblems(problems, rules, found);
  if (value !== undefined) for (const active of rules.ofKind(value.kind)) checkNoteByRule(note, active, context, found);
  return found.length === 0 ? NONE_FOUND : found;
}

function addProblems(problems: readonly NoteProblem[], rules: ActiveRules, found: RuleFinding[]): void {
  // Markers make properties unreadable: that goes with them, and is one trouble, not two.
  const isConflicted = rules.byProblem.has('team/conflict-markers') && problems.some(({ code }) => code === 'team/conflict-markers');
  for (const { code, hint, ...problem } of problems) {
    if (isConflicted && code === 'valid-frontmatter') continue;
    const active = rules.byProblem.get(code);
    if (active !== undefined) found.push(ruleFinding(active, hint === true ? { ...problem, severity: 'info' } : problem));
  }
}

function checkNoteByRule(note: LintedNote, active: ActiveRule, context: RuleContext, found: RuleFinding[]): void {
  try {
    add(active.rule.checkNote?.(note, context), active, found);
  } catch (error) {
    found.push(failure(active, 'note', error));
  }
}

export function checkLinks(note: ParsedNote, playbook: Playbook, rules: ActiveRules, context: RuleContext): readonly RuleFinding[] {
  if (note.links.length === 0) return NONE_FOUND;
  const links = note.links.map((link): ResolvedLink => {
    const { property, target, from, to } = link;
    const targetPath = playbook.resolvePath(link, note.path);
    return { property, target, from, to, targetPath, targetNote: targetPath === undefined ? undefined : playbook.note(targetPath) };
  });
  const found: RuleFinding[] = [];
  for (const active of rules.ofLinks) checkLinksByRule(note, links, active, context, playbook, found);
  return found.length === 0 ? NONE_FOUND : found;
}

function checkLinksByRule(note: ParsedNote, links: readonly ResolvedLink[], active: ActiveRule, context: RuleContext, playbook: Playbook, found: RuleFinding[]): void {
  try {
    add(active.rule.checkLinks?.(note, links, context, playbook), active, found);
  } catch (error) {
    found.push(failure(active, 'note', error));
  }
}

/** Shared by the many notes that have none. */
const NONE_FOUND: readonly RuleFinding[] = [];

/** A rule that throws is told at `cx-playbook.yml`, where it can be switched off. */
export function checkPlaybook(playbook: Playbook, rules: ActiveRules, context: RuleContext): readonly PlaybookRuleFinding[] {
  return rules.ofPlaybook.flatMap((active) => {
    const findings: PlaybookRuleFinding[] = [];
    const failed: RuleFinding[] = [];
    try {
      for (const finding of active.rule.checkPlaybook?.(playbook, context) ?? []) {
        const { rule, severity } = ruleFinding(active, finding);
        findings.push({ path: finding.path, rule, severity, finding });
      }
    } catch (error) {
      failed.push(failure(active, 'playbook', error));
    }
    return failed.length === 0 ? findings : [...findings, ...failed.map((one) => ({ path: CONFIG_PATH, ...one }))];
  });
}

function add(findings: Iterable<Finding> | undefined, active: ActiveRule, found: RuleFinding[]): void {
  if (findings === undefined || findings === NO_FINDINGS) return;
  for (const finding of findings) found.push(ruleFinding(active, finding));
}

/** What is told of a rule that threw. */
function failure({ rule }: ActiveRule, what: 'note' | 'playbook', error: unknown): RuleFinding {
  const reason = error instanceof Error ? error.message : String(error);
  return { rule: rule.id, severity: 'error', finding: { from: 0, to: 0, message: `Rule "${rule.id}" failed on this ${what}: ${reason.replace(/[.\s]+$/, '')}. Report it, and switch the rule off in ${CONFIG_PATH} meanwhile.` } };
}

/** A finding that is lighter than its rule stays lighter; one that is not follows the configured severity. */
function ruleFinding({ rule, severity }: ActiveRule, finding: Finding): RuleFinding {
  const lighter = finding.severity !== undefined && severity === rule.severity ? finding.severity : severity;
  return { rule: rule.id, severity: lighter, finding };
}

/** The page of a rule, from the vault's docs. */
export function rulePage(ruleId: string): string {
  return `https://github.com/cx-playbook/cx-playbook/blob/main/docs/rules/${rulePageName(ruleId)}.md`;
}

/**
 * A note's findings as diagnostics, without those that its directives silence, with those directives that silenced
 * nothing. `linesOf` finds the lines of any note that a finding speaks of.
 */
export function buildDiagnostics(
  path: string,
  findings: readonly RuleFinding[],
  directives: readonly Directive[],
  rules: ActiveRules,
  linesOf: (path: string) => LineIndex,
): readonly Diagnostic[] {
  const used = new Set<Directive>();
  const kept = findings.filter(({ rule, finding }) => {
    const silencing = directives.filter((directive) => silences(directive, rule, finding));
    for (const directive of silencing) used.add(directive);
    return silencing.length === 0;
  });
  const upkeep = rules.find('unused-directive');
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
