/**
 * Which note a thread speaks of by now, where its link dangles or its quote is no longer in the note that it leads to.
 * What git recorded counts more than an equal text, and that more than a quote found again. Where two notes are as likely
 * both are named and nobody is guessed for.
 *
 * @example relink([{ annotation, namesakes: [] }], { notes, renames, pathsByBlob })[0]
 * // { kind: 'found', path: 'Executives/Ana Ruiz-Soto.md', reason: 'git-rename' }
 */
import type { Annotation } from '../playbook/annotation.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { anchorAll } from './anchor.js';
import { PassageVotes } from './passage-votes.js';

export interface LostThread {
  readonly annotation: Annotation;
  /** Paths of the notes that its link can mean, where there are several of one name; else empty. */
  readonly namesakes: readonly string[];
}

/** What is known of the vault. Paths have their extension and are relative to the vault. */
export interface RelinkKnowledge {
  /** Texts of the notes that are there, by path: those that a thread may speak of. */
  readonly notes: ReadonlyMap<string, string>;
  /** By git, from an old path to the one it was renamed to; chains are followed. Empty without git. */
  readonly renames: ReadonlyMap<string, string>;
  /** The notes that are there by git's id of their text. */
  readonly pathsByBlob: ReadonlyMap<string, readonly string[]>;
}

/** `same-text`: the note has the very text that the thread was written on. `quote`: the quote stands there alone. */
export type RelinkReason = 'git-rename' | 'same-text' | 'quote';

export type Relinked =
  | { readonly kind: 'found'; readonly path: string; readonly reason: RelinkReason }
  /** A person decides: the likeliest first where that is known, else by path. At least two, or one that is not sure. */
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[]; readonly reason: RelinkReason }
  | { readonly kind: 'lost' };

/** For each thread, in the order given. */
export function relink(threads: readonly LostThread[], knowledge: RelinkKnowledge): readonly Relinked[] {
  const known = threads.map((thread) => byRename(thread, knowledge) ?? byText(thread, knowledge));
  const searches = threads.flatMap(({ annotation, namesakes }, index): Search[] =>
    known[index] === undefined && annotation.selector.quote !== '' ? [{ annotation, namesakes: new Set(namesakes), sure: [], likely: [] }] : [],
  );
  searchQuotes(searches, knowledge.notes);
  const bySearch = new Map(searches.map((search) => [search.annotation, search] as const));
  return threads.map((thread, index) => known[index] ?? byQuote(thread, bySearch.get(thread.annotation)));
}

function byRename({ annotation: { target } }: LostThread, { notes, renames }: RelinkKnowledge): Relinked | undefined {
  const file = `${target.replace(/^\//, '').replace(/\.md$/i, '')}.md`.toLowerCase();
  const found = new Set<string>();
  for (const old of renames.keys()) {
    const path = old.toLowerCase();
    if (path !== file && !path.endsWith(`/${file}`)) continue;
    const end = followRenames(old, renames);
    if (notes.has(end)) found.add(end);
  }
  return decide([...found], 'git-rename');
}

function followRenames(path: string, renames: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let end = path;
  for (let next = renames.get(end); next !== undefined && !seen.has(next); next = renames.get(end)) {
    seen.add(next);
    end = next;
  }
  return end;
}

function byText({ annotation: { selector } }: LostThread, { notes, pathsByBlob }: RelinkKnowledge): Relinked | undefined {
  const paths = selector.blob === undefined ? [] : (pathsByBlob.get(selector.blob) ?? []);
  return decide(paths.filter((path) => notes.has(path)), 'same-text');
}

function decide(paths: readonly string[], reason: RelinkReason): Relinked | undefined {
  const [path, ...others] = paths;
  if (path === undefined) return undefined;
  if (others.length === 0) return { kind: 'found', path, reason };
  return { kind: 'ambiguous', paths: [...paths].sort(byCodeUnits), reason };
}

interface Search {
  readonly annotation: Annotation;
  readonly namesakes: ReadonlySet<string>;
  /** Where the quote anchors. */
  readonly sure: string[];
  /** Where it may stand. */
  readonly likely: { readonly path: string; readonly score: number }[];
}

/** First where the very words stand; where that finds nothing, wherever they may stand changed, which takes far longer. */
function searchQuotes(searches: readonly Search[], notes: ReadonlyMap<string, string>): void {
  const quotes = new Map(searches.map((search) => [search, plain(search.annotation.selector.quote)] as const));
  for (const [path, text] of notes) {
    const words = plain(text);
    look(path, text, searches.filter((search) => words.includes(quotes.get(search) ?? '')));
  }
  const left = searches.filter(({ sure }) => sure.length === 0);
  for (const search of left) search.likely.length = 0;
  if (left.length === 0) return;
  const votes = new PassageVotes(left.map(({ annotation: { selector: { prefix, quote, suffix } } }) => plain(`${prefix}${quote}${suffix}`)));
  for (const [path, text] of notes) look(path, text, votes.likelyIn(plain(text)).flatMap((index) => left[index] ?? []));
}

function look(path: string, text: string, searches: readonly Search[]): void {
  if (searches.length === 0) return;
  const places = anchorAll(text, searches.map(({ annotation: { selector } }) => ({ selector })));
  for (const [index, search] of searches.entries()) {
    const place = places[index];
    if (place?.state === 'anchored') search.sure.push(path);
    else if (place?.state === 'confirm') search.likely.push({ path, score: Math.max(...place.candidates.map(({ score }) => score)) });
  }
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Of notes with the name that the link says, the one where the quote stands; else of all notes the only one. */
function byQuote({ namesakes }: LostThread, search: Search | undefined): Relinked {
  const sure = search?.sure ?? [];
  const named = sure.filter((path) => search?.namesakes.has(path));
  const decided = decide(named, 'quote') ?? decide(sure, 'quote');
  if (decided !== undefined) return decided;
  const likely = [...(search?.likely ?? [])].sort((a, b) => b.score - a.score || byCodeUnits(a.path, b.path)).map(({ path }) => path);
  const paths = [...new Set([...likely, ...namesakes])];
  return paths.length === 0 ? { kind: 'lost' } : { kind: 'ambiguous', paths, reason: 'quote' };
}
