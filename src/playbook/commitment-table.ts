/**
 * The commitment of every executive as a table: one row each, the same columns and words in the view's table, in CSV, in
 * Markdown and on the command line. What is recorded stands beside what the evidence reaches; no score.
 *
 * @example buildCommitmentTable(record, options).map((row) => COMMITMENT_COLUMNS.map(({ cell }) => cell(row, words)))
 */
import { COMMITMENT_LEVELS, type CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { assessEvidencedLevel, lacksInWords, type EvidencedLevel } from './evidenced-level.js';
import type { Executive } from './note.js';
import { byCodeUnits } from './playbook.js';
import { isCeo, unitKey } from './readiness.js';
import { assessSaidVersusDone, type SaidVersusDone } from './said-versus-done.js';
import { assessStanding, type Standing, type StandingThresholds } from './standing.js';
import type { LevelWords } from './step-words.js';

export interface CommitmentRow {
  readonly executive: Executive;
  readonly standing: Standing;
  readonly evidenced: EvidencedLevel;
  readonly saidDone: SaidVersusDone;
  /** Each once, in the order of the note. */
  readonly peers: readonly Executive[];
  readonly isCeo: boolean;
  /** Leads the unit that the note names. */
  readonly isHead: boolean;
}

export interface CommitmentTableOptions extends StandingThresholds {
  /** How many signs of commitment the vault's list has. */
  readonly signCount: number;
  /** Only executives of these units, in any case; all when absent or empty. */
  readonly units?: readonly string[];
}

/** The CEO first, then by path. */
export function buildCommitmentTable(record: CommitmentRecord, options: CommitmentTableOptions): readonly CommitmentRow[] {
  const { playbook, today } = record;
  const wanted = new Set((options.units ?? []).map(unitKey));
  return playbook.executives
    .filter(({ unit }) => wanted.size === 0 || (unit !== undefined && wanted.has(unitKey(unit))))
    .map((executive): CommitmentRow => {
      const standing = assessStanding(executive, today, options);
      return {
        executive,
        standing,
        evidenced: assessEvidencedLevel(executive, today, options),
        saidDone: assessSaidVersusDone(executive, standing.level, today, options.evidenceDays),
        peers: record.peers(executive),
        isCeo: isCeo(executive),
        isHead: executive.unit !== undefined && record.headOf(executive.unit) === executive,
      };
    })
    .sort((a, b) => Number(b.isCeo) - Number(a.isCeo) || byCodeUnits(a.executive.path, b.executive.path));
}

export interface CommitmentColumn {
  readonly id: string;
  readonly heading: string;
  /** Plain text; empty where nothing is recorded. */
  readonly cell: (row: CommitmentRow, words: LevelWords) => string;
}

/** In this order wherever the table is written. */
export const COMMITMENT_COLUMNS: readonly CommitmentColumn[] = [
  { id: 'executive', heading: 'Executive', cell: ({ executive }) => executive.title },
  { id: 'role', heading: 'Role', cell: ({ executive }) => executive.role ?? '' },
  { id: 'unit', heading: 'Unit', cell: ({ executive }) => executive.unit ?? '' },
  { id: 'now', heading: 'Now', cell: ({ standing }, words) => levelText(standing.level, words, 'not assessed') },
  { id: 'needed', heading: 'Needed', cell: ({ standing }, words) => levelText(standing.needed, words, '') },
  { id: 'gap', heading: 'Levels to go', cell: ({ standing }) => (standing.gapLevels === undefined ? '' : String(standing.gapLevels)) },
  { id: 'evidenced', heading: 'Evidence reaches', cell: ({ evidenced }, words) => levelText(evidenced.level, words, 'no level') },
  { id: 'missing', heading: 'Missing', cell: missingInWords },
  { id: 'said', heading: 'Said', cell: ({ saidDone }) => String(saidDone.said.length) },
  { id: 'did', heading: 'Did', cell: ({ saidDone }) => String(saidDone.did.length) },
  { id: 'assessed', heading: 'Assessed', cell: ({ standing }) => standing.assessedOn ?? '' },
  { id: 'influence', heading: 'Influence', cell: ({ executive }) => (executive.influence === undefined ? '' : String(executive.influence)) },
  { id: 'peers', heading: 'Peers', cell: ({ peers }) => peers.map(({ title }) => title).join(', ') },
  { id: 'note', heading: 'Note', cell: ({ executive }) => executive.path },
];

function levelText(level: CommitmentLevel | undefined, words: LevelWords, none: string): string {
  return level === undefined ? none : words(level);
}

/** What the evidence lacks for the recorded level; empty where it reaches that level, or none is recorded. */
export function missingInWords({ standing: { level }, evidenced: { level: reached, next } }: CommitmentRow, words: LevelWords): string {
  if (level === undefined || next === undefined || rank(reached) >= rank(level) || rank(level) < rank('toe-dipper')) return '';
  return `for ${words(next.level)}: ${lacksInWords(next.lacks)}`;
}

/** -1 where there is no level. */
function rank(level: CommitmentLevel | undefined): number {
  return level === undefined ? -1 : COMMITMENT_LEVELS.indexOf(level);
}
