/** "1 note", "8 notes". */
function notes(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`;
}

const ENDING_NAMES: ReadonlyMap<string, string> = new Map([['\n', 'LF'], ['\r\n', 'CRLF'], ['\r', 'CR']]);

export const EDITS_WORDS = {
  undoCommand: 'Undo the last edit of notes',
  redoCommand: 'Redo the last edit of notes',
  previewIntro: 'Nothing is written until you say so. Each note is written only while it still says what is shown here.',
  selectAll: 'Select all',
  selectNone: 'Select none',
  selectedOf: (selected: number, total: number) => `${selected} of ${notes(total)} selected`,
  write: (count: number) => (count === 0 ? 'Change no note' : `Change ${notes(count)}`),
  cancel: 'Cancel',
  close: 'Close',
  include: (path: string) => `Change ${path}`,
  removedLine: 'Removed:',
  addedLine: 'Added:',
  ending: (ending: string) => (ending === '' ? 'no line break' : `line break ${ENDING_NAMES.get(ending) ?? ''}`),
  hunk: (line: number) => `Line ${line}`,
  moreNotes: (count: number) => `Show ${count} more`,
  changesOf: 'Notes to change',
  refusedHeading: (count: number) => `Left as they are: ${notes(count)}`,
  nothingToChange: (title: string) => `${title}: nothing to change.`,
  changed: (title: string, count: number) => `${title}: ${notes(count)} changed.`,
  created: (title: string, count: number) => `${title}: ${notes(count)} created.`,
  changedAndCreated: (title: string, changed: number, created: number) => `${title}: ${notes(changed)} changed, ${created} created.`,
  nothingWritten: (title: string) => `${title}: no note was changed.`,
  andMore: (count: number) => (count === 1 ? '… and 1 more note.' : `… and ${count} more notes.`),
  undo: 'Undo',
  undone: (title: string, count: number) => `Undone: ${title} (${notes(count)}).`,
  notUndone: (title: string) => `Not undone: ${title}.`,
  nothingToUndo: 'There is no edit of notes to undo.',
  redone: (title: string, count: number) => `Redone: ${title} (${notes(count)}).`,
  notRedone: (title: string) => `Not redone: ${title}.`,
  nothingToRedo: 'There is no edit of notes to redo.',
  closedByUnload: (title: string) => `${title}: the preview was closed because CX Playbook was switched off. No note was changed.`,
  notSaved: (path: string, reason: string) => `"${path}" was not changed: what is typed in its editor could not be saved (${reason}). Save it, then try again.`,
  stillUnsaved: (path: string) => `"${path}" was not changed: what is typed in its editor is not saved yet. Save it, then try again.`,
  notMoved: (path: string, to: string, reason: string) => `"${path}" was not moved to "${to}": ${reason}. Move it by hand, or try again.`,
  notTrashed: (path: string, reason: string) => `"${path}" was not moved to the trash: ${reason}. Delete it by hand if you do not need it.`,
} as const;
