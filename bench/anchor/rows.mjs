/** From counts of evaluate.ts to the tables of docs/benchmarks.md. */
import { median } from '../measure.mjs';
import { time } from '../table.mjs';

const OURS = ['with the base text', 'without it'];
const METHODS = [...OURS, 'like Hypothesis', 'exact match, the first', 'the same offsets'];
const FATES = ['intact', 'edited', 'deleted'];
const DISTANCES = ['1', '5', '20', 'all'];
const CONFIRM = ['confirm, first right', 'confirm, other right', 'confirm, none right'];
const FOUND_TARGETS = { intact: [0.995, 0.96], edited: [0.85, 0.7] };
const WRONG_TARGETS = [0.01, 0.006];
const FIRST_TARGET = 0.8;
const SPEED_TARGET_MS = 200;

/**
 * @typedef {Readonly<Record<string, number>>} Counts `method · fate · distance · as they come or more · outcome` → how many
 * @typedef {{ method?: string, fate?: string, distance?: string, drawn?: string, outcome?: string | readonly string[] }} Filter
 */

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumOf(all) {
  const sum = {};
  for (const counts of all) for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** What is asked of our methods, each figure with its target. @param {Counts} counts @returns {import('../table.mjs').Row[]} */
export function targetRows(counts) {
  const rows = OURS.flatMap((method, index) => [
    ...Object.entries(FOUND_TARGETS).map(([fate, targets]) => atLeast(`${fate} passages anchored rightly, ${method}`, counts, { method, fate, ...(fate === 'intact' ? { drawn: 'as they come' } : {}) }, 'right', targets[index])),
    atMost(`silently wrong, ${method}, of passages as they come`, counts, { method, drawn: 'as they come' }, 'wrong', WRONG_TARGETS[index]),
    toCompare(atMost(`silently wrong, ${method}, with more of the edited and deleted ones than come`, counts, { method }, 'wrong', 1)),
  ]);
  for (const method of OURS) {
    const left = sumOf(['intact', 'edited'].map((fate) => pick(counts, { method, fate })));
    rows.push(atLeast(`first suggestion right, ${method}, where the passage is still there`, left, { outcome: CONFIRM }, 'confirm, first right', FIRST_TARGET));
    rows.push(toCompare(atLeast(`first suggestion right, ${method}, the deleted ones too`, counts, { method, outcome: CONFIRM }, 'confirm, first right', 1)));
  }
  return rows;
}

/** Each method by what became of the passage. @param {Counts} counts */
export function methodTable(counts) {
  const lines = FATES.flatMap((fate) =>
    METHODS.map((method) => {
      const filter = { method, fate, ...(fate === 'intact' ? { drawn: 'as they come' } : {}) };
      const all = count(counts, filter);
      const share = (outcome) => percent(count(counts, { ...filter, outcome }), all);
      const orphan = fate === 'deleted' ? '(right)' : share('orphan');
      return `| ${fate} (${all.toLocaleString('en')}) | ${method} | ${share('right')} | ${share(CONFIRM)} | ${share(CONFIRM[0])} | ${orphan} | ${share('wrong')} |`;
    }),
  );
  return ['| Passage | Method | Right | Asks to confirm | … and its first suggestion is right | Orphan | Silently wrong |', '| --- | --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}

/** Passages as they come, by how many revisions later they are looked for. @param {Counts} counts */
export function distanceTable(counts) {
  const cell = (method, distance) => {
    const filter = { method, distance, drawn: 'as they come' };
    const all = count(counts, filter);
    return `${percent(count(counts, { ...filter, outcome: 'right' }), all)} / ${percent(count(counts, { ...filter, outcome: CONFIRM }), all)} / ${percent(count(counts, { ...filter, outcome: 'wrong' }), all)}`;
  };
  const heads = DISTANCES.map((distance) => `${distance === 'all' ? 'up to the newest' : distance} (${count(counts, { method: OURS[0], distance, drawn: 'as they come' }).toLocaleString('en')})`);
  return [`| Revisions later | ${heads.join(' | ')} |`, `| --- |${' --- |'.repeat(DISTANCES.length)}`, ...METHODS.map((method) => `| ${method} | ${DISTANCES.map((distance) => cell(method, distance)).join(' | ')} |`)].join('\n');
}

/** @param {{ characters: number, rounds: Readonly<Record<string, readonly number[]>> }} speed @returns {import('../table.mjs').Row[]} */
export function speedRows({ characters, rounds }) {
  const what = {
    mixed: `200 annotations of a note of ${Math.round(characters / 1024)} KB: 50 of a quote that stands there 2,500 times, 100 intact, 50 edited or deleted`,
    repeated: 'the same, all 200 of the quote that stands there 2,500 times',
    changed: 'the same, all 200 edited or deleted',
  };
  return Object.entries(rounds).map(([key, runs]) => {
    const [name, how] = key.split(' · ');
    const ms = median(runs.slice(1));
    return { what: `${what[name]}, ${how}`, measured: `${time(ms)} (cold ${time(runs[0])})`, ...(name === 'mixed' ? { target: `< ${SPEED_TARGET_MS} ms`, met: ms < SPEED_TARGET_MS } : {}) };
  });
}

/** @param {Counts} counts @param {Filter} filter */
function count(counts, filter) {
  return Object.values(pick(counts, filter)).reduce((sum, value) => sum + value, 0);
}

/** @param {Counts} counts @param {Filter} filter @returns {Counts} */
function pick(counts, filter) {
  const wanted = [filter.method, filter.fate, filter.distance, filter.drawn, filter.outcome];
  return Object.fromEntries(Object.entries(counts).filter(([key]) => key.split(' · ').every((part, index) => wanted[index] === undefined || [wanted[index]].flat().includes(part))));
}

function atLeast(what, counts, filter, outcome, target) {
  const [hits, all] = [count(counts, { ...filter, outcome }), count(counts, filter)];
  return { what, measured: share(hits, all), target: `≥ ${percent(target, 1)}`, met: all === 0 ? undefined : hits >= target * all };
}

function atMost(what, counts, filter, outcome, target) {
  const [hits, all] = [count(counts, { ...filter, outcome }), count(counts, filter)];
  return { what, measured: share(hits, all), target: `≤ ${percent(target, 1)}`, met: all === 0 ? undefined : hits <= target * all };
}

/** Without a target. */
function toCompare({ what, measured }) {
  return { what, measured };
}

function share(part, all) {
  return `${percent(part, all)} of ${all.toLocaleString('en')}`;
}

function percent(part, all) {
  return all === 0 ? '–' : `${Number(((100 * part) / all).toFixed(1))} %`;
}
