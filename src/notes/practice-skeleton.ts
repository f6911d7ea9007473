/**
 * A missing section for a practice, put where it belongs: after the practice that comes before it, else before the one
 * that comes after, else before the note's record keeping, else at the end; in the note's language and heading depth.
 */
import type { Outline } from '../markdown/outline.js';
import { insertSectionEdit } from '../markdown/section-edit.js';
import type { TextEdit } from '../markdown/text-edit.js';
import { practiceHeading, PRACTICES, type Practice } from '../playbook/practice.js';
import type { HeadingReader } from './heading-reader.js';
import type { PracticeReading } from './read-practices.js';

/** Sections that keep records and stay at the end of a note. */
const RECORD_SECTIONS: ReadonlySet<string> = new Set(['evidence', 'assessments', 'assessment', 'references', 'log']);

/** A comment, so that an untouched skeleton does not count as content. */
export const PRACTICE_PROMPTS: Readonly<Record<Practice, string>> = {
  why: '%% Why does this matter to customers, employees and the organisation? %%',
  model: '%% Which behaviour will leaders show themselves? %%',
  reinforce: '%% Which cadence, recognition or measure keeps it alive? %%',
};

/** Undefined where a comment or block that never ends would hide the section, and where its place is within a line. */
export function practiceSkeletonEdit(text: string, outline: Outline, reading: PracticeReading, practice: Practice, headings: HeadingReader): TextEdit | undefined {
  const position = PRACTICES.indexOf(practice);
  const before = reading.sections.filter((section) => PRACTICES.indexOf(section.practice) < position).at(-1);
  const after = reading.sections.find((section) => PRACTICES.indexOf(section.practice) > position);
  const neighbour = before ?? after;
  const at = before?.sectionTo ?? after?.heading.from ?? firstRecord(text, outline, headings) ?? text.length;
  if (outline.hints.some(({ kind, from }) => kind.startsWith('unclosed-') && from < at)) return undefined;
  // A heading may follow a comment in the line in which that ends.
  if (at < text.length && !/(^|[\r\n\ufeff])$/.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  const level = neighbour?.heading.level ?? commonLevel(outline);
  return insertSectionEdit(text, at, { heading: practiceHeading(practice, neighbour?.language ?? 'en'), level, body: PRACTICE_PROMPTS[practice] });
}

/** Where the record keeping starts; undefined without any. */
function firstRecord(text: string, outline: Outline, headings: HeadingReader): number | undefined {
  return outline.sections.find((section) => RECORD_SECTIONS.has(headings.of(text, section.heading).name))?.heading.from;
}

/** The level of the first heading from 2 to 4; 2 where there is none. */
function commonLevel(outline: Outline): number {
  return outline.sections.find(({ heading }) => heading.level >= 2 && heading.level <= 4)?.heading.level ?? 2;
}
