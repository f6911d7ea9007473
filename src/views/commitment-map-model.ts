/**
 * What the commitment map shows, worked out of a playbook once per version of it. The judgements are the core's; here they
 * are only chosen, ordered and put beside one another. What few ask for is worked out when it is first asked.
 *
 * @example selectRows(buildCommitmentMap(store), choice) // the rows of map, table and exports alike
 */
import { commitmentRecordOf } from '../playbook/commitment-record-of.js';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../lint/rule.js';
import { Adviser } from '../playbook/advice.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from '../playbook/commitment.js';
import { buildCommitmentTable, type CommitmentRow } from '../playbook/commitment-table.js';
import type { Executive, Journey } from '../playbook/note.js';
import { openRemarks, remarksByNote, type RemarksByNote } from '../playbook/open-remarks.js';
import { listenersByPeer } from '../playbook/quotable-results.js';
import { unitKey, type CommitmentRecord } from '../playbook/readiness.js';
import type { VaultSign } from '../playbook/sign.js';
import { levelWords, type LevelWords } from '../playbook/step-words.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { CommitmentChoice } from './commitment-choice.js';

export interface UnitCount {
  /** As most notes write it first. */
  readonly unit: string;
  readonly count: number;
}

export interface CommitmentMapModel {
  readonly record: CommitmentRecord;
  readonly today: CalendarDate;
  readonly journey: Journey | undefined;
  /** Every executive: the CEO first, then by path. */
  readonly rows: readonly CommitmentRow[];
  readonly rowByPath: ReadonlyMap<string, CommitmentRow>;
  /** In alphabetical order. */
  readonly units: readonly UnitCount[];
  /** That the vault looks for. */
  readonly signs: readonly VaultSign[];
  /** What annotations leave open, by executive. */
  readonly remarks: RemarksByNote;
  readonly words: LevelWords;
  readonly thresholds: Thresholds;
  readonly isDefault: { readonly evidence: boolean; readonly assessed: boolean; readonly coalition: boolean };
  readonly adviser: () => Adviser;
  /** Who name an executive as a peer and stand below supporter. */
  readonly listeners: () => ReadonlyMap<Executive, readonly Executive[]>;
}

