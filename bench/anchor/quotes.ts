/** Passages that a reader might mark: a part of a sentence, a word or two, an item of a list, a heading, lines. */
import type { Random } from '../random.mjs';

export interface Quote {
  readonly from: number;
  readonly to: number;
  readonly what: (typeof QUOTES)[number]['what'];
}

const LONGEST = 200;
const SHORTEST = 16;
const ATTEMPTS = 12;

interface Line {
  readonly from: number;
  readonly text: string;
}

type Range = readonly [from: number, to: number];

const QUOTES = [
  { what: 'part of a line', weight: 5, sample: ({ text }: Line, random: Random) => wordsWithin(text, random, SHORTEST, LONGEST) },
  { what: 'a word or two', weight: 2, sample: ({ text }: Line, random: Random) => wordsWithin(text, random, 3, SHORTEST - 1) },
  { what: 'item of a list', weight: 1, sample: ({ text }: Line) => partOf(text, /^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?/) },
  { what: 'heading', weight: 1, sample: ({ text }: Line) => partOf(text, /^#{1,6}\s+/) },
  { what: 'line', weight: 1, sample: ({ text }: Line) => partOf(text, /^/) },
  { what: 'two lines', weight: 1, sample: ({ text }: Line, _random: Random, next: string) => (next.trim() === '' || text.trim() === '' ? undefined : [0, text.length + 1 + next.trimEnd().length] as const) },
] as const;
const TICKETS = QUOTES.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));

/** One passage of the text below its frontmatter, no longer than 200 characters; undefined when chance found none. */
export function sampleQuote(text: string, random: Random): Quote | undefined {
  const starts = lineStarts(text);
  if (starts.length === 0) return undefined;
  const { what, sample } = random.pick(TICKETS);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const index = random.below(starts.length);
    const line = lineAt(text, starts[index]!);
    const next = starts[index + 1] === undefined || line.text.endsWith('\r') ? '' : lineAt(text, starts[index + 1]!).text;
    const [from, to] = (sample as (line: Line, random: Random, next: string) => Range | undefined)(line, random, next) ?? [0, 0];
    if (to > from && to - from <= LONGEST && /[\p{L}\p{N}]/u.test(text.slice(line.from + from, line.from + to))) return { from: line.from + from, to: line.from + to, what };
  }
  return undefined;
}

function lineStarts(text: string): readonly number[] {
  const frontmatter = /^\ufeff?---\r?\n[^]*?\n---[^\S\n]*(?:\n|$)/.exec(text);
  const starts: number[] = [];
  for (let from = frontmatter?.[0].length ?? 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    starts.push(from);
    from = end < 0 ? text.length : end + 1;
  }
  return starts;
}

function lineAt(text: string, from: number): Line {
  const end = text.indexOf('\n', from);
  return { from, text: text.slice(from, end < 0 ? text.length : end) };
}

/** What is behind the mark, without white space around it. */
function partOf(line: string, mark: RegExp): Range | undefined {
  const found = mark.exec(line);
  if (found === null) return undefined;
  const from = found[0].length + line.slice(found[0].length).search(/\S|$/);
  return [from, line.trimEnd().length];
}

/** From the start of a word to the end of one. */
function wordsWithin(line: string, random: Random, shortest: number, longest: number): Range | undefined {
  const words = [...line.matchAll(/\S+/g)];
  if (words.length === 0) return undefined;
  const first = random.below(words.length);
  const from = words[first]!.index;
  const ends = words.slice(first).map((word) => word.index + word[0].length).filter((end) => end - from >= shortest && end - from <= longest);
  return ends.length === 0 ? undefined : [from, random.pick(ends)];
}
