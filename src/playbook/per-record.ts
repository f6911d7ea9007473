/**
 * Remembers what was worked out of one commitment record, which is of one version of the playbook on one day: rules, home
 * view, map and advice ask the same of it. Nothing is kept of records that are gone.
 *
 * @example const findCases = perRecord((record) => gatherCases(record)); findCases(record) === findCases(record) // true
 */
import type { CommitmentRecord } from './commitment-record.js';

export function perRecord<T extends object>(find: (record: CommitmentRecord) => T): (record: CommitmentRecord) => T {
  const found = new WeakMap<CommitmentRecord, T>();
  return (record) => {
    const known = found.get(record) ?? find(record);
    found.set(record, known);
    return known;
  };
}
