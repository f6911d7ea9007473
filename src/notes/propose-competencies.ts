/**
 * The competencies that a note seems to be about, by the sentences that speak of them. Two sentences, or two different
 * words, are enough to propose one: OURS, chosen so that a passing word proposes nothing; agreement with people's own
 * tagging is not claimed.
 */
import type { Sentence } from '../markdown/sentences.js';
import { addTo } from '../playbook/add-to.js';
import { COMPETENCIES, type Competency } from '../playbook/competency.js';
import type { CompetencyMatcher } from './competency-words.js';

/** So many sentences, or so many different words, are enough to propose a competency. OURS. */
const ENOUGH_MENTIONS = 2;
/** Sentences that are shown of all that were counted. */
const SHOWN_SENTENCES = 3;

export interface CompetencySentence {
  readonly sentence: Sentence;
  /** Of the word list, in the order of the sentence. */
  readonly words: readonly string[];
}

export interface CompetencyReading {
  readonly competency: Competency;
  readonly isEnough: boolean;
  /** All sentences that speak of it. */
  readonly count: number;
  /** The best of them: those with the most words, then in the order of the note. */
  readonly sentences: readonly CompetencySentence[];
}

/** One reading per competency that the sentences mention at all, in the order of the competencies. */
export function readCompetencies(sentences: readonly Sentence[], matcher: CompetencyMatcher): readonly CompetencyReading[] {
  const mentions = new Map<Competency, CompetencySentence[]>();
  for (const sentence of sentences) {
    const wordsOf = new Map<Competency, string[]>();
    for (const { competency, word } of matcher.find(sentence.text)) wordsOf.set(competency, [...(wordsOf.get(competency) ?? []), word]);
    for (const [competency, words] of wordsOf) {
      addTo(mentions, competency, { sentence, words });
    }
  }
  return COMPETENCIES.flatMap((competency) => {
    const found = mentions.get(competency);
    return found === undefined ? [] : [readingOf(competency, found)];
  });
}

function readingOf(competency: Competency, found: readonly CompetencySentence[]): CompetencyReading {
  const words = new Set(found.flatMap((mention) => mention.words));
  return {
    competency,
    isEnough: found.length >= ENOUGH_MENTIONS || words.size >= ENOUGH_MENTIONS,
    count: found.length,
    sentences: [...found].sort((a, b) => b.words.length - a.words.length).slice(0, SHOWN_SENTENCES),
  };
}
