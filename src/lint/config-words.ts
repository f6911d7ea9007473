/**
 * The keys `message_words`, `compliance_words` and `compliance_scope` of the shared settings: words of one's own beside the
 * built-in ones, and with a leading hyphen to leave built-in ones out.
 *
 * @example
 * message_words:
 *   premium: [handcrafted, -luxury]
 * compliance_words:
 *   en: [toe the line, -mandatory]
 * compliance_scope: [why, reinforce, comms]
 */
import type { TextRange } from '../markdown/text-range.js';
import { quoted } from '../notes/note-problem.js';
import type { PlaybookSettings } from '../notes/playbook-settings.js';
import { NOTE_KINDS, type NoteKind } from '../playbook/note.js';
import { PRACTICE_NAMES, PRACTICES, type Practice } from '../playbook/practice.js';
import { complianceWordsOf } from './words/compliance-words.js';
import { MESSAGE_WORDS, type MessageSide } from './words/message-words.js';
import { leavesOut, leavesOutAny } from './words/own-words.js';

/** Languages that words can be given for: those of the built-in headings. */
export const WORD_LANGUAGES: readonly string[] = Object.keys(PRACTICE_NAMES);
export const COMPLIANCE_SCOPE_NAMES: readonly (Practice | NoteKind)[] = [...PRACTICES, ...NOTE_KINDS];

/** A text of a list with its place. */
export interface WrittenText extends TextRange {
  readonly text: string;
}

export class WordSettingsReader {
  readonly #message: Partial<Record<MessageSide, readonly string[]>> = {};
  readonly #compliance: Record<string, readonly string[]> = {};
  #scope: readonly (Practice | NoteKind)[] | undefined;
  readonly #report: (place: TextRange, message: string) => void;

  constructor(report: (place: TextRange, message: string) => void) {
    this.#report = report;
  }

  get settings(): Pick<PlaybookSettings, 'messageWords' | 'complianceWords' | 'complianceScope'> {
    return { messageWords: this.#message, complianceWords: this.#compliance, complianceScope: this.#scope };
  }

  readMessageWords(side: MessageSide, words: readonly WrittenText[]): void {
    this.#message[side] = this.#beside(MESSAGE_WORDS[side], words, `message_words.${side}`);
  }

  readComplianceWords(language: string, words: readonly WrittenText[]): void {
    this.#compliance[language] = this.#beside(complianceWordsOf(language), words, `compliance_words.${language}`);
  }

  readScope(names: readonly WrittenText[]): void {
    this.#scope = names.flatMap((written) => {
      const name = COMPLIANCE_SCOPE_NAMES.find((known) => known === written.text);
      if (name === undefined) this.#report(written, `"compliance_scope" holds ${quoted(written.text)}. Use: ${COMPLIANCE_SCOPE_NAMES.join(', ')}.`);
      return name === undefined ? [] : [name];
    });
  }

  /** The words that do something; one that leaves out what is not there is reported. */
  #beside(builtIn: readonly string[], words: readonly WrittenText[], key: string): readonly string[] {
    return words.flatMap((written) => {
      if (!leavesOut(written.text) || leavesOutAny(builtIn, written.text)) return [written.text];
      this.#report(written, `${quoted(written.text)} leaves out no built-in word of ${key}. Correct it, or remove the line.`);
      return [];
    });
  }
}
