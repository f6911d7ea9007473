/**
 * Signs that a section for why, model or reinforce says what such a section is for: a reason or a person, a day or a
 * rhythm, a rhythm or thanks or a measure. Any one of them is enough, for a section that is deep in words that are not
 * here must not be told off. OURS, for en, de, fr and es; measured on labelled prose:
 * docs/language-rules.md.
 */
import type { Practice } from '../../playbook/practice.js';

/** Months, weekdays and words of rhythm. "May" is a verb more often than a month; with a day it has a digit. */
const RHYTHM = [
  'every', 'each', 'dail', 'week', 'fortnight', 'month', 'quarter', 'annual', 'yearly', 'year', 'once', 'twice', 'since', 'next', 'last', 'today', 'tomorrow', 'spring', 'summer', 'autumn', 'winter', 'christmas', 'easter',
  'januar', 'februar', 'march', 'april', 'june', 'juni', 'july', 'juli', 'august', 'septemb', 'octob', 'oktob', 'novemb', 'decemb', 'dezemb', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'of may',
  'jede', 'täglich', 'woche', 'wöchentlich', 'monat', 'quartal', 'jährlich', 'jahr', 'seit', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'frühling', 'sommer', 'herbst', 'märz',
  'chaque', 'tous les', 'toutes les', 'mois', 'semaine', 'trimestr', 'depuis', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'quotidien', 'annuel', 'janvier', 'février', 'mars', 'avril', 'juin', 'juillet', 'août',
  'cada', 'todos los', 'todas las', 'mes', 'meses', 'semana', 'desde', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'diari', 'anual', 'enero', 'febrero', 'marzo', 'abril', 'junio', 'julio',
];
const THANKS = [
  'thank', 'award', 'reward', 'recogni', 'bonus', 'prize', 'praise', 'celebrat', 'applau', 'promot', 'by name', 'medal', 'gift', 'day off', 'days off', 'certificate', 'honour', 'honor',
  'dank', 'auszeichn', 'ausgezeichnet', 'anerkenn', 'prämie', 'belohn', 'gelobt', 'feier', 'gefeiert', 'genannt', 'remerci', 'récompens', 'reconnai', 'prime', 'félicit', 'prix', 'premi', 'reconoc', 'agradec', 'felicit', 'recompens',
];
const MEASURE = [
  'figure', 'number', 'count', 'measur', 'metric', 'share of', 'score', 'rate', 'per cent', 'percent', 'kpi', 'index', 'nps', 'csat', 'target', 'goal', 'dashboard', 'survey', 'pulse', 'review', 'meeting', 'agenda',
  'trend', 'result', 'report', 'track', 'audit', 'log', 'debrief', 'retrospective', 'stand-up', 'board', 'zahl', 'quote', 'anteil', 'kennzahl', 'mess', 'ziel', 'umfrage', 'sitzung', 'ergebnis', 'runde',
  'indicateur', 'chiffre', 'taux', 'mesur', 'objectif', 'enquête', 'réunion', 'résultat', 'bilan', 'indicador', 'cifra', 'tasa', 'medi', 'objetivo', 'encuesta', 'reunión', 'resultado', 'porcentaje',
];
const REASON = [
  'because', 'so that', 'since', 'why', 'reason', 'matter', 'otherwise', 'without', 'if', 'when', 'whenever', 'while', 'until', 'although', 'unless', 'everyone', 'everybody', 'anyone', 'someone', 'somebody', 'who', 'in order', 'therefore', 'lose', 'losing', 'lost', 'leave', 'left', 'leaving', 'cost', 'need', 'want', 'trust', 'afraid',
  'fear', 'wait', 'complain', 'believ', 'promis', 'forgiv', 'forget', 'forgot', 'problem', 'pain', 'risk', 'fail', 'nobody', 'no one', 'never', 'too', 'grow', 'churn', 'revenue', 'loyal', 'angry', 'worr', 'hope', 'proud', 'honest',
  'broken', 'break', 'worse', 'better', 'difference', 'deserve', 'expect', 'feel', 'care', 'love', 'help', 'happ', 'chance', 'future', 'purpose', 'vision',
  'customer', 'client', 'guest', 'passenger', 'patient', 'caller', 'member', 'tenant', 'traveller', 'traveler', 'visitor', 'resident', 'citizen', 'famil', 'people', 'person', 'employee', 'staff', 'colleague', 'crew', 'nurse',
  'haulier', 'driver', 'student', 'parent', 'child', 'reader', 'shopper', 'buyer', 'user', 'neighbour', 'woman', 'women', 'man', 'men', 'mrs', 'mr', 'host', 'engineer',
  'benefit', 'allow', 'enabl', 'ensur', 'improv', 'avoid', 'protect', 'prevent', 'safe', 'easier', 'faster', 'gap', 'burden', 'limitation', 'stress', 'danger', 'importan', 'advantage', 'worth', 'valuable', 'consisten', 'change',
  'weil', 'damit', 'denn', 'warum', 'grund', 'sonst', 'ohne', 'wenn', 'um', 'verlier', 'verlor', 'kunde', 'gast', 'gäste', 'mieter', 'mensch', 'mitarbeite', 'beleg', 'vertrau', 'wart', 'beschwer', 'angst', 'niemand', 'nie',
  'brauch', 'wollen', 'verspr', 'wer', 'angehörig', 'leute', 'besser', 'verbess', 'wichtig', 'überblick', 'weniger', 'fehl', 'vorteil', 'nutzen', 'hilf', 'schütz', 'schutz', 'gefahr', 'risik', 'problem', 'ermöglich', 'abgelehnt', 'vermeid',
  'parce', 'pour que', 'afin', 'raison', 'sinon', 'sans', 'si', 'perd', 'voyageur', 'locataire', 'gens', 'confiance', 'attend', 'plaint', 'peur', 'jamais', 'besoin', 'promet', 'partent', 'pardon', 'équipage', 'salarié', 'problème', 'évit', 'perte', 'risque', 'amélior', 'rédui', 'garanti', 'permet', 'mieux', 'aide', 'usager', 'utilisateur', 'client', 'importan', 'avantage', 'protég',
  'porque', 'para que', 'motivo', 'razón', 'sino', 'sin', 'pierd', 'paciente', 'viajero', 'inquilino', 'gente', 'confianza', 'esper', 'queja', 'miedo', 'nadie', 'nunca', 'necesit', 'emplead', 'problema', 'evit', 'pérdida', 'riesgo', 'mejor', 'reduc', 'garanti', 'permit', 'ayud', 'usuario', 'client', 'importan', 'ventaja', 'proteg',
];

