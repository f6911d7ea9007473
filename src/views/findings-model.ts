/**
 * Findings as the rows of a list: filtered, put together by note or by rule, groups closed or open. Rows keep their key
 * from one version of the playbook to the next, so that focus and what is open stay where they are.
 */
import { SEVERITIES, type Diagnostic, type Severity } from '../lint/diagnostic.js';
import { findRule } from '../lint/rules/index.js';
import { addTo } from '../playbook/add-to.js';
import { titleOfPath } from '../playbook/link-index.js';
import { byCodeUnits } from '../playbook/playbook.js';

/** What a person chose to see; kept with the pane. */
export interface FindingsChoice {
  readonly groupBy: 'note' | 'rule';
  /** Findings whose message, rule or path holds every word. */
  readonly text: string;
  readonly severities: readonly Severity[];
  /** These rules alone; all when empty. */
  readonly rules: readonly string[];
  /** This note alone. */
  readonly path: string | undefined;
}

export const EVERYTHING: FindingsChoice = { groupBy: 'note', text: '', severities: SEVERITIES, rules: [], path: undefined };

/** A choice as it was saved, maybe by another version: each value that cannot be read gives way to its default. */
export function readChoice(state: unknown): FindingsChoice {
  const values: Readonly<Record<string, unknown>> = typeof state === 'object' && state !== null ? { ...state } : {};
  const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
  const severities = SEVERITIES.filter((severity) => texts(values['severities']).includes(severity));
  return {
    groupBy: values['groupBy'] === 'rule' ? 'rule' : 'note',
    text: typeof values['text'] === 'string' ? values['text'] : '',
    severities: severities.length === 0 ? SEVERITIES : severities,
    rules: texts(values['rules']),
    path: typeof values['path'] === 'string' ? values['path'] : undefined,
  };
}

export function isFiltered({ text, severities, rules, path }: FindingsChoice): boolean {
  return text.trim() !== '' || severities.length < SEVERITIES.length || rules.length > 0 || path !== undefined;
}

/** In the order given. Severities are left aside where `anySeverity`: to count what each of them would show. */
export function filterFindings(diagnostics: readonly Diagnostic[], { text, severities, rules, path }: FindingsChoice, anySeverity = false): readonly Diagnostic[] {
  const wanted = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const isAny = wanted.length === 0 && rules.length === 0 && path === undefined;
  if (isAny && (anySeverity || severities.length === SEVERITIES.length)) return diagnostics;
  return diagnostics.filter((finding) => {
    if (!anySeverity && !severities.includes(finding.severity)) return false;
    if (rules.length > 0 && !rules.includes(finding.rule)) return false;
    if (path !== undefined && finding.path !== path) return false;
    if (wanted.length === 0) return true;
    const said = `${finding.message} ${finding.rule} ${finding.path}`.toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

export interface FindingGroup {
  readonly kind: 'group';
  readonly key: string;
  /** Title of the note, or id of the rule. */
  readonly title: string;
  /** Folder of the note, empty at the root; what the rule reports. */
  readonly remark: string;
  readonly findings: readonly Diagnostic[];
  readonly fixable: number;
  /** From 1, among the groups. */
  readonly place: number;
  readonly isOpen: boolean;
}

export interface FindingItem {
  readonly kind: 'finding';
  readonly key: string;
  readonly finding: Diagnostic;
  readonly group: FindingGroup;
  /** From 1, in its group. */
  readonly place: number;
}

export type FindingRow = FindingGroup | FindingItem;

export interface FindingRows {
  readonly rows: readonly FindingRow[];
  readonly groups: number;
  readonly fixable: number;
}

/** Groups by note in the order of the findings; by rule those with most findings first. `closed` holds keys of groups. */
export function listRows(findings: readonly Diagnostic[], groupBy: FindingsChoice['groupBy'], closed: ReadonlySet<string>): FindingRows {
  const byKey = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const key = groupBy === 'note' ? finding.path : finding.rule;
    addTo(byKey, key, finding);
  }
  const groups = [...byKey];
  if (groupBy === 'rule') groups.sort(([ruleA, a], [ruleB, b]) => b.length - a.length || byCodeUnits(ruleA, ruleB));
  const rows: FindingRow[] = [];
  let fixable = 0;
  for (const [index, [name, ofGroup]] of groups.entries()) {
    const group = buildGroup(name, groupBy, ofGroup, index + 1, closed);
    fixable += group.fixable;
    rows.push(group);
    if (group.isOpen) pushItems(rows, group, groupBy);
  }
  return { rows, groups: groups.length, fixable };
}

function buildGroup(name: string, groupBy: FindingsChoice['groupBy'], findings: readonly Diagnostic[], place: number, closed: ReadonlySet<string>): FindingGroup {
  const key = `${groupBy}:${name}`;
  return {
    kind: 'group',
    key,
    title: groupBy === 'note' ? titleOfPath(name) : name,
    remark: groupBy === 'note' ? name.slice(0, Math.max(0, name.lastIndexOf('/'))) : (findRule(name)?.summary ?? ''),
    findings,
    fixable: findings.reduce((count, { fix }) => count + Number(fix !== undefined), 0),
    place,
    isOpen: !closed.has(key),
  };
}

/** A finding's key is its note, its rule, and how many before it have the same two; not its line, for lines move. */
function pushItems(rows: FindingRow[], group: FindingGroup, groupBy: FindingsChoice['groupBy']): void {
  const seen = new Map<string, number>();
  for (const [index, finding] of group.findings.entries()) {
    const other = groupBy === 'note' ? finding.rule : finding.path;
    const before = seen.get(other) ?? 0;
    seen.set(other, before + 1);
    rows.push({ kind: 'finding', key: `${group.key}\n${other}\n${before}`, finding, group, place: index + 1 });
  }
}
