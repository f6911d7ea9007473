/** Words for writing annotations: asking for them, sharing them, keeping them on their notes. */
export const ANNOTATE_WORDS = {
  annotate: 'Annotate selection',
  menu: { selection: 'Annotate selection…', note: 'Annotate note…' },
  open: 'Open annotations',
  title: 'Annotations',
  resolveHere: 'Resolve this annotation',
  shareHere: 'Share this annotation with the client',

  dialog: (note: string) => `Annotate: ${note}`,
  noNote: 'No note is open. Open the note that you want to annotate, then try again.',
  isThread: (path: string) => `"${path}" holds annotations and cannot be annotated itself. Reply in its thread instead.`,
  notLinkable: (path: string) => `"${path}" cannot be annotated: its path holds a sign that links cannot hold, such as # ^ [ ] or |. Rename it, then try again.`,
  noteGone: (path: string) => `Nothing was written: "${path}" is no longer in the vault.`,
  notSaved: (path: string) => `"${path}" was being changed. Wait until it is saved, then try again.`,
  notFoundInSource: 'The selection could not be found in the text of the note. Select the passage in editing view, then try again.',
  notForClient: (path: string) => `"${path}" is private, and an annotation that the client sees would name it. Keep the annotation private.`,
  closedByUnload: 'The question about an annotation was closed because CX Playbook was switched off. No file was changed.',

  author: {
    title: 'Your name',
    label: 'Your name, as others will read it beside what you write',
    hint: 'Kept on this device only. It can be changed in the settings.',
    save: 'Save name',
    cancel: 'Cancel',
  },

  /** What was done, as its notice and its undo call it. */
  edits: {
    added: (note: string) => `Annotate ${note}`,
    replied: (note: string) => `Reply about ${note}`,
    resolved: (note: string) => `Resolve annotation of ${note}`,
    reopened: (note: string) => `Reopen annotation of ${note}`,
    reanchored: (note: string) => `Set the place of an annotation of ${note}`,
    retargeted: 'Keep annotations on renamed notes',
  },
  failed: (title: string, reason: string) => `${title}: nothing was written (${reason}). Try again.`,
  gone: (path: string) => `"${path}" holds no annotation any more. Look at the list again.`,

  noTarget: (target: string) => `The note "${target}" is not in the vault, so the passage cannot be shown.`,
  placeMoved: 'The note changed since these places were found. Look at the places again, then choose.',
  noEditor: 'Open the note in editing view and select the passage that the annotation is about, then try again.',
  noneHere: 'No open annotation stands here. Go to a passage that is annotated, then try again.',
  nonePrivateHere: 'No private annotation stands here. Go to a passage that is annotated privately, then try again.',

  share: {
    title: 'Share with the client',
    isShared: (path: string) => `"${path}" is shared already.`,
    isOutside: (path: string, folder: string) => `"${path}" cannot be shared: it stands outside ${folder}. Move it there, then try again.`,
    taken: (path: string) => `Nothing was shared: "${path}" is there already. Rename one of the two files, then try again.`,
    intro: (path: string) => `Everybody who sees the vault will read all of this, every reply and name included, in “${path}”. What was shared cannot be taken back from those who have it.`,
    text: 'The whole text of the file',
    leaks: 'It cannot be shared while it leads to what is private. Take these out of the file first:',
    leak: (line: number, text: string) => `Line ${line}: ${text}`,
    share: 'Share',
    cancel: 'Cancel',
    close: 'Close',
    openFile: 'Open file',
  },
} as const;
