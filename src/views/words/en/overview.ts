/** What the overview says. Steps and their reasons come from the core, as in the report. */
import { daysAgo } from './days-ago.js';

const NUMBERS = ['no', 'one', 'two', 'three', 'four'] as const;

function levels(count: number): string {
  return `${NUMBERS[count] ?? count} ${count === 1 ? 'level' : 'levels'}`;
}

export const OVERVIEW_WORDS = {
  title: 'CX Playbook',
  open: 'Open playbook',
  journeySpan: (start: string | undefined, end: string | undefined) =>
    start === undefined ? `Until ${end ?? ''}` : end === undefined ? `From ${start}` : `${start} to ${end}`,
  phase: (name: string) => `Phase now: ${name}`,
  noJourney: 'No journey is recorded yet.',

  reading: 'Reading notes',
  readingProgress: (read: string, total: string) => `Reading notes: ${read} of ${total}`,

  welcome: 'A playbook for the people who lead the change',
  welcomeText: 'This vault holds no playbook notes yet. A playbook records who leads the customer experience journey, how committed they are, and what is planned and proven.',
  welcomeStarter: 'The starter playbook adds a small set of notes to fill in: journey, vision, strategy, governance, two executives, one initiative and ten plays.',
  createStarter: 'Create starter playbook',
  newExecutive: 'New executive',

  people: 'Who stands where',
  openMap: 'Open commitment map',
  openRoadmap: 'Open roadmap',
  openAnnotations: 'Open annotations',
  noExecutives: 'No executive is recorded yet. Begin with the person at the top.',
  notAssessed: 'Not assessed',
  notAssessedHint: 'Unknown is not the same as a low level.',
  nobody: 'Nobody',
  executives: (count: number) => `${count} ${count === 1 ? 'executive' : 'executives'}`,
  below: (count: number) => `${count} below the needed level`,
  notAssessedCount: (count: number) => `${count} not assessed`,
  showAll: (count: number) => `Show all ${count}`,
  showFewer: 'Show fewer',
  settled: 'Nothing to act on',
  sourceOfCard: (source: string) => `Source: ${source}`,
  trend: 'Executives by level at the end of each quarter',
  now: 'Now',
  find: 'Find an executive by name, role or unit',
  foundNobody: 'No executive matches.',
  needs: (level: string) => `needs ${level}`,
  noNeed: () => 'no needed level recorded',
  toGo: (count: number) => `${levels(count)} to go`,
  atNeed: () => 'at the needed level',
  aboveNeed: (count: number) => `${levels(count)} above the needed level`,
  assessed: (days: number) => `Assessed ${daysAgo(days)}`,
  assessedStale: (days: number, limit: number) => `Assessed ${daysAgo(days)}, over ${limit}`,
  noAssessmentDay: 'No day of assessment',
  said: (count: number) => `said ${count}`,
  did: (count: number) => `did ${count}`,
  legend: (evidenceDays: number, assessedDays: number, isDefault: boolean) =>
    `Recorded in this vault, by the people who keep it. Said and did count dated lines of the last ${evidenceDays} days; an assessment older than ${assessedDays} days is stale. ${
      isDefault ? 'Both are defaults of this plugin, not of the sources; change them in the settings.' : 'Set for this vault.'
    }`,
  care: 'Levels of named people: share this vault with care.',

  missing: 'What is missing',
  nothingMissing: (notes: number) => `No findings in ${notes} ${notes === 1 ? 'note' : 'notes'}.`,
  allFindings: (count: number) => (count === 1 ? 'Show the finding' : `Show all ${count} findings`),
  findings: (count: number) => `${count} ${count === 1 ? 'finding' : 'findings'}`,
  withoutSponsor: 'Open work without a sponsor',
  withoutLevel: 'Executives without a level',
  withoutNeed: 'Executives without a needed level',
  notes: (count: number) => `${count} ${count === 1 ? 'note' : 'notes'}`,
  groups: {
    practices: 'Why, model or reinforce missing',
    links: 'Links that lead nowhere or astray',
    people: 'Levels to look at again',
    commitment: 'Commitment that the notes do not carry',
    proof: 'Proof that is missing or untold',
    enablement: 'Authority and recognition',
    journey: 'Work out of sight of the journey',
    momentum: 'What stands still',
    order: 'Dates and order',
    language: 'Messages that conflict or command',
    annotations: 'Annotations, and what is private',
    properties: 'Properties that cannot be used',
    team: 'What hinders a team that shares the vault',
    upkeep: 'Settings and lint comments',
    other: 'Other findings',
  },

  next: 'Where to act next',
  nothingNext: 'Nothing that this list looks for is recorded in this vault: no unit with a committed head, no untold result, no open roadmap item short of commitment, no promise past its day, nobody below the level recorded as needed, no missing or stale assessment.',
  why: 'Why',
  helps: 'What helps',
  source: (source: string) => `Source: ${source}.`,
  notesOfStep: 'Notes',
  moreNotes: (count: number) => `${count} more`,
} as const;
