/**
 * Words that speak of a competency, as editable data: our own lists, drawn from what each competency means (S1,
 * docs/sources.md), which a vault extends by `competency_words`. They find sentences worth a look. How often a person
 * would agree was not measured, so what they find is a proposal with its sentences, never a judgement.
 *
 * A word or phrase matches whole words in any case, also with a plural or possessive ending; one that ends in `*`
 * matches words that begin so; hyphens count as spaces. Chinese and Japanese match anywhere in a sentence.
 *
 * @example buildCompetencyMatcher().find('Guests’ complaints') // [{ competency: 'customer-connectedness', word: 'complaint' }]
 */
import { COMPETENCIES, type Competency } from '../playbook/competency.js';

type WordsByCompetency = Readonly<Record<Competency, readonly string[]>>;

const COMPETENCY_WORDS: Readonly<Record<string, WordsByCompetency>> = {
  en: {
    'purposeful-leadership': [
      'purpose', 'purposeful', 'leadership', 'vision', 'mission', 'guiding principle', 'core values', 'clear values', 'shared values', 'our values',
      'lead by example', 'led by example', 'role model', 'walk the talk', 'tone at the top', 'set the tone',
      'executive team', 'executive agenda', 'leadership agenda', 'senior leaders', 'strategic priority', 'trade-off', 'tradeoff', 'steering committee', 'board agenda',
    ],
    'compelling-brand-values': [
      'brand', 'brand promise', 'brand value', 'promise', 'reputation', 'positioning', 'slogan', 'tagline', 'advertis*', 'advert', 'marketing', 'what we stand for',
      'keep our word', 'kept our word', 'customer expectation', 'value proposition',
    ],
    'employee-engagement': [
      'employee', 'staff', 'colleague', 'workforce', 'team member', 'front line', 'frontline', 'morale', 'engaged', 'disengaged', 'engagement pulse', 'pulse survey',
      'engagement survey', 'training', 'onboarding', 'new starter', 'recognition', 'award', 'bonus*', 'incentive', 'empower*', 'sick leave', 'staff turnover', 'attrition',
      'eNPS', 'appraisal',
    ],
    'customer-connectedness': [
      'customer feedback', 'customer insight', 'customer research', 'customer journey', 'customer room', 'customer record', 'customer data', 'customer interview',
      'customer satisfaction', 'customer effort', 'voice of the customer', 'verbatim', 'complaint', 'NPS', 'net promoter', 'CSAT', 'survey', 'churn', 'focus group',
      'persona', 'touchpoint', 'journey map*', 'moment of truth', 'moments of truth', 'listen* to customers', 'listen* to calls', 'closed loop', 'close the loop',
      'real calls', 'customers say', 'customers said', 'customers tell', 'customers told',
    ],
  },
  de: {
    'purposeful-leadership': ['führung', 'führungskr*', 'vorbild*', 'leitbild*', 'unternehmenswerte', 'vision'],
    'compelling-brand-values': ['marke', 'marken*', 'versprechen', 'leistungsversprechen', 'werbung'],
    'employee-engagement': ['mitarbeite*', 'belegschaft', 'anerkennung', 'schulung*', 'motivation'],
    'customer-connectedness': ['kundenstimme*', 'kundenfeedback', 'kundenzufriedenheit', 'kundenreise', 'kundenbefragung*', 'beschwerde*', 'reklamation*'],
  },
  fr: {
    'purposeful-leadership': ['leadership', 'exemplarité', 'raison d’être', 'comité de direction', 'montrer l’exemple'],
    'compelling-brand-values': ['marque', 'promesse', 'publicité'],
    'employee-engagement': ['salarié', 'collaborateur', 'collaboratrice', 'employé', 'formation', 'reconnaissance'],
    'customer-connectedness': ['voix du client', 'parcours client', 'satisfaction client', 'réclamation', 'avis clients', 'verbatim'],
  },
  es: {
    'purposeful-leadership': ['liderazgo', 'propósito', 'comité de dirección', 'predicar con el ejemplo'],
    'compelling-brand-values': ['marca', 'promesa', 'publicidad'],
    'employee-engagement': ['empleado', 'empleada', 'plantilla', 'formación', 'reconocimiento'],
    'customer-connectedness': ['voz del cliente', 'satisfacción del cliente', 'experiencia del cliente', 'queja', 'reclamación', 'encuesta'],
  },
};

