/**
 * What the judgements of commitment cost an app that stays: coalition, its other thresholds, advice for everybody and
 * the table, over so many executives with ten peers each. `node scripts/run-ts.mjs bench/commitment.ts EXECUTIVES`
 * prints one JSON object of medians in milliseconds.
 */
import { Adviser } from '../src/playbook/advice.js';
import { parseCalendarDate, toEpochDay, fromEpochDay } from '../src/playbook/calendar-date.js';
import { assessCoalition, assessCoalitionSensitivity } from '../src/playbook/coalition.js';
import { COMMITMENT_LEVELS } from '../src/playbook/commitment.js';
import { assessCommitment } from '../src/playbook/commitment-report.js';
import { buildCommitmentTable } from '../src/playbook/commitment-table.js';
import type { Executive, NoteLink } from '../src/playbook/note.js';
import { Playbook } from '../src/playbook/playbook.js';
import { CommitmentRecord } from '../src/playbook/readiness.js';

const TODAY = parseCalendarDate('2026-11-22')!;
const REPETITIONS = 9;
const PEERS = 10;
const UNITS = 50;
const PLAYS = 30;
const OPTIONS = { assessedDays: 180, evidenceDays: 180, signCount: 8, coalitionPercent: 50 };

const executives = Number(process.argv[2] ?? '1000');
const playbook = playbookOf(executives);
process.stdout.write(
  `${JSON.stringify({
    executives,
    moves: assessCoalition(new CommitmentRecord(playbook, TODAY), { percent: 50 }).rounds.map(({ length }) => length),
    // A record is of one version of the playbook: each run begins with a new one, as after a change.
    coalitionMs: median((record) => assessCoalition(record, { percent: 50 })),
    sensitivityMs: median((record) => assessCoalitionSensitivity(record, { percent: 50 })),
    adviceMs: median((record) => {
      const adviser = new Adviser(record);
      return playbook.executives.map((executive) => adviser.advise(executive));
    }),
    tableMs: median((record) => buildCommitmentTable(record, OPTIONS)),
    reportMs: median((record) => assessCommitment(record, OPTIONS)),
  })}\n`,
);

function median(run: (record: CommitmentRecord) => unknown): number {
  const runs: number[] = [];
  for (let repetition = 0; repetition <= REPETITIONS; repetition++) {
    const started = performance.now();
    run(new CommitmentRecord(playbook, TODAY));
    runs.push(performance.now() - started);
  }
  return runs.slice(1).sort((a, b) => a - b)[REPETITIONS >> 1]!;
}

/** Every fifth at each level, peers spread over all, a year of evidence and two assessments each, plays and cases. */
function playbookOf(count: number): Playbook {
  const made = new Playbook();
  for (let index = 0; index < count; index++) made.setNote(executiveOf(index, count));
  for (let index = 0; index < UNITS; index++) {
    made.setNote({ kind: 'case', path: `Cases/Case ${index}.md`, title: `Case ${index}`, aliases: [], proof: { result: index }, supports: [], insights: [], pilots: [], hasStory: true, hasFigure: false, isWritten: true });
  }
  for (let index = 0; index < PLAYS; index++) {
    made.setNote({ kind: 'play', path: `Plays/Play ${index}.md`, title: `Play ${index}`, aliases: [], moves: [], lever: [['peers', 'roi', 'vision', 'empathy'][index % 4]!], competencies: [], mentions: [linkTo(`Leader ${index % count}`)] });
  }
  return made;
}

function executiveOf(index: number, count: number): Executive {
  const dayOf = (daysAgo: number) => fromEpochDay(toEpochDay(TODAY) - daysAgo);
  const level = COMMITMENT_LEVELS[(index * 7) % COMMITMENT_LEVELS.length]!;
  return {
    kind: 'executive',
    path: `Executives/Leader ${index}.md`,
    title: `Leader ${index}`,
    aliases: [],
    role: index === 0 ? 'CEO' : 'Head',
    unit: `Unit ${index % UNITS}`,
    commitment: level,
    neededCommitment: 'supporter',
    assessed: dayOf(index % 300),
    reportsTo: [],
    peers: Array.from({ length: PEERS }, (_, peer) => linkTo(`Leader ${(index * 31 + peer * 97 + 1) % count}`)),
    influence: 1 + (index % 5),
    signs: [],
    appeal: [['loved', 'greatness'][index % 2]!],
    lever: [],
    competencies: [],
    assessments: [400, 200].map((daysAgo) => ({ date: dayOf(daysAgo), level, remark: '', from: 0, to: 0 })),
    evidence: Array.from({ length: 12 }, (_, month) => ({ date: dayOf(month * 30), form: month % 2 === 0 ? ('said' as const) : ('did' as const), category: month % 2 === 0 ? undefined : ('money' as const), text: 'x', from: month, to: month + 1 })),
    cases: index % 3 === 0 ? [linkTo(`Case ${index % UNITS}`)] : [],
    mentions: [],
  };
}

function linkTo(target: string): NoteLink {
  return { target, from: 0, to: 0 };
}
