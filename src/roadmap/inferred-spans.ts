/**
 * Days for work that has none of its own: from the first to the last day of the items that support it, over any number
 * of steps. They are drawn, never written.
 *
 * Circles of support are safe: days are handed up from dated items, each time to what has none yet.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import type { Initiative, NoteLink } from '../playbook/note.js';
import type { ReadTiming, Timing } from './roadmap-item.js';
import type { DaySpan } from './roadmap-layout.js';

type Resolve = (link: NoteLink, fromPath: string) => string | undefined;

interface DatedItem {
  readonly path: string;
  readonly span: DaySpan;
}

const NOTHING: ReadonlyMap<string, Timing> = new Map();

/**
 * By path of the initiative or pilot. A milestone is given no days: on which one it falls is a decision, not a sum of
 * the work that leads to it.
 */
export function inferSpans(notes: readonly Initiative[], timings: readonly ReadTiming[], resolve: Resolve): ReadonlyMap<string, Timing> {
  const undated = new Set<string>();
  notes.forEach(({ path, kind }, index) => {
    if (timings[index] === 'no-dates' && kind !== 'milestone') undated.add(path);
  });
  if (undated.size === 0) return NOTHING;
  const dated: DatedItem[] = [];
  const supported = new Map<string, readonly string[]>();
  notes.forEach((note, index) => {
    if (note.supports.length === 0) return;
    const targets = note.supports.flatMap((link) => resolve(link, note.path) ?? []).filter((path) => undated.has(path));
    if (targets.length === 0) return;
    supported.set(note.path, targets);
    const timing = timings[index];
    if (typeof timing === 'object') dated.push({ path: note.path, span: drawnSpan(note, timing.span) });
  });
  const firstDays = handUp([...dated].sort((a, b) => a.span.firstDay - b.span.firstDay), ({ firstDay }) => firstDay, supported);
  const lastDays = handUp(dated.sort((a, b) => b.span.lastDay - a.span.lastDay), ({ lastDay }) => lastDay, supported);
  const inferred = new Map<string, Timing>();
  for (const [path, firstDay] of firstDays) {
    const lastDay = lastDays.get(path) ?? firstDay;
    // Nobody wrote when it starts and ends: a conflict is said only with what lies wholly on the wrong side of it.
    inferred.set(path, { span: { firstDay, lastDay }, softStart: true, softEnd: true, startsBy: lastDay, endsFrom: firstDay });
  }
  return inferred;
}

/** Gives a day of each dated item to all that it supports and that has none yet; the first in the list wins. */
function handUp(dated: readonly DatedItem[], dayOf: (span: DaySpan) => EpochDay, supported: ReadonlyMap<string, readonly string[]>): Map<string, EpochDay> {
  const days = new Map<string, EpochDay>();
  for (const { path, span } of dated) {
    const open = [path];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const target of supported.get(at) ?? []) {
        if (days.has(target)) continue;
        days.set(target, dayOf(span));
        open.push(target);
      }
    }
  }
  return days;
}

function drawnSpan({ kind }: Initiative, { firstDay, lastDay }: DaySpan): DaySpan {
  return kind === 'milestone' ? { firstDay: lastDay, lastDay } : { firstDay, lastDay };
}
