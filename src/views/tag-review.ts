/**
 * A review of proposed tags as plain values: what is proposed for each note and why, and what the person made of it.
 *
 * @example decisionOf(note, { ...draftOf(note), level: 'supporter' }) // { path, level: 'supporter' }
 */
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Competency } from '../playbook/competency.js';

/** What a proposal rests on. */
export interface TagReason {
  /** What it is: "Did, 2026-10-02, money". */
  readonly about: string;
  /** As the note says it, or the name of what is meant. */
  readonly text: string;
  readonly isQuote: boolean;
  readonly path: string;
  /** In the note's text, UTF-16 units; undefined: the note as a whole. */
  readonly offset: number | undefined;
}

export interface TagField<T> {
  readonly current: T;
  /** What the note should say; undefined: nothing is proposed. */
  readonly proposed: T | undefined;
  readonly reasons: readonly TagReason[];
  /** Why nothing, or no more, is proposed: full sentences, or empty. */
  readonly whyNot: string;
}

/** Undefined stands for "not assessed" and "not set". */
type Level = CommitmentLevel | undefined;

export interface TagProposalNote {
  readonly path: string;
  readonly title: string;
  /** Undefined for notes that are not an executive's. */
  readonly level: TagField<Level> | undefined;
  readonly needed: TagField<Level> | undefined;
  readonly competencies: TagField<readonly Competency[]> | undefined;
}

/** What the person would have the note say. */
export interface TagDraft {
  readonly level: Level;
  readonly needed: Level;
  readonly competencies: readonly Competency[];
  readonly remark: string;
}

/** Only what is another value than the note's; `null` removes it. */
export interface TagDecision {
  readonly path: string;
  readonly level?: CommitmentLevel | null;
  readonly needed?: CommitmentLevel | null;
  readonly competencies?: readonly Competency[];
  /** Why the level; empty = none. */
  readonly remark: string;
}

/** Where a review stands: it can be left to look at a note, and gone on with. */
export interface TagReviewState {
  readonly index: number;
  /** By path: what the person chose so far, kept when they go back. */
  readonly drafts: ReadonlyMap<string, TagDraft>;
  readonly accepted: ReadonlySet<string>;
}

export const REVIEW_START: TagReviewState = { index: 0, drafts: new Map(), accepted: new Set() };

/** What is proposed, and what the note says where nothing is. */
export function draftOf({ level, needed, competencies }: TagProposalNote): TagDraft {
  return {
    level: level?.proposed ?? level?.current,
    needed: needed?.proposed ?? needed?.current,
    competencies: competencies?.proposed ?? competencies?.current ?? [],
    remark: '',
  };
}

/** Undefined when the note says all of it already. */
export function decisionOf(note: TagProposalNote, draft: TagDraft): TagDecision | undefined {
  const decision = {
    path: note.path,
    ...(note.level === undefined || draft.level === note.level.current ? {} : { level: draft.level ?? null }),
    ...(note.needed === undefined || draft.needed === note.needed.current ? {} : { needed: draft.needed ?? null }),
    ...(note.competencies === undefined || sameSet(draft.competencies, note.competencies.current) ? {} : { competencies: draft.competencies }),
    remark: draft.remark,
  };
  return 'level' in decision || 'needed' in decision || 'competencies' in decision ? decision : undefined;
}

/** What was accepted and would change something, in the order of the notes. */
export function decisionsOf(notes: readonly TagProposalNote[], { drafts, accepted }: TagReviewState): readonly TagDecision[] {
  return notes.flatMap((note) => {
    const decision = accepted.has(note.path) ? decisionOf(note, drafts.get(note.path) ?? draftOf(note)) : undefined;
    return decision === undefined ? [] : [decision];
  });
}

export function hasProposal({ level, needed, competencies }: TagProposalNote): boolean {
  return level?.proposed !== undefined || needed?.proposed !== undefined || competencies?.proposed !== undefined;
}

function sameSet<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
