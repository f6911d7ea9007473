/**
 * Vision, strategy, governance, "pretty much in that order" (S4): documents that were approved before the one they rest
 * on, or without it. What is retired does not count.
 *
 * @example findOutOfOrder(playbook) // [{ document: CX Governance, baseKind: 'strategy', base: CX Strategy }]
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { Foundation } from './note.js';
import type { Playbook } from './playbook.js';

/** What a document rests on, by its kind. */
const BASES = { strategy: 'vision', governance: 'strategy' } as const;
export type BaseKind = (typeof BASES)[keyof typeof BASES];

/** What the later document lacks without its base. Source: S4. */
export const LOST_WITHOUT: Readonly<Record<BaseKind, string>> = { vision: 'direction', strategy: 'a plan' };

export interface OutOfOrder {
  readonly document: Foundation;
  readonly approved: CalendarDate;
  readonly baseKind: BaseKind;
  /** Approved first of its kind, else one that is not approved; undefined when all are retired or none is there. */
  readonly base: Foundation | undefined;
  /** From the document's approval to that of its base; undefined while the base is not approved. */
  readonly days: number | undefined;
}

/** Strategies first, then governance; of a kind ordered by path. */
export function findOutOfOrder(playbook: Playbook): readonly OutOfOrder[] {
  return (['strategy', 'governance'] as const).flatMap((kind) => {
    const baseKind = BASES[kind];
    const base = earliest(playbook.ofKind(baseKind));
    return playbook.ofKind(kind).flatMap((document): readonly OutOfOrder[] => {
      const { approved, status } = document;
      if (approved === undefined || status === 'retired') return [];
      const days = base?.approved === undefined ? undefined : daysBetween(approved, base.approved);
      return days !== undefined && days <= 0 ? [] : [{ document, approved, baseKind, base, days }];
    });
  });
}

function earliest(notes: readonly Foundation[]): Foundation | undefined {
  let first: Foundation | undefined;
  for (const note of notes) {
    if (note.status === 'retired') continue;
    if (first === undefined || (note.approved !== undefined && (first.approved === undefined || note.approved < first.approved))) first = note;
  }
  return first;
}
