/** Pairs of edits by chance, merged by git, by union and by name: `COUNT SEED`. Prints the counts as JSON. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeFile } from '../../src/cli/merge-file.js';
import { mergeNotes } from '../../src/history/merge-notes.js';
import type { MergeSides } from '../../src/history/merge-text.js';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { buildRandom } from '../random.mjs';
import { applyEdits, buildEdits, buildNote } from './edits.js';
import { judge } from './judge.js';
import { writeNote } from './model.js';
import { tellTruth, type Truth } from './truth.js';

const LABELS = { base: 'base', ours: 'ours', theirs: 'theirs' };
const folder = mkdtempSync(join(tmpdir(), 'merge-bench-'));

type Merge = (sides: MergeSides) => string | Promise<string>;

const METHODS: Readonly<Record<string, Merge>> = {
  git: ({ base, ours, theirs }) => mergeFile(base, ours, theirs, { cwd: folder, labels: LABELS, markerSize: 7 }).bytes.toString('utf8'),
  union: ({ base, ours, theirs }) => {
    for (const [name, text] of Object.entries({ base, ours, theirs })) writeFileSync(join(folder, name), text);
    return spawnSync('git', ['merge-file', '-p', '-q', '--union', 'ours', 'base', 'theirs'], { cwd: folder, encoding: 'utf8' }).stdout;
  },
  byName: async (sides) => {
    const mergeText = ({ base, ours, theirs }: MergeSides) => {
      const { bytes, conflicts } = mergeFile(base, ours, theirs, { cwd: folder, labels: LABELS, markerSize: 7 });
      return { text: bytes.toString('utf8'), conflicts };
    };
    return (await mergeNotes(sides, { labels: LABELS, markerSize: 7, style: () => 'merge', mergeText })).text;
  },
};

interface Counts {
  conflicts: number;
  /** The truth knows no conflict, and there is one. */
  falseConflicts: number;
  /** The truth knows a conflict, and there is none. */
  missed: number;
  /** Without conflict, and not readable. */
  invalid: number;
  /** Without conflict, readable, and not what the edits say. */
  wrong: number;
  /** With conflicts: something outside of them is not what the edits say, or a side does not read. */
  wrongBeside: number;
  /** Lines of a property that nobody touched are not as they were. */
  touched: number;
}

const [count = 1000, seed = 1] = process.argv.slice(2).map(Number);
await loadYamlReader();
const random = buildRandom(seed);
const counts = new Map(Object.keys(METHODS).map((name): [string, Counts] => [name, { conflicts: 0, falseConflicts: 0, missed: 0, invalid: 0, wrong: 0, wrongBeside: 0, touched: 0 }]));
let real = 0;
for (let done = 0; done < count; ) {
  const base = buildNote(random);
  const [ours, theirs] = [applyEdits(base, buildEdits(base, random, 100)), applyEdits(base, buildEdits(base, random, 200))];
  const sides = { base: writeNote(base), ours: writeNote(ours), theirs: writeNote(theirs) };
  if (sides.ours === sides.theirs || sides.ours === sides.base || sides.theirs === sides.base) continue;
  done++;
  const truth = tellTruth(base, ours, theirs);
  const isReal = truth.open.size > 0 || truth.body === undefined;
  if (isReal) real++;
  for (const [name, merge] of Object.entries(METHODS)) add(counts.get(name), await merge(sides), truth, isReal, name, sides);
}
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify({ count, real, counts: Object.fromEntries(counts) })}\n`);

function add(sum: Counts | undefined, text: string, truth: Truth, isReal: boolean, name: string, sides: MergeSides): void {
  if (sum === undefined) return;
  const { hasConflict, isInvalid, wrong, isUntouchedKept } = judge(text, truth);
  if (hasConflict) sum.conflicts++;
  if (hasConflict && !isReal) sum.falseConflicts++;
  if (!hasConflict && isReal) sum.missed++;
  if (!hasConflict && isInvalid) sum.invalid++;
  if (!hasConflict && !isInvalid && !isReal && wrong.length > 0) sum.wrong++;
  if (hasConflict && (isInvalid || wrong.length > 0)) sum.wrongBeside++;
  if (!isUntouchedKept) sum.touched++;
  const isFault = (hasConflict && !isReal) || (!hasConflict && isReal) || isInvalid || (wrong.length > 0 && !(hasConflict && truth.body === undefined)) || !isUntouchedKept;
  if (name === 'byName' && isFault && process.env['SHOW'] !== undefined) process.stderr.write(`${JSON.stringify({ wrong, isReal, hasConflict, isInvalid, isUntouchedKept, open: [...truth.open] })}\n${sides.base}\n=====OURS\n${sides.ours}\n=====THEIRS\n${sides.theirs}\n=====MERGED\n${text}\n#############\n`);
}
