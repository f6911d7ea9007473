/** What became of a note with conflicts, in words. */
import { joinNames } from './merge-conflict-words.js';

export interface ResolveResult {
  readonly path: string;
  /** `left`: nothing was done, for the reason given. */
  readonly state: 'merged' | 'conflicts' | 'left';
  /** Without a full stop; empty unless the note is left. */
  readonly reason: string;
  /** Names of properties that are left to decide, in groups that belong together. */
  readonly properties: readonly (readonly string[])[];
  /** The headings above the places of the text that are left, one for each place; empty above all headings. */
  readonly sections: readonly string[];
  readonly written: boolean;
  readonly staged: boolean;
}

/** @example conflictSentence({ path: 'Ana.md', state: 'conflicts', properties: [['commitment', 'assessed']], … }) // 'Ana.md: left to decide: commitment and assessed.' */
export function conflictSentence({ path, state, reason, properties, sections, staged }: ResolveResult): string {
  if (state === 'left') return `${path}: left as it is: ${reason}.`;
  if (state === 'merged') return `${path}: merged${staged ? ' and staged' : ''}.`;
  const places = [...new Set(sections)].map((section) => `${section === '' ? 'the text above all headings' : `section "${section}"`}${timesIn(sections, section)}`);
  return `${path}: left to decide: ${[...properties.map(joinNames), ...places].join('; ')}.`;
}

function timesIn(sections: readonly string[], section: string): string {
  const count = sections.filter((other) => other === section).length;
  return count === 1 ? '' : ` (${count} places)`;
}
