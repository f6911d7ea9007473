/** One sentence that promises premium service and lowest cost. */
import type { NoteText } from '../../notes/read-note.js';
import type { PlaybookSettings } from '../../notes/playbook-settings.js';
import type { NoteKind } from '../../playbook/note.js';
import { NO_FINDINGS, type Finding, type Rule } from '../rule.js';
import { buildMessageMatchers, MESSAGE_DENIALS, WEIGHING, type MessageMatchers } from '../words/message-words.js';
import { asWritten, type PhraseMatch } from '../words/phrase-matcher.js';
import { findOwnSentences, isDenied, someStretch } from '../words/prose.js';
import { readWords, type Word } from '../words/words-of-text.js';

/** Where an organisation tells its people what it is for, and what a leader says and starts. Cases, insights and pilots report. */
const KINDS: readonly NoteKind[] = ['comms', 'vision', 'strategy', 'executive', 'initiative'];

const LETTER = '---\ntype: comms\n---\n';

export const conflictingMessage: Rule = {
  id: 'conflicting-message',
  severity: 'warning',
  summary: 'One sentence must not promise premium service and lowest cost.',
  why: 'People who hear of the finest service and of the lowest cost in one breath cannot tell which of the two to serve, and see customer experience as a veneer on cost cutting. Say which comes first, or give each a sentence of its own with what it asks of people. The whole sentence is marked. Quotations, block quotes, callouts, code, comments and denials are left alone, and so is a sentence that weighs the two against each other. The words are OURS; `message_words` in cx-playbook.yml adds to them, and leaves out those with a leading hyphen. docs/language-rules.md tells how often they are right.',
  source: 'S1; the words are OURS',
  examples: [
    { title: 'Both in one sentence', notes: { 'Letter.md': `${LETTER}We begin in spring. ‹By 2028 we will offer the finest service on these waters at the lowest cost per crossing.› Bring your ideas.\n` } },
    { title: 'One of the two', notes: { 'Letter.md': `${LETTER}We want to offer the finest service on these waters. What a late answer costs a guest, we will measure.\n` } },
    { title: 'Denied, weighed or quoted', notes: { 'Letter.md': `${LETTER}We offer the finest service and will never be the cheapest line.\n\nWe choose the finest service rather than the lowest cost.\n\n"Finest service, lowest cost" stood on the old poster.\n\n> Finest service at the lowest cost!\n` } },
    {
      title: 'Words of one’s own, and built-in ones left out',
      config: 'message_words:\n  premium: [handcrafted, -finest]\n  cost: [at no cost]\n',
      notes: { 'Letter.md': `${LETTER}The finest service at the lowest cost.\n\n‹Handcrafted answers, and all of it at no cost.›\n` },
    },
    { title: 'Other kinds of notes', notes: { 'Case.md': '---\ntype: case\n---\nThey promised the finest service at the lowest cost.\n' } },
    { title: 'Switched off for a note', notes: { 'Letter.md': `${LETTER}%% cx-lint-disable conflicting-message -- sent in January, cannot be called back %%\n\nThe finest service at the lowest cost.\n` } },
  ],
  kinds: KINDS,
  checkNote({ source }, { notes }): readonly Finding[] {
    if (source === undefined) return NO_FINDINGS;
    const matchers = matchersOf(notes.settings);
    return mayConflict(source.text, matchers) ? findConflicts(source, matchers) : NO_FINDINGS;
  },
};

const MATCHERS = new WeakMap<PlaybookSettings, MessageMatchers>();

/** Made once for a vault's settings. */
function matchersOf(settings: PlaybookSettings): MessageMatchers {
  const known = MATCHERS.get(settings);
  if (known !== undefined) return known;
  const made = buildMessageMatchers(settings.messageWords);
  MATCHERS.set(settings, made);
  return made;
}

/** Cheap: whether any stretch between blank lines has words of both lists. */
function mayConflict(text: string, { premium, cost }: MessageMatchers): boolean {
  return someStretch(text, premium, (stretch) => cost.search(stretch) >= 0);
}

function findConflicts(source: NoteText, { premium, cost }: MessageMatchers): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { sentence, text } of findOwnSentences(source)) {
    const words = readWords(text);
    const [praise] = asserted(premium.find(words), words);
    if (praise === undefined) continue;
    const [saving] = asserted(cost.find(words), words);
    if (saving === undefined || WEIGHING.find(words).length > 0) continue;
    findings.push({
      from: sentence.from,
      to: sentence.to,
      message: `One sentence promises premium service ("${asWritten(praise, words)}") and low cost ("${asWritten(saving, words)}"). Say which of the two comes first, or give each a sentence of its own.`,
    });
  }
  return findings;
}

function asserted(matches: readonly PhraseMatch[], words: readonly Word[]): readonly PhraseMatch[] {
  return matches.filter(({ first }) => !isDenied(words, first, MESSAGE_DENIALS));
}
