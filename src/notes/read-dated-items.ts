/**
 * The dated lists of an executive's note: levels under `## Assessments`, evidence under `## Evidence` → `### Said` and
 * `### Did`, with the category and the sign that its tags name. An item that lacks its day or level is reported and left
 * out; what else stands there is the author's.
 *
 * @example `- 2026-03-04 toe-dipper — by M. Devereux` // { date: '2026-03-04', level: 'toe-dipper', remark: 'by M. Devereux' }
 */
import { detachedText } from '../markdown/detached-text.js';
import { readListItems } from '../markdown/list-items.js';
import type { Outline, Section } from '../markdown/outline.js';
import { parseCalendarDate } from '../playbook/calendar-date.js';
import { parseCommitmentLevel } from '../playbook/commitment.js';
import { EVIDENCE_CATEGORIES, type Assessment, type Evidence } from '../playbook/note.js';
import type { HeadingReader } from './heading-reader.js';
import { findSections } from './named-section.js';
import { quoted, type NoteProblem } from './note-problem.js';
import { evidenceTags } from './evidence-tags.js';
import type { NoteContext, PlaybookSettings } from './playbook-settings.js';

export interface DatedItems {
  readonly assessments: readonly Assessment[];
  readonly evidence: readonly Evidence[];
  readonly problems: readonly NoteProblem[];
}

export interface EvidenceSection {
  readonly section: Section;
  readonly form: Evidence['form'];
}

export const ASSESSMENTS: ReadonlySet<string> = new Set(['assessments', 'assessment']);
export const EVIDENCE: ReadonlySet<string> = new Set(['evidence']);
/** By the name of a section's heading. */
const FORMS: Readonly<Record<string, Evidence['form'] | undefined>> = { said: 'said', did: 'did', done: 'did' };
export const DATED = /^(\d{4}-\d{2}-\d{2})(?:$|[\s:,—–-]+)([\s\S]*)$/u;
export const REMARK = /\s+[—–-]\s+|[,;:(]/u;

export function readDatedItems(text: string, outline: Outline, { headings, settings }: NoteContext): DatedItems {
  const problems: NoteProblem[] = [];
  const assessments = findSections(text, outline, ASSESSMENTS, headings).flatMap(({ section }) => readAssessments(text, section, problems));
  const evidence = evidenceSections(text, outline, headings).flatMap(({ section, form }) => readEvidence(text, section, form, settings, problems));
  return { assessments, evidence, problems };
}

/** The sections said and done below evidence, each once, in the order of the note. */
export function evidenceSections(text: string, outline: Outline, headings: HeadingReader): readonly EvidenceSection[] {
  // One section of evidence may stand in another.
  const below = new Set(findSections(text, outline, EVIDENCE, headings).flatMap((found) => found.below));
  return [...below].flatMap((section) => {
    const form = FORMS[headings.of(text, section.heading).name];
    return form === undefined ? [] : [{ section, form }];
  });
}

function readAssessments(text: string, section: Section, problems: NoteProblem[]): Assessment[] {
  return itemsIn(text, section).flatMap((item) => {
    const [date, rest] = splitDate(item.text);
    const split = REMARK.exec(rest);
    const levelText = split === null ? rest : rest.slice(0, split.index);
    const level = parseCommitmentLevel(levelText);
    if (date !== undefined && level !== undefined) {
      const remark = split === null ? '' : rest.slice(split.index).replace(/^[\s—–,;:-]+/u, '').trim();
      return [{ date, level, remark: detachedText(remark), from: item.from, to: item.to }];
    }
    const lacks = date === undefined ? 'does not start with a day' : `names no level of commitment: ${quoted(levelText)}`;
    problems.push(itemProblem(item, `Item under "Assessments" ${lacks}. Write a day and a level, such as "2026-03-04 toe-dipper — why".`));
    return [];
  });
}

function readEvidence(text: string, section: Section, form: Evidence['form'], settings: PlaybookSettings, problems: NoteProblem[]): Evidence[] {
  return itemsIn(text, section).flatMap((item) => {
    const [date, rest] = splitDate(item.text);
    if (date === undefined) {
      problems.push(itemProblem(item, `Item under "${form === 'said' ? 'Said' : 'Did'}" does not start with a day. Write it as "2026-02-11 what happened".`));
      return [];
    }
    const tags = evidenceTags(rest, settings);
    const category = form === 'did' ? tags.category : undefined;
    if (form === 'did' && category === undefined) {
      problems.push(itemProblem(item, `Item under "Did" has no category. End it with one of ${EVIDENCE_CATEGORIES.map((name) => `#${name}`).join(' ')}.`));
    }
    return [{ date, form, category, ...(tags.sign === undefined ? {} : { sign: tags.sign }), text: detachedText(rest), from: item.from, to: item.to }];
  });
}

interface ItemText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function itemsIn(text: string, section: Section): ItemText[] {
  return readListItems(text, { from: section.contentFrom, to: section.contentTo }, 0)
    .map(({ textFrom, textTo }) => ({ text: text.slice(textFrom, textTo).replace(/%%.*?%%/gs, '').trim(), from: textFrom, to: textTo }))
    .filter((item) => item.text !== '');
}

function splitDate(text: string): [ReturnType<typeof parseCalendarDate>, string] {
  const match = DATED.exec(text);
  return [parseCalendarDate(match?.[1] ?? ''), (match?.[2] ?? '').trim()];
}

function itemProblem(item: ItemText, message: string): NoteProblem {
  return { code: 'dated-item', from: item.from, to: item.to, message, hint: true };
}
