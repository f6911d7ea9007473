/**
 * Work that has stopped: without commitment there is energy first, then efforts that nobody finishes and disheartened
 * staff (S1). Recorded as stalled or paused; planned or under way though its end is past for longer than some days; or
 * under way for as long without any progress. How many days, and that an idea and work without a status are not judged,
 * is OURS.
 *
 * @example findStalledWork(playbook, today, { stalledDays: 30 })[0] // { work: Harbour data clean-up, kind: 'stalled', days: undefined }
 */
import { toEpochDay, type CalendarDate, type EpochDay } from './calendar-date.js';
import type { Initiative } from './note.js';
import { byCodeUnits, type Playbook } from './playbook.js';

/** How work stands still. */
export interface Halt {
  readonly kind: 'stalled' | 'past-end' | 'no-progress' | 'paused';
  /** Since its last planned day; of `no-progress` since its start. Undefined: that day is to come, or none is planned. */
  readonly days: number | undefined;
}

export interface StalledWork extends Halt {
  readonly work: Initiative;
}

const ORDER = ['stalled', 'past-end', 'no-progress', 'paused'] as const satisfies readonly Halt['kind'][];

/** By kind in the order above, then what is longest past its day; by path among equals. */
export function findStalledWork(playbook: Playbook, today: CalendarDate, { stalledDays }: { readonly stalledDays: number }): readonly StalledWork[] {
  const todayDay = toEpochDay(today);
  return playbook.initiatives
    .flatMap((work): readonly StalledWork[] => {
      const halt = findHalt(work, todayDay, stalledDays);
      return halt === undefined ? [] : [{ work, ...halt }];
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (b.days ?? 0) - (a.days ?? 0) || byCodeUnits(a.work.path, b.work.path));
}

/** Undefined while it moves, or when the note does not say. */
export function findHalt(work: Initiative, today: EpochDay, stalledDays: number): Halt | undefined {
  const { kind, status, start, progress } = work;
  const last = plannedEnd(work)?.lastDay;
  const pastEnd = last === undefined || last >= today ? undefined : today - last;
  if (status === 'stalled' || status === 'paused') return { kind: status, days: pastEnd };
  if (status !== 'active' && status !== 'planned') return undefined;
  if (pastEnd !== undefined && pastEnd > stalledDays) return { kind: 'past-end', days: pastEnd };
  // A quarter may have begun on its last day.
  const sinceStart = start === undefined || kind === 'milestone' ? 0 : today - start.lastDay;
  return status === 'active' && progress === 0 && sinceStart > stalledDays ? { kind: 'no-progress', days: sinceStart } : undefined;
}

/** The end; of a milestone, which is one day, the start where it has no end. */
export function plannedEnd({ kind, start, end }: Initiative): Initiative['end'] {
  return end ?? (kind === 'milestone' ? start : undefined);
}
