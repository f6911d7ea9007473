/**
 * Work that has stopped: without commitment there is energy first, then efforts that nobody finishes and disheartened
 * staff (S1). Recorded as stalled or paused, or still open though its end is past for longer than some days (OURS).
 *
 * @example findStalledWork(playbook, today, { stalledDays: 30 })[0] // { work: Harbour data clean-up, state: 'stalled', pastEndDays: undefined }
 */
import { toEpochDay, type CalendarDate } from './calendar-date.js';
import type { Initiative } from './note.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { isOpen } from './short-work.js';

export interface StalledWork {
  readonly work: Initiative;
  readonly state: 'stalled' | 'paused' | 'past-end';
  /** Days since the last day planned; undefined when that is to come, or none is planned. */
  readonly pastEndDays: number | undefined;
}

const ORDER = ['stalled', 'past-end', 'paused'] as const satisfies readonly StalledWork['state'][];

/** Stalled first, then what is longest past its end, then paused; by path among equals. Work without a status is not judged. */
export function findStalledWork(playbook: Playbook, today: CalendarDate, { stalledDays }: { readonly stalledDays: number }): readonly StalledWork[] {
  const todayDay = toEpochDay(today);
  const found: StalledWork[] = [];
  for (const work of playbook.initiatives) {
    const { status, start, end } = work;
    if (status === undefined || !isOpen(work)) continue;
    const last = (end ?? start)?.lastDay;
    const past = end === undefined && work.kind !== 'milestone' ? undefined : last === undefined || last >= todayDay ? undefined : todayDay - last;
    if (status === 'stalled' || status === 'paused') found.push({ work, state: status, pastEndDays: past });
    else if (past !== undefined && past > stalledDays) found.push({ work, state: 'past-end', pastEndDays: past });
  }
  return found.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.pastEndDays ?? 0) - (a.pastEndDays ?? 0) || byCodeUnits(a.work.path, b.work.path));
}
