/** The coalition in words: causes of moves and what keeps people where they are, by what the vault records. */
import type { CoalitionCause, CoalitionMove, Obstacle } from './coalition.js';
import { countOf } from './count-of.js';
import { names, shortName, type LevelWords } from './step-words.js';

/** Stands wherever a coalition is shown. */
export const COALITION_LABEL = 'What the stated rules say, not a forecast.';

/** "2 of 3 peers at supporter or above: Ana and Ben" */
export function causeInWords(cause: CoalitionCause, words: LevelWords): string {
  if (cause.kind === 'peers') return `${cause.supporting.length} of ${countOf(cause.peers, 'peer')} at ${words('supporter')} or above: ${names(cause.supporting)}`;
  return cause.cases.length === 0 ? 'a business case, supposed here' : `${cause.cases.length === 1 ? 'a linked business case' : 'linked business cases'}: ${names(cause.cases)}`;
}

/** "Ben: passive → toe-dipper (2 of 3 peers …)" */
export function moveInOneLine({ executive, from, to, cause }: CoalitionMove, words: LevelWords): string {
  return `${shortName(executive)}: ${words(from)} → ${words(to)} (${causeInWords(cause, words)})`;
}

export function obstacleInWords(obstacle: Obstacle, words: LevelWords): string {
  switch (obstacle.kind) {
    case 'no-peers': return 'the note names no peers';
    case 'few-peers': return `${obstacle.supporting} of ${countOf(obstacle.peers, 'peer')} at ${words('supporter')} or above, ${obstacle.lacking} more would be strong support`;
    case 'no-case': return 'no business case is linked';
  }
}
