/** Start and end as text in the four precisions, or the one date of a milestone, with the days that they come to. */
import type { VNode } from 'preact';
import type { RoadmapItem } from '../roadmap/roadmap-layout.js';
import { coverage, dateProblems, type DateFields } from './roadmap-form-values.js';
import { FieldRow, TextField } from './RoadmapFormFields.js';
import { WORDS } from './words/words.js';

export interface RoadmapDateFieldsProps {
  readonly kind: RoadmapItem['kind'];
  /** Of a milestone, its date is the end. */
  readonly fields: DateFields;
  readonly isAsked: boolean;
  readonly onFields: (fields: DateFields) => void;
}

export function RoadmapDateFields({ kind, fields, isAsked, onFields }: RoadmapDateFieldsProps): VNode {
  const words = WORDS.roadmapEdits;
  const { start, end } = fields;
  const problems = dateProblems(kind, fields);
  const isMilestone = kind === 'milestone';
  return (
    <div class="cx-roadmap-dates">
      <FieldRow>
        {!isMilestone && <TextField key="start" label={words.start} value={start} problem={problems.start} isAsked={isAsked} onValue={(value) => onFields({ start: value, end })} />}
        <TextField key="end" label={isMilestone ? words.date : words.end} value={end} problem={problems.end} isAsked={isAsked} onValue={(value) => onFields({ start, end: value })} />
      </FieldRow>
      <p class="cx-roadmap-field-hint">{words.dateHint}</p>
      <p class="cx-roadmap-covers" role="status">{coverage(kind, fields)}</p>
    </div>
  );
}
