/**
 * Tells a metric of cost alone, by words as editable data: our own lists, which a vault extends by `cost_words`. A
 * metric that also speaks of what customers or employees get out of it is none, whatever it costs.
 *
 * A word or phrase matches whole words in any case; one that ends in `*` matches words that begin so.
 *
 * @example isCostMetric('Cost per contact', []) // true
 * @example isCostMetric('Cost of complaints', []) // false
 */
const COST_WORDS: readonly string[] = [
  'cost', 'costs', 'costing', 'expense*', 'expenditure', 'spend', 'spending', 'saving', 'savings', 'headcount', 'fte', 'ftes', 'opex', 'overhead*', 'budget used',
  'kosten*', 'ausgaben', 'einsparung*', 'coût*', 'dépense*', 'économies', 'coste*', 'gasto*', 'ahorro*', 'besparing*', 'uitgaven', 'custo*', 'despesa*', 'risparmi*', 'spese',
];

const OUTCOME_WORDS: readonly string[] = [
  'nps', 'csat', 'ces', 'enps', 'satisf*', 'loyal*', 'retention', 'retain*', 'churn', 'renew*', 'complain*', 'effort', 'trust', 'wait*', 'engage*', 'repeat', 'recommend*', 'referral*', 'promise*', 'quality', 'lost',
  'zufrieden*', 'kundentreue', 'beschwerde*', 'abwanderung*', 'weiterempfehl*', 'wartezeit*', 'fidél*', 'réclamation*', 'plainte*', 'attente', 'fidel*', 'queja*', 'reclam*', 'espera', 'tevreden*', 'klacht*', 'soddisf*', 'fedel*',
];

export function isCostMetric(metric: string, ownWords: readonly string[]): boolean {
  const words = ` ${(metric.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  return [...COST_WORDS, ...ownWords].some((word) => holds(words, word)) && !OUTCOME_WORDS.some((word) => holds(words, word));
}

function holds(words: string, word: string): boolean {
  const written = (word.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  if (written === '') return false;
  return words.includes(word.trim().endsWith('*') ? ` ${written}` : ` ${written} `);
}
