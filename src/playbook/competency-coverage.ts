/**
 * Which executives and which open work cover each of the four competencies, and which of them nobody does. Executives are
 * to be taught all four (S1); that a competency counts as covered when a note lists it is OURS.
 *
 * @example assessCompetencyCoverage(playbook).filter(isUncovered) // competencies that no executive and no open work lists
 */
import { COMPETENCIES, type Competency } from './competency.js';
import type { Executive, Initiative } from './note.js';
import type { Playbook } from './playbook.js';
import { isOpen } from './short-work.js';

export interface CompetencyCover {
  readonly competency: Competency;
  /** Ordered by path. */
  readonly executives: readonly Executive[];
  /** Neither done nor dropped, ordered by path. */
  readonly work: readonly Initiative[];
}

/** All four, in the order in which the sources list them. */
export function assessCompetencyCoverage(playbook: Playbook): readonly CompetencyCover[] {
  const covers = COMPETENCIES.map((competency): { readonly competency: Competency; readonly executives: Executive[]; readonly work: Initiative[] } => ({ competency, executives: [], work: [] }));
  for (const executive of playbook.executives) {
    for (const cover of covers) if (executive.competencies.includes(cover.competency)) cover.executives.push(executive);
  }
  for (const work of playbook.initiatives) {
    if (work.competencies.length === 0 || !isOpen(work)) continue;
    for (const cover of covers) if (work.competencies.includes(cover.competency)) cover.work.push(work);
  }
  return covers;
}

/** Neither an executive nor open work lists it. */
export function isUncovered({ executives, work }: CompetencyCover): boolean {
  return executives.length === 0 && work.length === 0;
}
