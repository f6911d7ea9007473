/**
 * The signs of commitment of one executive: which the note lists, when each was seen last by which line, and beside the
 * recorded level the one that the evidence reaches. A tick lists a sign; one line says what was seen.
 */
import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { isInput } from './EvidenceForm.js';
import { SignChecklistRow } from './SignChecklistRow.js';
import { countShown, draftOf, type SignDraft, type SignDrafts, type SignRow, type SignStanding } from './sign-rows.js';
import { WORDS } from './words/words.js';

export interface SignChecklistProps {
  readonly rows: readonly SignRow[];
  readonly standing: SignStanding;
  /** What was chosen before the person looked at a line. */
  readonly start: SignDrafts;
  readonly onOpen: (offset: number, drafts: SignDrafts) => void;
  readonly onSave: (drafts: SignDrafts) => void;
  readonly onCancel: () => void;
}

export function SignChecklist({ rows, standing, start, onOpen, onSave, onCancel }: SignChecklistProps): VNode {
  const words = WORDS.evidence.signs;
  const id = useId();
  const [drafts, setDrafts] = useState(start);
  const set = (row: SignRow, change: Partial<SignDraft>): void => setDrafts((before) => new Map([...before, [row.sign.slug, { ...draftOf(row, before), ...change }]]));
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !isInput(event.target)) return;
    event.preventDefault();
    onSave(drafts);
  };
  return (
    <form
      class="cx-evidence-form"
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(drafts);
      }}
    >
      <dl class="cx-sign-standing">
        <dt>{words.recorded}</dt>
        <dd>{standing.recorded}</dd>
        <dt>{words.evidenced(standing.days)}</dt>
        <dd>{standing.evidenced}</dd>
        {standing.missing !== undefined && [
          <dt key="level">{words.missing(standing.missing.level)}</dt>,
          <dd key="what">{standing.missing.what}</dd>,
        ]}
      </dl>
      <p class="cx-edit-intro">{words.ours}</p>
      <p class="cx-edit-intro">{words.intro}</p>
      {rows.length === 0 ? <p>{words.none}</p> : (
        <ul class="cx-sign-list">
          {rows.map((row, index) => (
            <SignChecklistRow
              key={row.sign.slug}
              id={`${id}-${index}`}
              row={row}
              draft={draftOf(row, drafts)}
              days={standing.days}
              isFirst={index === 0}
              onDraft={(change) => set(row, change)}
              onOpen={(offset) => onOpen(offset, drafts)}
            />
          ))}
        </ul>
      )}
      <p class="cx-sign-count" role="status">{words.count(countShown(rows, drafts), rows.length)}</p>
      <div class="cx-edit-buttons modal-button-container">
        <button type="submit" class="mod-cta">{words.save}</button>
        <button type="button" onClick={onCancel}>{WORDS.evidence.cancel}</button>
      </div>
    </form>
  );
}
