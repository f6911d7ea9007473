/**
 * Where to act next: at most five steps that follow from the sources and from what the vault records, nothing else.
 *
 * Order, the same for the same notes. First what is there and only has to be used, then what is at risk, then how people
 * are approached, then what is to be raised, and last the upkeep of the record:
 * 1. `start-here`: a unit with a committed head. S1's own first advice, and it works with what is there.
 * 2. `untold-proof`: a result that nobody was told. The work is done; success recruits others (S1), untold it cannot (S4).
 * 3. `short-work`: the executive on whom most open roadmap items hang, with both ways out (S1).
 * 4. `overdue-promise`: what a leader promised before customers and colleagues, past its day (S4): each day costs trust.
 * 5. `roi-for-opposer`: ROI aimed at an opposer, where no step above names that person (S1).
 * 6. `said-done-gap`: words at supporter or above without one recorded deed (S1), for those whom no step above names.
 * 7. `below-needed`: executives below the level recorded as needed and named in no step above; the CEO first (S4).
 * 8. `assess`: levels that are missing or stale; the number of days is OURS.
 * 9. `broken-chain`: insights, pilots and cases that lead nowhere (S1, S3, S4): it matters when the proof is needed.
 * 10. `foundation-order`: strategy before vision, or governance before strategy (S4): a warning about the past, so last.
 * The sources rank none of these but the first and the foundation: the order is OURS. One step of each kind comes first;
 * places still free go to further executives on whom items hang, in the order of {@link OpenWork}. What does not fit into
 * the limit falls off the end; the home view has a card for each.
 */
import type { CommitmentLevel } from './commitment.js';
import type { EvidencedLevelOptions } from './evidenced-level.js';
import { foundationStep } from './foundation-step.js';
import type { NextStep, StepContext } from './next-step.js';
import { assessStep, belowNeededStep, roiStep, startHereStep } from './people-steps.js';
import type { Playbook } from './playbook.js';
import { overduePromiseStep } from './promise-step.js';
import { assessProofChains, type ProofChains } from './proof-chain.js';
import { brokenChainStep, untoldProofStep } from './proof-steps.js';
import { findQuotableResults, type QuotableResult } from './quotable-results.js';
import { DEFAULT_AMBITION_RULE, type AmbitionRule, type CommitmentRecord } from './readiness.js';
import { assessRooms, type Rooms } from './room-promises.js';
import { findSaidDoneGaps, saidDoneStep } from './said-done-step.js';
import { isRoiForOpposer, shortWorkStep } from './short-work-step.js';
import { findOpenWork, type OpenWork, type WorkOfExecutive } from './short-work.js';
import { SIGNS } from './sign.js';
import { rankStartingPoints, type StartingPoint } from './start-here.js';
import { assessStandings, type Standing, type StandingThresholds } from './standing.js';
import { levelWords } from './step-words.js';

export type { NextStep, NextStepKind } from './next-step.js';

export interface NextStepOptions {
  /** An assessment older than this is stale. {@link DEFAULT_DAYS} when absent. */
  readonly staleDays?: number | undefined;
  /** What was said and done counts for so many days. {@link DEFAULT_DAYS} when absent. */
  readonly evidenceDays?: number | undefined;
  /** How many signs the vault's list has; those of the starting list when absent. */
  readonly signCount?: number | undefined;
  /** {@link MAX_NEXT_STEPS} when absent. */
  readonly limit?: number | undefined;
  readonly ambitionRule?: AmbitionRule | undefined;
  /** Softer names for the levels, for display. */
  readonly levelLabels?: Readonly<Partial<Record<CommitmentLevel, string>>> | undefined;
  /** What was worked out of the same record already; worked out here when absent. */
  readonly found?: StepFindings | undefined;
}

/** What the steps rest on. */
export interface StepFindings {
  readonly standings: readonly Standing[];
  readonly openWork: OpenWork;
  readonly results: readonly QuotableResult[];
  readonly starts: readonly StartingPoint[];
  readonly rooms: Rooms;
  readonly chains: ProofChains;
}

/** OURS. */
const DEFAULT_DAYS = 180;
/** OURS: as many as one meeting can take on. */
export const MAX_NEXT_STEPS = 5;

/** Empty when nothing of the above is recorded, which is no proof that all is well. `record` is the playbook's. */
export function assessNextSteps(playbook: Playbook, record: CommitmentRecord, options: NextStepOptions = {}): readonly NextStep[] {
  const { staleDays = DEFAULT_DAYS, evidenceDays = DEFAULT_DAYS, signCount = SIGNS.length, limit = MAX_NEXT_STEPS } = options;
  const rule = options.ambitionRule ?? DEFAULT_AMBITION_RULE;
  const found = options.found ?? findForSteps(record, rule, { assessedDays: staleDays, evidenceDays, signCount });
  const { openWork } = found;
  const context: StepContext = { record, openWork, rule, words: levelWords(options.levelLabels), staleDays, evidenceDays, signCount };
  const shortWorkSteps = new Map<WorkOfExecutive, NextStep>();
  const stepOf = (work: WorkOfExecutive): NextStep => {
    const step = shortWorkSteps.get(work) ?? shortWorkStep(work, context);
    shortWorkSteps.set(work, step);
    return step;
  };
  const startHere = startHereStep(found.starts, context);
  const untold = untoldProofStep(found.results, context);
  const promise = overduePromiseStep(found.rooms);
  const gaps = findSaidDoneGaps(context);
  const assess = assessStep(found.standings, context);
  const chain = brokenChainStep(found.chains);
  const foundation = foundationStep(playbook);
  const build = (shown: number): readonly NextStep[] => {
    const persons = openWork.short.slice(0, shown);
    const named = new Set(persons.map(({ executive }) => executive));
    const opposers = playbook.executives.filter((executive) => !named.has(executive) && isRoiForOpposer(executive, record));
    for (const executive of opposers) named.add(executive);
    const wordy = gaps.filter(({ executive }) => !named.has(executive));
    for (const { executive } of wordy) named.add(executive);
    return [
      startHere,
      untold,
      ...persons.map(stepOf),
      promise,
      roiStep(opposers, context),
      saidDoneStep(wordy, context),
      belowNeededStep(named, context),
      assess,
      chain,
      foundation,
    ].filter((step) => step !== undefined);
  };
  const oneOfEach = build(1);
  const free = Math.max(0, limit - oneOfEach.length);
  return (free === 0 ? oneOfEach : build(1 + free)).slice(0, Math.max(0, limit));
}

export function findForSteps(record: CommitmentRecord, rule: AmbitionRule, options: StandingThresholds & EvidencedLevelOptions): StepFindings {
  const { playbook, today } = record;
  const results = findQuotableResults(record);
  return {
    standings: assessStandings(playbook, today, options),
    openWork: findOpenWork(record, rule),
    results,
    starts: rankStartingPoints(record, options),
    rooms: assessRooms(playbook, today),
    chains: assessProofChains(playbook, today),
  };
}
