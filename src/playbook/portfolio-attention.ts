/**
 * Which client to look at first. Seven questions are asked of each summary; the client of whom most are answered with yes
 * comes first. Among equals the earlier question decides, by its count; then the name. The questions follow what the
 * sources warn of (commitment that moves down or falls short of ambition, complacency, words nobody answers); that these
 * seven are asked, that each counts the same, and their order are OURS. It is an order for a coach's week, not a score of
 * a client.
 *
 * @example findConcerns(summary).map(({ text }) => text) // ['2 moved down in 90 days', '3 of 8 open items short of commitment']
 */
import { countOf } from './count-of.js';
import { executiveCount, type VaultSummary } from './portfolio.js';

/** In the order in which they decide among equals. */
export const CONCERN_KINDS = ['moved-down', 'short-work', 'quiet', 'unanswered', 'below-needed', 'due', 'errors'] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];

export interface Concern {
  readonly kind: ConcernKind;
  /** At least 1. */
  readonly count: number;
  /** In a few words, without a full stop. */
  readonly text: string;
}

/** OURS: a question that waits longer is one that nobody answers. */
export const UNANSWERED_DAYS = 30;

/** What each question asks, for those who read the order. */
export const CONCERN_QUESTION: Readonly<Record<ConcernKind, string>> = {
  'moved-down': 'Did an executive move down within the days of the summary?',
  'short-work': 'Is open work short of the commitment that it needs?',
  quiet: 'Was nothing dated recorded for longer than the vault allows, or ever?',
  unanswered: `Has a risk or a question been open for more than ${UNANSWERED_DAYS} days?`,
  'below-needed': 'Is an executive below the level recorded as needed?',
  due: 'Are levels missing, without a day or old?',
  errors: 'Do the notes hold errors?',
};

/** Those answered with yes, in the order of {@link CONCERN_KINDS}. A part that is absent answers nothing. */
export function findConcerns({ moves, work, record, remarks, executives, findings }: VaultSummary): readonly Concern[] {
  const open = remarks === undefined ? 0 : remarks.risks + remarks.questions;
  const asked: readonly (Concern | undefined)[] = [
    moves && { kind: 'moved-down', count: moves.down, text: `${moves.down} moved down in ${countOf(moves.days, 'day')}` },
    work && { kind: 'short-work', count: work.short, text: `${work.short} of ${countOf(work.open, 'open item')} short of commitment` },
    record && quietConcern(record),
    remarks && { kind: 'unanswered', count: (remarks.oldestDays ?? 0) > UNANSWERED_DAYS ? open : 0, text: `${countOf(open, 'remark')} open, the oldest for ${countOf(remarks.oldestDays ?? 0, 'day')}` },
    executives && { kind: 'below-needed', count: executives.below, text: `${executives.below} of ${countOf(executiveCount(executives), 'executive')} below the level needed` },
    executives && { kind: 'due', count: executives.due, text: `${countOf(executives.due, 'level')} to assess` },
    findings && { kind: 'errors', count: findings.error, text: `${countOf(findings.error, 'error')} in the notes` },
  ];
  return asked.filter((concern) => concern !== undefined).filter(({ count }) => count > 0);
}

function quietConcern({ days, isQuiet }: NonNullable<VaultSummary['record']>): Concern {
  if (days === undefined) return { kind: 'quiet', count: Number.MAX_SAFE_INTEGER, text: 'nothing dated recorded' };
  return { kind: 'quiet', count: isQuiet ? days : 0, text: `nothing recorded for ${countOf(days, 'day')}` };
}

/** Orders two clients by their concerns; 0 where those tell no difference. */
export function compareConcerns(a: readonly Concern[], b: readonly Concern[]): number {
  if (a.length !== b.length) return b.length - a.length;
  for (const kind of CONCERN_KINDS) {
    const difference = countOfKind(b, kind) - countOfKind(a, kind);
    if (difference !== 0) return difference;
  }
  return 0;
}

function countOfKind(concerns: readonly Concern[], kind: ConcernKind): number {
  return concerns.find((concern) => concern.kind === kind)?.count ?? 0;
}
