/**
 * What the home view costs after a change, without drawing: `node scripts/run-ts.mjs bench/home.ts [EXECUTIVES] [NOTES]`
 * prints one JSON object. The playbook is built in memory: a third of the notes is open or past work, the rest pilots,
 * cases, insights, messages and rooms, each with a few links. Before each run one executive changes.
 */
import { parseCalendarDate } from '../src/playbook/calendar-date.js';
import { CommitmentRecord } from '../src/playbook/commitment-record.js';
import { assessHome } from '../src/playbook/home.js';
import { NOTE_KINDS } from '../src/playbook/note.js';
import { PlaybookStore } from '../src/vault/playbook-store.js';
import type { Vault } from '../src/vault/vault.js';
import { DEFAULT_THRESHOLDS } from '../src/lint/rule.js';

const TODAY = parseCalendarDate('2026-11-22')!;
const RUNS = 15;
const executives = Number(process.argv[2] ?? 1000);
const total = Number(process.argv[3] ?? 10_000);

const LEVELS = ['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate', ''] as const;
const COMPETENCIES = ['purposeful-leadership', 'compelling-brand-values', 'employee-engagement', 'customer-connectedness'];
const nothing: Vault = { list: () => Promise.resolve([]), read: () => Promise.resolve(''), process: () => Promise.resolve(''), create: () => Promise.resolve() };
const store = await PlaybookStore.open(nothing, { today: TODAY });
const month = (index: number): string => String((index % 11) + 1).padStart(2, '0');
const units = Math.max(4, Math.floor(executives / 20));

function executiveText(index: number, level: string): string {
  const lines = Array.from({ length: 6 }, (_, at) => `- 2026-${month(index + at)}-0${(at % 9) + 1} ${at % 2 === 0 ? 'Spoke of it' : 'Paid for it #money'}, see [[Pilot ${(index * 7 + at) % executives}]]`);
  return [
    '---', 'type: executive', `role: ${index === 0 ? 'CEO' : 'Head'}`, `unit: Unit ${index % units}`, `commitment: ${level}`, 'needed_commitment: supporter', `assessed: 2026-${month(index)}-10`,
    `peers: ["[[Leader ${(index + 1) % executives}]]", "[[Leader ${(index + 7) % executives}]]", "[[Leader ${(index + 31) % executives}]]"]`, `influence: ${(index % 5) + 1}`,
    `last_contact: 2026-${month(index + 3)}-01`, `competencies: [${COMPETENCIES[index % 4]!}]`, '---',
    '## Evidence', '### Said', ...lines.filter((_, at) => at % 2 === 0), '### Did', ...lines.filter((_, at) => at % 2 === 1),
    '## Assessments', `- 2026-${month(index)}-01 passive — by M`, `- 2025-${month(index + 5)}-01 opposer — by M`,
  ].join('\n');
}

function workText(index: number, kind: string): string {
  return [
    '---', `type: ${kind}`, `start: 2026-${month(index)}`, 'end: 2027-08', `status: ${['active', 'planned', 'done', 'stalled'][index % 4]!}`, `ambition: ${['local', 'unit', 'cross-unit', 'enterprise'][index % 4]!}`,
    `units: [Unit ${index % units}, Unit ${(index + 1) % units}]`, `sponsor: ["[[Leader ${index % executives}]]"]`, `competencies: [${COMPETENCIES[index % 4]!}]`, `insights: ["[[Insight ${index % 900}]]"]`,
    `cases: ["[[Case ${index % 600}]]"]`, ...(kind === 'pilot' ? ['metric: NPS', 'baseline: 10', `result: ${index % 50}`] : []), '---', '', 'Text.',
  ].join('\n');
}

const other = (index: number): readonly [string, string] => {
  const at = Math.floor(index / 5);
  switch (index % 5) {
    case 0: return [`Pilot ${at}`, workText(at, 'pilot')];
    case 1: return [`Case ${at}`, `---\ntype: case\nbaseline: 3\npilots: ["[[Pilot ${at}]]"]\n---\n## The story\n> "It was late." — guest\n`];
    case 2: return [`Insight ${at}`, '---\ntype: insight\n---\n> "Nobody told us." — guest\n'];
    case 3: return [`Letter ${at}`, `---\ntype: comms\ndate: 2026-${month(at)}-05\n---\nAbout [[Case ${at % 600}]] and [[Pilot ${(at * 3) % 900}]].\n`];
    default: return [`Room ${at}`, `---\ntype: room\ndate: 2026-${month(at)}-06\n---\n## Commitments made\n| Who | What | By | Kept |\n|---|---|---|---|\n| [[Leader ${at % executives}]] | a promise | 2026-09-01 | ${at % 2 === 0 ? 'yes' : 'no'} |\n`];
  }
};

for (let index = 0; index < executives; index++) await store.setText(`Leaders/Leader ${index}.md`, executiveText(index, LEVELS[index % 6]!));
const rest = total - executives;
for (let index = 0; index < Math.floor(rest / 3); index++) await store.setText(`Work/Item ${index}.md`, workText(index, 'initiative'));
for (let index = 0; index < rest - Math.floor(rest / 3); index++) {
  const [name, text] = other(index);
  await store.setText(`Notes/${name}.md`, text);
}

const runs: number[] = [];
/** Of the processor: on a machine that others use too, wall time says more of them. */
const cpuRuns: number[] = [];
let steps = 0;
for (let run = 0; run < RUNS; run++) {
  await store.setText('Leaders/Leader 3.md', executiveText(3, LEVELS[run % 5]!));
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  steps = assessHome(new CommitmentRecord(store.playbook, TODAY), { thresholds: DEFAULT_THRESHOLDS, signCount: 8 }).steps.length;
  runs.push(performance.now() - started);
  const { user, system } = process.cpuUsage(cpuBefore);
  cpuRuns.push((user + system) / 1000);
}
const [firstMs] = runs;
const later = runs.slice(1).sort((a, b) => a - b);
const cpu = cpuRuns.slice(1).sort((a, b) => a - b);
const kinds = Object.fromEntries(NOTE_KINDS.map((kind) => [kind, store.playbook.ofKind(kind).length] as const).filter(([, count]) => count > 0));
process.stdout.write(`${JSON.stringify({ notes: store.playbook.size, kinds, steps, firstMs, medianMs: later[later.length >> 1], worstMs: later.at(-1), medianCpuMs: cpu[cpu.length >> 1] })}\n`);
