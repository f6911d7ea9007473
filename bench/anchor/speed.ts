/**
 * How long `anchorAll` takes for 200 annotations of one note of 100 KB in which one quote stands 2,500 times: `node
 * scripts/run-ts.mjs bench/anchor/speed.ts` prints one JSON object, milliseconds by round, the first one cold. The note was
 * edited since they were made: one sentence of ten has other words, every thirtieth is gone, a paragraph is new at the top.
 */
import { anchorAll, type AnchorRequest } from '../../src/annotations/anchor.js';
import { describe } from '../../src/annotations/describe.js';
import { buildRandom } from '../random.mjs';
import { sentence } from '../words.mjs';

const CHARACTERS = 100 * 1024;
const REPEATED = 'to do: ';
const REPETITIONS = 2500;
const ANNOTATIONS = 200;
const ROUNDS = 9;

const random = buildRandom(6);
const sentences: string[] = [];
for (let length = 0; length < CHARACTERS - REPETITIONS * REPEATED.length; length += sentences.at(-1)!.length + 1) sentences.push(sentence(random));
/** Where the repeated quote goes: before words of the sentences, evenly. */
const words = sentences.flatMap((text, index) => text.split(' ').map((word, at) => ({ word, index, at })));
const every = words.length / REPETITIONS;
const repeats = new Set(Array.from({ length: REPETITIONS }, (_, index) => Math.floor(index * every)));
const oldSentences = sentences.map(() => '');
words.forEach(({ word, index }, at) => (oldSentences[index] = `${oldSentences[index]!}${repeats.has(at) ? REPEATED : ''}${word} `));
const newSentences = oldSentences.map((text, index) => (index % 30 === 7 ? '' : index % 10 === 3 ? text.replace(/(\S+) (\S+)/, 'in the end $2 surely') : text));
const join = (parts: readonly string[]): string => parts.map((text, index) => `${text.trim()}${index % 4 === 3 ? '\n\n' : ' '}`).join('');
const [oldText, newText] = [join(oldSentences), `${sentence(random)} ${sentence(random)}\n\n${join(newSentences)}`];

const starts: number[] = [];
for (let at = oldText.indexOf(REPEATED); at >= 0; at = oldText.indexOf(REPEATED, at + 1)) starts.push(at);
if (starts.length !== REPETITIONS) throw new Error(`The repeated quote stands ${starts.length} times.`);
/** Of the sentence at an index, its first so many characters. */
const startOf = (index: number): number => join(oldSentences.slice(0, index)).length;
const passage = (index: number): { from: number; to: number } => ({ from: startOf(index), to: startOf(index) + Math.min(80, oldSentences[index]!.trim().length) });
const changed = oldSentences.flatMap((text, index) => (text === newSentences[index] ? [] : [index]));
const same = oldSentences.flatMap((text, index) => (text === newSentences[index] ? [index] : []));
const spread = <T>(list: readonly T[], count: number): readonly T[] => Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]!);

const repeated = spread(starts, ANNOTATIONS).map((from) => ({ from, to: from + REPEATED.trim().length }));
const sets = {
  mixed: [...repeated.filter((_, index) => index % 4 === 0), ...spread(same, 100).map(passage), ...spread(changed, 50).map(passage)],
  repeated,
  changed: spread(changed, ANNOTATIONS).map(passage),
};

const result: Record<string, readonly number[]> = {};
for (const [name, ranges] of Object.entries(sets)) {
  const selectors = ranges.map((range) => describe(oldText, range));
  for (const [how, base] of [['with the base text', oldText], ['without it', undefined]] as const) {
    const requests: readonly AnchorRequest[] = selectors.map((selector) => ({ selector, base }));
    result[`${name} · ${how}`] = Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      anchorAll(newText, requests);
      return performance.now() - started;
    });
  }
}
process.stdout.write(`${JSON.stringify({ characters: newText.length, rounds: result })}\n`);
