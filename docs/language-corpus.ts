/**
 * Our labelled prose for the rules that look at words, and how often each rule agrees with its labels. One line of a file
 * is one case: `+` where a careful reader would expect a finding, `-` where not, then the language, then the text; `⏎`
 * stands for a line ending. Lines that start with `#` say what the file is.
 *
 * @example '+ en The finest service at the lowest cost.'
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_THRESHOLDS, type Rule } from '../src/lint/rule.js';
import { buildNoteContext } from '../src/notes/playbook-settings.js';
import { readNote } from '../src/notes/read-note.js';
import { parseCalendarDate } from '../src/playbook/calendar-date.js';

/** The words of the rules were tuned on `dev` alone. */
export const CORPUS_PARTS = ['dev', 'held-out'] as const;
export type CorpusPart = (typeof CORPUS_PARTS)[number];

export interface LabelledText {
  readonly language: string;
  readonly text: string;
  /** Whether the rule should report it. */
  readonly isTrouble: boolean;
}

export interface MeasuredText extends LabelledText {
  readonly isReported: boolean;
}

export interface Agreement {
  readonly cases: number;
  /** Cases that the rule should report. */
  readonly troubles: number;
  readonly reported: number;
  readonly rightlyReported: number;
  /** Of what is reported, how much is right; of what should be reported, how much is. Undefined where there is none. */
  readonly precision: number | undefined;
  readonly recall: number | undefined;
}

const LINE = /^([+-]) ([a-z]{2}) (\S.*)$/;

/** Throws at a line that is none of a corpus: a case that is not read measures nothing. */
export function parseCorpus(text: string): readonly LabelledText[] {
  return text.split('\n').flatMap((line, index): LabelledText[] => {
    if (line.startsWith('#') || line.trim() === '') return [];
    const [, label, language, written] = LINE.exec(line) ?? [];
    if (language === undefined || written === undefined) throw new Error(`Line ${index + 1} is no labelled text: ${line}`);
    return [{ isTrouble: label === '+', language, text: written.replaceAll(' ⏎ ', '\n') }];
  });
}

export function readCorpus(name: string, part: CorpusPart): readonly LabelledText[] {
  return parseCorpus(readFileSync(join('test/fixtures/language', `${name}.${part}.txt`), 'utf8'));
}

/** Asks the rule about each text, as the whole of the note that `noteOf` makes of it. */
export async function measureRule(rule: Rule, texts: readonly LabelledText[], noteOf: (text: string) => string): Promise<readonly MeasuredText[]> {
  const today = parseCalendarDate('2026-11-22');
  if (today === undefined) throw new Error('The day of the measurement is none.');
  const notes = buildNoteContext();
  const measured: MeasuredText[] = [];
  for (const labelled of texts) {
    const reading = await readNote('Note.md', noteOf(labelled.text), notes);
    const findings = [...(rule.checkNote?.(reading, { today, notes, thresholds: DEFAULT_THRESHOLDS }) ?? [])];
    measured.push({ ...labelled, isReported: findings.length > 0 });
  }
  return measured;
}

export function countAgreement(measured: readonly MeasuredText[]): Agreement {
  const troubles = measured.filter(({ isTrouble }) => isTrouble).length;
  const reported = measured.filter(({ isReported }) => isReported).length;
  const rightlyReported = measured.filter(({ isTrouble, isReported }) => isTrouble && isReported).length;
  return {
    cases: measured.length,
    troubles,
    reported,
    rightlyReported,
    precision: reported === 0 ? undefined : rightlyReported / reported,
    recall: troubles === 0 ? undefined : rightlyReported / troubles,
  };
}
