/** What the resolver of merge conflicts says. Values and sections are the notes' own; what git calls a side is shown as git says it. */
import type { ShownItem } from '../../../history/conflict-shown.js';
import type { SuggestionReason } from '../../../history/conflict-suggestion.js';

/** Properties whose name alone does not say it; of every other the underscores become spaces. */
const PROPERTY_NAMES: Readonly<Record<string, string>> = {
  needed_commitment: 'Needed level',
  assessed: 'Assessed on',
  lever: 'Levers',
  last_contact: 'Last contact on',
  next_contact: 'Next contact on',
  type: 'Kind of note',
  employee_metric: 'Employee metric',
  review: 'Review on',
  approved: 'Approved on',
  units: 'Units',
};

const REASONS: Readonly<Record<SuggestionReason, string>> = {
  'only-ours': 'only this side changed it',
  'only-theirs': 'only this side changed it',
  later: 'its day is later',
  lists: 'both sides changed the list, and what either removed stays removed',
  dated: 'the lines are of different days, and none is lost',
  same: 'both sides say the same, and only write it differently',
};

/** Said behind an item of a list. */
const MARKS: Readonly<Record<ShownItem['mark'], string>> = { same: '', only: 'only here', added: 'added', removed: 'removed' };

function notes(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`;
}

function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`;
}

const withLabel = (side: string, label: string): string => (label === '' ? side : `${side} (${label})`);

export const CONFLICTS_WORDS = {
  title: 'Merge conflicts',
  resolveCommand: 'Resolve merge conflict in this note',
  listCommand: 'Show notes with merge conflicts',
  menu: 'Resolve merge conflict…',
  resolve: 'Resolve…',

  /** A merge; a rebase or a picked commit, in which what git calls ours is what was there; a stash; anything else. */
  sides: {
    merge: { ours: (label: string) => withLabel('Yours', label), theirs: (label: string) => withLabel('Theirs', label) },
    apply: { ours: (label: string) => withLabel('Already there', label), theirs: (label: string) => withLabel('Being applied', label) },
    stash: { ours: (label: string) => withLabel('In the branch', label), theirs: (label: string) => withLabel('Put aside', label) },
    other: { ours: (label: string) => withLabel('First version', label), theirs: (label: string) => withLabel('Second version', label) },
  },
  commit: (id: string) => `commit ${id}`,

  intro: 'Both sides changed the same places. Choose for each of them; the result is shown before it is written.',
  applied: 'A commit is being applied on top of others: the first side is what was there before it, also where that is called ours.',
  takeAll: 'Take all',
  takeAllOf: (side: string) => `Take all from ${side}`,
  chosenOf: (chosen: number, all: number) => `${chosen} of ${all} chosen`,
  stayOpen: (count: number) => (count === 1 ? '1 place keeps its markers' : `${count} places keep their markers`),
  preview: 'Preview and write…',
  notReadable: 'Put together like this, the properties cannot be read. Take them all from one side, or edit them by hand.',

  level: 'Commitment level',
  property: (name: string) => PROPERTY_NAMES[name] ?? (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' '),
  manner: 'How the properties are written',
  comments: 'Comments above the properties',
  unread: 'Properties that cannot be compared',
  unreadText: 'This part cannot be read as properties. Choose a side whole, or edit it by hand.',
  unreadReason: (side: string, reason: string) => `${side}: ${reason}`,
  section: (headings: readonly string[]) => headings.join(' › '),
  lead: 'Beginning of the note',
  inCode: 'This stands in a code block. It may be an example of a conflict that is meant to stay.',

  absent: 'Not there',
  noText: 'No text here',
  empty: 'Empty',
  onDay: (day: string) => `assessed on ${day}`,
  noDay: () => 'without a day',
  mark: (mark: ShownItem['mark']) => MARKS[mark],
  before: 'Before',
  suggested: (what: string, reason: SuggestionReason) => `Suggested: ${what}, as ${REASONS[reason]}.`,

  bothItems: 'Both: all items',
  bothDays: 'Both, by day',
  bothOursFirst: (side: string) => `Both, ${side} first`,
  leave: 'Leave the markers',
  hand: 'By hand',
  openPlace: 'Open in editor',

  strays: (count: number) => (count === 1 ? 'One line looks like a leftover marker' : `${count} lines look like leftover markers`),
  straysText: 'They belong to no whole conflict, so something was resolved in part. Look at them in the editor.',
  strayLine: (line: number) => `Line ${line}`,

  done: (title: string) => `No conflict is left in “${title}”`,
  doneText: 'Git learns of it when you stage and commit the note.',
  gone: (path: string) => `“${path}” is not in this vault any more.`,
  openNote: 'Open note',
  showList: 'Notes with conflicts',
  editTitle: 'Resolve merge conflict',
  notWritten: (path: string) => `"${path}" was not changed: put together like this, its properties cannot be read. Take them all from one side, or edit them by hand.`,
  failed: (reason: string) => `The note was not changed: ${reason}. Try again.`,

  listIntro: 'Notes in which a merge left conflict markers.',
  looking: (read: number, all: number) => `Looking into ${notes(all)}: ${read} read`,
  found: (count: number) => (count === 0 ? 'No note holds conflict markers.' : `${notes(count)} with conflicts`),
  inNote: (count: number) => places(count),
  strayIn: (count: number) => (count === 1 ? '1 leftover marker' : `${count} leftover markers`),
  lookAgain: 'Look again',
} as const;
