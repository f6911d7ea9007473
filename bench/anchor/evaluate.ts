/**
 * Asks each method for the passages drawn from one repository: `node scripts/run-ts.mjs bench/anchor/evaluate.ts REPO [COUNT]
 * [SEED] [CASES]` prints one JSON object of counts, and adds to the file CASES, as lines of JSON, what our methods did not
 * get right.
 */
import { appendFileSync } from 'node:fs';
import { drawPairs, type Case, type Pair } from './cases.js';
import { readHistories } from './git-history.js';
import { METHOD_NAMES, METHODS, type MethodName } from './methods.js';
import { judge } from './truth.js';

const OURS: readonly MethodName[] = ['with the base text', 'without it'];

const [repository = '', count = '3000', seed = '1', casesFile] = process.argv.slice(2);
const histories = readHistories(repository);
/** `method · fate · distance · as they come or more · outcome` → how many. */
const counts: Record<string, number> = {};
const add = (...key: readonly string[]): void => void (counts[key.join(' · ')] = (counts[key.join(' · ')] ?? 0) + 1);
const milliseconds: Record<string, number> = {};
let unclear = 0;
let asked = 0;
for (const pair of drawPairs(repository, histories, { count: Number(count), seed: Number(seed) })) {
  unclear += pair.cases.filter(({ truth, asTheyCome }) => asTheyCome && truth.fate === 'unclear').length;
  const cases = pair.cases.filter(({ truth }) => truth.fate !== 'unclear');
  asked += cases.length;
  for (const method of METHOD_NAMES) ask(method, pair, cases);
}
process.stdout.write(`${JSON.stringify({ notes: histories.length, revisions: histories.reduce((sum, { blobs }) => sum + blobs.length, 0), asked, unclear, milliseconds, counts })}\n`);

function ask(method: MethodName, pair: Pair, cases: readonly Case[]): void {
  const started = performance.now();
  const places = METHODS[method](pair.oldText, cases.map(({ quote }) => quote), pair.newText);
  milliseconds[method] = (milliseconds[method] ?? 0) + performance.now() - started;
  cases.forEach((asked, index) => {
    const { quote, truth, asTheyCome } = asked;
    const outcome = judge(places[index]!, truth, quote);
    add(method, truth.fate, pair.distance, asTheyCome ? 'as they come' : 'more', outcome);
    if (casesFile !== undefined && OURS.includes(method) && outcome !== 'right') appendFileSync(casesFile, `${JSON.stringify(failure(method, pair, asked, places[index]!, outcome))}\n`);
  });
}

/** With both blobs, so that the texts can be had again: `git cat-file blob ID`. */
function failure(method: MethodName, { path, distance, oldBlob, newBlob, oldText, newText }: Pair, { quote, truth, asTheyCome }: Case, place: object, outcome: string): object {
  const around = (text: string, from: number, to: number): string => `${text.slice(Math.max(0, from - 64), from)}⟦${text.slice(from, to)}⟧${text.slice(to, to + 64)}`;
  const span = { from: truth.survivors[0] ?? 0, to: (truth.survivors.at(-1) ?? -1) + 1 };
  return {
    ...{ outcome, fate: truth.fate, method, what: quote.what, asTheyCome, distance, repository, path, oldBlob, newBlob },
    old: { from: quote.from, to: quote.to, around: around(oldText, quote.from, quote.to) },
    right: truth.survivors.length === 0 ? null : { ...span, left: truth.survivors.length, of: truth.letters, around: around(newText, span.from, span.to) },
    got: place,
    gotAround: rangesOf(place).map(({ from, to }) => around(newText, from, to)),
  };
}

function rangesOf(place: object): readonly { from: number; to: number }[] {
  if ('from' in place) return [place as { from: number; to: number }];
  return 'candidates' in place ? (place.candidates as { from: number; to: number }[]) : [];
}

