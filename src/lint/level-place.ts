/** Where a note records the level of its executive: the place that findings about the level point at. */
import type { TextRange } from '../markdown/text-range.js';
import type { NoteText } from '../notes/read-note.js';
import { daysBetween, type CalendarDate } from '../playbook/calendar-date.js';
import { currentCommitment } from '../playbook/commitment-timeline.js';
import type { Executive } from '../playbook/note.js';
import { NOTE_START } from './rule.js';

/** The value of the property, else the line of the assessment that counts; undefined when neither stands in the note. */
export function findLevelPlace(executive: Executive, source: NoteText, today: CalendarDate): TextRange | undefined {
  const property = executive.commitment === undefined ? undefined : source.frontmatter.get('commitment');
  return property === undefined ? newestLine(executive, today) : { from: property.valueFrom, to: property.valueTo };
}

/** As {@link findLevelPlace} where the text is not at hand: the line of the assessment, else the start of the note. */
export function levelLine(executive: Executive, today: CalendarDate): TextRange {
  return newestLine(executive, today) ?? NOTE_START;
}

/** The newest assessment that is not to come, when it says the present level. */
function newestLine(executive: Executive, today: CalendarDate): TextRange | undefined {
  let newest: Executive['assessments'][number] | undefined;
  for (const assessment of executive.assessments) {
    if (daysBetween(assessment.date, today) >= 0 && (newest === undefined || daysBetween(newest.date, assessment.date) >= 0)) newest = assessment;
  }
  return newest === undefined || newest.level !== currentCommitment(executive, today) ? undefined : { from: newest.from, to: newest.to };
}