export function buildCommitmentMap({ playbook, config, signs, today }: PlaybookStore): CommitmentMapModel {
  const { thresholds, settings } = config;
  const record = commitmentRecordOf(playbook, today);
  const rows = buildCommitmentTable(record, { ...thresholds, signCount: signs.length });
  return {
    record,
    today,
    journey: playbook.journey,
    rows,
    rowByPath: new Map(rows.map((row) => [row.executive.path, row])),
    units: countUnits(rows),
    signs,
    remarks: remarksByNote(openRemarks(playbook, { withPrivate: true })),
    words: levelWords(settings.levelLabels),
    thresholds,
    isDefault: {
      evidence: thresholds.evidenceDays === DEFAULT_THRESHOLDS.evidenceDays,
      assessed: thresholds.assessedDays === DEFAULT_THRESHOLDS.assessedDays,
      coalition: thresholds.coalitionPercent === DEFAULT_THRESHOLDS.coalitionPercent,
    },
    adviser: once(() => new Adviser(record)),
    listeners: once(() => listenersByPeer(record)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function countUnits(rows: readonly CommitmentRow[]): readonly UnitCount[] {
  const units = new Map<string, { unit: string; count: number }>();
  for (const { executive: { unit } } of rows) {
    if (unit === undefined) continue;
    const known = units.get(unitKey(unit));
    if (known === undefined) units.set(unitKey(unit), { unit, count: 1 });
    else known.count++;
  }
  return [...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted);
}

/** The rows of a choice, in its order: those of the map, the table and what is exported. */
export function selectRows({ rows }: Pick<CommitmentMapModel, 'rows'>, { units, text, order }: Pick<CommitmentChoice, 'units' | 'text' | 'order'>): readonly CommitmentRow[] {
  const wanted = new Set(units.map(unitKey));
  const words = text.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  const chosen = wanted.size === 0 && words.length === 0 ? rows : rows.filter(({ executive }) => isWanted(executive, wanted, words));
  switch (order) {
    case 'ceo': return chosen;
    case 'unit': return byUnit(chosen);
    // Sorting keeps the order of equals.
    case 'gap': return [...chosen].sort((a, b) => (b.standing.gapLevels ?? -5) - (a.standing.gapLevels ?? -5));
    case 'influence': return [...chosen].sort((a, b) => (b.executive.influence ?? 0) - (a.executive.influence ?? 0));
  }
}

function isWanted({ title, role = '', unit = '' }: Executive, wanted: ReadonlySet<string>, words: readonly string[]): boolean {
  if (wanted.size > 0 && !wanted.has(unitKey(unit))) return false;
  if (words.length === 0) return true;
  const said = `${title} ${role} ${unit}`.toLowerCase();
  return words.every((word) => said.includes(word));
}

/** Those without a unit last. */
function byUnit(rows: readonly CommitmentRow[]): readonly CommitmentRow[] {
  const keyed = rows.map((row) => ({ row, key: row.executive.unit === undefined ? undefined : unitKey(row.executive.unit) }));
  keyed.sort(({ key: a }, { key: b }) => (a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1));
  return keyed.map(({ row }) => row);
}

/** A line of the map: an executive, or the heading of a unit. */
export type MapEntry =
  | { readonly kind: 'person'; readonly key: string; readonly row: CommitmentRow }
  | { readonly kind: 'unit'; readonly key: string; readonly unit: string | undefined; readonly count: number; readonly below: number };

/** With headings where the rows are ordered by unit. */
export function entriesOf(rows: readonly CommitmentRow[], order: CommitmentChoice['order']): readonly MapEntry[] {
  const people = rows.map((row): MapEntry => ({ kind: 'person', key: row.executive.path, row }));
  if (order !== 'unit') return people;
  const entries: MapEntry[] = [];
  let start = 0;
  while (start < rows.length) {
    const unit = rows[start]?.executive.unit;
    const key = unit === undefined ? undefined : unitKey(unit);
    let end = start;
    let below = 0;
    for (let row = rows[end]; row !== undefined && (row.executive.unit === undefined ? undefined : unitKey(row.executive.unit)) === key; row = rows[++end]) {
      if ((row.standing.gapLevels ?? 0) > 0) below++;
    }
    // A path ends in .md, so no heading has the key of a person.
    entries.push({ kind: 'unit', key: `unit ${key ?? ''}`, unit, count: end - start, below }, ...people.slice(start, end));
    start = end;
  }
  return entries;
}

export interface MapSummary {
  readonly shown: number;
  readonly total: number;
  readonly below: number;
  readonly above: number;
  readonly unknown: number;
}

export function summarise(rows: readonly CommitmentRow[], total: number): MapSummary {
  const count = (is: (row: CommitmentRow) => boolean): number => rows.filter(is).length;
  return {
    shown: rows.length,
    total,
    below: count(({ standing: { gapLevels = 0 } }) => gapLevels > 0),
    above: count(({ standing: { gapLevels = 0 } }) => gapLevels < 0),
    unknown: count(({ standing: { level } }) => level === undefined),
  };
}

/** What the evidence says beside the recorded level; undefined where both say the same. */
export type EvidenceMark = { readonly level: CommitmentLevel | undefined };

export function evidenceMark({ standing: { level }, evidenced }: CommitmentRow): EvidenceMark | undefined {
  if (evidenced.level === level) return undefined;
  // Of an opposer, a passive and somebody not assessed nobody expects evidence.
  const isClaimed = level !== undefined && commitmentRank(level) >= commitmentRank('toe-dipper');
  return evidenced.level === undefined && !isClaimed ? undefined : { level: evidenced.level };
}

/** One level up or down; not assessed stands before the lowest, and nothing before that. */
export function neighbourLevel(level: CommitmentLevel | undefined, steps: 1 | -1): CommitmentLevel | undefined {
  return COMMITMENT_LEVELS[(level === undefined ? -1 : commitmentRank(level)) + steps];
}
