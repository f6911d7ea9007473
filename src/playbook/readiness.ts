/**
 * Ambition versus commitment: on which days does the recorded commitment carry what an initiative sets out to do?
 *
 * local: the unit's head is at least a toe-dipper · unit: at least a supporter · cross-unit: the sponsor is at least
 * a supporter and no unit's head is below toe-dipper · enterprise: the CEO is an advocate and half of the heads are at
 * least supporters. A unit without a recorded head is answered for by the sponsor. Where a level is not assessed, or
 * nobody is recorded in a part that must answer, the answer is "unknown": never "short", and never "carried". The idea
 * is S1's; these minimums are OURS and can be edited.
 */
import type { EpochDay } from './calendar-date.js';
import { commitmentRank, reachesLevel, type CommitmentLevel } from './commitment.js';
import type { CommitmentRecord, Parties } from './commitment-record.js';
import { levelOnDay, type CommitmentSpan } from './commitment-timeline.js';
import type { Ambition, Executive, Initiative } from './note.js';

export { CommitmentRecord, isCeo, unitKey } from './commitment-record.js';
export type { Parties } from './commitment-record.js';

/** The minimums of each ambition. OURS. */
export interface AmbitionRule {
  readonly localHead: CommitmentLevel;
  readonly unitHead: CommitmentLevel;
  readonly crossUnitSponsor: CommitmentLevel;
  readonly crossUnitHead: CommitmentLevel;
  readonly enterpriseCeo: CommitmentLevel;
  readonly enterpriseHead: CommitmentLevel;
  /** 0 to 1: share of heads that reach `enterpriseHead`. */
  readonly enterpriseShare: number;
}

export const DEFAULT_AMBITION_RULE: AmbitionRule = {
  localHead: 'toe-dipper',
  unitHead: 'supporter',
  crossUnitSponsor: 'supporter',
  crossUnitHead: 'toe-dipper',
  enterpriseCeo: 'advocate',
  enterpriseHead: 'supporter',
  enterpriseShare: 0.5,
};

/** One executive below the minimum. `level` undefined: not assessed. */
export interface Shortfall {
  readonly executive: Executive;
  readonly part: 'head' | 'sponsor' | 'ceo';
  readonly level: CommitmentLevel | undefined;
  readonly minimum: CommitmentLevel;
}

export interface ReadinessSpan {
  readonly fromDay: EpochDay;
  /** Included. */
  readonly toDay: EpochDay;
  /**
   * `short` when a known level is too low; `unknown` when only unassessed levels stand in the way, or a sponsor, head
   * or CEO that must answer is not recorded (then without a shortfall to name).
   */
  readonly state: 'carried' | 'short' | 'unknown';
  readonly shortfalls: readonly Shortfall[];
}

interface Demand {
  readonly executive: Executive;
  readonly part: Shortfall['part'];
  readonly minimum: CommitmentLevel;
  readonly timeline: readonly CommitmentSpan[];
}

interface Demands {
  /** Each must hold. */
  readonly all: readonly Demand[];
  /** At least `share` of these must hold. */
  readonly some: readonly Demand[];
  readonly share: number;
  /** A part that must answer is not recorded. */
  readonly isIncomplete: boolean;
}

/**
 * The days from `fromDay` to `toDay` (both included) as spans of one state each, in order. Empty when the initiative
 * records no ambition, or when nobody can be asked: no sponsor and no head of its units.
 */
export function assessReadiness(
  initiative: Initiative,
  fromDay: EpochDay,
  toDay: EpochDay,
  record: CommitmentRecord,
  rule: AmbitionRule = DEFAULT_AMBITION_RULE,
): readonly ReadinessSpan[] {
  return initiative.ambition === undefined ? [] : assessParties(record.parties(initiative), initiative.ambition, fromDay, toDay, record, rule);
}

/** As {@link assessReadiness}, of an ambition that rests on these executives. */
export function assessParties(parties: Parties, ambition: Ambition, fromDay: EpochDay, toDay: EpochDay, record: CommitmentRecord, rule: AmbitionRule): readonly ReadinessSpan[] {
  if (toDay < fromDay) return [];
  const demands = demandsOf(parties, ambition, record, rule);
  if (demands.all.length + demands.some.length === 0) return [];
  const starts = new Set([fromDay]);
  addChanges(demands.all, fromDay, toDay, starts);
  addChanges(demands.some, fromDay, toDay, starts);
  const days = [...starts].sort((a, b) => a - b);
  const spans: ReadinessSpan[] = [];
  days.forEach((day, index) => {
    const span: ReadinessSpan = { fromDay: day, toDay: (days[index + 1] ?? toDay + 1) - 1, ...judgeDay(demands, day) };
    const last = spans.at(-1);
    if (last !== undefined && sameJudgement(last, span)) spans[spans.length - 1] = { ...last, toDay: span.toDay };
    else spans.push(span);
  });
  return spans;
}

