import type { CommitmentLevel } from '../../../playbook/commitment.js';

/** "1 note", "8 notes". */
function notes(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`;
}

/** What levels are called unless the vault's settings say otherwise. */
const LEVEL_NAMES: Readonly<Record<CommitmentLevel, string>> = {
  opposer: 'Opposer',
  passive: 'Passive',
  'toe-dipper': 'Toe-dipper',
  supporter: 'Supporter',
  advocate: 'Advocate',
};

export const TAGGING_WORDS = {
  levelNames: LEVEL_NAMES,
  notAssessed: 'Not assessed',
  notSet: 'Not set',
  none: 'None',

  commands: {
    setLevel: 'Set level of commitment',
    setNeeded: 'Set needed level',
    setCompetencies: 'Set competencies',
    tagNote: 'Propose tags for this note',
    tagUntagged: 'Propose tags for all untagged executives',
  },
  menu: {
    setLevel: 'Set level of commitment…',
    setNeeded: 'Set needed level…',
    setCompetencies: 'Set competencies…',
    propose: 'Propose tags…',
    ofNotes: (label: string, count: number) => `${label} (${notes(count)})`,
  },

  levelPrompt: (whom: string) => `Level of commitment of ${whom}`,
  neededPrompt: (whom: string) => `Level that the journey needs of ${whom}`,
  whomOf: (title: string, count: number) => (count === 1 ? title : notes(count)),
  noSuchLevel: 'No level is called so.',
  removeLevel: 'Remove the level',
  removeLevelMeaning: 'Not assessed, which is not the same as a low level. Dated lines stay as history, and the newest one counts',
  removeNeeded: 'Not set (remove the needed level)',
  removeNeededMeaning: 'The journey asks for no level',
  current: 'Current',

  remarkTitle: (level: string, whom: string) => `${level}: ${whom}`,
  remarkLabel: 'Why? One line (optional)',
  remarkHint: 'What you saw, in words the person could read: levels in a shared file can be read by whoever reads the file.',
  by: (author: string) => `by ${author}`,
  remarkLine: 'This line is kept with the assessments:',
  set: 'Set level',
  preview: 'Preview the changes',
  save: 'Set competencies',
  cancel: 'Cancel',
  competenciesTitle: (whom: string) => `Competencies of ${whom}`,
  competenciesHint: (count: number) => `What you tick is what all ${notes(count)} will have.`,

  edits: {
    level: (level: string) => `Set level: ${level}`,
    removedLevel: 'Remove level',
    needed: (level: string) => `Set needed level: ${level}`,
    removedNeeded: 'Remove needed level',
    competencies: 'Set competencies',
    proposals: 'Set proposed tags',
  },

  wrongKind: (title: string, kinds: string) => `“${title}” takes no such tag. Give it one of these types first: ${kinds}.`,
  refused: (path: string, line: number, problem: string) => `"${path}" was not changed, line ${line}: ${problem}`,
  noneUntagged: 'Every executive in this vault has a level.',
  noneAccepted: 'Nothing was accepted. No note was changed.',
  paused: (at: number, total: number) => `The review waits at ${at} of ${total}. Nothing is written yet.`,
  goOn: 'Go on with the review',
  closedByUnload: 'The question about tags was closed because CX Playbook was switched off. No note was changed.',

  review: {
    title: 'Proposed tags',
    progress: (at: number, total: number) => `${at} of ${total}`,
    progressLabel: 'Notes reviewed',
    intro: 'Proposals follow default rules of this plugin that no source states, and rest only on what is recorded in this vault. You decide; nothing is written before the preview.',
    level: 'Level of commitment',
    needed: 'Needed level',
    competencies: 'Competencies',
    from: (current: string) => `Recorded: ${current}`,
    proposed: (what: string) => `${what} (proposed)`,
    why: (count: number) => `Recorded in this vault: ${count}`,
    moreReasons: (count: number) => `… and ${count} more.`,
    openNote: 'Open the note',
    remark: 'Why? One line for the level (optional)',
    accept: 'Accept',
    acceptKey: 'A',
    accepted: (title: string) => `Accepted: ${title}.`,
    change: 'Change',
    changeKey: 'C',
    skip: 'Skip',
    skipKey: 'S',
    skipped: (title: string) => `Skipped: ${title}.`,
    back: 'Back',
    backKey: 'B',
    finish: (count: number) => `Preview ${notes(count)} now`,
    noProposalFor: (count: number) => `No proposal: ${notes(count)}`,
    close: 'Close',
  },
} as const;
