/**
 * Where the recorded commitment does not carry an item, and from which day on it would: readiness as plain data.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import { commitmentRank } from '../playbook/commitment.js';
import type { Initiative } from '../playbook/note.js';
import { assessReadiness, type AmbitionRule, type CommitmentRecord, type Shortfall } from '../playbook/readiness.js';
import { LAST_DAY } from './horizon.js';
import type { DaySpan, RoadmapGap, RoadmapShortfall } from './roadmap-layout.js';

/** The days inside the span that are short or unknown. None for work that is over: nothing is left to act on. */
export function findGaps(
  note: Initiative,
  span: DaySpan,
  record: CommitmentRecord,
  rule: AmbitionRule | undefined,
): readonly RoadmapGap[] {
  if (note.status === 'done' || note.status === 'dropped') return [];
  return assessReadiness(note, span.firstDay, span.lastDay, record, rule).flatMap(({ fromDay, toDay, state, shortfalls }) =>
    state === 'carried' ? [] : [{ fromDay, toDay, state, reasons: highestMinimums(shortfalls).map(shortfallOf) }],
  );
}

/**
 * The first day, today's or the item's start at the earliest, from which recorded and expected levels carry the item
 * for its whole duration; undefined when no recorded day does.
 */
export function findEarliestFit(
  note: Initiative,
  span: DaySpan,
  today: EpochDay,
  record: CommitmentRecord,
  rule: AmbitionRule | undefined,
): EpochDay | undefined {
  const days = span.lastDay - span.firstDay + 1;
  const from = Math.max(today, span.firstDay);
  const fit = assessReadiness(note, from, LAST_DAY, record, rule).find(
    ({ state, fromDay, toDay }) => state === 'carried' && toDay - fromDay + 1 >= days,
  );
  return fit?.fromDay;
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
