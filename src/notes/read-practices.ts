/**
 * Which of why, model and reinforce a note has: by its root headings of level 2 to 4, in any order. A section counts
 * when it, or a section below it, says something; a sub-heading alone does not.
 */
import type { Heading, Outline, Section } from '../markdown/outline.js';
import type { TextRange } from '../markdown/text-range.js';
import { PRACTICES, type Practice } from '../playbook/practice.js';
import type { HeadingReader } from './heading-reader.js';

export interface PracticeSection {
  readonly practice: Practice;
  readonly language: string;
  readonly heading: Heading;
  /** From the heading to the end of its sub-sections. */
  readonly sectionTo: number;
  readonly hasContent: boolean;
}

/** A heading that may be meant for a practice but does not count, and why. */
export interface NearMiss extends TextRange {
  readonly practice: Practice;
  readonly heading: string;
  readonly reason: 'other-words' | 'depth' | 'in-container' | 'no-space' | 'indented' | 'multi-line';
}

export interface PracticeReading {
  /** In the order of the note; a practice may have several. */
  readonly sections: readonly PracticeSection[];
  /** Only for practices that are missing. */
  readonly nearMisses: readonly NearMiss[];
}

const HINT_REASON: Readonly<Partial<Record<Outline['hints'][number]['kind'], NearMiss['reason']>>> = {
  'heading-in-container': 'in-container',
  'heading-without-space': 'no-space',
  'indented-heading': 'indented',
  'multi-line-setext': 'multi-line',
};

export function readPractices(text: string, outline: Outline, headings: HeadingReader): PracticeReading {
  const sections: PracticeSection[] = [];
  const others: Heading[] = [];
  let index = 0;
  for (const { heading, contentTo, hasContent } of outline.sections) {
    const place = index++;
    // Titles differ from note to note, so they are read only where something is missing.
    const match = heading.level < 2 || heading.level > 4 ? undefined : headings.of(text, heading).practice;
    if (match === undefined) {
      others.push(heading);
      continue;
    }
    const { practice, language } = match;
    const below = subSections(outline.sections, place);
    if (below.length === 0) sections.push({ practice, language, heading, sectionTo: contentTo, hasContent });
    else sections.push({ practice, language, heading, sectionTo: below[below.length - 1]?.contentTo ?? contentTo, hasContent: hasContent || below.some((section) => section.hasContent) });
  }
  return { sections, nearMisses: findNearMisses(text, outline, headings, sections, others) };
}

const NO_SECTIONS: readonly Section[] = [];

/** The sections below one, at any depth. */
export function subSections(sections: readonly Section[], index: number): readonly Section[] {
  const level = sections[index]?.heading.level ?? 0;
  let end = index + 1;
  while (end < sections.length && (sections[end]?.heading.level ?? 0) > level) end++;
  return end === index + 1 ? NO_SECTIONS : sections.slice(index + 1, end);
}

const NO_NEAR_MISSES: readonly NearMiss[] = [];

function findNearMisses(
  text: string,
  outline: Outline,
  headings: HeadingReader,
  sections: readonly PracticeSection[],
  others: readonly Heading[],
): readonly NearMiss[] {
  const missing = PRACTICES.filter((practice) => sections.every((section) => section.practice !== practice));
  if (missing.length === 0) return NO_NEAR_MISSES;
  const found: NearMiss[] = [];
  for (const heading of others) {
    const reading = headings.of(text, heading);
    const { plain } = reading;
    const exact = reading.practice?.practice;
    const practice = exact ?? reading.nearMiss;
    if (practice === undefined || !missing.includes(practice)) continue;
    found.push({ practice, heading: plain, reason: exact === undefined ? 'other-words' : 'depth', from: heading.from, to: heading.to });
  }
  for (const hint of outline.hints) {
    const reason = HINT_REASON[hint.kind];
    if (reason === undefined || hint.textFrom === undefined || hint.textTo === undefined) continue;
    const { plain, practice: match } = headings.read(text.slice(hint.textFrom, hint.textTo));
    const practice = match?.practice;
    if (practice !== undefined && missing.includes(practice)) found.push({ practice, heading: plain, reason, from: hint.from, to: hint.to });
  }
  return found.sort((a, b) => a.from - b.from);
}