/** Whole words: other words begin with them. */
const WHOLE = new Set('too when while who each year next last since once if too man men mr mrs um si sin mes mars log rate wer nie'.split(' '));

export interface DepthSigns {
  /** Figures, and for a why also questions, quotations and links, are more than what and how. */
  readonly marks: RegExp;
  readonly words: RegExp;
}

/** Signs begin a word. An accent may be written in two ways, and where it comes first the engine sees the word start behind it. */
function anyOf(...lists: readonly (readonly string[])[]): RegExp {
  const starts = lists.flat().map((sign) => {
    const pattern = sign.replace(/^[^a-z]/, '').replaceAll(/[^a-z -]/g, '.{1,2}');
    return WHOLE.has(sign) ? `${pattern}\\b` : pattern;
  });
  return new RegExp(`\\b(?:${[...new Set(starts)].join('|')})`, 'i');
}

export const DEPTH_SIGNS: Readonly<Record<Practice, DepthSigns>> = {
  why: { marks: /[\d?"“„«]|\[\[/, words: anyOf(REASON) },
  model: { marks: /\d/, words: anyOf(RHYTHM) },
  reinforce: { marks: /[\d%]/, words: anyOf(RHYTHM, THANKS, MEASURE) },
};

/** Frequent small words that a language does not share with its neighbours. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet('the and to that with our for from are will they she he who it be what not as them their this which'),
  de: wordSet('und ist nicht wir für das mit dass eine einen sich werden wird dem zu auf im bei'),
  fr: wordSet('les des et nous est dans pour avec une ce qui sur aux du au elle il se'),
  es: wordSet('el los las y muy pero nuestro nuestra nuestros nuestras hay también están sus cuando desde quien'),
};

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** So many small words must show a language, more than any other: else the text counts as one that we have no words for. OURS. */
const ENOUGH_SMALL_WORDS = 2;

/** Whether words seem to be of a language with signs above. */
export function isKnownLanguage(words: readonly { readonly written: string }[]): boolean {
  const counts = Object.values(SMALL_WORDS).map((small) => words.filter(({ written }) => small.has(written)).length);
  return Math.max(...counts) >= Math.max(ENOUGH_SMALL_WORDS, words.length / 10);
}
