/**
 * What the home view costs after a change, without drawing: `node scripts/run-ts.mjs bench/home.ts [EXECUTIVES] [NOTES]`
 * prints one JSON object. The playbook is built in memory of the notes of `home-notes.ts`. Before each run one executive
 * changes; findings are measured apart, since the home view counts them too.
 */
import { parseCalendarDate } from '../src/playbook/calendar-date.js';
import { CommitmentRecord } from '../src/playbook/commitment-record.js';
import { assessHome } from '../src/playbook/home.js';
import { NOTE_KINDS } from '../src/playbook/note.js';
import { PlaybookStore } from '../src/vault/playbook-store.js';
import type { Vault } from '../src/vault/vault.js';
import { DEFAULT_THRESHOLDS } from '../src/lint/rule.js';
import { BENCH_DAY, buildHomeNotes } from './home-notes.js';

const TODAY = parseCalendarDate(BENCH_DAY)!;
const RUNS = 15;
const { texts, changing, changed } = buildHomeNotes(Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 10_000));
const nothing: Vault = { list: () => Promise.resolve([]), read: () => Promise.resolve(''), process: () => Promise.resolve(''), create: () => Promise.resolve() };
const store = await PlaybookStore.open(nothing, { today: TODAY });
for (const [path, text] of texts) await store.setText(path, text);
store.lint();

const runs: number[] = [];
/** Of the processor: on a machine that others use too, wall time says more of them. */
const cpuRuns: number[] = [];
const lintRuns: number[] = [];
let steps = 0;
for (let run = 0; run < RUNS; run++) {
  await store.setText(changing, changed(run));
  const lintStarted = performance.now();
  store.lint();
  lintRuns.push(performance.now() - lintStarted);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  steps = assessHome(new CommitmentRecord(store.playbook, TODAY), { thresholds: DEFAULT_THRESHOLDS, signCount: 8 }).steps.length;
  runs.push(performance.now() - started);
  const { user, system } = process.cpuUsage(cpuBefore);
  cpuRuns.push((user + system) / 1000);
}
const [firstMs] = runs;
const ordered = (times: readonly number[]): readonly number[] => times.slice(1).sort((a, b) => a - b);
const median = (times: readonly number[]): number | undefined => ordered(times)[(times.length - 1) >> 1];
const kinds = Object.fromEntries(NOTE_KINDS.map((kind) => [kind, store.playbook.ofKind(kind).length] as const).filter(([, count]) => count > 0));
process.stdout.write(`${JSON.stringify({ notes: store.playbook.size, kinds, steps, firstMs, medianMs: median(runs), worstMs: ordered(runs).at(-1), medianCpuMs: median(cpuRuns), lintMs: median(lintRuns) })}\n`);
