/** Dates that contradict one another, or that have gone stale. */
import { PROPERTIES, type PropertyDefinition } from '../../notes/schema.js';
import { daysBetween, parseCalendarDate } from '../../playbook/calendar-date.js';
import { currentCommitment } from '../../playbook/commitment-timeline.js';
import type { NoteKind } from '../../playbook/note.js';
import { newestAssessment } from '../../playbook/standing.js';
import { findLevelPlace } from '../level-place.js';
import { NO_FINDINGS, type Finding, type LintedNote, type Rule } from '../rule.js';

/** Properties that hold a day which must not lie in the future. */
const PAST_DAYS = Object.entries<PropertyDefinition>(PROPERTIES).filter(([, { past }]) => past === true);
const KINDS_WITH_DATES: readonly NoteKind[] = [...new Set([...PROPERTIES.end.kinds, ...PAST_DAYS.flatMap(([, { kinds }]) => kinds)])];

export const dateOrder: Rule = {
  id: 'date-order',
  severity: 'error',
  summary: 'An end must not come before its start, and a past date must not lie in the future.',
  why: 'Work that ends before it starts cannot be drawn, and an assessment that is yet to come was not made.',
  source: 'OURS',
  examples: [
    { title: 'A quarter may end in the month it starts', notes: { 'Pilot.md': '---\ntype: pilot\nstart: 2026-03\nend: 2026-Q1\n---\n' } },
    { title: 'End before start', notes: { 'Pilot.md': '---\ntype: pilot\nstart: 2026-05\nend: ‹2026-04›\n---\n' } },
    { title: 'Assessed in the future', notes: { 'Ana.md': '---\ntype: executive\ncommitment: passive\nassessed: ‹2031-01-01›\n---\n' } },
  ],
  kinds: KINDS_WITH_DATES,
  checkNote({ parsed, source }, { today }): readonly Finding[] {
    const { note } = parsed;
    if (note === undefined || source === undefined) return NO_FINDINGS;
    const findings: Finding[] = [];
    if ('start' in note && note.start !== undefined && note.end !== undefined && note.end.lastDay < note.start.firstDay) {
      const end = source.frontmatter.get('end');
      if (end !== undefined) {
        findings.push({ from: end.valueFrom, to: end.valueTo, message: `End ${note.end.text} comes before start ${note.start.text}. Correct one of the two.` });
      }
    }
    for (const [name, { kinds }] of PAST_DAYS) {
      const property = kinds.includes(note.kind) ? source.frontmatter.get(name) : undefined;
      const date = typeof property?.value === 'string' ? parseCalendarDate(property.value) : undefined;
      if (property === undefined || date === undefined || daysBetween(today, date) <= 0) continue;
      findings.push({ from: property.valueFrom, to: property.valueTo, message: `Property "${name}" is ${date}, which is in the future. Use a day up to today (${today}).` });
    }
    return findings;
  },
};

export const noStaleAssessment: Rule = {
  id: 'no-stale-assessment',
  severity: 'info',
  summary: 'A recorded level must have a day, and not be older than 180 days.',
  why: 'Commitment moves with every decision. The enemy is complacency: a level that nobody has looked at for half a year is a guess. The number of days is a default of ours; cx-playbook.yml changes it.',
  source: 'S3; the number is OURS',
  examples: [
    { title: 'Recently assessed', notes: { 'Ana.md': '---\ntype: executive\ncommitment: passive\nassessed: 2026-02-01\n---\n' } },
    { title: 'Assessed long ago', notes: { 'Ana.md': '---\ntype: executive\ncommitment: passive\nassessed: ‹2025-01-15›\n---\n' } },
    { title: 'No day', notes: { 'Ana.md': '---\ntype: executive\ncommitment: ‹passive›\n---\n' } },
    { title: 'The day stands in the list of assessments', notes: { 'Ana.md': '---\ntype: executive\ncommitment: passive\n---\n## Assessments\n- 2026-02-01 passive\n' } },
    { title: 'Only in the list, and long ago', notes: { 'Ana.md': '---\ntype: executive\n---\n## Assessments\n- ‹2025-01-15 passive›\n' } },
  ],
  kinds: ['executive'],
  checkNote({ parsed, source }: LintedNote, { today, thresholds }): readonly Finding[] {
    const { note } = parsed;
    if (note?.kind !== 'executive' || source === undefined) return NO_FINDINGS;
    const level = currentCommitment(note, today);
    const property = source.frontmatter.get('assessed');
    const range = property === undefined ? findLevelPlace(note, source, today) : { from: property.valueFrom, to: property.valueTo };
    if (level === undefined || range === undefined) return NO_FINDINGS;
    const newest = newestAssessment(note, today);
    if (newest === undefined) {
      return [{ ...range, message: `Commitment "${level}" has no day of assessment. Add "assessed" with the day on which it was judged.` }];
    }
    const age = daysBetween(newest, today);
    if (age <= thresholds.assessedDays) return NO_FINDINGS;
    return [{ ...range, message: `The last assessment is from ${newest}, ${age} days ago (limit ${thresholds.assessedDays}). Look again and record the level.` }];
  },
};
