/**
 * Open work that the recorded commitment does not carry from today on: on whom it hangs, and which smaller scope would
 * be carried as things stand. Cutting the ambition or the number of units is a valid way out (S1, docs/sources.md);
 * which ambition needs which level is OURS (readiness.ts).
 *
 * @example findShortWork(record)[0] // { executive: Leocadia, items: [Shared customer record, …] }
 */
import { toEpochDay, type EpochDay } from './calendar-date.js';
import { commitmentRank, type CommitmentLevel } from './commitment.js';
import { AMBITIONS, type Ambition, type Executive, type Initiative } from './note.js';
import { byCodeUnits } from './playbook.js';
import { assessReadiness, DEFAULT_AMBITION_RULE, type AmbitionRule, type CommitmentRecord, type ReadinessSpan } from './readiness.js';

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

/**
 * Executives with a known level that is too low on a day from today on, those with most items first; among equals the
 * more influential, then by path.
 */
export function findShortWork(record: CommitmentRecord, rule: AmbitionRule = DEFAULT_AMBITION_RULE): readonly WorkOfExecutive[] {
  return collect(record, rule, 'short');
}

/** Executives without a level on whom the judgement of an item hangs, in the order of {@link findShortWork}. */
export function findUnjudgedWork(record: CommitmentRecord, rule: AmbitionRule = DEFAULT_AMBITION_RULE): readonly WorkOfExecutive[] {
  return collect(record, rule, 'unknown');
}

/**
 * The largest scope below the present one that is carried on all days left: fewer units before a smaller ambition.
 * Undefined when none is.
 */
export function findSmallerScope(
  initiative: Initiative,
  record: CommitmentRecord,
  rule: AmbitionRule = DEFAULT_AMBITION_RULE,
): SmallerScope | undefined {
  const present = initiative.ambition === undefined ? -1 : AMBITIONS.indexOf(initiative.ambition);
  for (const ambition of AMBITIONS.slice(0, present + 1).reverse()) {
    const spans = openSpans({ ...initiative, ambition }, record, rule);
    if (isCarried(spans)) return { ambition, withoutUnits: [] };
    const short = new Set(spans.flatMap(({ shortfalls }) => shortfalls.map(({ executive }) => executive)));
    const units = initiative.units.filter((unit) => {
      const head = record.headOf(unit);
      return head === undefined || !short.has(head);
    });
    if (units.length === 0 || units.length === initiative.units.length) continue;
    if (isCarried(openSpans({ ...initiative, ambition, units }, record, rule))) {
      return { ambition, withoutUnits: initiative.units.filter((unit) => !units.includes(unit)) };
    }
  }
  return undefined;
}

/** Whether there is something left to do: neither done nor dropped. */
export function isOpen({ status }: Initiative): boolean {
  return status !== 'done' && status !== 'dropped';
}

function collect(record: CommitmentRecord, rule: AmbitionRule, wanted: 'short' | 'unknown'): readonly WorkOfExecutive[] {
  const work = new Map<Executive, ShortItem[]>();
  for (const initiative of record.playbook.initiatives) {
    if (!isOpen(initiative)) continue;
    const minimums = new Map<Executive, CommitmentLevel>();
    for (const { state, shortfalls } of openSpans(initiative, record, rule)) {
      for (const { executive, level, minimum } of shortfalls) {
        const counts = wanted === 'unknown' ? level === undefined : level !== undefined && state === 'short';
        const known = minimums.get(executive);
        if (counts && (known === undefined || commitmentRank(minimum) > commitmentRank(known))) minimums.set(executive, minimum);
      }
    }
    for (const [executive, minimum] of minimums) work.set(executive, [...(work.get(executive) ?? []), { initiative, minimum }]);
  }
  return [...work]
    .map(([executive, items]) => ({ executive, items }))
    .sort((a, b) => b.items.length - a.items.length || byInfluence(a.executive, b.executive));
}

/** The more influential first, then by path. */
export function byInfluence(a: Executive, b: Executive): number {
  return (b.influence ?? 0) - (a.influence ?? 0) || byCodeUnits(a.path, b.path);
}

/** Readiness on the days left; on today alone when the dates are over. Empty for work without dates. */
function openSpans(initiative: Initiative, record: CommitmentRecord, rule: AmbitionRule): readonly ReadinessSpan[] {
  const span = daysOf(initiative);
  if (span === undefined) return [];
  const fromDay = Math.max(toEpochDay(record.today), span.firstDay);
  return assessReadiness(initiative, fromDay, Math.max(fromDay, span.lastDay), record, rule);
}

function daysOf({ kind, start, end }: Initiative): { readonly firstDay: EpochDay; readonly lastDay: EpochDay } | undefined {
  const first = start ?? end;
  const last = end ?? start;
  if (first === undefined || last === undefined || last.lastDay < first.firstDay) return undefined;
  return { firstDay: kind === 'milestone' ? last.lastDay : first.firstDay, lastDay: last.lastDay };
}

function isCarried(spans: readonly ReadinessSpan[]): boolean {
  return spans.length > 0 && spans.every(({ state }) => state === 'carried');
}
