/**
 * The way of a proof: what a customer said, the pilot that answers it, the business case with a number and a story, and
 * the executive who is told (S3: pilots and common issues from the voice of the customer; S1: numbers and anecdotes; S4:
 * local efforts become the case). A chain is as good as its first broken link, and each break is told once, at the note
 * where it can be mended. Which links count, and that a chain needs no voice to be complete, is OURS.
 *
 * @example assessProofChains(playbook).broken[0] // { kind: 'untold-result', note: Quayside goodwill purse, lacks: [] }
 */
import type { Initiative, NoteLink } from './note.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { isProven, type Case, type Insight } from './proof.js';
import { isTold, tellingNotes, type TellingNote } from './told-results.js';

/**
 * In the order of the chain:
 * - `unused-insight`: no work and no case uses what was said
 * - `no-result`: the pilot is done, and nothing measured is recorded
 * - `no-case`: a pilot that has begun, without a business case
 * - `untold-result`: proven, but told to no executive
 * - `incomplete-case`: a case without a number, a story, or both
 * - `untold-case`: a case that no executive was told
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

export function assessProofChains(playbook: Playbook): ProofChains {
  const casesOfPilot = findCasesOfPilots(playbook);
  const complete: CompleteChain[] = [];
  const broken: BrokenLink[] = findUnusedInsights(playbook).map((note) => ({ kind: 'unused-insight', note }));
  for (const pilot of playbook.ofKind('pilot')) {
    if (pilot.status === 'dropped' || pilot.status === 'idea' || pilot.status === 'planned') continue;
    const cases = casesOfPilot.get(pilot) ?? [];
    const kind = breakOfPilot(pilot, cases, playbook);
    if (kind !== undefined) broken.push({ kind, note: pilot });
    else if (hasResult(pilot)) {
      const sound = cases.filter((each) => lacksOfCase(each).length === 0);
      if (sound.length > 0) complete.push({ insights: resolveAll(pilot.insights, pilot.path, playbook, isInsight).filter(isOpenInsight), pilot, cases: sound, told: tellingNotes(pilot, playbook) });
    }
  }
  for (const note of playbook.ofKind('case')) {
    const lacks = lacksOfCase(note);
    if (lacks.length > 0) broken.push({ kind: 'incomplete-case', note, lacks });
    else if (!isTold(note, playbook)) broken.push({ kind: 'untold-case', note });
  }
  const rank = ({ kind }: BrokenLink): number => BROKEN_LINK_KINDS.indexOf(kind);
  return { complete, broken: broken.sort((a, b) => rank(a) - rank(b) || byCodeUnits(a.note.path, b.note.path)) };
}

/** What a business case lacks: "numbers and anecdotes" (S1). Any number that the note records will do. */
export function lacksOfCase({ proof: { baseline, result, employeeResult }, hasStory }: Case): readonly ('number' | 'story')[] {
  const hasNumber = baseline !== undefined || result !== undefined || employeeResult !== undefined;
  return [...(hasNumber ? [] : (['number'] as const)), ...(hasStory ? [] : (['story'] as const))];
}

function breakOfPilot(pilot: Initiative, cases: readonly Case[], playbook: Playbook): 'no-result' | 'no-case' | 'untold-result' | undefined {
  if (pilot.status === 'done' && !hasResult(pilot)) return 'no-result';
  if (cases.length === 0) return 'no-case';
  return hasResult(pilot) && !isTold(pilot, playbook) ? 'untold-result' : undefined;
}

function hasResult({ proof }: Initiative): boolean {
  return proof !== undefined && isProven(proof);
}

/** The cases that a pilot links to, and those that name it among their pilots; each once, ordered by path. */
function findCasesOfPilots(playbook: Playbook): ReadonlyMap<Initiative, readonly Case[]> {
  const found = new Map<Initiative, Set<Case>>();
  const add = (pilot: Initiative, each: Case): void => {
    const cases = found.get(pilot);
    if (cases === undefined) found.set(pilot, new Set([each]));
    else cases.add(each);
  };
  for (const pilot of playbook.ofKind('pilot')) for (const each of resolveAll(pilot.cases, pilot.path, playbook, isCase)) add(pilot, each);
  for (const each of playbook.ofKind('case')) for (const pilot of resolveAll(each.pilots, each.path, playbook, isPilot)) add(pilot, each);
  return new Map([...found].map(([pilot, cases]) => [pilot, [...cases].sort((a, b) => byCodeUnits(a.path, b.path))]));
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

type Found = NonNullable<ReturnType<Playbook['resolve']>>;

function resolveAll<T extends Found>(links: readonly NoteLink[], fromPath: string, playbook: Playbook, isWanted: (note: Found) => note is T): readonly T[] {
  const notes = new Set<T>();
  for (const link of links) {
    const note = playbook.resolve(link, fromPath);
    if (note !== undefined && isWanted(note)) notes.add(note);
  }
  return [...notes];
}

/** What a coach keeps to themselves is named nowhere. */
const isOpenInsight = ({ visibility }: Insight): boolean => visibility !== 'coach';
const isInsight = (note: Found): note is Insight => note.kind === 'insight';
const isCase = (note: Found): note is Case => note.kind === 'case';
const isPilot = (note: Found): note is Initiative => note.kind === 'pilot';
