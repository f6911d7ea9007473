/** Dates that contradict one another, or that have gone stale. */
import { propertyDefinition } from '../../notes/schema.js';
import { daysBetween, parseCalendarDate } from '../../playbook/calendar-date.js';
import type { Finding, LintedNote, Rule } from '../rule.js';

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
  *checkNote({ parsed, source }, { today }): Iterable<Finding> {
    const { note } = parsed;
    if (note === undefined || source === undefined) return;
    if ('start' in note && note.start !== undefined && note.end !== undefined && note.end.lastDay < note.start.firstDay) {
      const end = source.frontmatter.get('end');
      if (end !== undefined) {
        yield { from: end.valueFrom, to: end.valueTo, message: `End ${note.end.text} comes before start ${note.start.text}. Correct one of the two.` };
      }
    }
    for (const property of source.frontmatter.properties) {
      const definition = propertyDefinition(property.name);
      if (definition?.past !== true || !definition.kinds.includes(note.kind) || typeof property.value !== 'string') continue;
      const date = parseCalendarDate(property.value);
      if (date === undefined || daysBetween(today, date) <= 0) continue;
      yield { from: property.valueFrom, to: property.valueTo, message: `Property "${property.name}" is ${date}, which is in the future. Use a day up to today (${today}).` };
    }
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
  ],
  *checkNote({ parsed, source }: LintedNote, { today, thresholds }): Iterable<Finding> {
    const { note } = parsed;
    if (note?.kind !== 'executive' || note.commitment === undefined || source === undefined) return;
    const dates = [note.assessed, ...note.assessments.map(({ date }) => date)].filter((date) => date !== undefined && daysBetween(date, today) >= 0);
    const newest = dates.sort().at(-1);
    const place = source.frontmatter.get('assessed') ?? source.frontmatter.get('commitment');
    if (place === undefined) return;
    const range = { from: place.valueFrom, to: place.valueTo };
    if (newest === undefined) {
      yield { ...range, message: `Commitment "${note.commitment}" has no day of assessment. Add "assessed" with the day on which it was judged.` };
      return;
    }
    const age = daysBetween(newest, today);
    if (age > thresholds.assessedDays) {
      yield { ...range, message: `The last assessment is from ${newest}, ${age} days ago (limit ${thresholds.assessedDays}). Look again and record the level.` };
    }
  },
};
