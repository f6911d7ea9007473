/** Proposals of tags in words: what each rests on, and why none is made. Speaks of what the vault records, never of a person. */
import type { CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCY_LABEL, type Competency } from '../playbook/competency.js';
import type { EvidenceLack } from '../playbook/evidenced-level.js';
import type { TagProposal } from '../notes/propose-tags.js';
import type { Reason, Verdict, WhyNot } from '../notes/tag-reason.js';
import { levelLabel, type LevelLabels } from '../views/tag-labels.js';
import type { TagField, TagProposalNote, TagReason } from '../views/tag-review.js';
import { WORDS } from '../views/words/words.js';

interface Recorded {
  readonly level: CommitmentLevel | undefined;
  readonly needed: CommitmentLevel | undefined;
  readonly competencies: readonly Competency[];
}

/** A proposal ready to be shown. `recorded` is what the note says now. */
export function proposalInWords(proposal: TagProposal, recorded: Recorded, labels: LevelLabels): TagProposalNote {
  const { path, title, commitment, needed, competencies } = proposal;
  const field = <T>(verdict: Verdict<T>, current: T, whyNot: (why: WhyNot) => string): TagField<T> => ({
    current,
    proposed: verdict.kind === 'proposed' ? verdict.to : undefined,
    reasons: 'reasons' in verdict ? verdict.reasons.map((reason) => reasonInWords(reason, labels)) : [],
    whyNot: verdict.kind === 'proposed' ? '' : whyNot(verdict),
  });
  return {
    path,
    title,
    level: commitment && field(commitment, recorded.level, (why) => levelWhyNot(why, title, labels)),
    needed: needed && field(needed, recorded.needed, (why) => neededWhyNot(why, title, labels)),
    competencies: competencies && field(competencies, recorded.competencies, (why) => competenciesWhyNot(why, title)),
  };
}

function reasonInWords(reason: Reason, labels: LevelLabels): TagReason {
  const isQuote = reason.kind !== 'initiative' && reason.kind !== 'sign';
  return { about: aboutOf(reason, labels), text: reason.text, isQuote, path: reason.path, offset: reason.range?.from };
}

function aboutOf(reason: Reason, labels: LevelLabels): string {
  const words = WORDS.tagging.reasons;
  switch (reason.kind) {
    case 'assessment':
      return words.assessment(reason.assessment.date);
    case 'evidence':
      return reason.evidence.form === 'did' ? words.did(reason.evidence.date, reason.evidence.category) : words.said(reason.evidence.date);
    case 'sign':
      return words.sign;
    case 'initiative':
      return words.initiative(levelLabel(reason.minimum, labels), reason.part);
    case 'sentence':
      return words.sentence(COMPETENCY_LABEL[reason.competency], reason.words.join(', '));
  }
}

function levelWhyNot(why: WhyNot, title: string, labels: LevelLabels): string {
  const words = WORDS.tagging.whyNot;
  switch (why.kind) {
    case 'nothing-recorded':
      return words.levelNothing(title);
    case 'not-enough':
      return words.levelNotEnough(title, lacksInWords(why.lacks));
    case 'evidence-below':
      return words.levelBelow(why.reaches && levelLabel(why.reaches, labels), lacksInWords(why.lacks));
    default:
      return words.levelEnough(title);
  }
}

function neededWhyNot(why: WhyNot, title: string, labels: LevelLabels): string {
  const words = WORDS.tagging.whyNot;
  if (why.kind === 'nothing-recorded') return words.neededNothing(title);
  return why.kind === 'work-below' ? words.neededBelow(levelLabel(why.asks, labels)) : words.neededEnough;
}

function competenciesWhyNot({ kind }: WhyNot, title: string): string {
  const words = WORDS.tagging.whyNot;
  if (kind === 'nothing-recorded') return words.competenciesNothing(title);
  return kind === 'not-enough' ? words.competenciesNotEnough(title) : words.competenciesEnough(title);
}

/** "dated evidence of money or people and 2 more signs". */
export function lacksInWords(lacks: readonly EvidenceLack[]): string {
  const words = WORDS.tagging.whyNot;
  return words.lacks(lacks.map((lack) => (lack.kind === 'signs' ? words.lackSigns(lack.count) : words.lackEvidence(lack.anyOf))));
}
