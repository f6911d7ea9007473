/** A comparison for other programs. The form is a contract (docs/diff.md): keys keep their names and their meaning within a `schema`. */
import type { Diagnostic } from '../lint/diagnostic.js';
import { isSameMeaning, type ComparedRevision } from '../playbook/playbook-difference.js';
import type { DiffView } from './diff-words.js';
import { formatJson } from './printable.js';

/** Raised when a key changes its meaning or goes; a new key alone does not raise it. */
const SCHEMA = 1;

/** One JSON value, indented by two spaces, with a line end. What is not recorded is null; levels are slugs. */
export function formatDiffJson({ base, head, difference, findings }: DiffView): string {
  const { executives, work, others, annotations, settings, renamed, reworded } = difference;
  const value = {
    schema: SCHEMA,
    base: revisionValue(base),
    head: revisionValue(head),
    sameMeaning: isSameMeaning(difference),
    executives: executives.map(({ path, title, formerPath, presence, role, level, steps, needed, evidenceAdded, evidenceRemoved, evidenceReworded, practices, properties }) => ({
      path, title, formerPath, presence, role, level: level ?? null, steps, needed: needed ?? null,
      evidence: { added: evidenceAdded, removed: evidenceRemoved, reworded: evidenceReworded }, practices, properties,
    })),
    work: work.map(({ path, title, formerPath, presence, kind, start, startDays, end, endDays, status, practices, properties }) => ({
      path, title, formerPath, presence, kind, start: start ?? null, startDays, end: end ?? null, endDays, status: status ?? null, practices, properties,
    })),
    notes: others.map(({ path, title, formerPath, presence, kind, practices, properties }) => ({ path, title, formerPath, presence, kind, practices, properties })),
    annotations: annotations.map(({ path, id, annotation, target, change, author, replies }) => ({ path, id, kind: annotation, target, change, author, replies })),
    settings,
    renamed: renamed.map(({ path, title, formerPath }) => ({ path, title, formerPath })),
    reworded: reworded.map(({ path, title, formerPath }) => ({ path, title, formerPath })),
    findings: { introduced: findings.introduced.map(findingValue), fixed: findings.fixed.map(findingValue), unchanged: findings.unchanged.length },
  };
  return `${formatJson(withNulls(value), 2)}\n`;
}

function revisionValue({ name, commit, day }: ComparedRevision) {
  return { name, commit, day };
}

function findingValue({ path, rule, severity, message, range, url }: Diagnostic) {
  return { path, rule, severity, message, range, url };
}

/** Every key is always there. */
function withNulls(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNulls(inner)]));
}
