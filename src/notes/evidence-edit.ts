/**
 * A dated line of evidence under `## Evidence` → `### Said` or `### Did`: added where the note's own order wants it,
 * newest first or last, in a section of its own where there is none. What would be written is read before it is given
 * out, and the same line is not written twice.
 *
 * @example `- 2026-02-11 Moved 40,000 to storm texts ([[Budget round]]) #money`
 */
import { scanOutline, type Outline, type Section } from '../markdown/outline.js';
import { insertSectionEdit } from '../markdown/section-edit.js';
import { applyEdits, type TextEdit } from '../markdown/text-edit.js';
import type { TextRange } from '../markdown/text-range.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { Evidence, EvidenceCategory } from '../playbook/note.js';
import { datedLineDrafts, lastSectionsFrom, mainHeadingLevel, sectionPlaces, standsNewestFirst } from './dated-list-edit.js';
import { evidenceTags } from './evidence-tags.js';
import { harmlessText } from './evidence-text.js';
import { findSections } from './named-section.js';
import type { NoteContext, PlaybookSettings } from './playbook-settings.js';
import { ASSESSMENTS, EVIDENCE, evidenceSections, readDatedItems, type DatedItems } from './read-dated-items.js';

export interface NewEvidence {
  readonly date: CalendarDate;
  readonly form: Evidence['form'];
  /** Of what was done; not read for what was said. */
  readonly category?: EvidenceCategory | undefined;
  /** A sign of the vault's list that it shows. */
  readonly sign?: string | undefined;
  readonly text: string;
  /** A link to where it is written down. */
  readonly source?: string | undefined;
}

export type EvidenceEdits =
  | { readonly kind: 'added'; readonly edits: readonly TextEdit[] }
  /** The line stands there already. */
  | ({ readonly kind: 'known' } & TextRange)
  /** No place was found where the line would be read; the message says what to do at the range. */
  | ({ readonly kind: 'no-place'; readonly message: string } & TextRange);

export function evidenceEdits(text: string, evidence: NewEvidence, context: NoteContext): EvidenceEdits {
  const outline = scanOutline(text);
  const before = readDatedItems(text, outline, context);
  const { settings } = context;
  const line = formatEvidence(evidence, settings, writesPrefix(before.evidence, settings));
  const wanted = identityOf(readLine(line, evidence, settings), settings);
  const same = before.evidence.find((item) => identityOf(item, settings) === wanted);
  if (same !== undefined) return { kind: 'known', from: same.from, to: same.to };
  const edits = additionDrafts(text, outline, evidence.form, line, context).find((draft) => holds(text, draft, before, wanted, evidence, context));
  return edits === undefined ? noPlace(text, outline) : { kind: 'added', edits };
}

/** The line without its bullet. Tags are bare, or behind the vault's prefix. */
export function formatEvidence({ date, form, category: named, sign, text, source = '' }: NewEvidence, settings: PlaybookSettings, isPrefixed = false): string {
  const category = form === 'did' ? named : undefined;
  const said = harmlessText(text, { form, category, sign }, settings);
  const { tags } = evidenceTags(said, settings);
  const tagOf = (name: string | undefined, isThere: boolean): string => (name === undefined || isThere ? '' : `#${isPrefixed ? `${settings.tagPrefix}/` : ''}${name}`);
  const link = harmlessText(source, { form }, settings);
  const parts = [date, said, link === '' ? '' : `(${link})`, tagOf(category, tags.some((tag) => tag.category !== undefined)), tagOf(sign, tags.some((tag) => tag.sign !== undefined))];
  return parts.filter((part) => part !== '').join(' ');
}

/** Whether the note's lines write their tags behind the prefix: as the last one that has a tag. */
function writesPrefix(evidence: readonly Evidence[], settings: PlaybookSettings): boolean {
  for (const { text } of [...evidence].reverse()) {
    const tag = evidenceTags(text, settings).tags.at(-1);
    if (tag !== undefined) return tag.isPrefixed;
  }
  return false;
}

type EvidenceLine = Pick<Evidence, 'date' | 'form' | 'category' | 'sign' | 'text'>;

/** As the reader would read the line. */
function readLine(line: string, { date, form }: NewEvidence, settings: PlaybookSettings): EvidenceLine {
  const text = line.slice(date.length).replace(/^[\s:,—–-]+/u, '');
  const { category, sign } = evidenceTags(text, settings);
  return { date, form, category: form === 'did' ? category : undefined, sign, text };
}

