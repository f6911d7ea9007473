/** Single notes and drawings: what is felt in an app, and what a hostile note can do. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE_NAMES, hostileNote, longNote } from './hostile-notes.mjs';
import { measureByTurns, median } from './measure.mjs';
import { coldLint, inProcess, runTs } from './programs.mjs';
import { time } from './table.mjs';

/** In megabytes; the second shows whether time grows with size alone. */
const HOSTILE_SIZES = [1, 10];
const KEYSTROKE_LINES = 5000;

/**
 * @param {{ work: string, notes: number, rounds: number, log: (text: string) => void }} options
 * @returns {import('./table.mjs').Row[]}
 */
export function noteRows(options) {
  return [...changedRows(options), ...livingRows(options), ...commitmentRows(options), ...keystrokeRows(options), ...longRows(options), ...hostileRows(options), ...drawingRows(options)];
}

function changedRows({ work, notes, rounds, log }) {
  log('one changed note');
  const runs = repeat(rounds, () => run('changed', join(work, `vault-${notes}`)));
  const ms = median(runs.map(({ medianMs }) => medianMs));
  const p95 = median(runs.map(({ p95Ms }) => p95Ms));
  return [{ what: `One changed note among ${notes}, findings of all included`, measured: `${time(ms)} (95 of 100 below ${time(p95)})`, target: '< 5 ms', met: ms < 5 }];
}

/** What an app waits for at most while its playbook is read, and while many notes change at once. */
function livingRows({ work, notes, rounds, log }) {
  log('the living playbook');
  const runs = repeat(rounds, () => answer(runTs('living.ts', join(work, `vault-${notes}`))));
  const of = (key) => median(runs.map((one) => one[key]));
  const row = (what, ms) => ({ what, measured: `longest stretch ${time(ms)}`, target: '≤ 50 ms', met: ms <= 50 });
  return [row(`Reading ${notes.toLocaleString('en')} notes in an app that stays awake (${time(of('readMs'))} in all)`, of('longestMs')), row(`${runs[0].pulled.toLocaleString('en')} notes changed at once, as by a pull`, of('pullLongestMs'))];
}

/** What the judgements of commitment cost after a change, from a new record on. */
function commitmentRows({ rounds, log }) {
  log('commitment');
  const [many, most] = [1000, 10_000].map((executives) => repeat(rounds, () => answer(runTs('commitment.ts', String(executives)))));
  const of = (runs, key) => time(median(runs.map((one) => one[key])));
  const ms = median(many.map(({ coalitionMs }) => coalitionMs));
  return [
    { what: 'Coalition of 1,000 executives with 10 peers each', measured: `${time(ms)} (with 5 other thresholds: ${of(many, 'sensitivityMs')})`, target: '< 50 ms', met: ms < 50 },
    { what: 'Advice for each of them, and their table', measured: `${of(many, 'adviceMs')}, ${of(many, 'tableMs')}` },
    { what: 'Coalition, advice and table of 10,000', measured: `${of(most, 'coalitionMs')}, ${of(most, 'adviceMs')}, ${of(most, 'tableMs')}` },
  ];
}

/** The slowest of both is what could be felt: the first at each key, the second when the keys rest. */
function keystrokeRows({ rounds, log }) {
  log('keystrokes');
  const runs = repeat(rounds, () => run('keystroke', KEYSTROKE_LINES));
  const of = (part, key) => median(runs.map((one) => one[part][key]));
  const row = (what, part) => ({ what, measured: `${time(of(part, 'medianMs'))} (95 of 100 below ${time(of(part, 'p95Ms'))})`, target: '< 5 ms', met: of(part, 'p95Ms') < 5 });
  const note = `a note of ${KEYSTROKE_LINES.toLocaleString('en')} lines (${Math.round(runs[0].characters / 1000)} KB)`;
  return [row(`A key in ${note} with ${runs[0].findings} findings in the editor`, 'editor'), row(`Lint of ${note} after that`, 'lint')];
}

function longRows({ work, rounds, log }) {
  const vaultOf = (name, text) => {
    const folder = join(work, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    if (text !== undefined) writeFileSync(join(folder, 'Note.md'), text);
    return coldLint(name, folder, work);
  };
  const programs = [vaultOf('empty'), vaultOf('10 MB note', longNote(10)), vaultOf('10 MB paragraph', hostileNote('one paragraph', 10)), vaultOf('20,000 unclosed comments', hostileNote('unclosed comments', 0.14))];
  const results = measureByTurns(programs, rounds, work, log);
  const above = (name) => (results.get(name)?.cpuMs ?? Number.NaN) - (results.get('empty')?.cpuMs ?? Number.NaN);
  const [long, paragraph, unclosed] = ['10 MB note', '10 MB paragraph', '20,000 unclosed comments'].map(above);
  return [
    { what: 'Lint of no notes (the start of the program)', measured: `${time(results.get('empty')?.cpuMs ?? Number.NaN)} CPU` },
    { what: 'Lint of one note of 10 MB, above that', measured: `${time(long)} CPU`, target: '< 150 ms', met: long < 150 },
    { what: 'Lint of one paragraph of 10 MB, above that', measured: `${time(paragraph / 10)} CPU per MB`, target: '< 100 ms per MB', met: paragraph / 10 < 100 },
    { what: 'Lint of 20,000 unclosed `<!--`, above that', measured: `${time(unclosed)} CPU`, target: '< 100 ms', met: unclosed < 100 },
  ];
}

function hostileRows({ rounds, log }) {
  return HOSTILE_NAMES.map((name) => {
    log(`hostile: ${name}`);
    const [small, large] = HOSTILE_SIZES.map((size) => median(repeat(rounds, () => run('hostile', name, size)).map(({ cpuMs, megabytes }) => cpuMs / megabytes)));
    const met = large < 100 && large < 1.5 * small;
    return { what: `Hostile note of 10 MB: ${name}`, measured: `${time(large)} CPU per MB (1 MB: ${time(small)})`, target: '< 100 ms per MB, not more than at 1 MB', met };
  });
}

function drawingRows({ rounds, log }) {
  log('drawings');
  const [small, large] = [1000, 20_000].map((items) => repeat(rounds, () => run('svg', items)));
  const of = (runs, key) => median(runs.map((one) => one[key]));
  const first = of(small, 'firstMs');
  return [
    { what: 'SVG of 1,000 items, layout included', measured: `${time(of(small, 'medianMs'))} (first in the process: ${time(first)})`, target: '≤ 100 ms', met: of(small, 'medianMs') <= 100 },
    { what: 'SVG of 20,000 items, layout included', measured: `${time(of(large, 'medianMs'))} (first in the process: ${time(of(large, 'firstMs'))})` },
  ];
}

function repeat(count, once) {
  return Array.from({ length: count }, once);
}

function run(...args) {
  return answer(inProcess(...args));
}

/** The object that a command prints. */
function answer([command = '', ...args]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`"${args.join(' ')}" failed: ${stderr}`);
  return JSON.parse(stdout);
}
