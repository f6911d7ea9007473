/** Advice in sentences: what the sources say, what the vault records to do it with. They speak of records, not of people. */
import type { Advice, AdviceMistake, AdviceStep } from './advice.js';
import { pathsOf } from './paths-of.js';
import type { QuotableResult } from './quotable-results.js';
import { listedLong, names, shortName, type LevelWords } from './step-words.js';

/** A sentence with the notes that it rests on. */
export interface AdviceSentence {
  readonly text: string;
  /** Paths, each once; empty where it rests on the executive's own note alone. */
  readonly paths: readonly string[];
  /** Short names of the sources. */
  readonly source: string;
}

/** OURS: so many voices are named; the newest say most. */
const MAX_VOICES = 3;

/** "From passive to toe-dipper by strong support from their peers (S1)." or that no source states a rule. */
export function statedMoveInWords({ level, move }: Advice, words: LevelWords): string {
  if (level === undefined) return 'No level is recorded: without one no rule applies.';
  if (move !== undefined) return `From ${words(move.from)} to ${words(move.to)} by ${move.by} (S1).`;
  return level === 'advocate' ? `The level ${words(level)} is the highest.` : `No rule in the sources says what moves an executive up from ${words(level)}.`;
}

export function adviceSentences({ steps }: Advice, words: LevelWords): readonly AdviceSentence[] {
  return steps.flatMap((step) => stepSentences(step, words));
}

export function mistakeSentences({ executive, mistakes }: Advice, words: LevelWords): readonly AdviceSentence[] {
  return mistakes.map((mistake) => mistakeSentence(mistake, shortName(executive), words));
}

function stepSentences(step: AdviceStep, words: LevelWords): readonly AdviceSentence[] {
  switch (step.kind) {
    case 'assess': return [{ text: 'Look at the evidence and record a level with its day.', paths: [], source: 'S1' }];
    case 'peers': {
      const { supporting, others, results } = step;
      if (supporting.length + others.length === 0) return [{ text: 'The note names no peers: add those whose word counts for this person.', paths: [], source: 'S1' }];
      if (supporting.length === 0) {
        return [{ text: `No peer named in the note is recorded at ${words('supporter')} or above yet: ${names(others)}. Win one of them first.`, paths: pathsOf(others), source: 'S1' }];
      }
      const speak = { text: `Let peers speak who are recorded at ${words('supporter')} or above: ${names(supporting)}.`, paths: pathsOf(supporting), source: 'S1' };
      return results.length === 0 ? [speak] : [speak, { text: `They can quote results: ${resultsInWords(results)}.`, paths: pathsOf(results.map(({ result }) => result)), source: 'S1' }];
    }
    case 'case': {
      const { cases } = step;
      if (cases.length === 0) return [{ text: 'Link a business case, with a number and a story, from this note or from the work.', paths: [], source: 'S1' }];
      return [{ text: `Show the business opportunity: ${names(cases)}.`, paths: pathsOf(cases), source: 'S1' }];
    }
    case 'quote-results': {
      const { results, listeners } = step;
      const said = results.length === 0 ? 'No result of their own is recorded that they could quote yet.' : `Results to quote: ${names(results.map(({ result }) => result))}.`;
      const heard = listeners.length === 0 ? [] : [{ text: `Who name this person as a peer and stand below ${words('supporter')}: ${names(listeners)}.`, paths: pathsOf(listeners), source: 'S1' }];
      return [{ text: said, paths: pathsOf(results.map(({ result }) => result)), source: 'S1' }, ...heard];
    }
    case 'feedback': {
      const voices = step.voices.slice(0, MAX_VOICES);
      const text = voices.length === 0
        ? 'The recorded appeal is being loved: show direct negative feedback. No note of the vault holds a customer’s own words yet.'
        : `The recorded appeal is being loved: show direct negative feedback, word for word. ${names(voices)}.`;
      return [{ text, paths: pathsOf(voices), source: 'S1' }];
    }
    case 'legacy': return [{ text: 'The recorded appeal is greatness: ask for the legacy in the person’s own words, and paint it.', paths: [], source: 'S1' }];
  }
}

function mistakeSentence(mistake: AdviceMistake, name: string, words: LevelWords): AdviceSentence {
  if (mistake.kind === 'no-case') return { text: `No business case is linked for ${name}: without one there is no opportunity to show.`, paths: [], source: 'S1' };
  const plan = mistake.plays.length === 0 ? `The lever recorded for ${name} is "roi"` : `${names(mistake.plays)} relies on ROI`;
  return { text: `${plan}: ROI data does not move an executive recorded as ${words('opposer')}.`, paths: pathsOf(mistake.plays), source: 'S1' };
}

function resultsInWords(results: readonly QuotableResult[]): string {
  return listedLong(results.map(({ result, by }) => `${shortName(result)} (${shortName(by)})`));
}
