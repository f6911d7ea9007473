/** Proposals of tags in words: what each rests on, and why none is made. Speaks of what the vault records, never of a person. */
import type { TagProposal } from '../notes/propose-tags.js';
import type { Reason, Verdict, WhyNot } from '../notes/tag-reason.js';
import { competenciesWhyNot, levelWhyNot, neededWhyNot, reasonInWords } from '../notes/tag-words.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Competency } from '../playbook/competency.js';
import type { LevelWords } from '../playbook/step-words.js';
import { levelLabel, type LevelLabels } from '../views/tag-labels.js';
import type { TagField, TagProposalNote, TagReason } from '../views/tag-review.js';

interface Recorded {
  readonly level: CommitmentLevel | undefined;
  readonly needed: CommitmentLevel | undefined;
  readonly competencies: readonly Competency[];
}

/** A proposal ready to be shown. `recorded` is what the note says now. */
export function proposalInWords(proposal: TagProposal, recorded: Recorded, labels: LevelLabels): TagProposalNote {
  const { path, title, commitment, needed, competencies } = proposal;
  const words: LevelWords = (level) => levelLabel(level, labels);
  const field = <T>(verdict: Verdict<T>, current: T, whyNot: (why: WhyNot) => string): TagField<T> => ({
    current,
    proposed: verdict.kind === 'proposed' ? verdict.to : undefined,
    reasons: 'reasons' in verdict ? verdict.reasons.map((reason) => reasonToShow(reason, words)) : [],
    whyNot: verdict.kind === 'proposed' ? '' : whyNot(verdict),
  });
  return {
    path,
    title,
    level: commitment && field(commitment, recorded.level, (why) => levelWhyNot(why, title, words)),
    needed: needed && field(needed, recorded.needed, (why) => neededWhyNot(why, title, words)),
    competencies: competencies && field(competencies, recorded.competencies, (why) => competenciesWhyNot(why, title)),
  };
}

function reasonToShow(reason: Reason, words: LevelWords): TagReason {
  const isQuote = reason.kind !== 'initiative' && reason.kind !== 'sign';
  return { about: reasonInWords(reason, words), text: reason.text, isQuote, path: reason.path, offset: reason.range?.from };
}
