import type { AnnotationKind, AnnotationVisibility, ThreadEventKind } from '../../../playbook/annotation.js';
import type { ThreadAge, ThreadOrder } from '../../thread-choice.js';
import type { ThreadState } from '../../thread-rows.js';

const KINDS: Readonly<Record<AnnotationKind, string>> = { question: 'Question', praise: 'Praise', risk: 'Risk', suggestion: 'Suggestion', action: 'Action' };

const AGES: Readonly<Record<ThreadAge, string>> = { week: 'Last 7 days', month: 'Last 30 days', overMonth: 'Quiet for over 30 days', overQuarter: 'Quiet for over 90 days' };

const ORDERS: Readonly<Record<ThreadOrder, string>> = { newest: 'Newest first', note: 'Note by note' };

const STATES: Readonly<Record<ThreadState, string>> = { confirm: 'To confirm', orphan: 'Lost their place', open: 'Open', resolved: 'Resolved' };

/** What happened, as it stands behind a name. */
const EVENTS: Readonly<Record<ThreadEventKind, string>> = { comment: 'wrote', resolved: 'resolved this', reopened: 'opened this again', reanchored: 'moved this to another passage' };

const VISIBILITY: Readonly<Record<AnnotationVisibility, string>> = { client: 'Shared with the client', coach: 'Private to the coach' };

const count = (number: string): string => `${number} ${number === '1' ? 'annotation' : 'annotations'}`;

/** What the annotations say: list, threads, and the form for a new one. */
export const ANNOTATIONS_WORDS = {
  title: 'Annotations',
  kinds: KINDS,
  kind: 'Kind',
  anyKind: 'All kinds',
  ages: AGES,
  age: 'Age',
  anyAge: 'Any age',
  orders: ORDERS,
  order: 'Order',
  author: 'Author',
  anyAuthor: 'Everybody',
  visibilities: VISIBILITY,
  visibility: 'Who sees it',
  anyVisibility: 'Private and shared',
  scope: 'Show annotations of',
  thisNote: 'This note',
  vault: 'All notes',
  search: 'Search annotations',
  filters: 'Filters',
  filtersSet: (number: string) => `Filters, ${number} set`,
  clearFilters: 'Clear filters',
  shown: (shown: string, all: string, open: string) => `${shown === all ? count(all) : `${shown} of ${count(all)}`}, ${open} not resolved`,
  reading: 'Reading notes',
  keys: 'Arrow keys move from annotation to annotation. Enter shows the passage. The right and left arrow keys open and close the conversation. The letter r replies.',
  list: 'Annotations',

  states: STATES,
  stateHints: {
    confirm: 'The text was edited. Choose where each of them belongs now.',
    orphan: 'Their passage, or their note, is gone. Nothing is deleted.',
  },

  emptyVault: 'No annotations yet',
  emptyVaultText: 'Select a passage in a note, then annotate it from the command palette or from the menu of the editor.',
  emptyNote: 'No annotations in this note',
  emptyNoteText: 'Select a passage, then annotate it from the command palette or from the menu of the editor.',
  noNote: 'No note is open',
  noNoteText: 'Open a note to see its annotations beside it.',
  showVault: (number: string) => `Show ${count(number)} of all notes`,
  noMatch: 'No annotation matches the filters.',

  private: 'Private: only in the coach’s folder',
  heading: (headings: string) => `Under ${headings}`,
  wholeNote: 'The note as a whole',
  show: 'Show in note',
  openNote: 'Open note',
  missing: {
    note: (title: string) => `“${title}” is not in this vault. Select where it belongs in another note, then re-anchor, or resolve it.`,
    quote: 'This passage is no longer in the note. Select where it belongs, then re-anchor, or resolve it.',
  },
  nothingWritten: 'Nothing is written in this annotation yet.',
  noAuthor: 'Somebody',
  replies: (number: string) => `${number} ${number === '1' ? 'reply' : 'replies'}`,
  open: 'Open conversation',
  close: 'Close conversation',
  conversation: 'Conversation',
  events: EVENTS,

  places: (number: string) => (number === '1' ? 'Is this the place?' : `Which of these ${number} places is it?`),
  placeAt: (number: string, line: string) => `Place ${number}, line ${line}`,
  placeUnread: (number: string) => `Place ${number}`,
  usePlace: 'Use this place',
  showPlace: 'Show',
  useNamed: (number: string) => `Use place ${number}`,
  showNamed: (number: string) => `Show place ${number} in the note`,
  noPlace: 'None of them? Select the passage in the note, then re-anchor.',
  choosePlace: 'Choose place',

  reply: 'Reply',
  replyLabel: 'Your reply',
  replyHint: 'Ctrl+Enter or Cmd+Enter sends.',
  noReply: 'Write a reply first.',
  resolve: 'Resolve',
  resolveWith: 'Reply and resolve',
  reopen: 'Open again',
  reopenWith: 'Reply and open again',
  reanchor: 'Re-anchor to selection',
  share: 'Share with client…',
  openFile: 'Open file',
  told: { reply: 'Reply added.', resolve: 'Resolved.', reopen: 'Opened again.', confirm: 'Place confirmed.', reanchor: 'Re-anchored to the selection.', share: 'Shared with the client.' },
  notWritten: 'Nothing was written. Your text is still here: try again.',
  unchanged: 'Nothing was changed.',

  form: {
    passage: 'Passage',
    kindHints: {
      question: 'Something to find out',
      praise: 'Something that works',
      risk: 'Something that may go wrong',
      suggestion: 'Something to try',
      action: 'Something to do',
    } satisfies Readonly<Record<AnnotationKind, string>>,
    text: 'What you want to say',
    textHint: 'Plain text, with wikilinks to notes.',
    keys: 'Ctrl+Enter or Cmd+Enter saves.',
    kept: 'You wrote this here before and did not save it.',
    noText: 'Write what you want to say.',
    visibilityNames: { client: 'Client', coach: 'Coach only' } satisfies Readonly<Record<AnnotationVisibility, string>>,
    visibilityHints: {
      client: 'Everybody who shares this vault can read it and reply.',
      coach: 'It stays in the coach’s folder, which is not shared, and in nothing that is exported. You can share it later.',
    } satisfies Readonly<Record<AnnotationVisibility, string>>,
    author: (name: string) => `Signed as ${name}`,
    save: 'Save annotation',
    cancel: 'Cancel',
    notSaved: 'Nothing was written. Your text is still here: try again.',
  },
} as const;
