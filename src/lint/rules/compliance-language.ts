/** "I have to" where a note should let people want to. */
import type { TextRange } from '../../markdown/text-range.js';
import type { PlaybookSettings } from '../../notes/playbook-settings.js';
import type { NoteText } from '../../notes/read-note.js';
import type { NoteKind } from '../../playbook/note.js';
import { PRACTICES, type Practice } from '../../playbook/practice.js';
import { NO_FINDINGS, type Finding, type Rule } from '../rule.js';
import { buildComplianceMatcher, COMPLIANCE_DENIALS, CONDITIONS, DUE_CONTEXT, NO_ORDERS } from '../words/compliance-words.js';
import { asWritten, type PhraseMatch, type PhraseMatcher } from '../words/phrase-matcher.js';
import { findOwnSentences, isDenied } from '../words/prose.js';
import { readWords, type Word } from '../words/words-of-text.js';

/** Sections, and kinds of notes that are read whole. Where people are to be won: S1's three practices, messages, thanks and authority. OURS. */
const SCOPE: readonly (Practice | NoteKind)[] = ['why', 'model', 'reinforce', 'comms', 'recognition', 'empowerment'];

const PLAY = '---\ntype: play\n---\n';
const LETTER = '---\ntype: comms\n---\n';

export const complianceLanguage: Rule = {
  id: 'compliance-language',
  severity: 'info',
  summary: 'Why, model and reinforce, messages, recognition and empowerment should win people, not order them.',
  why: 'Commitment says "I want to", compliance "I have to", and fear earns the minimum. Say why it matters to a customer, and what people may decide themselves. What law, safety, hygiene, data protection or a contract asks is no matter of commitment: sentences that speak of these are left alone, and so are quotations, block quotes, callouts, code, comments and denials ("nobody has to"). The whole sentence is marked. The words are OURS, by language (en, de, fr, es); `compliance_words` in cx-playbook.yml adds to them, and leaves out those with a leading hyphen; `compliance_scope` names the sections and kinds of notes that are read. docs/language-rules.md tells how often they are right.',
  source: 'S0, S2; the words and the sections are OURS',
  examples: [
    { title: 'An order', notes: { 'Pledge.md': `${PLAY}## Why\n‹All stores must comply with the greeting standard.› Guests notice.\n` } },
    { title: 'In other languages', notes: { 'Brief.md': `${LETTER}‹Die Teilnahme am Kundentag ist Pflicht.›\n\n‹Les vendeurs doivent suivre le script.›\n\n‹La formación es obligatoria.›\n` } },
    { title: 'Words that win', notes: { 'Pledge.md': `${PLAY}## Why\nA guest who is greeted stays calm in the queue. Use your own words.\n` } },
    { title: 'Law, safety and data protection', notes: { 'Letter.md': `${LETTER}Drivers must hold a licence. Helmets are mandatory on the building site. GDPR compliance stays with Pia.\n` } },
    { title: 'Denied or quoted', notes: { 'Letter.md': `${LETTER}Attendance is not mandatory. "Staff must comply" was the tone of the old handbook.\n\n> Failure to comply will be punished.\n` } },
    { title: 'Other sections', notes: { 'Pledge.md': `${PLAY}## Terms\nAttendance is mandatory.\n` } },
    {
      title: 'Words and sections of one’s own',
      config: 'compliance_words:\n  en: [toe the line, -mandatory]\ncompliance_scope: [reinforce, vision]\n',
      notes: { 'Vision.md': '---\ntype: vision\n---\n‹Everybody will toe the line.› Attendance is mandatory.\n', 'Pledge.md': `${PLAY}## Why\nToe the line.\n## Reinforce\n‹Toe the line.›\n` },
    },
    { title: 'Switched off for a note', notes: { 'Letter.md': `${LETTER}%% cx-lint-disable compliance-language -- the board’s words %%\n\nAttendance is mandatory.\n` } },
  ],
  checkNote({ parsed, source }, { notes }): readonly Finding[] {
    if (source === undefined || parsed.note === undefined) return NO_FINDINGS;
    const { settings } = notes;
    const scope = settings.complianceScope ?? SCOPE;
    const isWhole = scope.includes(parsed.note.kind);
    if (!isWhole && source.practices === undefined) return NO_FINDINGS;
    const matcher = matcherOf(settings);
    const places = isWhole ? [{ from: 0, to: source.text.length }] : sectionsIn(source, scope);
    // Cheap, and enough for most notes.
    if (places.every(({ from, to }) => matcher.search(source.text.slice(from, to)) < 0)) return NO_FINDINGS;
    return findOrders(source, matcher, places);
  },
};

const MATCHERS = new WeakMap<PlaybookSettings, PhraseMatcher>();

/** Made once for a vault's settings. */
function matcherOf(settings: PlaybookSettings): PhraseMatcher {
  const known = MATCHERS.get(settings);
  if (known !== undefined) return known;
  const made = buildComplianceMatcher(settings.complianceWords);
  MATCHERS.set(settings, made);
  return made;
}

/** In the order of the note. */
function sectionsIn({ practices }: NoteText, scope: readonly (Practice | NoteKind)[]): readonly TextRange[] {
  const chosen = PRACTICES.filter((practice) => scope.includes(practice));
  return (practices?.sections ?? []).filter(({ practice }) => chosen.includes(practice)).map(({ heading, sectionTo }) => ({ from: heading.from, to: sectionTo }));
}

function findOrders(source: NoteText, matcher: PhraseMatcher, places: readonly TextRange[]): readonly Finding[] {
  const findings: Finding[] = [];
  let place = 0;
  for (const { sentence, text } of findOwnSentences(source)) {
    while ((places[place]?.to ?? Number.POSITIVE_INFINITY) <= sentence.from) place++;
    const { from } = places[place] ?? { from: Number.POSITIVE_INFINITY };
    // A question asks, and orders nobody.
    if (sentence.from < from || text.endsWith('?')) continue;
    const words = readWords(text);
    const order = matcher.find(words).find((match) => isOrder(match, words));
    if (order === undefined || DUE_CONTEXT.find(words).length > 0) continue;
    findings.push({
      from: sentence.from,
      to: sentence.to,
      message: `"${asWritten(order, words)}" speaks of having to. Say why people would want to, and what they may decide themselves.`,
    });
  }
  return findings;
}

/** "Must" tells people off only before something that they can do: "staff must be able to decide" does not. */
function isOrder(match: PhraseMatch, words: readonly Word[]): boolean {
  const { first, last } = match;
  const isMust = ORDER_VERBS.has(words[last]?.written ?? '');
  if (isMust && NO_ORDERS.has(words[last + 1]?.written ?? '')) return false;
  return !isParted(match, words) && !isCase(match, words) && !isDenied(words, first, COMPLIANCE_DENIALS);
}

/** "If you are required to travel", and what is told of such a case: "If you travel, you must follow these steps". */
function isCase({ first }: PhraseMatch, words: readonly Word[]): boolean {
  return CONDITIONS.has(words[first - 1]?.written ?? '') || (words[first]?.written === 'you' && CONDITIONS.has(words[0]?.written ?? ''));
}

/** Words on both sides of a bracket or a colon are no phrase: "work unit (must)". */
function isParted({ first, last }: PhraseMatch, words: readonly Word[]): boolean {
  return words.slice(first + 1, last + 1).some(({ opensClause }) => opensClause);
}

const ORDER_VERBS: ReadonlySet<string> = new Set(['must', 'shall', 'müssen', 'muss', 'doivent', 'deben']);
