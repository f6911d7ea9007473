/** Questions with known answers, drawn from the histories of a repository: the same for the same repository and seed. */
import { buildRandom, type Random } from '../random.mjs';
import { readBlobs, type NoteHistory } from './git-history.js';
import { sampleQuote, type Quote } from './quotes.js';
import { Follower, type Truth } from './truth.js';

export const DISTANCES = ['1', '5', '20', 'all'] as const;
/** Revisions of the note between the two texts; `all`: up to the newest one. */
export type Distance = (typeof DISTANCES)[number];

export interface Case {
  readonly quote: Quote;
  readonly truth: Truth;
  /** Drawn as readers would mark; the others are there since changed passages are rare, and count in rows of their fate only. */
  readonly asTheyCome: boolean;
}

/** Two revisions of a note, and the passages that are looked for. */
export interface Pair {
  readonly path: string;
  readonly distance: Distance;
  readonly oldBlob: string;
  readonly newBlob: string;
  readonly oldText: string;
  readonly newText: string;
  readonly cases: readonly Case[];
}

interface Chosen {
  readonly history: NoteHistory;
  readonly distance: Distance;
  readonly from: number;
  readonly to: number;
}

const QUOTES_OF_A_PAIR = 3;
const MORE_QUOTES = 24;
/** Of notes whose texts are held at a time. */
const NOTES_AT_A_TIME = 100;

/** So many passages as they come, an equal number for each distance, and those whose fate is rarer beside them. */
export function* drawPairs(repository: string, histories: readonly NoteHistory[], { count, seed }: { count: number; seed: number }): Generator<Pair> {
  const random = buildRandom(seed);
  const chosen = choosePairs(histories, Math.ceil(count / DISTANCES.length / QUOTES_OF_A_PAIR), random);
  const byHistory = new Map<NoteHistory, Chosen[]>();
  for (const pair of chosen) byHistory.set(pair.history, [...(byHistory.get(pair.history) ?? []), pair]);
  const groups = [...byHistory];
  for (let at = 0; at < groups.length; at += NOTES_AT_A_TIME) {
    const group = groups.slice(at, at + NOTES_AT_A_TIME);
    const texts = readBlobs(repository, [...new Set(group.flatMap(([history, pairs]) => history.blobs.slice(Math.min(...pairs.map(({ from }) => from)), Math.max(...pairs.map(({ to }) => to)) + 1)))]);
    for (const [history, pairs] of group) {
      const revisions = history.blobs.map((blob) => texts.get(blob) ?? '');
      const follower = new Follower(revisions);
      for (const { distance, from, to } of pairs) {
        if (!history.blobs.slice(from, to + 1).every((blob) => texts.has(blob))) continue;
        const cases = drawCases(revisions[from]!, (quote) => follower.truth(quote, from, to), random);
        yield { path: history.path, distance, oldBlob: history.blobs[from]!, newBlob: history.blobs[to]!, oldText: revisions[from]!, newText: revisions[to]!, cases };
      }
    }
  }
}

/** Each note is as likely as another, however often it changed. */
function choosePairs(histories: readonly NoteHistory[], perDistance: number, random: Random): readonly Chosen[] {
  const chosen = new Map<string, Chosen>();
  for (const distance of DISTANCES) {
    const least = distance === 'all' ? 1 : Number(distance);
    const eligible = histories.filter(({ blobs }) => blobs.length > least);
    for (let pair = 0; pair < perDistance && eligible.length > 0; pair++) {
      const history = random.pick(eligible);
      const from = random.below(history.blobs.length - least);
      const to = distance === 'all' ? history.blobs.length - 1 : from + least;
      chosen.set(`${distance} ${history.blobs[from]} ${history.blobs[to]} ${history.path}`, { history, distance, from, to });
    }
  }
  return [...chosen.values()];
}

function drawCases(text: string, truthOf: (quote: Quote) => Truth, random: Random): readonly Case[] {
  const cases: Case[] = [];
  const known = new Set<string>();
  const missing = new Set(['edited', 'deleted']);
  for (let draw = 0; draw < QUOTES_OF_A_PAIR + MORE_QUOTES && (draw < QUOTES_OF_A_PAIR || missing.size > 0); draw++) {
    const quote = sampleQuote(text, random);
    if (quote === undefined || known.has(`${quote.from} ${quote.to}`)) continue;
    known.add(`${quote.from} ${quote.to}`);
    const truth = truthOf(quote);
    const asTheyCome = draw < QUOTES_OF_A_PAIR;
    if (asTheyCome || missing.has(truth.fate)) cases.push({ quote, truth, asTheyCome });
    missing.delete(truth.fate);
  }
  return cases;
}
