/**
 * Words for premium service and words for lowest cost, as editable data: our own lists (OURS), which a vault extends or
 * shortens by `message_words`. S1 tells of "premier service" and "cost leadership" in one breath; which words carry the
 * two messages no source lists. Measured on labelled prose: docs/language-rules.md.
 */
import { chooseWords } from './own-words.js';
import { PhraseMatcher } from './phrase-matcher.js';

export const MESSAGE_SIDES = ['premium', 'cost'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** Ordinary words alone; only beside a word of service do they promise it: "outstanding invoices" are none. */
const PRAISE = [
  'best', 'outstanding', 'excellent', 'exceptional', 'superior', 'superb', 'first class', 'top class', 'top notch', 'top quality', 'world class', 'premium',
  'luxury', 'exquisite', 'magnificent', 'unmatched', 'unrivalled', 'unrivaled', 'unbeatable', 'unparalleled', 'legendary', 'highest', 'finest', 'flawless', 'memorable', 'unforgettable',
];
const SERVICE = [
  'service', 'care', 'experience', 'hospitality', 'support', 'quality', 'treatment', 'journey', 'advice', 'satisfaction', 'standard of', 'customer service', 'brand', 'provider', 'operator',
  'choice', 'offer', 'delivery', 'level', 'stay', 'teaching', 'travel', 'comfort', 'dining', 'guest experience', 'maintenance', 'help', 'day out',
];

const PREMIUM_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'finest', 'best in class', 'best of breed', 'premier', 'five star', 'white glove', 'gold standard', 'second to none', 'high touch', 'very best', 'best for our',
    'exceed … expectation', 'delight', 'service excellence', 'best loved', 'premium brand', 'luxury',
    ...PRAISE.flatMap((praise) => SERVICE.map((service) => `${praise} … ${service}`)),
  ],
  de: [
    'premiumservice', 'premiumanbieter', 'spitzenservice', 'erstklassig*', 'exzellent* … kundenservice', 'exzellent* … service', 'exzellent* … betreuung', 'best* … service', 'best* … kundenservice',
    'best* … kundendienst', 'best* … betreuung', 'best* … kundenerlebnis', 'herausragend* … service', 'hervorragend* … service', 'höchst* … qualität', 'weltklasse',
  ],
  fr: [
    'meilleur … service', 'meilleure … expérience', 'service d exception', 'service d excellence', 'service irréprochable', 'service exceptionnel', 'excellent service', 'service haut de gamme', 'service premium',
    'qualité … irréprochable', 'accueil d exception', 'première classe', 'cinq étoiles',
  ],
  es: [
    'mejor … servicio', 'mejor … experiencia', 'servicio excelente', 'servicio excepcional', 'servicio de primera', 'excelente servicio', 'servicio premium', 'atención excelente', 'atención excepcional',
    'máxima calidad', 'cinco estrellas',
  ],
};

const CUT = ['cut', 'cutting', 'reduce', 'reducing', 'lower', 'lowering', 'slash', 'slashing', 'halve', 'halving', 'squeeze', 'squeezing', 'shrink', 'shrinking', 'trim', 'trimming', 'bring down', 'drive down'];
const EXPENSE = ['cost', 'spend', 'spending', 'budget', 'overhead', 'headcount', 'expense'];
const LOW = ['lowest', 'cheapest', 'leanest', 'minimum', 'minimal', 'rock bottom', 'bargain', 'half the', 'discount', 'bottom of the market', 'lean'];
const PRICE = ['cost', 'price', 'fee', 'overhead', 'rate', 'budget', 'bidder', 'spend', 'expense'];

