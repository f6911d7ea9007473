/**
 * Where the recorded commitment does not carry an item, and from which day on it would: readiness as plain data.
 *
 * Thousands of items rest on the same few executives. So the answer for each group of them is found once, for all
 * days there are, and an item takes its days out of it.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import { commitmentRank } from '../playbook/commitment.js';
import type { Ambition, Executive } from '../playbook/note.js';
import { assessParties, DEFAULT_AMBITION_RULE, partiesWhoAnswer, type AmbitionRule, type CommitmentRecord, type Shortfall } from '../playbook/readiness.js';
import { FIRST_DAY, LAST_DAY } from './horizon.js';
import type { ItemSource } from './roadmap-item.js';
import type { DaySpan, RoadmapGap, RoadmapShortfall } from './roadmap-layout.js';

/** Days of one answer; `gap` is undefined where the commitment carries. */
interface JudgedDays {
  readonly fromDay: EpochDay;
  readonly toDay: EpochDay;
  readonly gap: Pick<RoadmapGap, 'state' | 'reasons'> | undefined;
}

const NO_GAPS: readonly RoadmapGap[] = [];

export class GapFinder {
  /** By ambition, the only sponsor and the only unit as it is written: nearly all items, without a key to build. */
  readonly #judgedBySponsor = new Map<Ambition, Map<Executive | undefined, Map<string | undefined, readonly JudgedDays[]>>>();
  /** By the executives who must answer: of many sponsors and units that are the same few. */
  readonly #judgedByParties = new Map<string, readonly JudgedDays[]>();

  constructor(
    private readonly record: CommitmentRecord,
    private readonly rule: AmbitionRule = DEFAULT_AMBITION_RULE,
  ) {}

  /** The days inside the span that are short or unknown. None for work that is over: nothing is left to act on. */
  gaps(source: ItemSource, span: DaySpan): readonly RoadmapGap[] {
    const { status } = source.note;
    if (status === 'done' || status === 'dropped') return NO_GAPS;
    const gaps: RoadmapGap[] = [];
    for (const { fromDay, toDay, gap } of this.#judged(source)) {
      if (fromDay > span.lastDay) break;
      if (gap === undefined || toDay < span.firstDay) continue;
      gaps.push({ fromDay: Math.max(fromDay, span.firstDay), toDay: Math.min(toDay, span.lastDay), state: gap.state, reasons: gap.reasons });
    }
    return gaps.length === 0 ? NO_GAPS : gaps;
  }

  /**
   * The first day, today's or the item's start at the earliest, from which recorded and expected levels carry the item
   * for its whole duration; undefined when no recorded day does.
   */
  earliestFit(source: ItemSource, span: DaySpan): EpochDay | undefined {
    const days = span.lastDay - span.firstDay + 1;
    const earliest = Math.max(this.record.todayDay, span.firstDay);
    for (const { fromDay, toDay, gap } of this.#judged(source)) {
      const from = Math.max(fromDay, earliest);
      if (gap === undefined && toDay - from + 1 >= days) return from;
    }
    return undefined;
  }

  #judged({ note: { ambition, units }, sponsors }: ItemSource): readonly JudgedDays[] {
    if (ambition === undefined) return [];
    if (sponsors.length > 1 || units.length > 1) return this.#judgedOf(ambition, sponsors, units);
    const sponsor = sponsors[0];
    const unit = units[0];
    const known = this.#judgedBySponsor.get(ambition)?.get(sponsor)?.get(unit);
    if (known !== undefined) return known;
    const judged = this.#judgedOf(ambition, sponsors, units);
    const bySponsor = entryOf(this.#judgedBySponsor, ambition, () => new Map<Executive | undefined, Map<string | undefined, readonly JudgedDays[]>>());
    entryOf(bySponsor, sponsor, () => new Map<string | undefined, readonly JudgedDays[]>()).set(unit, judged);
    return judged;
  }

  #judgedOf(ambition: Ambition, sponsors: readonly Executive[], units: readonly string[]): readonly JudgedDays[] {
    const parties = partiesWhoAnswer({ sponsors, heads: units.map((unit) => this.record.headOf(unit)) }, ambition);
    const key = [ambition, ...parties.sponsors.map(({ path }) => path), '', ...parties.heads.map((head) => head?.path ?? '')].join('\n');
    return entryOf(this.#judgedByParties, key, () =>
      assessParties(parties, ambition, FIRST_DAY, LAST_DAY, this.record, this.rule).map(({ fromDay, toDay, state, shortfalls }) => ({
        fromDay,
        toDay,
        gap: state === 'carried' ? undefined : { state, reasons: highestMinimums(shortfalls).map(shortfallOf) },
      })),
    );
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, build: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = build();
  map.set(key, value);
  return value;
}

/** One reason for each executive: who answers both as sponsor and as head is asked for the higher level. */
function highestMinimums(shortfalls: readonly Shortfall[]): readonly Shortfall[] {
  return shortfalls.filter(
    (one, index) =>
      !shortfalls.some((other, otherIndex) => {
        const difference = other.executive === one.executive ? commitmentRank(other.minimum) - commitmentRank(one.minimum) : -1;
        return difference > 0 || (difference === 0 && otherIndex < index);
      }),
  );
}

function shortfallOf({ executive, level, minimum, part }: Shortfall): RoadmapShortfall {
  return { path: executive.path, name: executive.title, level, minimum, part };
}
