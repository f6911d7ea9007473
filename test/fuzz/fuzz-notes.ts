/** `node scripts/run-ts.mjs test/fuzz/fuzz-notes.ts --count 100000 --seed 1`: exit code 1 with seed and note at the first failure. */
import { parseArgs } from 'node:util';
import { FuzzFailure, runFuzz } from './run-fuzz.js';

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } });
const count = Number(values.count);
const seed = Number(values.seed);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) throw new Error('Options --count and --seed take whole numbers.');

try {
  await runFuzz(seed, count, (done) => done % 10_000 === 0 && process.stderr.write(`${done} of ${count} notes\n`));
  process.stdout.write(`${count} notes from seed ${seed}: nothing fell over.\n`);
} catch (error) {
  if (!(error instanceof FuzzFailure)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
