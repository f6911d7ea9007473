/** The notes in which a merge left conflict markers; and what is said of a note in which none is left. */
import type { VNode } from 'preact';
import { titleOfPath } from '../playbook/link-index.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface ConflictedNote {
  readonly path: string;
  readonly conflicts: number;
  readonly strays: number;
}

export interface ConflictSearch {
  /** As far as they were found; ordered by path. */
  readonly notes: readonly ConflictedNote[];
  /** Notes read, and to read; undefined when the search is over. */
  readonly progress: { readonly read: number; readonly all: number } | undefined;
}

export interface ConflictNotesProps {
  readonly search: ConflictSearch;
  /** The note that was asked for and has no conflict left, or is gone. */
  readonly done: { readonly path: string; readonly isGone: boolean } | undefined;
  readonly host: ViewHost;
  readonly onResolve: (path: string) => void;
  readonly onLookAgain: () => void;
}

export function ConflictNotes({ search: { notes, progress }, done, host, onResolve, onLookAgain }: ConflictNotesProps): VNode {
  const words = WORDS.conflicts;
  return (
    <div class="cx-pane">
      {done !== undefined && (
        <div class="cx-conflict-done">
          <Icon host={host} name={done.isGone ? 'file-x' : 'circle-check'} />
          <div>
            <h2>{done.isGone ? words.gone(done.path) : words.done(titleOfPath(done.path))}</h2>
            {!done.isGone && <p class="cx-muted">{words.doneText}</p>}
          </div>
          {!done.isGone && <button type="button" onClick={() => host.open(done.path, { newTab: true })}>{words.openNote}</button>}
        </div>
      )}
      <div class="cx-conflict-head">
        <h2>{words.title}</h2>
        <button type="button" class="cx-small" disabled={progress !== undefined} onClick={onLookAgain}>{words.lookAgain}</button>
      </div>
      <p class="cx-muted">{words.listIntro}</p>
      <p class="cx-conflict-found" role="status">{progress === undefined ? words.found(notes.length) : words.looking(progress.read, progress.all)}</p>
      <ul class="cx-conflict-notes">
        {notes.map(({ path, conflicts, strays }) => (
          <li key={path}>
            <button type="button" onClick={() => onResolve(path)}>
              <span class="cx-conflict-note">
                <bdi>{titleOfPath(path)}</bdi>
                <bdi class="cx-muted">{path.slice(0, Math.max(0, path.lastIndexOf('/')))}</bdi>
              </span>
              <span class="cx-muted">{[conflicts > 0 ? words.inNote(conflicts) : '', strays > 0 ? words.strayIn(strays) : ''].filter((part) => part !== '').join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
