/**
 * Which executives and which open work cover each of the four competencies, and which of them nobody does. Executives are
 * to be taught all four (S1); that a competency counts as covered when a note lists it is OURS.
 *
 * @example findUncovered(assessCompetencyCoverage(playbook)) // competencies that no executive and no open work lists
 */
import { COMPETENCIES, type Competency } from './competency.js';
import type { Executive, Initiative } from './note.js';
import type { Playbook } from './playbook.js';
import { isOpen } from './short-work.js';

export interface CompetencyCover {
  readonly competency: Competency;
  /** Ordered by path. */
  readonly executives: readonly Executive[];
  /** Initiatives and pilots that are neither done nor dropped, ordered by path: a milestone is a day, which teaches nobody. */
  readonly work: readonly Initiative[];
}

/** All four, in the order in which the sources list them. */
export function assessCompetencyCoverage(playbook: Playbook): readonly CompetencyCover[] {
  const covers = COMPETENCIES.map((competency): { readonly competency: Competency; readonly executives: Executive[]; readonly work: Initiative[] } => ({ competency, executives: [], work: [] }));
  for (const executive of playbook.executives) {
    for (const cover of covers) if (executive.competencies.includes(cover.competency)) cover.executives.push(executive);
  }
  for (const work of playbook.initiatives) {
    if (work.competencies.length === 0 || !carriesCompetencies(work)) continue;
    for (const cover of covers) if (work.competencies.includes(cover.competency)) cover.work.push(work);
  }
  return covers;
}

/** Work that can carry a competency. */
export function carriesCompetencies(work: Initiative): boolean {
  return work.kind !== 'milestone' && isOpen(work);
}

/** Those that nobody covers, in the order of the sources; empty in a vault that records no competency at all, which says nothing of one. */
export function findUncovered(covers: readonly CompetencyCover[]): readonly Competency[] {
  const uncovered = covers.filter(({ executives, work }) => executives.length === 0 && work.length === 0);
  return uncovered.length === covers.length ? [] : uncovered.map(({ competency }) => competency);
}
