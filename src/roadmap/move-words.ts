/** What a move is called before it is made, and what is said when it was. */
import { civilFromEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import { countOf } from '../playbook/count-of.js';
import type { MovedItem, MoveEdge, MoveOutcome } from './roadmap-change.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "3 Mar – 9 Jun 2026", "28 Dec 2026 – 4 Jan 2027", "3 Mar 2026". */
export function formatDaySpan(firstDay: EpochDay, lastDay: EpochDay): string {
  const first = civilFromEpochDay(firstDay);
  const last = civilFromEpochDay(lastDay);
  const end = `${last.day} ${MONTHS[last.month - 1] ?? ''} ${yearOf(last.year)}`;
  if (firstDay === lastDay) return end;
  const start = `${first.day} ${MONTHS[first.month - 1] ?? ''}`;
  return `${first.year === last.year ? start : `${start} ${yearOf(first.year)}`} – ${end}`;
}

function yearOf(year: number): string {
  return String(year).padStart(4, '0');
}

/** "Moved to 3 Mar – 9 Jun 2026, 2 dependents late." For what did not move, why. */
export function describeMove({ moved, late, early = [], refused }: Pick<MoveOutcome, 'moved' | 'late' | 'early' | 'refused'>): string {
  const asked = moved.filter(({ isDependent }) => !isDependent);
  const reasons = refused.map(({ message }) => message);
  const [first] = asked;
  if (first === undefined) return reasons.length === 0 ? 'Nothing moved.' : reasons.join(' ');
  const shifted = moved.length - asked.length;
  const facts = [
    asked.length === 1 ? `Moved to ${formatDaySpan(first.firstDay, first.lastDay)}` : `Moved ${countOf(asked.length, 'item')}`,
    shifted === 0 ? undefined : `${countOf(shifted, 'dependent')} shifted`,
    late.length === 0 ? undefined : `${countOf(late.length, 'dependent')} late`,
    early.length === 0 ? undefined : asked.length === 1 ? 'starts before what it waits for ends' : `${early.length} start before what they wait for ends`,
  ];
  return [`${facts.filter((fact) => fact !== undefined).join(', ')}.`, ...reasons].join(' ');
}

/** "Move Storm texts to 2027-03 – 2027-06 and shift 2 dependents" */
export function moveTitle(moved: readonly MovedItem[], edge: MoveEdge): string {
  const asked = moved.filter(({ isDependent }) => !isDependent);
  const [first] = asked;
  const what = asked.length === 1 && first !== undefined ? titleOfOne(first, edge) : `Move ${countOf(asked.length, 'item')}`;
  const shifted = moved.length - asked.length;
  return shifted === 0 ? what : `${what} and shift ${countOf(shifted, 'dependent')}`;
}

function titleOfOne({ title, kind, start, end }: MovedItem, edge: MoveEdge): string {
  if (kind !== 'milestone' && edge === 'start') return `Start ${title} on ${start ?? ''}`;
  if (kind !== 'milestone' && edge === 'end') return `End ${title} on ${end ?? ''}`;
  const dates = [...new Set([start, end].filter((text) => text !== undefined))];
  return `Move ${title} to ${kind === 'milestone' ? (end ?? start ?? '') : dates.join(' – ')}`;
}
