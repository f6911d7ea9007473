/**
 * The way of a proof: what a customer said, the pilot that answers it, the business case with a number and a story, and
 * the executive who is told (S3: pilots and common issues from the voice of the customer; S1: numbers and anecdotes; S4:
 * local efforts become the case). A chain is as good as its first broken link, and each break is told once, at the note
 * where it can be mended. Which links count, and that a chain needs no voice to be complete, is OURS.
 *
 * @example assessProofChains(playbook, today).broken[0] // { kind: 'untold-result', note: Quayside goodwill purse, lacks: [] }
 */
import type { CalendarDate } from './calendar-date.js';
import type { Initiative } from './note.js';
import { casesOfPilot, hasBegun, lacksCase } from './pilot-cases.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { isProven, isUnstarted, lacksOfCase, type Case, type Insight } from './proof.js';
import { isTold, isUntold, tellingNotes, type TellingNote } from './told-results.js';

/**
 * In the order of the chain:
 * - `unused-insight`: no work and no case uses what was said
 * - `no-result`: the pilot is done, and nothing measured is recorded
 * - `no-case`: a pilot that has begun, without a business case
 * - `untold-result`: proven, and no note shows that anybody was told
 * - `incomplete-case`: a case without a number, a story, or both; one that is still blank is left alone
 * - `untold-case`: a case that no note shows as told
 */
export const BROKEN_LINK_KINDS = ['unused-insight', 'no-result', 'no-case', 'untold-result', 'incomplete-case', 'untold-case'] as const;

export type BrokenLink =
  | { readonly kind: 'unused-insight'; readonly note: Insight }
  | { readonly kind: 'no-result' | 'no-case' | 'untold-result'; readonly note: Initiative }
  | { readonly kind: 'incomplete-case'; readonly note: Case; readonly lacks: readonly ('number' | 'story')[] }
  | { readonly kind: 'untold-case'; readonly note: Case };

/** A chain that holds from the result to somebody who heard of it. */
export interface CompleteChain {
  /** What was said; empty where the pilot names none. */
  readonly insights: readonly Insight[];
  readonly pilot: Initiative;
  /** With a number and a story each. */
  readonly cases: readonly Case[];
  /** Empty where the pilot's own note alone says that it was told. */
  readonly told: readonly TellingNote[];
}

export interface ProofChains {
  /** Ordered by the pilot's path. */
  readonly complete: readonly CompleteChain[];
  /** One for each note with a break, the first of its own; in the order of {@link BROKEN_LINK_KINDS}, then by path. */
  readonly broken: readonly BrokenLink[];
}

export function assessProofChains(playbook: Playbook, today: CalendarDate): ProofChains {
  const complete: CompleteChain[] = [];
  const broken: BrokenLink[] = findUnusedInsights(playbook).map((note) => ({ kind: 'unused-insight', note }));
  for (const pilot of playbook.ofKind('pilot')) {
    if (!hasBegun(pilot)) continue;
    const kind = breakOfPilot(pilot, playbook, today);
    if (kind !== undefined) broken.push({ kind, note: pilot });
    else if (hasResult(pilot) && isTold(pilot, playbook, today)) {
      const sound = casesOfPilot(pilot, playbook).filter((each) => lacksOfCase(each).length === 0);
      if (sound.length > 0) complete.push({ insights: insightsOf(pilot, playbook), pilot, cases: sound, told: tellingNotes(pilot, playbook) });
    }
  }
  for (const note of playbook.ofKind('case')) {
    if (isUnstarted(note)) continue;
    const lacks = lacksOfCase(note);
    if (lacks.length > 0) broken.push({ kind: 'incomplete-case', note, lacks });
    else if (isUntold(note, playbook, today)) broken.push({ kind: 'untold-case', note });
  }
  const rank = ({ kind }: BrokenLink): number => BROKEN_LINK_KINDS.indexOf(kind);
  return { complete, broken: broken.sort((a, b) => rank(a) - rank(b) || byCodeUnits(a.note.path, b.note.path)) };
}

function breakOfPilot(pilot: Initiative, playbook: Playbook, today: CalendarDate): 'no-result' | 'no-case' | 'untold-result' | undefined {
  if (pilot.status === 'done' && !hasResult(pilot)) return 'no-result';
  if (lacksCase(pilot, playbook)) return 'no-case';
  return hasResult(pilot) && isUntold(pilot, playbook, today) ? 'untold-result' : undefined;
}

function hasResult({ proof }: Initiative): boolean {
  return proof !== undefined && isProven(proof);
}

function findUnusedInsights(playbook: Playbook): readonly Insight[] {
  const insights = playbook.ofKind('insight').filter(isOpenInsight);
  if (insights.length === 0) return insights;
  const used = new Set<string>();
  for (const { insights: links, path } of [...playbook.initiatives, ...playbook.ofKind('case')]) {
    for (const link of links) {
      const target = playbook.resolvePath(link, path);
      if (target !== undefined) used.add(target);
    }
  }
  return insights.filter(({ path }) => !used.has(path));
}

/** Each once, in the order of the links. */
function insightsOf({ insights, path }: Initiative, playbook: Playbook): readonly Insight[] {
  const notes = new Set<Insight>();
  for (const link of insights) {
    const note = playbook.resolve(link, path);
    if (note?.kind === 'insight' && isOpenInsight(note)) notes.add(note);
  }
  return [...notes];
}

/** What a coach keeps to themselves is named nowhere. */
const isOpenInsight = ({ visibility }: Insight): boolean => visibility !== 'coach';
