/** Orders of findings for reports: gravest first, or note by note. */
import { SEVERITIES, type Diagnostic, type Severity } from '../lint/diagnostic.js';
import { addTo } from '../playbook/add-to.js';

/** A copy with the gravest first; within one severity the given order stays. */
export function sortBySeverity<T extends { readonly severity: Severity }>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** Path → its findings, both in the given order. */
export function groupByNote(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    addTo(groups, diagnostic.path, diagnostic);
  }
  return groups;
}
