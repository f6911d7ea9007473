import type { Outline, Section } from '../markdown/outline.js';
import type { HeadingReader } from './heading-reader.js';
import { subSections } from './read-practices.js';

/** Sections whose heading says one of the names (normalised), each with the sections below it. */
export function findSections(
  text: string,
  outline: Outline,
  names: ReadonlySet<string>,
  headings: HeadingReader,
): readonly { readonly section: Section; readonly below: readonly Section[] }[] {
  const found: { readonly section: Section; readonly below: readonly Section[] }[] = [];
  outline.sections.forEach((section, index) => {
    if (names.has(headings.of(text, section.heading).name)) found.push({ section, below: subSections(outline.sections, index) });
  });
  return found;
}
