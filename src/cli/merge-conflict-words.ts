/** What a merge left to decide, in words: properties by name, and how many places of the text. */
import type { MergedNote } from '../history/merge-notes.js';

/** Longer lists of names say nothing more. */
const MOST_NAMES = 6;

/** @example describeConflicts({ properties: [['commitment', 'assessed']], textConflicts: 1 }) // 'commitment and assessed; 1 place in the text.' */
export function describeConflicts({ properties, textConflicts }: Pick<MergedNote, 'properties' | 'textConflicts'>): string {
  const groups = properties.map((names) => joinNames(names));
  const text = textConflicts === 0 ? [] : [`${textConflicts} ${textConflicts === 1 ? 'place' : 'places'} in the text`];
  return `${[...groups, ...text].join('; ')}.`;
}

export function joinNames(names: readonly string[]): string {
  if (names.length > MOST_NAMES) return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
