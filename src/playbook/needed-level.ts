/**
 * The level that open work needs of each executive, as sponsor, head of a unit or CEO, by the rule of ambition versus
 * commitment (readiness.ts, OURS). A level that nothing asks for is undefined: not needed is not the same as low.
 *
 * @example proposeNeededLevel(yara, record) // { level: 'supporter', because: [{ initiative: Storm-day messaging, minimum: 'supporter', part: 'head' }, …] }
 */
import { addTo } from './add-to.js';
import type { EpochDay } from './calendar-date.js';
import { commitmentRank, type CommitmentLevel } from './commitment.js';
import type { Executive, Initiative } from './note.js';
import { assessReadiness, DEFAULT_AMBITION_RULE, type AmbitionRule, type CommitmentRecord, type Shortfall } from './readiness.js';
import { isOpen } from './short-work.js';

/** What one initiative asks of an executive. */
export interface NeededBy {
  readonly initiative: Initiative;
  readonly minimum: CommitmentLevel;
  readonly part: Shortfall['part'];
}

export interface NeededLevel {
  /** The highest of the minimums. */
  readonly level: CommitmentLevel;
  /** Those that ask most first, then by path. */
  readonly because: readonly NeededBy[];
}

/** The level that open work needs of one executive; undefined when none asks for any. */
export function proposeNeededLevel(executive: Executive, record: CommitmentRecord, rule: AmbitionRule = DEFAULT_AMBITION_RULE): NeededLevel | undefined {
  return proposeNeededLevels(record, rule).get(executive.path);
}

/** As {@link proposeNeededLevel} for all executives at once, by path. Those of whom nothing is asked are left out. */
export function proposeNeededLevels(record: CommitmentRecord, rule: AmbitionRule = DEFAULT_AMBITION_RULE): ReadonlyMap<string, NeededLevel> {
  const askedOf = new Map<string, NeededBy[]>();
  for (const initiative of record.playbook.initiatives) {
    if (!isOpen(initiative)) continue;
    for (const [path, asked] of asks(initiative, record, rule)) {
      addTo(askedOf, path, asked);
    }
  }
  const needed = new Map<string, NeededLevel>();
  for (const [path, because] of askedOf) {
    because.sort((a, b) => commitmentRank(b.minimum) - commitmentRank(a.minimum));
    const [most] = because;
    if (most !== undefined) needed.set(path, { level: most.minimum, because });
  }
  return needed;
}

/** Before anything was recorded nobody reaches a minimum, so the shortfalls of that day are all that the work asks for. */
const BEFORE_ANY_RECORD: EpochDay = Number.NEGATIVE_INFINITY;

/** What an initiative asks, by the executive's path; of one who is asked twice the higher minimum. */
function asks(initiative: Initiative, record: CommitmentRecord, rule: AmbitionRule): ReadonlyMap<string, NeededBy> {
  const asked = new Map<string, NeededBy>();
  for (const { shortfalls } of assessReadiness(initiative, BEFORE_ANY_RECORD, BEFORE_ANY_RECORD, record, rule)) {
    for (const { executive, minimum, part } of shortfalls) {
      const known = asked.get(executive.path);
      if (known === undefined || commitmentRank(minimum) > commitmentRank(known.minimum)) asked.set(executive.path, { initiative, minimum, part });
    }
  }
  return asked;
}