export interface CompetencyMention {
  readonly competency: Competency;
  /** As the list writes it. */
  readonly word: string;
}

export interface CompetencyMatcher {
  /** What a sentence mentions, each word once, in the order of the sentence. */
  find(sentence: string): readonly CompetencyMention[];
}

interface Entry extends CompetencyMention {
  /** One per word of the phrase. */
  readonly parts: readonly { readonly key: string; readonly isStart: boolean }[];
}

const SCRIPT_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** Matches the built-in words and the vault's own. */
export function buildCompetencyMatcher(ownWords: Readonly<Partial<Record<Competency, readonly string[]>>> = {}): CompetencyMatcher {
  const wholeWords = new Map<string, Entry[]>();
  const starts = new Map<string, Entry[]>();
  const unspaced: CompetencyMention[] = [];
  for (const competency of COMPETENCIES) {
    for (const word of new Set([...Object.values(COMPETENCY_WORDS).flatMap((words) => words[competency]), ...(ownWords[competency] ?? [])])) {
      if (SCRIPT_WITHOUT_SPACES.test(word)) {
        unspaced.push({ competency, word });
        continue;
      }
      const parts = partsOf(word);
      const [first] = parts;
      if (first === undefined) continue;
      const index = first.isStart ? starts : wholeWords;
      index.set(first.key, [...(index.get(first.key) ?? []), { competency, word, parts }]);
    }
  }
  const startLengths = [...new Set([...starts.keys()].map(({ length }) => length))];
  return {
    find(sentence) {
      const found = new Map<string, CompetencyMention>();
      const add = ({ competency, word }: CompetencyMention): void => void found.set(`${competency} ${word}`, { competency, word });
      const tokens = tokensOf(sentence);
      tokens.forEach(({ written, stem }, index) => {
        const begun = startLengths.flatMap((length) => starts.get(written.slice(0, length)) ?? []);
        for (const entry of [...(wholeWords.get(stem) ?? []), ...begun]) if (matchesAt(entry, tokens, index)) add(entry);
      });
      if (unspaced.length > 0 && SCRIPT_WITHOUT_SPACES.test(sentence)) {
        for (const mention of unspaced) if (sentence.includes(mention.word)) add(mention);
      }
      return [...found.values()];
    },
  };
}

interface Token {
  readonly written: string;
  readonly stem: string;
}

function tokensOf(text: string): readonly Token[] {
  return [...text.normalize('NFC').toLowerCase().matchAll(WORD)].map(([written]) => ({ written, stem: stemOf(written) }));
}

function partsOf(word: string): Entry['parts'] {
  return [...word.normalize('NFC').toLowerCase().matchAll(/([\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*)(\*?)/gu)].map(([, written = '', star]) =>
    star === '*' ? { key: written, isStart: true } : { key: stemOf(written), isStart: false },
  );
}

function matchesAt({ parts }: Entry, tokens: readonly Token[], index: number): boolean {
  return parts.every(({ key, isStart }, offset) => {
    const token = tokens[index + offset];
    return token !== undefined && (isStart ? token.written.startsWith(key) : token.stem === key);
  });
}

/** Without a possessive or plural ending; the same is done to both sides, so that it need not give a real word. */
function stemOf(word: string): string {
  const bare = word.replace(/['’]s$/, '').replaceAll('’', "'");
  if (bare.length < 4 || /(?:ss|us|is)$/.test(bare)) return bare;
  return bare.replace(/ies$/, 'y').replace(/s$/, '');
}
