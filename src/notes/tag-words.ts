/** Proposals of tags in words: what each rests on, and why none is made. They speak of what the vault records, never of a person. */
import { lacksInWords } from '../playbook/evidenced-level.js';
import { COMPETENCY_LABEL } from '../playbook/competency.js';
import type { NeededBy } from '../playbook/needed-level.js';
import type { LevelWords } from '../playbook/step-words.js';
import type { Reason, WhyNot } from './tag-reason.js';

const PARTS: Readonly<Record<NeededBy['part'], string>> = { sponsor: 'sponsor', head: 'unit’s head', ceo: 'CEO' };

/** What a reason is, to stand before its text: "Done on 2026-05-01, money". */
export function reasonInWords(reason: Reason, words: LevelWords): string {
  switch (reason.kind) {
    case 'assessment': return `Assessment of ${reason.assessment.date}`;
    case 'evidence': {
      const { form, date, category } = reason.evidence;
      if (form === 'said') return `Said on ${date}`;
      return category === undefined ? `Done on ${date}` : `Done on ${date}, ${category}`;
    }
    case 'sign': return 'Sign of commitment';
    case 'initiative': return `Open work that needs ${words(reason.minimum)} of its ${PARTS[reason.part]}`;
    case 'sentence': return `${COMPETENCY_LABEL[reason.competency]}: ${reason.words.join(', ')}`;
  }
}

export function levelWhyNot(why: WhyNot, title: string, words: LevelWords): string {
  switch (why.kind) {
    case 'nothing-recorded': return `Nothing is recorded in this vault about what ${title} said or did.`;
    case 'not-enough': return `What is recorded in this vault about ${title} is not enough for a level. By the default rule it lacks: ${lacksInWords(why.lacks)}.`;
    case 'evidence-below':
      return `The evidence recorded in this vault reaches ${why.reaches === undefined ? 'no level' : words(why.reaches)}; for the next level it lacks by the default rule: ${lacksInWords(why.lacks)}. The sources state no move downward, so none is proposed.`;
    case 'as-recorded':
    case 'work-below': return `What is recorded in this vault about ${title} goes no further than the recorded level.`;
  }
}

export function neededWhyNot(why: WhyNot, title: string, words: LevelWords): string {
  if (why.kind === 'nothing-recorded') return `No open work recorded in this vault asks a level of ${title}.`;
  return why.kind === 'work-below' ? `Open work asks for ${words(why.asks)}; the recorded needed level may have other reasons.` : 'Open work asks for the recorded level.';
}

export function competenciesWhyNot({ kind }: WhyNot, title: string): string {
  if (kind === 'nothing-recorded') return `Nothing is recorded in this vault about competencies of ${title}: no sentence of the note uses a word of their lists.`;
  return kind === 'not-enough'
    ? `${title} mentions competencies too rarely: two sentences or two different words are the default.`
    : `${title} speaks of no further competency often enough.`;
}
