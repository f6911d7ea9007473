/**
 * The dated line of a level under `## Assessments`: added where the note's own order wants it, newest first or last, or
 * written over the line of the same day, so that a change of mind leaves one line for the day and not two. What would
 * be written is read before it is given out.
 *
 * @example `- 2026-03-04 toe-dipper — by M. Devereux — funds pilots only when asked`
 */
import { scanOutline, type Outline } from '../markdown/outline.js';
import { insertSectionEdit } from '../markdown/section-edit.js';
import { applyEdits, type TextEdit } from '../markdown/text-edit.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { parseCommitmentLevel, type CommitmentLevel } from '../playbook/commitment.js';
import type { Assessment } from '../playbook/note.js';
import { datedLineDrafts, lastSectionsFrom, mainHeadingLevel, sectionPlaces } from './dated-list-edit.js';
import { findSections } from './named-section.js';
import type { NoteContext } from './playbook-settings.js';
import { ASSESSMENTS, DATED, EVIDENCE, readDatedItems, REMARK } from './read-dated-items.js';

export interface NewAssessment {
  readonly date: CalendarDate;
  readonly level: CommitmentLevel;
  /** Who assessed; empty for nobody named. */
  readonly by: string;
  /** Empty for none. */
  readonly remark: string;
}

/** The edits, empty when the line stands there already; undefined when no place was found where it would be read. */
export function assessmentEdits(text: string, assessment: NewAssessment, context: NoteContext): readonly TextEdit[] | undefined {
  const outline = scanOutline(text);
  const before = readDatedItems(text, outline, context).assessments;
  const sameDay = before.filter(({ date }) => date === assessment.date).at(-1);
  const drafts = sameDay === undefined ? additionDrafts(text, outline, assessment, context) : [rewriteEdits(text, sameDay, assessment)];
  return drafts.find((edits) => holds(text, outline, edits, before, assessment, context));
}

/** Whether the edited note reads as before but for the day's line, which says the level and swallows no heading behind it. */
function holds(text: string, outline: Outline, edits: readonly TextEdit[], before: readonly Assessment[], { date, level }: NewAssessment, context: NoteContext): boolean {
  const edited = applyEdits(text, edits);
  const outlineAfter = scanOutline(edited);
  if (outlineAfter.sections.length < outline.sections.length) return false;
  const after = readDatedItems(edited, outlineAfter, context).assessments;
  const othersOf = (lines: readonly Assessment[]): string => JSON.stringify(lines.filter((line) => line.date !== date).map((line) => [line.date, line.level, line.remark]));
  const ofDay = after.filter((line) => line.date === date);
  const ofDayBefore = before.filter((line) => line.date === date);
  return ofDay.length === Math.max(1, ofDayBefore.length) && ofDay.at(-1)?.level === level && othersOf(after) === othersOf(before);
}

/** The level in its place, and what follows it when there is something new to say. */
function rewriteEdits(text: string, { from, to, level: oldLevel }: Assessment, { level, by, remark }: NewAssessment): readonly TextEdit[] {
  const rest = DATED.exec(text.slice(from, to))?.[2] ?? '';
  const restFrom = to - rest.length;
  const split = REMARK.exec(rest)?.index ?? rest.length;
  const levelText = rest.slice(0, split).trimEnd();
  const edits: TextEdit[] = oldLevel === level || parseCommitmentLevel(levelText) === level ? [] : [{ from: restFrom, to: restFrom + levelText.length, insert: level }];
  const tail = rest.slice(levelText.length, tailEnd(rest));
  const newTail = remark !== '' ? tailOf(by === '' ? assessorIn(tail) : by, remark) : tail.trim() === '' ? tailOf(by, '') : tail;
  const tailFrom = restFrom + levelText.length;
  if (newTail !== tail) edits.push({ from: tailFrom, to: tailFrom + tail.length, insert: newTail });
  return edits;
}

/** Where what follows the level ends: before a comment or a block id. */
function tailEnd(rest: string): number {
  const comment = rest.indexOf('%%');
  const end = comment === -1 ? (/\s\^[A-Za-z0-9-]+\s*$/.exec(rest)?.index ?? rest.length) : comment;
  return rest.slice(0, end).trimEnd().length;
}

/** Who assessed, by a line's ` — by M. Devereux — …`; empty when nobody is named. */
function assessorIn(tail: string): string {
  const [, first = ''] = tail.split(/\s[—–-]\s/u);
  return /^by\s+(\S.*)$/su.exec(first.trim())?.[1] ?? '';
}

function tailOf(by: string, remark: string): string {
  return `${by === '' ? '' : ` — by ${by}`}${remark === '' ? '' : ` — ${remark}`}`;
}

/** Ways to add the line, best first. */
function additionDrafts(text: string, outline: Outline, assessment: NewAssessment, { headings }: NoteContext): readonly TextEdit[][] {
  const line = `${assessment.date} ${assessment.level}${tailOf(assessment.by, assessment.remark)}`;
  const sections = findSections(text, outline, ASSESSMENTS, headings).map(({ section }) => section);
  return sections.length > 0 ? datedLineDrafts(text, outline, sections, line) : newSectionDrafts(text, outline, line, headings);
}

/** Behind the evidence, else before the sections that stay last, else at the end. */
function newSectionDrafts(text: string, outline: Outline, line: string, headings: NoteContext['headings']): readonly TextEdit[][] {
  const evidence = findSections(text, outline, EVIDENCE, headings).at(-1);
  const behindEvidence = (evidence?.below.at(-1) ?? evidence?.section)?.contentTo;
  const level = evidence?.section.heading.level ?? mainHeadingLevel(outline);
  return sectionPlaces(text, behindEvidence ?? lastSectionsFrom(text, outline, headings)).map((at) => [insertSectionEdit(text, at, { heading: 'Assessments', level, body: `- ${line}` })]);
}
