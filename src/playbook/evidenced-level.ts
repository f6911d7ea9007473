/**
 * The level that an executive's recorded evidence reaches: what the vault says was done within the last days, whatever
 * level is recorded beside it. OURS: toe-dipper by time or money once; supporter by money or people once and a peer
 * once; advocate by one trade-off and more than half of the vault's signs, listed or shown by a dated line (sign-record.ts).
 * What was only said counts for none of the categories.
 *
 * Where the evidence reaches no level the answer is "unknown", never "passive": the sources state no move downward, and
 * a thin record is no judgement of a person.
 *
 * @example assessEvidencedLevel(tobias, today, { evidenceDays: 180, signCount: 8 }).level // 'toe-dipper'
 */
import type { CalendarDate } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';
import { countOf } from './count-of.js';
import { recentEvidence } from './evidence.js';
import type { Evidence, EvidenceCategory, Executive } from './note.js';
import { perNote } from './per-note.js';
import { shownSigns } from './sign-record.js';

export interface EvidencedLevelOptions {
  /** Evidence older than this does not count. OURS. */
  readonly evidenceDays: number;
  /** How many signs of commitment the vault's list has. */
  readonly signCount: number;
}

/** Something that a level asks for and the evidence does not show. */
export type EvidenceLack =
  | { readonly kind: 'evidence'; readonly anyOf: readonly EvidenceCategory[] }
  /** So many signs more. */
  | { readonly kind: 'signs'; readonly count: number };

export type EvidencedRank = Extract<CommitmentLevel, 'toe-dipper' | 'supporter' | 'advocate'>;

export interface EvidencedLevel {
  /** Undefined: the evidence reaches no level. */
  readonly level: EvidencedRank | undefined;
  /** What the level rests on, in the order of the note; empty without a level. */
  readonly items: readonly Evidence[];
  /** The signs that it rests on too: an advocate's; else empty. */
  readonly signs: readonly string[];
  /** The level above and what it lacks; undefined for an advocate. */
  readonly next: { readonly level: EvidencedRank; readonly lacks: readonly EvidenceLack[] } | undefined;
}

interface Demand {
  readonly level: EvidencedRank;
  /** One item of each group. */
  readonly evidence: readonly (readonly EvidenceCategory[])[];
  /** More than half of the vault's signs. */
  readonly mostSigns: boolean;
}

/** From the lowest level to the highest. OURS; S1 says of an advocate that they show most of the signs. */
const DEMANDS: readonly Demand[] = [
  { level: 'toe-dipper', evidence: [['time', 'money']], mostSigns: false },
  { level: 'supporter', evidence: [['money', 'people'], ['peer']], mostSigns: false },
  { level: 'advocate', evidence: [['tradeoff']], mostSigns: true },
];

export const assessEvidencedLevel: (executive: Executive, today: CalendarDate, options: EvidencedLevelOptions) => EvidencedLevel = perNote(
  evidencedOn,
  (today, { evidenceDays, signCount }) => `${today} ${evidenceDays} ${signCount}`,
);

function evidencedOn(executive: Executive, today: CalendarDate, { evidenceDays, signCount }: EvidencedLevelOptions): EvidencedLevel {
  const done = recentEvidence(executive, today, evidenceDays).filter(({ form }) => form === 'did');
  const signs = shownSigns(executive, today, evidenceDays);
  const lacksOf = (demand: Demand): readonly EvidenceLack[] => {
    const lacks: EvidenceLack[] = demand.evidence.filter((anyOf) => !done.some((item) => isOneOf(item, anyOf))).map((anyOf) => ({ kind: 'evidence', anyOf }));
    const signsLacking = Math.floor(signCount / 2) + 1 - signs.length;
    if (demand.mostSigns && signsLacking > 0) lacks.push({ kind: 'signs', count: signsLacking });
    return lacks;
  };
  const reached = DEMANDS.filter((demand) => lacksOf(demand).length === 0).at(-1);
  const above = DEMANDS[reached === undefined ? 0 : DEMANDS.indexOf(reached) + 1];
  return {
    level: reached?.level,
    items: done.filter((item) => reached?.evidence.some((anyOf) => isOneOf(item, anyOf)) === true),
    signs: reached?.mostSigns === true ? signs : [],
    next: above === undefined ? undefined : { level: above.level, lacks: lacksOf(above) },
  };
}

function isOneOf({ category }: Evidence, anyOf: readonly EvidenceCategory[]): boolean {
  return category !== undefined && anyOf.includes(category);
}

/** "money or people; peer", "tradeoff; 2 more signs": to stand after "it lacks:". Each of them is asked for, in any order. */
export function lacksInWords(lacks: readonly EvidenceLack[]): string {
  return lacks.map((lack) => (lack.kind === 'signs' ? countOf(lack.count, 'more sign') : lack.anyOf.join(' or '))).join('; ');
}
