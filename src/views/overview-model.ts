/**
 * What the overview shows, worked out of a playbook once per version of it: executives by level, what is missing, and
 * where to act next. The judgements are the core's, the same as in the report.
 */
import { SEVERITIES, type Diagnostic, type LintResult, type Severity } from '../lint/diagnostic.js';
import { commitmentRecordOf } from '../playbook/commitment-record-of.js';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../lint/rule.js';
import { COMMITMENT_LEVELS, type CommitmentLevel } from '../playbook/commitment.js';
import { assessHome, type Home } from '../playbook/home.js';
import { buildHomeCards, type HomeCards } from '../playbook/home-cards.js';
import type { Evidence, NoteIdentity } from '../playbook/note.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { isCeo } from '../playbook/readiness.js';
import { isOpen } from '../playbook/short-work.js';
import type { Standing } from '../playbook/standing.js';
import { levelWords, type LevelWords } from '../playbook/step-words.js';
import { homeOptionsOf } from '../vault/home-options.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { groupOfRule, RULES_OF_GROUP, type RuleGroup } from './rule-groups.js';

export interface LevelGroup {
  /** Undefined: not assessed. */
  readonly level: CommitmentLevel | undefined;
  /** The CEO first, then those with most levels to go. */
  readonly standings: readonly Standing[];
}

/** Findings of one sort. */
export interface MissingFindings {
  readonly group: RuleGroup;
  readonly rules: readonly string[];
  readonly count: number;
  /** The gravest among them. */
  readonly severity: Severity;
}

/** Facts that no rule reports: notes that leave something open. */
export interface OpenPoint {
  readonly kind: 'withoutSponsor' | 'withoutLevel' | 'withoutNeed';
  readonly notes: readonly NoteIdentity[];
}

export interface Overview {
  readonly home: Home;
  readonly cards: HomeCards;
  /** From advocate down to opposer; those not assessed stand last, and only where there are any. */
  readonly ladder: readonly LevelGroup[];
  readonly missing: readonly MissingFindings[];
  readonly openPoints: readonly OpenPoint[];
  readonly findings: number;
  readonly notes: number;
  readonly words: LevelWords;
  readonly thresholds: Thresholds;
  readonly defaultThresholds: boolean;
}

export function buildOverview(store: PlaybookStore, lint: LintResult): Overview {
  const { playbook, config, today } = store;
  const { thresholds } = config;
  // The rules asked it already, and the map does too.
  const record = commitmentRecordOf(playbook, today);
  const options = { ...homeOptionsOf(store), withPrivate: true };
  const home = assessHome(record, options);
  const standings = sortStandings(home.standings);
  return {
    home,
    cards: buildHomeCards(home, record, options),
    ladder: buildLadder(standings),
    missing: groupFindings(lint.diagnostics),
    openPoints: findOpenPoints(standings, playbook.initiatives.filter((work) => work.kind !== 'milestone' && isOpen(work) && work.sponsor.length === 0)),
    findings: lint.diagnostics.length,
    notes: lint.notes,
    words: levelWords(config.settings.levelLabels),
    thresholds,
    defaultThresholds: thresholds.assessedDays === DEFAULT_THRESHOLDS.assessedDays && thresholds.evidenceDays === DEFAULT_THRESHOLDS.evidenceDays,
  };
}

/** The newest line of one form that is not to come, to open the note at; undefined when there is none. */
export function newestEvidence({ executive }: Standing, form: Evidence['form'], today: string): Evidence | undefined {
  let newest: Evidence | undefined;
  for (const item of executive.evidence) {
    if (item.form === form && item.date <= today && (newest === undefined || item.date > newest.date)) newest = item;
  }
  return newest;
}

/** Keeps the executives whose name, role or unit holds every word of the text; groups stay, also empty ones. */
export function filterLadder(ladder: readonly LevelGroup[], text: string): readonly LevelGroup[] {
  const wanted = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return ladder;
  return ladder.map(({ level, standings }) => ({
    level,
    standings: standings.filter(({ executive: { title, role, unit } }) => {
      const said = `${title} ${role ?? ''} ${unit ?? ''}`.toLowerCase();
      return wanted.every((word) => said.includes(word));
    }),
  }));
}

function buildLadder(standings: readonly Standing[]): readonly LevelGroup[] {
  const groups = [...COMMITMENT_LEVELS, undefined].reverse().map((level): LevelGroup => ({ level, standings: standings.filter((standing) => standing.level === level) }));
  const [unknown, ...levels] = groups;
  return unknown === undefined || unknown.standings.length === 0 ? levels : [...levels, unknown];
}

/** The CEO first, then those with most levels to go. */
function sortStandings(standings: readonly Standing[]): readonly Standing[] {
  return standings
    .map((standing) => ({ standing, ceo: Number(isCeo(standing.executive)) }))
    .sort((a, b) => b.ceo - a.ceo || (b.standing.gapLevels ?? 0) - (a.standing.gapLevels ?? 0) || byCodeUnits(a.standing.executive.path, b.standing.executive.path))
    .map(({ standing }) => standing);
}

/** In the order of the groups; those without a finding are left out. */
function groupFindings(diagnostics: readonly Diagnostic[]): readonly MissingFindings[] {
  const found = new Map<RuleGroup, { count: number; gravest: number; rules: Set<string> }>();
  for (const [rule, { count, gravest }] of countByRule(diagnostics)) {
    const group = groupOfRule(rule);
    const known = found.get(group) ?? { count: 0, gravest: SEVERITIES.length - 1, rules: new Set(RULES_OF_GROUP[group]) };
    known.count += count;
    known.gravest = Math.min(known.gravest, gravest);
    known.rules.add(rule);
    found.set(group, known);
  }
  const order: readonly RuleGroup[] = ['practices', 'links', 'people', 'order', 'annotations', 'properties', 'upkeep', 'other'];
  return order.flatMap((group) => {
    const known = found.get(group);
    return known === undefined ? [] : [{ group, rules: [...known.rules], count: known.count, severity: SEVERITIES[known.gravest] ?? 'info' }];
  });
}

function countByRule(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, { readonly count: number; readonly gravest: number }> {
  const counted = new Map<string, { count: number; gravest: number }>();
  for (const { rule, severity } of diagnostics) {
    const gravity = SEVERITIES.indexOf(severity);
    const known = counted.get(rule);
    if (known === undefined) counted.set(rule, { count: 1, gravest: gravity });
    else {
      known.count++;
      if (gravity < known.gravest) known.gravest = gravity;
    }
  }
  return counted;
}

function findOpenPoints(standings: readonly Standing[], withoutSponsor: readonly NoteIdentity[]): readonly OpenPoint[] {
  const people = (missing: (standing: Standing) => boolean): readonly NoteIdentity[] => standings.filter(missing).map(({ executive }) => executive);
  const points: readonly OpenPoint[] = [
    { kind: 'withoutSponsor', notes: withoutSponsor },
    { kind: 'withoutLevel', notes: people(({ level }) => level === undefined) },
    { kind: 'withoutNeed', notes: people(({ needed }) => needed === undefined) },
  ];
  return points.filter(({ notes }) => notes.length > 0);
}