/** What makes two lines the same: all but how their tags are written, white space and block ids. */
function identityOf({ date, form, category, sign, text }: EvidenceLine, settings: PlaybookSettings): string {
  let plain = '';
  let at = 0;
  for (const tag of evidenceTags(text, settings).tags) {
    plain += text.slice(at, tag.from);
    at = tag.to;
  }
  const words = (plain + text.slice(at)).replace(/\s\^[A-Za-z0-9-]+\s*$/, '').replace(/\s+/gu, ' ').trim();
  return JSON.stringify([date, form, category, sign, words]);
}

/** Whether the edited note reads as before but for one line more, the wanted one. */
function holds(text: string, edits: readonly TextEdit[], before: DatedItems, wanted: string, { form, category }: NewEvidence, context: NoteContext): boolean {
  // What was done without a category is kept, and reported.
  const hasCategory = form === 'said' || category !== undefined;
  const edited = applyEdits(text, edits);
  const after = readDatedItems(edited, scanOutline(edited), context);
  const lines = after.evidence.map((item) => identityOf(item, context.settings));
  const old = before.evidence.map((item) => identityOf(item, context.settings));
  const others = lines.filter((line) => line !== wanted);
  return (
    lines.length === old.length + 1 &&
    others.length === old.length &&
    others.every((line, index) => line === old[index]) &&
    after.problems.length === before.problems.length + (hasCategory ? 0 : 1) &&
    JSON.stringify(after.assessments.map(({ date, level, remark }) => [date, level, remark])) === JSON.stringify(before.assessments.map(({ date, level, remark }) => [date, level, remark]))
  );
}

/** Ways to add the line, best first. */
function additionDrafts(text: string, outline: Outline, form: Evidence['form'], line: string, { headings }: NoteContext): readonly TextEdit[][] {
  const found = findSections(text, outline, EVIDENCE, headings);
  const sections = evidenceSections(text, outline, headings);
  const own = sections.filter((each) => each.form === form).map(({ section }) => section);
  const others = sections.filter((each) => each.form !== form).map(({ section }) => section);
  if (own.length > 0) {
    const isNewestFirst = others.map((section) => standsNewestFirst(text, section)).find((order) => order !== undefined);
    return datedLineDrafts(text, outline, own, line, isNewestFirst);
  }
  const last = found.at(-1);
  return [...(last === undefined ? [] : newFormDrafts(text, last.section, last.below, others[0], form, line)), ...newEvidenceDrafts(text, outline, form, line, headings)];
}

const HEADINGS: Readonly<Record<Evidence['form'], string>> = { said: 'Said', did: 'Did' };

/** Below the evidence: what was said before what was done. */
function newFormDrafts(text: string, section: Section, below: readonly Section[], other: Section | undefined, form: Evidence['form'], line: string): readonly TextEdit[][] {
  const level = other?.heading.level ?? section.heading.level + 1;
  if (level > 6) return [];
  const end = (below.at(-1) ?? section).contentTo;
  return sectionPlaces(text, form === 'said' ? other?.heading.from : undefined, end).map((at) => [insertSectionEdit(text, at, { heading: HEADINGS[form], level, body: `- ${line}` })]);
}

/** Evidence and the form below it: before the assessments, else before the sections that stay last, else at the end. */
function newEvidenceDrafts(text: string, outline: Outline, form: Evidence['form'], line: string, headings: NoteContext['headings']): readonly TextEdit[][] {
  const assessments = findSections(text, outline, ASSESSMENTS, headings)[0]?.section.heading;
  const level = Math.min(assessments?.level ?? mainHeadingLevel(outline), 5);
  const body = `${'#'.repeat(level + 1)} ${HEADINGS[form]}\n- ${line}`;
  return sectionPlaces(text, assessments?.from ?? lastSectionsFrom(text, outline, headings)).map((at) => [insertSectionEdit(text, at, { heading: 'Evidence', level, body })]);
}

function noPlace(text: string, outline: Outline): EvidenceEdits {
  const hint = outline.hints.find(({ kind }) => kind.startsWith('unclosed-'));
  if (hint === undefined) return { kind: 'no-place', from: text.length, to: text.length, message: 'No place was found for the dated line. Add a section "Evidence" with "Said" and "Did" at the end of the note, then try again.' };
  return { kind: 'no-place', from: hint.from, to: hint.to, message: 'What opens here never ends and would hide the dated line. Close it, then try again.' };
}
