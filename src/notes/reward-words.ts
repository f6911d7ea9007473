/**
 * Words for the ways to reward and recognise that S0 and S2 name, in a few languages, and for what sales gets. The tables
 * are ours; the forms are the sources'.
 *
 * @example findRewardForms('two days off and a dinner') // ['time-off', 'fun']
 */
import { REWARD_FORMS, type RewardForm } from '../playbook/enablement.js';
import { buildWordTest } from './word-test.js';

/** Whole words; a star stands for any ending. */
const WORDS: Readonly<Record<RewardForm, string>> = {
  money: 'money|cash|bonus*|voucher*|pay rise|salary|commission|gift card*|geld|prämie*|gutschein*|gehalt*|provision*|argent|primes|une prime|dinero|geldprijs',
  'time-off': 'time off|day off|days off|paid leave|extra leave|free day*|holiday|holidays|vacation*|freizeit|freier tag|freie tage|freien tag|urlaub*|sonderurlaub|congé|congés|día libre|días libres|vrije dag*',
  award: 'award*|prize*|trophy|trophies|medal*|badge*|plaque*|auszeichnung*|pokal*|medaille*|trophée*|premio*',
  recognition: 'recognition|recognise*|recognize*|thank*|praise*|applause|announce*|shout out|shout outs|spotlight|hall of fame|anerkennung*|lob|dank|gelobt|bekanntgabe|reconnaissance|remerciement*|reconocimiento*|erkenning',
  fun: 'fun|party|parties|celebrat*|dinner*|outing*|spaß|feier*|ausflug*|ausflüge|abendessen|fête*|fiesta*|feest*|uitje*',
};

const WORD_TESTS = REWARD_FORMS.map((form) => {
  const source = WORDS[form].replaceAll('*', String.raw`[\p{L}\p{N}]{0,20}`).replaceAll(' ', '[ -]');
  return { form, isNamed: buildWordTest({ source }) };
});
/** An amount of money without a word for it. */
const AMOUNT = /[€$£¥]\s?\d|\d\s?(?:[€£]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?)(?![\p{L}\p{N}]))/iu;

export const namesSales = buildWordTest(/sales|seller|sellers|sales[ -]?(?:club|team|people|force|reps?)|vertrieb|vertriebs|verkauf|verkaufs|verkäufer|ventes|ventas|verkoop|vendite|vendas/u);

/** Whether a text sets one thing beside another. */
export const comparesThings = buildWordTest(/par|same|equal|equally|like|as|than|beside|besides|compared?|compares|comparison|versus|vs|wie|gleich|gleiche[nrs]?|verglichen|vergleich|gegenüber|als|comme|que|igual|même/u);

/** In the order of {@link REWARD_FORMS}. */
export function findRewardForms(text: string): readonly RewardForm[] {
  return WORD_TESTS.flatMap(({ form, isNamed }) => (isNamed(text) || (form === 'money' && AMOUNT.test(text)) ? [form] : []));
}
