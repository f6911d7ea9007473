/**
 * Whose results can be quoted by whom: a supporter quotes results, and the strong support of peers moves an opposer or
 * passive (S1). A result is a pilot or case with a recorded result; it belongs to those who sponsor the pilot or head its
 * units, or to whom the case was told. Its owner can quote it, at supporter or above, to those who name the owner as a
 * peer and stand below supporter.
 *
 * @example findQuotableResults(record)[0] // { result: Freight promise board, by: Rune, to: [Yara] }
 */
import { addTo } from './add-to.js';
import { currentCommitment } from './commitment-timeline.js';
import type { CommitmentRecord } from './commitment-record.js';
import type { Executive, Initiative } from './note.js';
import { supports } from './peers.js';
import { perRecord } from './per-record.js';
import { byCodeUnits } from './playbook.js';
import { isProven, type Case } from './proof.js';

export type Result = Initiative | Case;

export interface QuotableResult {
  readonly result: Result;
  /** At supporter or above. */
  readonly by: Executive;
  /** Who name the quoting executive as a peer and stand below supporter, ordered by path; may be empty. */
  readonly to: readonly Executive[];
}

/** Ordered by the executive who can quote, then by the result's path. */
export const findQuotableResults = perRecord(quotableResults);

function quotableResults(record: CommitmentRecord): readonly QuotableResult[] {
  const { playbook, today } = record;
  const owners = new Map<Executive, Map<string, Result>>();
  for (const executive of playbook.executives) if (supports(currentCommitment(executive, today))) owners.set(executive, new Map());
  for (const pilot of playbook.ofKind('pilot')) {
    if (pilot.proof === undefined || !isProven(pilot.proof)) continue;
    const { sponsors, heads } = record.parties(pilot);
    for (const executive of sponsors) owners.get(executive)?.set(pilot.path, pilot);
    for (const head of heads) if (head !== undefined) owners.get(head)?.set(pilot.path, pilot);
  }
  for (const [executive, results] of owners) {
    for (const link of executive.cases) {
      const note = playbook.resolve(link, executive.path);
      if (note?.kind === 'case' && isProven(note.proof)) results.set(note.path, note);
    }
  }
  const listeners = listenersByPeer(record);
  // Executives are ordered by path.
  return [...owners].flatMap(([by, results]) => [...results.values()].sort((a, b) => byCodeUnits(a.path, b.path)).map((result) => ({ result, by, to: listeners.get(by) ?? NOBODY })));
}

const NOBODY: readonly Executive[] = [];

/** Those below supporter who name an executive as a peer, by that executive, ordered by path. */
export const listenersByPeer = perRecord(gatherListeners);

function gatherListeners(record: CommitmentRecord): ReadonlyMap<Executive, readonly Executive[]> {
  const { playbook, today } = record;
  const listeners = new Map<Executive, Executive[]>();
  for (const executive of playbook.executives) {
    const level = currentCommitment(executive, today);
    if (level === undefined || supports(level)) continue;
    for (const peer of record.peers(executive)) {
      addTo(listeners, peer, executive);
    }
  }
  return listeners;
}
