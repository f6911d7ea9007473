/**
 * Open work that the recorded commitment does not carry from today on: on whom it hangs, and which smaller scope would
 * be carried as things stand. Cutting the ambition or the number of units is a valid way out (S1, docs/sources.md);
 * which ambition needs which level is OURS (readiness.ts).
 *
 * @example findOpenWork(record, rule).short[0] // { executive: Leocadia, items: [Shared customer record, …] }
 */
import type { EpochDay } from './calendar-date.js';
import { commitmentRank, type CommitmentLevel } from './commitment.js';
import { AMBITIONS, type Ambition, type Executive, type Initiative } from './note.js';
import { byCodeUnits } from './playbook.js';
import { assessParties, type AmbitionRule, type CommitmentRecord, type Parties, type ReadinessSpan, type Shortfall } from './readiness.js';

export interface ShortItem {
  readonly initiative: Initiative;
  /** The highest level that the item asks of the executive. */
  readonly minimum: CommitmentLevel;
}

/** One executive and the open items that their level, or the lack of one, leaves without enough commitment. */
export interface WorkOfExecutive {
  readonly executive: Executive;
  /** Ordered by path. */
  readonly items: readonly ShortItem[];
}

/** What an item could shrink to. */
export interface SmallerScope {
  readonly ambition: Ambition;
  /** Units left out of the item's; the rest stay. */
  readonly withoutUnits: readonly string[];
}

/** Those with most items first; among equals the more influential, then by path. */
export interface OpenWork {
  /** Executives with a known level that is too low on a day from today on. */
  readonly short: readonly WorkOfExecutive[];
  /** Executives without a level on whom the judgement of an item hangs. */
  readonly unjudged: readonly WorkOfExecutive[];
}

export function findOpenWork(record: CommitmentRecord, rule: AmbitionRule): OpenWork {
  const short = new Map<Executive, ShortItem[]>();
  const unjudged = new Map<Executive, ShortItem[]>();
  for (const initiative of record.playbook.initiatives) {
    if (!isOpen(initiative) || initiative.ambition === undefined) continue;
    for (const { state, shortfalls } of assessDaysLeft(initiative, record, rule)) {
      for (const shortfall of shortfalls) {
        if (shortfall.level === undefined) addItem(unjudged, initiative, shortfall);
        else if (state === 'short') addItem(short, initiative, shortfall);
      }
    }
  }
  return { short: mostFirst(short), unjudged: mostFirst(unjudged) };
}

/**
 * As {@link assessReadiness}, on the days that are left: from today on, today alone when the dates are over. Empty for
 * work without dates too.
 */
export function assessDaysLeft(initiative: Initiative, record: CommitmentRecord, rule: AmbitionRule): readonly ReadinessSpan[] {
  const days = daysLeft(initiative, record);
  return days === undefined || initiative.ambition === undefined ? [] : assessOn(days, record.parties(initiative), initiative.ambition, record, rule);
}

/**
 * The largest scope below the present one that is carried on all days left: fewer units before a smaller ambition.
 * Undefined when none is.
 */
export function findSmallerScope(initiative: Initiative, record: CommitmentRecord, rule: AmbitionRule): SmallerScope | undefined {
  const days = daysLeft(initiative, record);
  if (days === undefined) return undefined;
  const parties = record.parties(initiative);
  const present = initiative.ambition === undefined ? -1 : AMBITIONS.indexOf(initiative.ambition);
  for (const ambition of AMBITIONS.slice(0, present + 1).reverse()) {
    const spans = assessOn(days, parties, ambition, record, rule);
    if (isCarried(spans)) return { ambition, withoutUnits: [] };
    const short = new Set(spans.flatMap(({ shortfalls }) => shortfalls.map(({ executive }) => executive)));
    const heads = parties.heads.filter((head) => head === undefined || !short.has(head));
    if (heads.length === 0 || heads.length === parties.heads.length) continue;
    if (isCarried(assessOn(days, { ...parties, heads }, ambition, record, rule))) {
      return { ambition, withoutUnits: initiative.units.filter((_, index) => !heads.includes(parties.heads[index])) };
    }
  }
  return undefined;
}

/** Whether there is something left to do: neither done nor dropped. */
export function isOpen({ status }: Initiative): boolean {
  return status !== 'done' && status !== 'dropped';
}

/** Adds the item, or raises what it asks where it was added for another day. */
function addItem(work: Map<Executive, ShortItem[]>, initiative: Initiative, { executive, minimum }: Shortfall): void {
  const items = work.get(executive);
  const last = items?.at(-1);
  if (items === undefined) work.set(executive, [{ initiative, minimum }]);
  else if (last?.initiative !== initiative) items.push({ initiative, minimum });
  else if (commitmentRank(minimum) > commitmentRank(last.minimum)) items[items.length - 1] = { initiative, minimum };
}

function mostFirst(work: ReadonlyMap<Executive, readonly ShortItem[]>): readonly WorkOfExecutive[] {
  return [...work]
    .map(([executive, items]) => ({ executive, items }))
    .sort((a, b) => b.items.length - a.items.length || byInfluence(a.executive, b.executive));
}

/** The more influential first, then by path. */
export function byInfluence(a: Executive, b: Executive): number {
  return (b.influence ?? 0) - (a.influence ?? 0) || byCodeUnits(a.path, b.path);
}

interface Days {
  readonly firstDay: EpochDay;
  /** Included. */
  readonly lastDay: EpochDay;
}

/** From today on; today alone when the dates are over. Undefined for work without dates. */
function daysLeft(initiative: Initiative, { todayDay }: CommitmentRecord): Days | undefined {
  const span = daysOf(initiative);
  if (span === undefined) return undefined;
  const firstDay = Math.max(todayDay, span.firstDay);
  return { firstDay, lastDay: Math.max(firstDay, span.lastDay) };
}

function assessOn({ firstDay, lastDay }: Days, parties: Parties, ambition: Ambition, record: CommitmentRecord, rule: AmbitionRule): readonly ReadinessSpan[] {
  return assessParties(parties, ambition, firstDay, lastDay, record, rule);
}

function daysOf({ kind, start, end }: Initiative): Days | undefined {
  const first = start ?? end;
  const last = end ?? start;
  if (first === undefined || last === undefined || last.lastDay < first.firstDay) return undefined;
  return { firstDay: kind === 'milestone' ? last.lastDay : first.firstDay, lastDay: last.lastDay };
}

function isCarried(spans: readonly ReadinessSpan[]): boolean {
  return spans.length > 0 && spans.every(({ state }) => state === 'carried');
}
