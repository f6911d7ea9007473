/** One note of a preview: whether it is changed, its path, and its changes where they are shown. */
import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { PlannedChange } from '../vault/edit-plan.js';
import { EditDiff } from './EditDiff.js';
import { WORDS } from './words/words.js';

export interface EditPreviewNoteProps {
  readonly change: PlannedChange;
  readonly included: boolean;
  /** The note that the Tab key stops at. */
  readonly isStop: boolean;
  readonly startsOpen: boolean;
  readonly onInclude: (included: boolean) => void;
  readonly onFocus: () => void;
}

export function EditPreviewNote({ change: { path, before, after }, included, isStop, startsOpen, onInclude, onFocus }: EditPreviewNoteProps): VNode {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  const openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    setOpen(event.key === 'ArrowRight');
  };
  const slash = path.lastIndexOf('/') + 1;
  return (
    <li class={included ? 'cx-edit-note' : 'cx-edit-note is-left'}>
      <div class="cx-edit-note-head">
        <input
          type="checkbox"
          aria-label={WORDS.edits.include(path)}
          checked={included}
          tabIndex={isStop ? 0 : -1}
          onChange={(event) => onInclude(event.currentTarget.checked)}
          onFocus={onFocus}
          onKeyDown={openByKey}
        />
        <button type="button" class="cx-edit-path" tabIndex={-1} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          <span class="cx-edit-folder">{path.slice(0, slash)}</span>
          <span class="cx-edit-name">{path.slice(slash)}</span>
        </button>
      </div>
      {open && (
        <div id={id}>
          <EditDiff before={before} after={after} />
        </div>
      )}
    </li>
  );
}