/** Those of the parties on whom an ambition rests: nobody else's level changes the answer. */
export function partiesWhoAnswer({ sponsors, heads }: Parties, ambition: Ambition): Parties {
  const isHeadless = heads.length === 0 || heads.includes(undefined);
  const rests = ambition === 'cross-unit' || (ambition !== 'enterprise' && isHeadless);
  return { sponsors: rests ? sponsors : [], heads };
}

/** Adds the days behind the first on which a demand's answer may change: not those between levels that both are enough. */
function addChanges(demands: readonly Demand[], fromDay: EpochDay, toDay: EpochDay, starts: Set<EpochDay>): void {
  for (const { minimum, timeline } of demands) {
    let wasMet = false;
    for (const [index, span] of timeline.entries()) {
      if (span.fromDay > toDay) break;
      const isMet = reachesLevel(span.level, minimum);
      if (span.fromDay > fromDay && !(wasMet && isMet)) starts.add(span.fromDay);
      wasMet = isMet;
      if (span.toDay === undefined || timeline[index + 1]?.fromDay === span.toDay + 1) continue;
      // A gap of what git recorded: no level is known behind it.
      if (span.toDay >= fromDay && span.toDay < toDay) starts.add(span.toDay + 1);
      wasMet = false;
    }
  }
}

function demandsOf({ sponsors, heads }: Parties, ambition: Ambition, record: CommitmentRecord, rule: AmbitionRule): Demands {
  const recordedHeads = unique(heads.filter((head) => head !== undefined));
  const isHeadless = heads.length === 0 || heads.includes(undefined);
  const ask = (people: readonly Executive[], part: Shortfall['part'], minimum: CommitmentLevel): Demand[] =>
    people.map((executive) => ({ executive, part, minimum, timeline: record.timeline(executive) }));
  const askHeads = (minimum: CommitmentLevel): Demands => {
    const standIns = isHeadless ? sponsors.filter((sponsor) => !recordedHeads.includes(sponsor)) : [];
    const all = [...ask(recordedHeads, 'head', minimum), ...ask(standIns, 'sponsor', minimum)];
    return { all, some: [], share: 0, isIncomplete: isHeadless && sponsors.length === 0 };
  };
  switch (ambition) {
    case 'local':
      return askHeads(rule.localHead);
    case 'unit':
      return askHeads(rule.unitHead);
    case 'cross-unit': {
      const all = [...ask(sponsors, 'sponsor', rule.crossUnitSponsor), ...ask(recordedHeads, 'head', rule.crossUnitHead)];
      return { all, some: [], share: 0, isIncomplete: sponsors.length === 0 };
    }
    case 'enterprise': {
      const ceo = record.ceo === undefined ? [] : [record.ceo];
      const asked = recordedHeads.length > 0 ? recordedHeads : record.heads;
      return {
        all: ask(ceo, 'ceo', rule.enterpriseCeo),
        some: ask(asked, 'head', rule.enterpriseHead),
        share: rule.enterpriseShare,
        isIncomplete: ceo.length === 0,
      };
    }
  }
}

function judgeDay(demands: Demands, day: EpochDay): Pick<ReadinessSpan, 'state' | 'shortfalls'> {
  const shortfalls = unmet(demands.all, day);
  let short = shortfalls.some(({ level }) => level !== undefined);
  const unmetSome = unmet(demands.some, day);
  const needed = Math.ceil(demands.some.length * demands.share);
  if (demands.some.length - unmetSome.length < needed) {
    const knownShort = unmetSome.filter(({ level }) => level !== undefined).length;
    short ||= demands.some.length - knownShort < needed;
    shortfalls.push(...unmetSome);
  }
  const isCarried = shortfalls.length === 0 && !demands.isIncomplete;
  return { state: isCarried ? 'carried' : short ? 'short' : 'unknown', shortfalls };
}

function unmet(demands: readonly Demand[], day: EpochDay): Shortfall[] {
  const shortfalls: Shortfall[] = [];
  for (const { executive, part, minimum, timeline } of demands) {
    const level = levelOnDay(timeline, day);
    if (level === undefined || !reachesLevel(level, minimum)) shortfalls.push({ executive, part, minimum, level });
  }
  return shortfalls;
}

function sameJudgement(a: ReadinessSpan, b: ReadinessSpan): boolean {
  return (
    a.state === b.state &&
    a.shortfalls.length === b.shortfalls.length &&
    a.shortfalls.every(({ executive, part, level }, index) => {
      const other = b.shortfalls[index];
      return executive === other?.executive && part === other.part && level === other.level;
    })
  );
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** Shortfalls with the lowest known levels first: where help is needed most. */
export function worstFirst(shortfalls: readonly Shortfall[]): readonly Shortfall[] {
  return [...shortfalls].sort((a, b) => rankOrUnknown(a.level) - rankOrUnknown(b.level));
}

function rankOrUnknown(level: CommitmentLevel | undefined): number {
  return level === undefined ? Number.POSITIVE_INFINITY : commitmentRank(level);
}
