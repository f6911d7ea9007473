/** Words of an invented ferry company, from which the benchmark's notes are made. */

export const FIRST_NAMES = ['Ana', 'Ines', 'Tobias', 'Marguerite', 'Rune', 'Leocadia', 'Pavel', 'Sunniva', 'Yara', 'Jürgen', 'Zoë', 'Émile', 'Ottoline', 'Bashir', 'Ngozi', 'Takumi', 'Isla', 'Dragan', 'Perpetua', 'Wim'];
export const LAST_NAMES = ['Ruiz', 'Falk', 'Rhee', 'Oyelaran', 'Aldous', 'Munt', 'Achterberg', 'Brandt', 'Stentoft', 'Öztürk', 'Karlsen', 'Devereux', 'Abara', 'Vilks', 'Tanaka', 'McBride', 'Novak', 'Sørensen', 'Lindqvist', 'Marsh'];
export const UNITS = ['Group', 'Crossings', 'Freight', 'Terminals', 'Digital & IT', 'People', 'Finance', 'Marketing'];
export const ROLES = ['CFO', 'COO', 'CIO', 'CMO', 'CHRO', 'MD Freight', 'MD Crossings', 'Head of terminals', 'Head of service'];
export const ADJECTIVES = ['Shared', 'Plain', 'Early', 'Open', 'Steady', 'Quiet', 'Bright', 'Second', 'Northern', 'Honest', 'Simple', 'Late', 'Warm', 'Common', 'Faster', 'Kept'];
export const NOUNS = ['customer record', 'storm texts', 'night boat', 'harbour week', 'promise board', 'freight desk', 'fare rules', 'host purse', 'terminal signs', 'claims line', 'crew call', 'arrival promise', 'complaint letters', 'welcome desk', 'rebooking', 'voice of hauliers'];

const OPENERS = ['Most guests', 'The night crew', 'Two of three hauliers', 'Our hosts', 'The board', 'Season-ticket holders', 'The freight desk', 'Nobody in finance', 'Half of the terminal managers', 'The call centre', 'Families on the night boat', 'The customer room'];
const VERBS = ['hear of a cancellation', 'wait forty minutes', 'ask for the same form', 'read the board aloud', 'see the price of it', 'tell the story twice', 'settle it at the quay', 'call before they leave home', 'know the next sailing', 'look at last month’s numbers', 'count what was kept', 'give the figures to the unit heads'];
const PLACES = ['on a Friday in November', 'before the gates open', 'at Tarn Quay', 'in the weekly call', 'after the second reminder', 'within fifteen minutes', 'without asking anyone', 'since the spring trial', 'on the outer islands', 'in the quarter after a storm', 'for the first time this year', 'while the shift changes'];
const ENDS = ['and that is what they remember', 'which costs 1.9 million a year', 'so the queue never forms', 'and *nobody* asked why', 'as **three** of the last five reviews say', 'although the `status` screen says otherwise', 'and the rate went from 11 % to 34 %', 'which the [minutes](https://example.org/minutes) record', 'so we keep it', 'and the crew noticed', 'which is #open until March', 'and it was put right the same evening'];

/** @param {ReturnType<typeof import('./random.mjs').buildRandom>} random */
export function sentence(random) {
  return `${random.pick(OPENERS)} ${random.pick(VERBS)} ${random.pick(PLACES)}, ${random.pick(ENDS)}.`;
}

/** @param {ReturnType<typeof import('./random.mjs').buildRandom>} random */
export function paragraph(random, sentences = 3) {
  return Array.from({ length: sentences }, () => sentence(random)).join(' ');
}
