/** What the panels beside the commitment map say: one executive, and the coalition. */
import { daysAgo } from './days-ago.js';

function times(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

export const COMMITMENT_DETAILS_WORDS = {
  nobody: 'Choose an executive on the map.',
  influence: (value: number) => `influence ${value} of 5`,
  now: 'Now',
  needed: 'Needed',
  gap: 'Gap',
  assessed: 'Assessed',
  notSet: () => 'not set',

  age: (day: string, days: number) => `${day}, ${daysAgo(days)}`,
  ageStale: (day: string, days: number, limit: number) => `${day}, ${daysAgo(days)}, over ${limit}`,

  history: 'Levels over time',
  noHistory: 'No dated level is recorded.',
  track: (runs: string) => `Recorded levels: ${runs}`,
  run: (level: string, since: string) => `${level} since ${since}`,
  today: () => 'today',
  change: (from: string, to: string, on: string) => `${from} → ${to} on ${on}`,
  statedBy: (by: string) => `The sources know this move: by ${by} (S1).`,
  noRule: 'No rule in the sources states this move.',
  unexplained: 'More than one level, and neither a remark nor evidence around it says why. The sources know single steps only. Add why.',
  expected: (level: string, on: string) => `Expected for ${on}: ${level}`,

  evidenced: 'What the evidence reaches',
  reaches: (level: string) => `The recorded evidence reaches ${level}.`,
  reachesNone: 'The recorded evidence reaches no level.',
  sameAsRecorded: (level: string) => `The recorded evidence reaches ${level}, as recorded.`,
  lacks: (level: string, what: string) => `For ${level} it lacks: ${what}.`,
  evidenceRule: 'Which evidence reaches which level is a default of this plugin, not of the sources.',
  signs: (count: number, total: number) => `Signs of commitment: ${count} of ${total}`,
  signOn: (date: string) => `line of ${date}`,
  signThen: (date: string, days: number) => `line of ${date}, older than ${days} days`,
  signListed: () => 'listed in the note',
  signNone: () => 'nothing recorded',
  signOurs: () => 'a default of this plugin',

  saidDone: 'Said and done',
  counts: (said: number, did: number, days: number) => `Recorded in this vault within ${days} days: said ${said}, did ${did}.`,
  isGap: 'Something was said, and nothing that was done is recorded.',
  said: 'Said',
  did: 'Did',
  nothing: { said: 'Nothing said is recorded.', did: 'Nothing done is recorded.' },
  moreLines: (count: number) => `${times(count)} more`,
  opensLine: (date: string, text: string) => `${date}: ${text}. Opens the note at this line`,

  moves: 'Who moves whom',
  movedBy: 'Whose word counts for this executive',
  noPeers: 'The note names no peers.',
  support: (supporting: number, peers: number, percent: number, isDefault: boolean) =>
    `${supporting} of ${peers} ${peers === 1 ? 'peer' : 'peers'} at the level of support. Strong support is taken to be ${percent} %${isDefault ? ', a default of this plugin: the sources give no number' : ', as set for this vault'}.`,
  listeners: 'For whom this executive’s word counts',
  noListeners: 'Nobody below the level of support names this executive as a peer.',

  advice: 'What the sources allow next',
  plays: 'Plays that fit',
  noPlays: 'No play of this vault fits.',
  playsRule: 'Matching plays by lever and appeal is a default of this plugin.',
  mistakes: 'What would be a mistake',
  results: 'Results to quote',
  quotedBy: (by: string, to: string) => [by === '' ? '' : `by ${by}`, to === '' ? 'nobody below the level of support names the owner as a peer' : `to ${to}`].filter((part) => part !== '').join(', '),

  coalition: {
    threshold: (percent: number, isDefault: boolean) =>
      isDefault
        ? `Strong support is taken to be ${percent} % of the peers that a note names. The sources say only “strong”: the number is a default of this plugin.`
        : `Strong support is taken to be ${percent} % of the peers that a note names, as set for this vault. The sources say only “strong”.`,
    round: (round: number) => `Round ${round}`,
    noMoves: 'Nobody moves by the stated rules.',
    summary: (moves: number, rounds: number) => `${moves} ${moves === 1 ? 'move' : 'moves'} in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`,
    move: (from: string, to: string) => `${from} → ${to}`,
    still: 'Who stays, and why',
    nobodyStays: 'Nobody below the level of support stays where they are.',
    sensitivity: 'With another threshold',
    percent: 'Strong support',
    percentValue: (percent: number) => `${percent} %`,
    thisVault: () => 'this vault',
    moves: 'Moves',
    rounds: 'Rounds',
    supporting: 'At support after',
    whatIf: 'What if',
    whatIfHint: 'Supposed here only: nothing of it is written, and it is gone with this view.',
    findPerson: 'Suppose something of an executive',
    foundNobody: 'No executive is called so.',
    level: (name: string) => `Level of ${name}, supposed`,
    asRecorded: (level: string) => `as recorded (${level})`,
    withCase: () => 'has a business case',
    withCaseOf: (name: string) => `${name} has a business case, supposed`,
    remove: (name: string) => `Suppose nothing of ${name}`,
    clear: 'Clear what is supposed',
    banner: (count: number) => `What if: something is supposed of ${count === 1 ? '1 executive' : `${count} executives`}. Nothing of it is recorded.`,
    moreOf: (count: number) => `Show ${count} more`,
  },
} as const;
