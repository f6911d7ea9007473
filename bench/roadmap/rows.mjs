/** From figures to the table of docs/benchmarks.md: medians with the lowest and highest, and each target beside them. */
import { median } from '../measure.mjs';

const COLUMNS = ['ours', 'vis', 'frappe', 'svar', 'mermaid', 'canvas'];

/**
 * What is compared, by figure. `atMost` is the share of the best peer's figure that ours may have, by items.
 * @type {readonly { figure: string, what: string, atMost?: (items: number) => number, target?: (items: number) => string, unit?: 'count', ofCanvas?: boolean }[]}
 */
const ACTIONS = [
  { figure: 'paintCpuMs', what: 'first paint', atMost: (items) => 1 / (items <= 100 ? 3 : items <= 1000 ? 4 : 5), target: (items) => `≥ ${items <= 100 ? 3 : items <= 1000 ? 4 : 5}× faster` },
  { figure: 'settledCpuMs', what: 'first paint and what follows it' },
  { figure: 'paintMs', what: 'first paint, time on the clock' },
  { figure: 'panCpuMs', what: 'pan, per frame', atMost: () => 1 / 2, target: () => '≤ 1/2' },
  { figure: 'panP95Ms', what: 'pan, 95 of 100 frames come within', ofCanvas: true },
  { figure: 'scrollCpuMs', what: 'scroll down, per frame', atMost: (items) => (items < 1000 ? 1 : 2 / 3), target: (items) => (items < 1000 ? 'no worse' : '≤ 2/3') },
  { figure: 'zoomCpuMs', what: 'zoom, per step while it goes on', atMost: () => 1 / 3, target: () => '≤ 1/3' },
  { figure: 'zoomSettledCpuMs', what: 'zoom, per step with what follows', atMost: () => 1 / 3, target: () => '≤ 1/3' },
  { figure: 'dragCpuMs', what: 'drag, per move', atMost: () => 1 / 2, target: () => '≤ 1/2' },
  { figure: 'elements', what: 'elements in the page, at most', unit: 'count' },
];
/** Items at which our frames are held against the canvas. */
const CANVAS_ITEMS = 5000;
const CANVAS_FACTOR = 1.1;
const MOST_ELEMENTS = 600;

/**
 * @param {readonly number[]} sizes @param {readonly import('./programs.mjs').Program[]} programs
 * @param {(items: number, program: string) => { runs: readonly object[], timedOut: boolean }} resultOf
 * @param {number} limitMs
 */
export function formatFigures(sizes, programs, resultOf, limitMs) {
  const shown = COLUMNS.flatMap((name) => programs.find((program) => program.name === name) ?? []);
  const peers = shown.filter(({ isPeer }) => isPeer);
  const head = ['Items', 'Milliseconds', ...shown.map(({ title }) => title), 'Ours to the best peer’s', 'Target', 'Met'];
  const lines = sizes.flatMap((items) => ACTIONS.map((action) => {
    const of = (/** @type {string} */ name) => valuesOf(resultOf(items, name).runs, action.figure);
    const cells = shown.map(({ name }) => cellOf(of(name), resultOf(items, name), action.unit, limitMs));
    return [items.toLocaleString('en'), action.what, ...cells, ...verdict(action, items, of, peers)];
  }));
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @returns {[ratio: string, target: string, met: string]} */
function verdict({ figure, atMost, target, ofCanvas }, items, of, peers) {
  const ours = of('ours');
  if (ours.length === 0) return ['', '', ''];
  const own = median(ours);
  if (figure === 'elements') return ['', `≤ ${MOST_ELEMENTS}`, met(Math.max(...ours) <= MOST_ELEMENTS)];
  const best = peers.map(({ name, title }) => ({ title, values: of(name) })).filter(({ values }) => values.length > 0).map(({ title, values }) => ({ title, ms: median(values) })).sort((a, b) => a.ms - b.ms)[0];
  const ratio = best === undefined ? '' : `${(own / best.ms).toFixed(2)}× ${best.title}`;
  if (ofCanvas === true && items === CANVAS_ITEMS && of('canvas').length > 0) {
    const canvas = median(of('canvas'));
    return [`${ratio}; ${(own / canvas).toFixed(2)}× canvas`, `≤ ${CANVAS_FACTOR}× canvas`, met(own <= CANVAS_FACTOR * canvas)];
  }
  if (atMost === undefined || target === undefined || best === undefined) return [ratio, '', ''];
  return [ratio, target(items), met(own <= atMost(items) * best.ms)];
}

function cellOf(values, { timedOut, runs }, unit, limitMs) {
  if (timedOut) return `> ${limitMs / 1000} s`;
  if (runs.length === 0) return '';
  if (values.length === 0) return 'cannot';
  if (unit === 'count') return Math.max(...values).toLocaleString('en');
  const spread = values.length === 1 ? '' : ` (${digits(Math.min(...values))}–${digits(Math.max(...values))})`;
  return `${digits(median(values))}${spread}`;
}

function valuesOf(runs, figure) {
  return runs.flatMap((run) => (run[figure] === undefined ? [] : [run[figure]]));
}

function digits(value) {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function met(is) {
  return is ? 'yes' : '**no**';
}
