/**
 * The record of commitment for other programs. `schema` is 1; a change that breaks readers raises it. Levels are stored
 * slugs; one that is not recorded is `null`: not assessed, which is not `passive`. Notes are named by their paths, lines
 * count from 1. `rule` is null where no source states a rule.
 */
import { adviceSentences, mistakeSentences } from '../playbook/advice-words.js';
import { COALITION_LABEL } from '../playbook/coalition-words.js';
import type { CoalitionCause, StandingStill } from '../playbook/coalition.js';
import type { CommitmentReport, ReportedExecutive } from '../playbook/commitment-report.js';
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import type { Evidence } from '../playbook/note.js';
import { startingReasons, type StartingPoint } from '../playbook/start-here.js';
import { levelWords } from '../playbook/step-words.js';
import type { CommitmentWording } from './commitment-sections.js';
import { formatJson } from './printable.js';

type LineOf = CommitmentWording['lineOf'];

/** Programs read slugs in sentences too. */
const SLUGS = levelWords();

/** Indented by two spaces, with a line end. */
export function formatCommitmentJson(report: CommitmentReport, lineOf: LineOf): string {
  return `${formatJson(commitmentData(report, lineOf), 2)}\n`;
}

function commitmentData(report: CommitmentReport, lineOf: LineOf) {
  const { today, options, people, startingPoints, results } = report;
  const { assessedDays, evidenceDays, coalitionPercent, signCount, units = [] } = options;
  return {
    schema: 1,
    today,
    thresholds: { assessedDays, evidenceDays, coalitionPercent, signCount },
    units,
    levels: COMMITMENT_LEVELS,
    executives: people.map((person) => executiveData(person, lineOf)),
    coalition: coalitionData(report),
    startHere: startingPoints.map(startData),
    results: results.map(({ result, by, to }) => ({ path: result.path, title: result.title, by: by.path, to: pathsOf(to) })),
  };
}

function executiveData({ row, history, advice }: ReportedExecutive, lineOf: LineOf) {
  const { executive, standing, evidenced, saidDone, peers, isCeo, isHead } = row;
  const { path, title, role, unit, influence } = executive;
  const lineData = ({ date, form, category, sign, text, from }: Evidence) => ({ path, line: lineOf(path, from) ?? null, date, form, category: category ?? null, sign: sign ?? null, text });
  const { level, needed, gapLevels, assessedOn, assessedDaysAgo, stale, said, did, didByCategory, trend, expected } = standing;
  return {
    path,
    title,
    role: role ?? null,
    unit: unit ?? null,
    isCeo,
    isHead,
    influence: influence ?? null,
    peers: pathsOf(peers),
    level: level ?? null,
    needed: needed ?? null,
    gapLevels: gapLevels ?? null,
    assessedOn: assessedOn ?? null,
    assessedDaysAgo: assessedDaysAgo ?? null,
    stale,
    said,
    did,
    didByCategory: didByCategory.map(({ category, count }) => ({ category: category ?? null, count })),
    saidDoneGap: saidDone.isGap,
    saidLines: saidDone.said.map(lineData),
    didLines: saidDone.did.map(lineData),
    evidenced: {
      level: evidenced.level ?? null,
      lines: evidenced.items.map(lineData),
      signs: evidenced.signs,
      next: evidenced.next === undefined ? null : { level: evidenced.next.level, lacks: evidenced.next.lacks },
    },
    trend: trend === undefined ? null : { previous: trend.previous, direction: trend.direction, since: trend.since ?? null },
    expected: expected === undefined ? null : { level: expected.level, on: expected.on },
    runs: history.runs.map(({ level: of, since, confirmedOn }) => ({ level: of, since, confirmedOn })),
    changes: history.changes.map(({ from, to, on, steps, by, line, isUnexplainedJump }) => ({ on, from, to, steps, rule: by ?? null, line: line === undefined ? null : (lineOf(path, line.from) ?? null), isUnexplainedJump })),
    advice: {
      move: advice.move ?? null,
      steps: adviceSentences(advice, SLUGS),
      mistakes: mistakeSentences(advice, SLUGS).map((sentence, index) => ({ kind: advice.mistakes[index]?.kind, ...sentence })),
      plays: pathsOf(advice.plays),
    },
  };
}

function coalitionData({ options, coalition, rounds, still, sensitivity, recorded, supposed }: CommitmentReport) {
  return {
    label: COALITION_LABEL,
    percent: options.coalitionPercent,
    whatIf: { levels: supposed.levels.map(({ executive, level }) => ({ path: executive.path, level })), withCase: pathsOf(supposed.withCase) },
    recorded: recorded ?? null,
    rounds: rounds.map(({ round, moves }) => ({ round, moves: moves.map(({ executive, from, to, cause }) => ({ path: executive.path, from, to, cause: causeData(cause) })) })),
    levels: [...coalition.levels].map(([path, level]) => ({ path, level })),
    still: still.map(stillData),
    sensitivity,
  };
}

function causeData(cause: CoalitionCause) {
  return cause.kind === 'peers' ? { kind: cause.kind, supporting: pathsOf(cause.supporting), peers: cause.peers } : { kind: cause.kind, cases: pathsOf(cause.cases) };
}

function stillData({ executive, level, obstacle }: StandingStill) {
  return { path: executive.path, level, obstacle };
}

function startData(point: StartingPoint, index: number) {
  const { leader, unit, level, isEvidenced, results, reach, work } = point;
  return { rank: index + 1, unit, leader: leader.path, level, isEvidenced, results: pathsOf(results), reach: pathsOf(reach), work: pathsOf(work), reasons: startingReasons(point, SLUGS) };
}

function pathsOf(notes: readonly { readonly path: string }[]): readonly string[] {
  return notes.map(({ path }) => path);
}
