/**
 * Where to look for the phrases of a list in a long text: one word of each, so that a text without any of these words is
 * passed over at the speed of the engine. Of a phrase it is the word that most phrases share: "staff must", "crews must" and
 * "must comply" are all found by "must". The pattern is made of letters only, so that it stays linear.
 */

interface PivotPart {
  /** Lower case, without a plural ending. */
  readonly key: string;
  readonly isStart: boolean;
  readonly gap: number;
}

export interface PhrasePivots {
  /** Finds every pivot, and more. Global and without case: a search goes on from `lastIndex`. */
  readonly pattern: RegExp;
  /** How many words of a phrase may stand before this one, least first; none for a word that is no pivot. */
  wordsBefore(word: { readonly key: string; readonly written: string }): readonly number[];
}

/** Shorter words are in every sentence. */
const SHORTEST_PIVOT = 4;
/** So are these in business prose: taken only where a phrase has no other. */
const EVERYDAY = new Set(
  'first second five best service quality level will have been face held written rule unit team manager agent store shop staff employee colleague branch department supervisor crew host driver engineer leader gold white high very brand class part cost price money more less'.split(' '),
);
/** How far behind the first word a pivot may stand. */
const MOST_WORDS_BEFORE = 5;

export function choosePivots(phrases: readonly { readonly parts: readonly PivotPart[] }[]): PhrasePivots {
  const candidates = phrases.map(({ parts }) => candidatesOf(parts));
  const counts = new Map<string, number>();
  for (const parts of candidates) for (const { key } of parts) counts.set(key, (counts.get(key) ?? 0) + 1);
  const pivots = new Map<PivotPart['key'], { readonly isStart: boolean; readonly before: Set<number> }>();
  for (const parts of candidates) {
    const pivot = pivotOf(parts, counts);
    if (pivot === undefined) continue;
    const known = pivots.get(pivot.key);
    const before = (known?.before ?? new Set<number>()).add(parts.indexOf(pivot));
    pivots.set(pivot.key, { isStart: pivot.isStart || known?.isStart === true, before });
  }
  const starts = [...pivots].filter(([, { isStart }]) => isStart);
  return {
    pattern: patternOf([...pivots.keys()]),
    wordsBefore({ key, written }) {
      const before = [...(pivots.get(key)?.before ?? NONE_BEFORE)];
      for (const [start, pivot] of starts) if (written.startsWith(start)) before.push(...pivot.before);
      return before.length < 2 ? before : before.sort((a, b) => a - b);
    },
  };
}

const NONE_BEFORE: ReadonlySet<number> = new Set();

/** The words that follow one another from the first on, up to a gap. */
function candidatesOf(parts: readonly PivotPart[]): readonly PivotPart[] {
  const end = parts.findIndex(({ gap }, index) => index > MOST_WORDS_BEFORE || (index > 0 && gap > 0));
  return end < 0 ? parts : parts.slice(0, end);
}

function pivotOf(parts: readonly PivotPart[], counts: ReadonlyMap<string, number>): PivotPart | undefined {
  const worth = ({ key }: PivotPart): number => (plainLetters(key).length < SHORTEST_PIVOT ? 0 : EVERYDAY.has(key) ? 1 : 2);
  const [pivot] = [...parts].sort((a, b) => worth(b) - worth(a) || (counts.get(b.key) ?? 0) - (counts.get(a.key) ?? 0) || b.key.length - a.key.length);
  return pivot;
}

/**
 * The beginnings of the words, for the engine looks for many of these at once. Of a word with other letters it is the
 * longest run of plain ones, for accents can be written in two ways; the engine sees a word start there too.
 */
function patternOf(keys: readonly string[]): RegExp {
  const pieces = new Set(keys.map((key) => plainLetters(key).replace(/(.)y$/, '$1')).filter((piece) => piece !== ''));
  const others = keys.filter((key) => plainLetters(key) === '').flatMap((key) => [key, key.normalize('NFD')]);
  const patterns = [...(pieces.size === 0 ? [] : [`\\b(?:${[...pieces].join('|')})`]), ...new Set(others)];
  return new RegExp(patterns.length === 0 ? '(?!)' : patterns.join('|'), 'gi');
}

/** The longest run of a to z and digits. */
function plainLetters(key: string): string {
  return (key.match(/[a-z0-9]+/g) ?? []).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}
