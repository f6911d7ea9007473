import { plainHeadingText } from '../markdown/heading-text.js';
import type { Outline, Section } from '../markdown/outline.js';
import { normalizeHeading } from '../playbook/practice.js';
import { subSections } from './read-practices.js';

/** Sections whose heading says one of the names (normalised), each with the sections below it. */
export function findSections(
  text: string,
  outline: Outline,
  names: ReadonlySet<string>,
): readonly { readonly section: Section; readonly below: readonly Section[] }[] {
  return outline.sections.flatMap((section, index) =>
    names.has(headingName(text, section)) ? [{ section, below: subSections(outline.sections, index) }] : [],
  );
}

/** A section's heading, normalised for comparison. */
export function headingName(text: string, section: Section): string {
  return normalizeHeading(plainHeadingText(text.slice(section.heading.textFrom, section.heading.textTo)));
}
