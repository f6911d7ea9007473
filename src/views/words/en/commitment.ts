/** What the commitment map says. Causes, advice and columns come from the core, as on the command line. */
import { daysAgo } from './days-ago.js';

function levels(count: number): string {
  return `${count} ${count === 1 ? 'level' : 'levels'}`;
}

function executives(count: number): string {
  return `${count} ${count === 1 ? 'executive' : 'executives'}`;
}

export const COMMITMENT_WORDS = {
  title: 'Commitment map',
  open: 'Open commitment map',
  reading: 'Reading notes',
  readingProgress: (read: string, total: string) => `Reading notes: ${read} of ${total}`,

  welcome: 'Who is committed, and who is needed',
  welcomeText: 'The map shows every executive on five levels: where they are recorded now, and where the journey needs them. This vault holds no playbook notes yet.',
  noExecutives: 'No executive is recorded yet',
  noExecutivesText: 'Begin with the person at the top, then those whose word counts for them.',
  nobodyMatches: 'No executive matches',
  showAll: 'Show all executives',

  toolbar: 'What the map shows',
  forms: { map: 'Map', table: 'Table' },
  formLabel: 'Show as',
  orderLabel: 'Order',
  orders: { ceo: 'Chief executive first', unit: 'By unit', gap: 'Most levels to go', influence: 'Most influence' },
  find: 'Find an executive',
  units: 'Filter by unit',
  unitsActive: (count: number) => `Filter by unit, ${count} chosen`,
  unitsLabel: 'Units',
  clearUnits: 'All units',
  allPeers: 'Lines of all peers',
  coalition: 'Who moves whom',
  details: 'Details',
  more: 'More',
  close: 'Close',

  summary: (shown: number, total: number) => (shown === total ? executives(total) : `${shown} of ${executives(total)}`),
  below: (count: number) => `${count} below the needed level`,
  above: (count: number) => `${count} above`,
  unknown: (count: number) => `${count} not assessed`,

  list: 'Executives on the five levels of commitment',
  notAssessed: () => 'not assessed',
  noUnit: 'No unit recorded',
  unitCount: (count: number, below: number) => (below === 0 ? executives(count) : `${executives(count)}, ${below} below the needed level`),
  ceo: 'Chief executive',
  now: (level: string) => `now ${level}`,
  needed: (level: string) => `needed ${level}`,
  noNeed: () => 'no needed level recorded',
  toGo: (count: number) => `${levels(count)} to go`,
  aboveNeed: (count: number) => `${levels(count)} above the needed`,
  atNeed: () => 'at the needed level',
  influence: (value: number) => `influence ${value}`,
  noInfluence: () => 'no influence recorded',
  evidence: () => 'evidence',
  noEvidence: () => 'no evidence',
  evidenceReaches: (level: string) => `evidence reaches ${level}`,
  evidenceNone: () => 'evidence reaches no level',
  assessed: (days: number) => `assessed ${daysAgo(days)}`,
  assessedStale: (days: number, limit: number) => `assessed ${daysAgo(days)}, over ${limit}`,
  noDay: () => 'no day of assessment',
  wouldBe: (level: string) => `asking: ${level}`,
  supposedAt: (level: string) => `supposed: ${level}`,
  reaches: (level: string, round: number) => `by the rules: ${level}, round ${round}`,

  legend: {
    title: 'How to read the map',
    now: 'Recorded now',
    needed: 'Needed',
    gap: 'Levels to go',
    above: 'Above the needed',
    evidence: 'Evidence reaches',
    influence: 'More influence',
    peers: 'Peer who supports',
    peersNone: 'Peer, not yet',
  },
  keys: () => 'Keys: ↑ ↓ executives, Alt+← → one level, Enter opens the note, Space shows details, M opens the menu.',
  note: (evidenceDays: number, isDefault: boolean) =>
    `Recorded in this vault, by the people who keep it. Which evidence reaches which level is a default of this plugin, not of the sources; it counts for ${evidenceDays} days${isDefault ? ', a default too' : ', as set for this vault'}. Levels of named people: share this vault with care.`,

  menu: {
    open: 'Open note',
    openNewTab: 'Open in a new tab',
    details: 'Details',
    level: (level: string) => `Now: ${level}`,
    notAssessed: 'Remove the level',
    need: (level: string) => `Needed: ${level}`,
    noNeed: 'Remove the needed level',
    suppose: 'What if…',
  },
  setLevel: 'Set level',
  setNeeded: 'Set needed level',
  openNote: 'Open note',
  stays: (title: string) => `${title} stays as recorded.`,
  asking: (title: string, level: string) => `${title}: ${level}? Say why in the dialog.`,
  recorded: (title: string, level: string) => `${title} is recorded as ${level}.`,
  neededNow: (title: string, level: string) => `The journey needs ${title} at: ${level}.`,
  highest: (title: string, level: string) => `${title} is recorded as ${level}, the highest level.`,
  lowest: (title: string) => `${title} has no level below this one. The menu removes a level.`,

  exports: { csv: 'CSV', markdown: 'Markdown' },
  copyAs: { csv: 'Copy as CSV', markdown: 'Copy as Markdown' },
  saveAs: { csv: 'Save as CSV', markdown: 'Save as Markdown' },
  saveAllAs: { csv: 'Save commitment table as CSV', markdown: 'Save commitment table as Markdown' },
  fileName: (title: string, today: string) => `${title} commitment ${today}`,
  noTitle: 'Commitment',
  copied: (rows: number, format: string) => `Copied ${executives(rows)} as ${format}.`,
  notCopied: (reason: string) => `Nothing was copied: ${reason}. Save the table as a file instead.`,
  notSaved: (reason: string) => `The table was not saved: ${reason}. Your notes are as they were.`,
  stillReading: 'The notes are still being read. Try again in a moment.',
  linkOption: (name: string, rest: string) => `Nothing was opened. In the link, ${name} takes ${rest}`,
  linkOptions: (rest: string) => `Nothing was opened. A link to the commitment map takes ${rest}`,
  linkPerson: (path: string) => `Nothing was opened. The link names "${path}", which is not in this vault.`,

  table: 'Commitment of every executive',
} as const;
