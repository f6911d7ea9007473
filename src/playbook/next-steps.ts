/**
 * Where to act next: at most five steps that follow from the sources and from what the vault records, nothing else.
 *
 * Order, the same for the same notes:
 * 1. `start-here`: a unit whose head is an advocate. S1's own first advice, and it works with what is there.
 * 2. `short-work`: the executive on whom most open roadmap items hang, with both ways out (S1).
 * 3. `roi-for-opposer`: ROI aimed at an opposer, where no step above names that person (S1).
 * 4. `below-needed`: executives below the level recorded as needed and named in no step above; the CEO first (S4).
 * 5. `assess`: levels that are missing or stale; the number of days is OURS.
 * 6. `foundation-order`: strategy before vision, or governance before strategy (S4): a warning about the past, so last.
 * One step of each kind comes first; places still free go to further executives on whom items hang, in the order of
 * {@link OpenWork}. What does not fit into the limit falls off the end.
 */
import type { CommitmentLevel } from './commitment.js';
import { foundationStep } from './foundation-step.js';
import type { NextStep, StepContext } from './next-step.js';
import { assessStep, belowNeededStep, roiStep, startHereStep } from './people-steps.js';
import type { Playbook } from './playbook.js';
import { DEFAULT_AMBITION_RULE, type AmbitionRule, type CommitmentRecord } from './readiness.js';
import { isRoiForOpposer, shortWorkStep } from './short-work-step.js';
import { findOpenWork, type WorkOfExecutive } from './short-work.js';
import { levelWords } from './step-words.js';

export type { NextStep, NextStepKind } from './next-step.js';

export interface NextStepOptions {
  /** An assessment older than this is stale. {@link DEFAULT_STALE_DAYS} when absent. */
  readonly staleDays?: number | undefined;
  /** {@link MAX_NEXT_STEPS} when absent. */
  readonly limit?: number | undefined;
  readonly ambitionRule?: AmbitionRule | undefined;
  /** Softer names for the levels, for display. */
  readonly levelLabels?: Readonly<Partial<Record<CommitmentLevel, string>>> | undefined;
}

/** OURS. */
const DEFAULT_STALE_DAYS = 180;
/** OURS: as many as one meeting can take on. */
export const MAX_NEXT_STEPS = 5;

/** Empty when nothing of the above is recorded, which is no proof that all is well. `record` is the playbook's. */
export function assessNextSteps(playbook: Playbook, record: CommitmentRecord, options: NextStepOptions = {}): readonly NextStep[] {
  const limit = options.limit ?? MAX_NEXT_STEPS;
  const rule = options.ambitionRule ?? DEFAULT_AMBITION_RULE;
  const openWork = findOpenWork(record, rule);
  const context: StepContext = {
    record,
    openWork,
    rule,
    words: levelWords(options.levelLabels),
    staleDays: options.staleDays ?? DEFAULT_STALE_DAYS,
  };
  const shortWorkSteps = new Map<WorkOfExecutive, NextStep>();
  const stepOf = (work: WorkOfExecutive): NextStep => {
    const step = shortWorkSteps.get(work) ?? shortWorkStep(work, context);
    shortWorkSteps.set(work, step);
    return step;
  };
  const startHere = startHereStep(context);
  const assess = assessStep(context);
  const foundation = foundationStep(playbook);
  const build = (shown: number): readonly NextStep[] => {
    const persons = openWork.short.slice(0, shown);
    const named = new Set(persons.map(({ executive }) => executive));
    const opposers = playbook.executives.filter((executive) => !named.has(executive) && isRoiForOpposer(executive, record));
    for (const executive of opposers) named.add(executive);
    return [
      startHere,
      ...persons.map(stepOf),
      roiStep(opposers, context),
      belowNeededStep(named, context),
      assess,
      foundation,
    ].filter((step) => step !== undefined);
  };
  const free = Math.max(0, limit - build(1).length);
  return build(1 + free).slice(0, Math.max(0, limit));
}
