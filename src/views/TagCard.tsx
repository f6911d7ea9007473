/** The proposal for one note: what is recorded, what is proposed and on what it rests, and what the person chooses. */
import { useId } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { COMMITMENT_LEVELS, COMMITMENT_MEANING, type CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCY_LABEL } from '../playbook/competency.js';
import { levelLabel, type LevelLabels } from './tag-labels.js';
import { TagCompetencyChoices } from './TagCompetencyChoices.js';
import { TagReasons, type OpenPlace } from './TagReasons.js';
import type { TagDraft, TagField, TagProposalNote } from './tag-review.js';
import { WORDS } from './words/words.js';

export interface TagCardProps {
  readonly note: TagProposalNote;
  readonly draft: TagDraft;
  readonly labels: LevelLabels;
  readonly onChange: (draft: TagDraft) => void;
  readonly onOpen: OpenPlace;
}

export function TagCard({ note, draft, labels, onChange, onOpen }: TagCardProps): VNode {
  const words = WORDS.tagging.review;
  const { level, needed, competencies } = note;
  const remark = draft.level !== undefined && draft.level !== level?.current && (
    <label class="cx-tag-remark">
      <span>{words.remark}</span>
      <input type="text" value={draft.remark} maxLength={300} onInput={(event) => onChange({ ...draft, remark: event.currentTarget.value })} />
    </label>
  );
  const fields = [
    level && {
      field: level,
      node: (
        <Field key="level" label={words.level} field={level} current={levelName(level.current, labels, WORDS.tagging.notAssessed)} onOpen={onOpen} below={remark}>
          <LevelSelect label={words.level} value={draft.level} none={WORDS.tagging.notAssessed} proposed={level.proposed} labels={labels} onChange={(value) => onChange({ ...draft, level: value })} />
        </Field>
      ),
    },
    needed && {
      field: needed,
      node: (
        <Field key="needed" label={words.needed} field={needed} current={levelName(needed.current, labels, WORDS.tagging.notSet)} onOpen={onOpen}>
          <LevelSelect label={words.needed} value={draft.needed} none={WORDS.tagging.notSet} proposed={needed.proposed} labels={labels} onChange={(value) => onChange({ ...draft, needed: value })} />
        </Field>
      ),
    },
    competencies && {
      field: competencies,
      node: (
        <Field key="competencies" label={words.competencies} field={competencies} current={competencies.current.map((name) => COMPETENCY_LABEL[name]).join(', ') || WORDS.tagging.none} onOpen={onOpen}>
          <TagCompetencyChoices
            value={draft.competencies}
            proposed={(competencies.proposed ?? []).filter((name) => !competencies.current.includes(name))}
            onChange={(value) => onChange({ ...draft, competencies: value })}
          />
        </Field>
      ),
    },
  ].filter((shown) => shown !== undefined);
  // What is proposed comes first; what is recorded well already follows.
  const ordered = [...fields.filter(({ field }) => field.proposed !== undefined), ...fields.filter(({ field }) => field.proposed === undefined)];
  return (
    <section class="cx-tag-card">
      <div class="cx-tag-head">
        <h3 tabIndex={-1}>{note.title}</h3>
        <button type="button" onClick={() => onOpen(note.path, undefined)}>{words.openNote}</button>
      </div>
      {ordered.map(({ node }) => node)}
    </section>
  );
}

interface FieldProps<T> {
  readonly label: string;
  readonly field: TagField<T>;
  /** What is recorded, in words. */
  readonly current: string;
  readonly onOpen: OpenPlace;
  readonly children: ComponentChildren;
  /** Stands below the reasons. */
  readonly below?: ComponentChildren;
}

function Field<T>({ label, field, current, onOpen, children, below }: FieldProps<T>): VNode {
  const words = WORDS.tagging.review;
  return (
    <div class="cx-tag-field" role="group" aria-label={label}>
      <div class="cx-tag-name">{label}</div>
      <div class="cx-tag-change">
        <span>{words.from(current)}</span>
        {children}
      </div>
      {field.whyNot !== '' && <p class="cx-tag-why-not">{field.whyNot}</p>}
      <TagReasons reasons={field.reasons} open={field.proposed !== undefined} onOpen={onOpen} />
      {below}
    </div>
  );
}

interface LevelSelectProps {
  readonly label: string;
  readonly value: CommitmentLevel | undefined;
  /** What no level is called. */
  readonly none: string;
  readonly proposed: CommitmentLevel | undefined;
  readonly labels: LevelLabels;
  readonly onChange: (value: CommitmentLevel | undefined) => void;
}

function LevelSelect({ label, value, none, proposed, labels, onChange }: LevelSelectProps): VNode {
  const meaning = useId();
  const nameOf = (level: CommitmentLevel): string => (level === proposed ? WORDS.tagging.review.proposed(levelLabel(level, labels)) : levelLabel(level, labels));
  return (
    <>
      <span class="cx-tag-choice">
        <span class="cx-tag-arrow" aria-hidden="true">→</span>
        <select
          class="dropdown"
          aria-label={label}
          aria-describedby={meaning}
          value={value ?? ''}
          onChange={(event) => onChange(COMMITMENT_LEVELS.find((level) => level === event.currentTarget.value))}
        >
          <option value="">{none}</option>
          {COMMITMENT_LEVELS.map((level) => (
            <option key={level} value={level}>{nameOf(level)}</option>
          ))}
        </select>
      </span>
      <span class="cx-tag-meaning" id={meaning}>{value === undefined ? '' : COMMITMENT_MEANING[value]}</span>
    </>
  );
}

function levelName(level: CommitmentLevel | undefined, labels: LevelLabels, none: string): string {
  return level === undefined ? none : levelLabel(level, labels);
}