const COST_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'cheapest', 'cheaper than', 'low cost', 'lower cost', 'cost leader*', 'cost champion', 'cost cutting', 'cost cut', 'cost reduction', 'cost discipline', 'cost saving', 'cost efficien*', 'savings target',
    'savings of', 'do more with less', 'doing more with less', 'undercut', 'frugal', 'thrift', 'every cent', 'every penny', 'lowest in class',
    'fewer people', 'fewer staff', 'less staff', 'smaller team', 'percent out of', 'cent out of', 'smaller budget', 'reduction of … cost', 'reduction of … spend', 'reduction in … cost', 'unbeatable price', 'unbeatable … price',
    'cost to income', 'cost income ratio',
    ...CUT.flatMap((cut) => EXPENSE.map((expense) => `${cut} … ${expense}`)),
    ...LOW.flatMap((low) => PRICE.map((price) => `${low} … ${price}`)),
  ],
  de: [
    'kostenführer*', 'kosten senken', 'kosten … senken', 'kosten … reduzieren', 'kostensenkung', 'kosteneinsparung', 'sparziel*', 'niedrigst* … kosten', 'geringst* … kosten', 'minimal* … kosten',
    'niedrigst* … preis', 'günstigst* … preis', 'zum kleinsten preis', 'discountpreis*', 'tiefstpreis*', 'am billigsten', 'die billigsten', 'der billigste',
  ],
  fr: [
    'coût … plus bas', 'coûts … plus bas', 'prix … plus bas', 'moindre coût', 'moins chers', 'moins cher', 'moins chère', 'réduire … coûts', 'réduction … coûts', 'coûts réduits', 'coûts … minimum',
    'baisser … coûts', 'leader … coûts', 'bas coûts',
  ],
  es: [
    'menor coste', 'menor costo', 'costes más bajos', 'costos más bajos', 'coste más bajo', 'costo más bajo', 'precio más bajo', 'precios más bajos', 'reducir … costes', 'reducir … costos', 'reducción … costes',
    'reducción … costos', 'liderazgo en costes', 'liderazgo en costos', 'más baratos', 'más barato', 'mínimo coste', 'bajo coste',
  ],
};

/** All languages: a vault writes in several, and a word of one means nothing in the others. */
export const MESSAGE_WORDS: Readonly<Record<MessageSide, readonly string[]>> = {
  premium: Object.values(PREMIUM_WORDS).flat(),
  cost: Object.values(COST_WORDS).flat(),
};

/** Words of one's own by side, with a leading hyphen to leave built-in ones out. */
export type OwnMessageWords = Readonly<Partial<Record<MessageSide, readonly string[]>>>;

export interface MessageMatchers {
  readonly premium: PhraseMatcher;
  readonly cost: PhraseMatcher;
}

export function buildMessageMatchers(own: OwnMessageWords): MessageMatchers {
  const matcherOf = (side: MessageSide): PhraseMatcher => new PhraseMatcher(chooseWords(MESSAGE_WORDS[side], own[side] ?? []));
  return { premium: matcherOf('premium'), cost: matcherOf('cost') };
}

/** Shortly before a word of a list they deny it. */
export const MESSAGE_DENIALS: ReadonlySet<string> = new Set(
  'not never t no nobody none neither nor cannot without stop stopped stopping unlike nicht nie niemals kein keine keinen niemand ohne pas jamais sans personne no nunca jamás nadie sin'.split(' '),
);

/** In a sentence with one of these somebody weighs the two messages, or tells of their conflict. */
export const WEIGHING = new PhraseMatcher([
  'rather than', 'instead of', 'choose', 'chose', 'chosen', 'choice between', 'either', 'versus', 'vs', 'conflict*', 'contradict*', 'tension', 'trade off', 'tradeoff', 'paradox', 'veneer', 'mixed message', 'two messages',
  'both messages', 'at odds', 'prefer', 'slogan', 'higher cost', 'anstatt', 'statt', 'entweder', 'widerspruch', 'zielkonflikt', 'sondern', 'plutôt que', 'au lieu de', 'contradiction', 'préférons',
  'en lugar de', 'en vez de', 'contradicción', 'preferimos',
]);
