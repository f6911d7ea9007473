/** Annotations for spreadsheets, one row a thread. */
import { noteOf, rangeOf, type AnnotationEntry, type AnnotationList } from './annotations-entry.js';
import { formatCsv } from './csv.js';

const COLUMNS: readonly (readonly [heading: string, cell: (entry: AnnotationEntry) => string])[] = [
  ['State', ({ state }) => state],
  ['Kind', ({ annotation }) => annotation.kind],
  ['Note', noteOf],
  ['Line', ({ place }) => String(rangeOf(place)?.start.line ?? '')],
  ['Column', ({ place }) => String(rangeOf(place)?.start.column ?? '')],
  ['Age in days', ({ ageDays }) => String(ageDays ?? '')],
  ['Replies', ({ replies }) => String(replies)],
  ['Author', ({ annotation }) => annotation.author],
  ['Last author', ({ lastAuthor }) => lastAuthor],
  ['Created', ({ annotation }) => annotation.created],
  ['Private', ({ isPrivate }) => (isPrivate ? 'yes' : 'no')],
  ['Quote', ({ annotation }) => annotation.selector.quote],
  ['First word', ({ annotation }) => annotation.events.find(({ text }) => text !== '')?.text ?? ''],
  ['Thread', ({ annotation }) => annotation.path],
];

/** The headings first, also where there is no thread. */
export function formatAnnotationsCsv({ entries }: AnnotationList): string {
  return formatCsv([COLUMNS.map(([heading]) => heading), ...entries.map((entry) => COLUMNS.map(([, cell]) => cell(entry)))]);
}
