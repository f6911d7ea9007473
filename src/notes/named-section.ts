import type { Heading, Outline, Section } from '../markdown/outline.js';
import { normalizeHeading } from '../playbook/practice.js';
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

/** A heading goes on behind one of these: "Commitments made: April", "The story (Kirsi)". */
const GOES_ON = /[:—–|(]/u;

/** Whether a heading says one of the names, or does so up to a colon, dash, bar or bracket. */
export function isNamed(
  text: string,
  heading: Pick<Heading, 'textFrom' | 'textTo'>,
  names: ReadonlySet<string> | ((name: string) => boolean),
  headings: HeadingReader,
): boolean {
  const has = typeof names === 'function' ? names : (name: string) => names.has(name);
  const { name, plain } = headings.of(text, heading);
  if (has(name)) return true;
  const end = plain.search(GOES_ON);
  return end > 0 && has(normalizeHeading(plain.slice(0, end)));
}
