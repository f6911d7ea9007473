/**
 * The one page that answers "where do I act next?", worked out once for the view and for the report: both show the same
 * numbers. Facts and steps only, each from the file that is named for it; no score.
 *
 * @example assessHome(commitmentRecordOf(playbook, today), options).steps[0]?.title // 'Start here: Freight, with Rune'
 */
import { toEpochDay } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { assessCommitmentTrend, type CommitmentTrend } from './commitment-trend.js';
import { assessCompetencyCoverage, type CompetencyCover } from './competency-coverage.js';
import { assessContacts, type Contacts } from './contacts.js';
import { reviewEnablement, type EnablementReview } from './enablement-review.js';
import { assessNextSteps, findForSteps, type NextStep } from './next-steps.js';
import type { Initiative, Journey, PhaseSpan } from './note.js';
import type { ProofChains } from './proof-chain.js';
import { openRemarks, type OpenRemark } from './open-remarks.js';
import { assessQuiet, type Quiet } from './quiet.js';
import { DEFAULT_AMBITION_RULE, type AmbitionRule } from './readiness.js';
import { summarizeRoadmapGaps, type RoadmapGaps } from './roadmap-gaps.js';
import type { Rooms } from './room-promises.js';
import { isOpen } from './short-work.js';
import { dueForAssessment, type Standing, type StandingThresholds } from './standing.js';
import { findStalledWork, type StalledWork } from './stalled-work.js';
import type { StartingPoint } from './start-here.js';
import { findUntoldPilots } from './told-results.js';

/** All OURS: defaults that the settings change. */
export interface HomeThresholds extends StandingThresholds {
  readonly contactDays: number;
  readonly stalledDays: number;
  readonly quietDays: number;
}

export interface HomeOptions {
  readonly thresholds: HomeThresholds;
  /** How many signs of commitment the vault's list has. */
  readonly signCount: number;
  readonly ambitionRule?: AmbitionRule | undefined;
  /** Private annotations count too: for the eyes of the coach alone, never for what is exported. */
  readonly withPrivate?: boolean | undefined;
  readonly levelLabels?: Readonly<Partial<Record<CommitmentLevel, string>>> | undefined;
}

export interface Home {
  readonly journey: Journey | undefined;
  /** The journey's phase today. */
  readonly phase: PhaseSpan | undefined;
  /** All executives: the CEO first, then by path. */
  readonly standings: readonly Standing[];
  /** Below the level recorded as needed. */
  readonly below: number;
  readonly notAssessed: number;
  readonly steps: readonly NextStep[];
  readonly starts: readonly StartingPoint[];
  readonly trend: CommitmentTrend;
  readonly coverage: readonly CompetencyCover[];
  readonly gaps: RoadmapGaps;
  /** Open items, milestones included. */
  readonly openItems: number;
  /** Levels that are missing, carry no day or are old: missing first, then the oldest. */
  readonly stale: readonly Standing[];
  readonly untold: readonly Initiative[];
  readonly chains: ProofChains;
  readonly contacts: Contacts;
  readonly rooms: Rooms;
  /** Of annotations: risks first, then questions, the oldest first. */
  readonly remarks: readonly OpenRemark[];
  readonly enablement: EnablementReview;
  readonly stalled: readonly StalledWork[];
  readonly quiet: Quiet;
}

/** `record` is of the present version of its playbook. */
export function assessHome(record: CommitmentRecord, { thresholds, signCount, ambitionRule = DEFAULT_AMBITION_RULE, levelLabels, withPrivate = false }: HomeOptions): Home {
  const { playbook, today } = record;
  const { assessedDays, evidenceDays } = thresholds;
  const { journey } = playbook;
  const day = toEpochDay(today);
  const found = findForSteps(record, ambitionRule, { assessedDays, evidenceDays, signCount });
  const { standings } = found;
  return {
    journey,
    phase: journey?.phases.find(({ start, end }) => start.firstDay <= day && day <= end.lastDay),
    standings,
    below: standings.filter(({ gapLevels }) => gapLevels !== undefined && gapLevels > 0).length,
    notAssessed: standings.filter(({ level }) => level === undefined).length,
    steps: assessNextSteps(playbook, record, { staleDays: assessedDays, evidenceDays, signCount, ambitionRule, levelLabels, found }),
    starts: found.starts,
    trend: assessCommitmentTrend(record, { moveDays: assessedDays }),
    coverage: assessCompetencyCoverage(playbook),
    gaps: summarizeRoadmapGaps(found.openWork),
    openItems: playbook.initiatives.filter(isOpen).length,
    stale: dueForAssessment(standings),
    untold: findUntoldPilots(playbook, today),
    chains: found.chains,
    contacts: assessContacts(playbook, today, thresholds),
    rooms: found.rooms,
    remarks: openRemarks(playbook, { withPrivate }),
    enablement: reviewEnablement(playbook, today),
    stalled: findStalledWork(playbook, today, thresholds),
    quiet: assessQuiet(playbook, today, thresholds),
  };
}
