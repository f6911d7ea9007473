/**
 * What an app feels: the core called inside one process that stays. Prints one JSON object.
 * `node scripts/run-ts.mjs bench/in-process.ts svg ITEMS | changed VAULT | hostile NAME MEGABYTES | keystroke LINES`
 */
import { lintGutter, linter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { FsVault } from '../src/cli/fs-vault.js';
import { formatRoadmapSvg } from '../src/export/roadmap-svg.js';
import { buildNoteContext } from '../src/notes/playbook-settings.js';
import { readNote } from '../src/notes/read-note.js';
import { parseCalendarDate } from '../src/playbook/calendar-date.js';
import { Playbook } from '../src/playbook/playbook.js';
import { layoutRoadmap } from '../src/roadmap/layout.js';
import { PlaybookStore } from '../src/vault/playbook-store.js';
import type { Vault } from '../src/vault/vault.js';
import { hostileNote, longNote } from './hostile-notes.mjs';

const TODAY = parseCalendarDate('2026-11-22')!;
const REPETITIONS = 9;
const CHANGES = 200;
const KEYS = 500;
/** By then the engine has compiled what runs; in the app reading the vault has done that. */
const WARM_UP_KEYS = 50;
/** In the note that is typed in: more than anyone leaves standing. */
const FINDINGS = 200;

const [mode, subject = '', size = ''] = process.argv.slice(2);
const answers: Readonly<Record<string, () => Promise<object>>> = {
  svg: () => drawRoadmap(Number(subject)),
  changed: () => changeNotes(subject),
  hostile: () => readHostile(subject, Number(size)),
  keystroke: () => typeInLongNote(Number(subject)),
};
process.stdout.write(`${JSON.stringify(await answers[mode ?? '']!())}\n`);

/** Wall time of layout and SVG, the first time and the median of the others. */
async function drawRoadmap(items: number): Promise<object> {
  const playbook = await playbookOf(items);
  const runs: number[] = [];
  let characters = 0;
  for (let run = 0; run <= REPETITIONS; run++) {
    const started = performance.now();
    characters = formatRoadmapSvg(layoutRoadmap(playbook, { today: TODAY, groupBy: 'competency' }), { theme: 'auto' }).length;
    runs.push(performance.now() - started);
  }
  return { firstMs: runs[0], medianMs: median(runs.slice(1)), characters };
}

/** A playbook with so many dated items, a tenth as many leaders, and a dependency for every fifth item. */
async function playbookOf(items: number): Promise<Playbook> {
  const playbook = new Playbook();
  const context = buildNoteContext();
  const competencies = ['purposeful-leadership', 'compelling-brand-values', 'employee-engagement', 'customer-connectedness'];
  const leaders = Math.max(1, Math.floor(items / 10));
  const add = async (path: string, lines: readonly string[]) => {
    const { parsed } = await readNote(path, `---\n${lines.join('\n')}\n---\n`, context);
    playbook.setNote(parsed.note!);
  };
  for (let index = 0; index < leaders; index++) {
    await add(`Executives/Leader ${index}.md`, ['type: executive', `role: ${index === 0 ? 'CEO' : 'Head'}`, `commitment: ${index % 2 === 0 ? 'supporter' : 'passive'}`, 'assessed: 2026-03-04']);
  }
  for (let index = 0; index < items; index++) {
    const month = index % 24;
    const day = (at: number) => `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    await add(`Initiatives/Item ${index}.md`, [
      `type: ${['initiative', 'pilot', 'initiative', 'milestone'][index % 4]!}`,
      `start: ${day(month)}`,
      `end: ${day(month + 1 + (index % 5))}`,
      `ambition: ${['local', 'unit', 'enterprise'][index % 3]!}`,
      `status: ${['active', 'planned', 'done'][index % 3]!}`,
      `competencies: [${competencies[index % 4]!}]`,
      `sponsor: ["[[Leader ${index % leaders}]]"]`,
      ...(index % 5 === 4 ? [`depends_on: ["[[Item ${index - 4}]]"]`] : []),
    ]);
  }
  return playbook;
}

/** Wall time of one changed note among all of a vault's, findings included. Notes of every folder take turns. */
async function changeNotes(folder: string): Promise<object> {
  const vault = new FsVault(folder);
  const store = await PlaybookStore.open(vault, { today: TODAY });
  const paths = (await vault.list()).map(({ path }) => path);
  store.lint();
  const runs: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const path = paths[Math.floor((change * paths.length) / CHANGES)]!;
    const text = `${await vault.read(path)}\nOne more sentence.\n`;
    const started = performance.now();
    await store.setText(path, text);
    store.lint();
    runs.push(performance.now() - started);
  }
  runs.sort((a, b) => a - b);
  return { medianMs: median(runs), p95Ms: runs[Math.floor(CHANGES * 0.95)], worstMs: runs.at(-1), notes: paths.length };
}

/** Processor time of the first reading of a hostile note and its findings, per megabyte. */
async function readHostile(name: string, megabytes: number): Promise<object> {
  const text = hostileNote(name, megabytes);
  const nothing: Vault = { list: () => Promise.resolve([]), read: () => Promise.resolve(''), process: () => Promise.resolve(''), create: () => Promise.resolve() };
  const store = await PlaybookStore.open(nothing, { today: TODAY });
  const before = process.cpuUsage();
  await store.setText('Hostile.md', text);
  store.lint();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, megabytes: text.length / 1e6 };
}

/**
 * Wall time of what one key costs in a note of so many lines: at once, the editor's transaction with findings to carry
 * along; and when the keys rest, lint of the text.
 */
async function typeInLongNote(lines: number): Promise<object> {
  const nothing: Vault = { list: () => Promise.resolve([]), read: () => Promise.resolve(''), process: () => Promise.resolve(''), create: () => Promise.resolve() };
  const store = await PlaybookStore.open(nothing, { today: TODAY });
  let text = longNote(1).split('\n').slice(0, lines).join('\n');
  const [bodyFrom, characters] = [text.indexOf('# Long'), text.length];
  const lint: number[] = [];
  const editor: number[] = [];
  const bare: number[] = [];
  const states = { editor: editorWithFindings(text, [linter(null), lintGutter()]), bare: EditorState.create({ doc: text }) };
  for (let key = 0; key < WARM_UP_KEYS + KEYS; key++) {
    const at = bodyFrom + 8 + ((key * 7919) % (text.length - bodyFrom - 8));
    const change = { changes: { from: at, insert: 'x' } };
    states.editor = timed(editor, () => states.editor.update(change).state);
    states.bare = timed(bare, () => states.bare.update(change).state);
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    const started = performance.now();
    await store.lintText('Note.md', states.editor.doc.toString());
    lint.push(performance.now() - started);
  }
  return { characters, firstLintMs: lint[0], lint: spread(lint), editor: spread(editor), bare: spread(bare), findings: FINDINGS };
}

/** An editor's state with findings all over the text. */
function editorWithFindings(text: string, extensions: readonly Extension[]): EditorState {
  const state = EditorState.create({ doc: text, extensions });
  const places = Array.from({ length: FINDINGS }, (_, index) => Math.floor((index * text.length) / FINDINGS));
  return state.update(setDiagnostics(state, places.map((from) => ({ from, to: Math.min(from + 8, text.length), severity: 'warning', message: 'Found.' })))).state;
}

function timed<T>(runs: number[], run: () => T): T {
  const started = performance.now();
  const result = run();
  runs.push(performance.now() - started);
  return result;
}

function spread(runs: readonly number[]): { readonly medianMs: number; readonly p95Ms: number } {
  const warm = runs.slice(WARM_UP_KEYS).sort((a, b) => a - b);
  return { medianMs: median(warm), p95Ms: warm[Math.floor(warm.length * 0.95)]! };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
