/**
 * The home view in words: eleven cards, each with what matters most first, for the view and for the printed page.
 *
 * @example buildHomeCards(home, record, options).people.filter(({ rows }) => rows.count > 0).map(({ heading }) => heading)
 */
import type { CommitmentRecord } from './commitment-record.js';
import type { Home, HomeOptions } from './home.js';
import type { HomeCard } from './home-card.js';
import { contactsCard, roomsCard, staleCard, trendCard } from './home-people-cards.js';
import { chainsCard, coverageCard, enablementCard, gapsCard, remarksCard, stoppedCard, untoldCard } from './home-work-cards.js';
import { levelWords } from './step-words.js';

export interface HomeCards {
  readonly people: readonly HomeCard[];
  readonly work: readonly HomeCard[];
}

/** Stands once wherever cards are shown. */
export const OURS_IN_WORDS = 'OURS: a default of this software that no source states.';

export function buildHomeCards(home: Home, record: CommitmentRecord, { thresholds, levelLabels }: HomeOptions): HomeCards {
  const words = levelWords(levelLabels);
  return {
    people: [trendCard(home, words), staleCard(home, thresholds), contactsCard(home, thresholds), roomsCard(home)],
    work: [gapsCard(home, record, words), remarksCard(home, record), untoldCard(home), chainsCard(home), coverageCard(home), enablementCard(home), stoppedCard(home, thresholds)],
  };
}
