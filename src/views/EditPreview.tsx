/**
 * Every change of an edit, before it is made: notes with a checkbox each, what goes and what comes, and the notes that
 * are left as they are with their reasons.
 *
 * The list is one stop of the Tab key: arrow keys walk through the notes, so that the buttons are never far. Changes are
 * computed when they are shown.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { EditPlan } from '../vault/edit-plan.js';
import { EditPreviewNote } from './EditPreviewNote.js';
import { EditRefusals } from './EditRefusals.js';
import { WORDS } from './words/words.js';

export interface EditPreviewProps {
  readonly plan: EditPlan;
  /** Called with the paths of the notes to write; at least one. */
  readonly onWrite: (paths: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Notes whose changes are shown at once; of more, the person opens those they doubt. */
const SHOWN_OPEN = 10;
/** Notes drawn at a time. */
const PAGE = 200;

export function EditPreview({ plan: { changes, refused }, onWrite, onCancel }: EditPreviewProps): VNode {
  const words = WORDS.edits;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [drawn, setDrawn] = useState(PAGE);
  const [current, setCurrent] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const selected = changes.length - left.size;
  useEffect(() => (root.current?.querySelector<HTMLElement>('input') ?? root.current?.querySelector('button'))?.focus(), []);
  // The button that was pressed may be gone: the first of the notes that came has the focus.
  useEffect(() => {
    if (drawn > PAGE) root.current?.querySelectorAll<HTMLElement>('.cx-edit-notes input')[drawn - PAGE]?.focus();
  }, [drawn]);

  const setIncluded = (path: string, included: boolean): void =>
    setLeft((before) => {
      const after = new Set(before);
      if (included) after.delete(path);
      else after.add(path);
      return after;
    });
  const walk = (event: KeyboardEvent): void => {
    const boxes = [...(root.current?.querySelectorAll<HTMLInputElement>('.cx-edit-notes input') ?? [])];
    const to = targetOf(event.key, current, boxes.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(to);
    boxes[to]?.focus();
  };

  return (
    <div class="cx-edit-preview" ref={root}>
      {changes.length > 0 && (
        <>
          <p class="cx-edit-intro">{words.previewIntro}</p>
          <div class="cx-edit-bar">
            <span role="status">{words.selectedOf(selected, changes.length)}</span>
            <button type="button" onClick={() => setLeft(new Set())}>{words.selectAll}</button>
            <button type="button" onClick={() => setLeft(new Set(changes.map(({ path }) => path)))}>{words.selectNone}</button>
          </div>
        </>
      )}
      <div class="cx-edit-scroll">
        {changes.length > 0 && (
          <ul class="cx-edit-notes" aria-label={words.changesOf} onKeyDown={walk}>
            {changes.slice(0, drawn).map((change, index) => (
              <EditPreviewNote
                key={change.path}
                change={change}
                included={!left.has(change.path)}
                isStop={index === current}
                startsOpen={index < SHOWN_OPEN}
                onInclude={(included) => setIncluded(change.path, included)}
                onFocus={() => setCurrent(index)}
              />
            ))}
          </ul>
        )}
        {changes.length > drawn && (
          <button type="button" class="cx-edit-more" onClick={() => setDrawn(drawn + PAGE)}>{words.moreNotes(Math.min(PAGE, changes.length - drawn))}</button>
        )}
        <EditRefusals refused={refused} />
      </div>
      <div class="cx-edit-buttons modal-button-container">
        {changes.length > 0 && (
          <button type="button" class="mod-cta" disabled={selected === 0} onClick={() => onWrite(changes.filter(({ path }) => !left.has(path)).map(({ path }) => path))}>
            {words.write(selected)}
          </button>
        )}
        <button type="button" onClick={onCancel}>{changes.length > 0 ? words.cancel : words.close}</button>
      </div>
    </div>
  );
}

/** Where a key leads from a note; undefined for other keys. */
function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
