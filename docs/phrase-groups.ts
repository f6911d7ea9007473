/** Phrases of a list in short: those that differ in their first words only, with the same endings, are shown together. */

/** Smaller groups are shown phrase by phrase. */
const FEWEST_BEGINNINGS = 5;
const FEWEST_ENDINGS = 3;

interface PhraseGroup {
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
}

/** @example groupPhrases(...) // ['staff / crew + must / shall', 'no exceptions'] */
export function groupPhrases(phrases: readonly string[]): readonly string[] {
  const left = new Set(phrases);
  const lines: string[] = [];
  for (let group = largestGroup(left); group !== undefined; group = largestGroup(left)) {
    const { beginnings, endings } = group;
    for (const beginning of beginnings) for (const ending of endings) left.delete(`${beginning} ${ending}`);
    lines.push(`${beginnings.join(' / ')} + ${endings.join(' / ')}`);
  }
  return [...left, ...lines];
}

/** The group that stands for the most phrases; undefined when none is large enough. */
function largestGroup(phrases: ReadonlySet<string>): PhraseGroup | undefined {
  const endingsOf = new Map<string, Set<string>>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    for (let split = 1; split < words.length; split++) {
      const beginning = words.slice(0, split).join(' ');
      const endings = endingsOf.get(beginning) ?? new Set();
      endingsOf.set(beginning, endings.add(words.slice(split).join(' ')));
    }
  }
  const wide = [...endingsOf].filter(([, endings]) => endings.size >= FEWEST_ENDINGS);
  const sets = new Map(wide.map(([, endings]) => [[...endings].sort().join('|'), [...endings]]));
  let best: PhraseGroup | undefined;
  for (const endings of sets.values()) {
    const beginnings = wide.filter(([, own]) => endings.every((ending) => own.has(ending))).map(([beginning]) => beginning);
    if (beginnings.length < FEWEST_BEGINNINGS || beginnings.length * endings.length <= (best === undefined ? 0 : best.beginnings.length * best.endings.length)) continue;
    best = { beginnings, endings };
  }
  return best;
}
