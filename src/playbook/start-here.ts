/**
 * "Start here": units led by somebody committed, ranked. "Find a committed unit leader and start there; success recruits
 * others" (S1). Only heads recorded at supporter or above; the CEO leads no unit to start in. What ranks before what is
 * OURS, and each rank names its reasons; there is no score: one reason decides, the next one only among equals.
 *
 * 1. advocate before supporter · 2. a level that the recorded evidence reaches · 3. a result to show · 4. how many who
 * stand below supporter name the leader as a peer · 5. influence · 6. path.
 */
import { addTo } from './add-to.js';
import { commitmentRank, reachesLevel, type CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { currentCommitment } from './commitment-timeline.js';
import { countOf } from './count-of.js';
import { assessEvidencedLevel, type EvidencedLevelOptions } from './evidenced-level.js';
import type { Executive, Initiative } from './note.js';
import { supports } from './peers.js';
import { findQuotableResults, listenersByPeer, type Result } from './quotable-results.js';
import { isCeo } from './readiness.js';
import { byInfluence } from './short-work.js';
import { names, type LevelWords } from './step-words.js';

export interface StartingPoint {
  readonly leader: Executive;
  readonly unit: string;
  readonly level: CommitmentLevel;
  /** The recorded evidence reaches the recorded level. */
  readonly isEvidenced: boolean;
  /** Results that the leader can quote, ordered by path. */
  readonly results: readonly Result[];
  /** Who name the leader as a peer and stand below supporter, ordered by path. */
  readonly reach: readonly Executive[];
  /** Work in the unit that is not dropped, fewest units first. */
  readonly work: readonly Initiative[];
}

/** The best first; empty when no head of a unit is recorded at supporter or above. */
export function rankStartingPoints(record: CommitmentRecord, options: EvidencedLevelOptions): readonly StartingPoint[] {
  const { playbook, today } = record;
  const resultsBy = new Map<Executive, Result[]>();
  for (const { by, result } of findQuotableResults(record)) {
    addTo(resultsBy, by, result);
  }
  const listeners = listenersByPeer(record);
  const workByHead = new Map<Executive, Initiative[]>();
  for (const initiative of playbook.initiatives) {
    if (initiative.status === 'dropped') continue;
    for (const head of new Set(initiative.units.map((unit) => record.headOf(unit)))) {
      if (head === undefined) continue;
      addTo(workByHead, head, initiative);
    }
  }
  const points = record.heads.flatMap((leader): readonly StartingPoint[] => {
    const level = currentCommitment(leader, today);
    if (leader.unit === undefined || level === undefined || !supports(level) || isCeo(leader)) return [];
    const { level: evidenced } = assessEvidencedLevel(leader, today, options);
    const results = resultsBy.get(leader) ?? [];
    const reach = listeners.get(leader) ?? [];
    const work = [...(workByHead.get(leader) ?? [])].sort((a, b) => a.units.length - b.units.length);
    return [{ leader, unit: leader.unit, level, isEvidenced: evidenced !== undefined && reachesLevel(evidenced, level), results, reach, work }];
  });
  return points.sort(
    (a, b) =>
      commitmentRank(b.level) - commitmentRank(a.level) ||
      Number(b.isEvidenced) - Number(a.isEvidenced) ||
      Number(b.results.length > 0) - Number(a.results.length > 0) ||
      b.reach.length - a.reach.length ||
      byInfluence(a.leader, b.leader),
  );
}

/** Why it stands where it stands: short facts, the deciding ones first. */
export function startingReasons({ level, isEvidenced, results, reach, work }: StartingPoint, words: LevelWords): readonly string[] {
  return [
    `recorded as ${words(level)}${isEvidenced ? ', and the evidence reaches that level' : '; the evidence does not reach that level yet'}`,
    results.length === 0 ? 'no result to show yet' : `${results.length === 1 ? 'a result' : 'results'} to show: ${names(results)}`,
    reach.length === 0 ? `nobody below ${words('supporter')} names the leader as a peer` : `named as a peer by ${names(reach)}`,
    work.length === 0 ? 'no roadmap item names the unit yet' : `${countOf(work.length, 'roadmap item')} in the unit: ${names(work)}`,
  ];
}
