/**
 * Why, model, reinforce: what leaders who transform organisations do (source: S1), and the headings that mean it.
 *
 * A heading means a practice when, after normalising, it equals one of the names below, or its part before `:`, `—`,
 * `–`, `|`, `/` or `(` does. Nothing looser: "Operating model" and "Why not" are other things.
 *
 * @example buildPracticeMatcher().match('2. Walk the talk!') // { practice: 'model', language: 'en' }
 */
import { NearMissIndex } from './near-miss.js';

export const PRACTICES = ['why', 'model', 'reinforce'] as const;
export type Practice = (typeof PRACTICES)[number];

/** Names of practice headings by language; the first of each is the one that a new section gets. */
export type PracticeNames = Readonly<Record<string, Readonly<Record<Practice, readonly string[]>>>>;

/** Seen in published material or translated; see docs/sources.md. */
export const PRACTICE_NAMES = {
  en: {
    why: [
      'Why', 'Communicate why', 'Why this matters', 'Why it matters', 'Why now', 'Why change', 'Our why', 'Rationale',
      'Case for change', 'Compelling story', 'Understanding & conviction', 'Understanding and conviction',
    ],
    model: [
      'Model', 'Model desired behaviours', 'Model desired behaviors', 'Model desired behaviour', 'Model desired behavior',
      'Role modelling', 'Role modeling', 'Role model', 'Lead by example', 'Walk the talk', 'Behaviours I show', 'Behaviors I show',
    ],
    reinforce: [
      'Reinforce', 'Reinforce change', 'Reinforcing', 'Reinforcement', 'Reinforcing mechanisms', 'Formal mechanisms',
      'Make it stick', 'Sustain', 'Embed', 'Anchor',
    ],
  },
  de: { why: ['Warum'], model: ['Vorleben', 'Vorbild'], reinforce: ['Verstärkung', 'Verankerung', 'Verstärken'] },
  fr: { why: ['Pourquoi'], model: ['Exemplarité', 'Montrer l’exemple', 'Incarner'], reinforce: ['Renforcement', 'Ancrage'] },
  es: {
    why: ['Por qué'],
    model: ['Dar ejemplo', 'Predicar con el ejemplo'],
    reinforce: ['Refuerzo', 'Reforzamiento', 'Reforzar'],
  },
  nl: { why: ['Waarom'], model: ['Voorbeeldgedrag'], reinforce: ['Borgen'] },
  it: { why: ['Perché'], model: ['Dare l’esempio'], reinforce: ['Rinforzare'] },
  pt: { why: ['Por quê'], model: ['Dar o exemplo'], reinforce: ['Reforçar'] },
  ja: { why: ['なぜ', '目的'], model: ['率先垂範', '手本'], reinforce: ['強化', '定着'] },
  zh: { why: ['为什么'], model: ['以身作则'], reinforce: ['强化', '巩固'] },
} as const satisfies PracticeNames;

export interface PracticeMatch {
  readonly practice: Practice;
  /** Language of the name, `own` for one from the vault's settings. */
  readonly language: string;
}

export interface PracticeMatcher {
  /** What a heading's plain text (markup removed) means; undefined when it means no practice. */
  match(plainHeading: string): PracticeMatch | undefined;
  /** A practice that the heading may be meant for though it does not match: a name within it, or a typing slip. */
  nearMiss(plainHeading: string): Practice | undefined;
}

/** Matches built-in names and the vault's own. */
export function buildPracticeMatcher(ownNames: Readonly<Partial<Record<Practice, readonly string[]>>> = {}): PracticeMatcher {
  const matchByName = new Map<string, PracticeMatch>();
  for (const [language, names] of Object.entries<PracticeNames[string]>(PRACTICE_NAMES)) {
    for (const practice of PRACTICES) {
      for (const name of names[practice]) {
        const key = normalizeHeading(name);
        if (!matchByName.has(key)) matchByName.set(key, { practice, language });
      }
    }
  }
  for (const practice of PRACTICES) {
    for (const name of ownNames[practice] ?? []) matchByName.set(normalizeHeading(name), { practice, language: 'own' });
  }
  const nearMisses = new NearMissIndex([...matchByName].map(([name, { practice }]) => [name, practice] as const));
  return {
    match: (plainHeading) => findMatch(plainHeading, matchByName),
    nearMiss: (plainHeading) => nearMisses.find(normalizeHeading(plainHeading)),
  };
}

function findMatch(plainHeading: string, matchByName: ReadonlyMap<string, PracticeMatch>): PracticeMatch | undefined {
  const whole = matchByName.get(normalizeHeading(plainHeading));
  if (whole !== undefined || PLAIN_WORDS.test(plainHeading)) return whole;
  const split = plainHeading.normalize('NFKD').search(/[:—–|/(]/u);
  return split > 0 ? matchByName.get(normalizeHeading(plainHeading.normalize('NFKD').slice(0, split))) : undefined;
}

/** Most headings are a few plain words, without numbering: nothing of what {@link normalizeHeading} removes is in them. */
const PLAIN_WORDS = /^[A-Za-z]{2,}(?: [A-Za-z0-9]+)*$/;

/** Letters to compare by: case, accents, emoji, numbering, quotes and end marks do not count; a hyphen is a space. */
export function normalizeHeading(plainHeading: string): string {
  if (PLAIN_WORDS.test(plainHeading)) return plainHeading.toLowerCase();
  return plainHeading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u200d|\u20e3/gu, '')
    .replace(/["'`‘’‚“”„«»]/gu, '')
    .replace(/^[\s¿¡]*(?:\(?(?:\d+(?:\.\d+)*|[a-z])[.)]|\d+(?=\s))?[\s¿¡]*/u, '')
    .replace(/[\s?!:.,;…]+$/u, '')
    .replace(/[-\u2010\u2011]/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The heading that a new section of the practice gets in a language; English where the language is not known. */
export function practiceHeading(practice: Practice, language: string): string {
  const names: PracticeNames = PRACTICE_NAMES;
  return (names[language] ?? PRACTICE_NAMES.en)[practice][0] ?? practice;
}
