/**
 * The items of a roadmap with all that their notes say: links resolved, days handed up, names told apart, what waits for
 * what. None of it depends on how the roadmap is shown, so it is read once for each version of the playbook: to group,
 * search or suppose a level takes no second reading.
 */
import type { Executive, Initiative, NoteLink } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import { findNumberedCycles } from './dependency-cycles.js';
import { inferSpans } from './inferred-spans.js';
import { distinguish } from './namesakes.js';
import { searchedText } from './roadmap-filter.js';
import { buildItem, readTiming, type ItemSource } from './roadmap-item.js';
import type { DaySpan, RoadmapSource } from './roadmap-layout.js';

export class ItemSources {
  readonly indexById: ReadonlyMap<string, number>;
  /** By item, the numbers of those that it waits for. */
  readonly before: readonly (readonly number[])[];
  /** Of the dates that are written. */
  readonly spans: readonly DaySpan[];
  #cycles: readonly (readonly number[])[] | undefined;
  #foldedTexts: readonly string[] | undefined;

  constructor(readonly items: readonly ItemSource[]) {
    const indexById = new Map<string, number>();
    items.forEach(({ item }, index) => indexById.set(item.id, index));
    this.indexById = indexById;
    this.before = items.map(({ item }) => (item.dependsOn.length === 0 ? NONE : item.dependsOn.flatMap((id) => indexById.get(id) ?? [])));
    this.spans = items.flatMap(({ item }) => item.fullSpan ?? []);
  }

  /** Items that wait for each other, or one that waits for itself, by number. */
  get cycles(): readonly (readonly number[])[] {
    this.#cycles ??= findNumberedCycles(this.before);
    return this.#cycles;
  }

  /** What a search reads of each item, by number. */
  get foldedTexts(): readonly string[] {
    this.#foldedTexts ??= this.items.map(searchedText);
    return this.#foldedTexts;
  }
}

interface Kept {
  readonly playbook: Playbook;
  readonly version: number;
  readonly withDropped: boolean;
  readonly sources: ItemSources;
}

/** The newest reading of a playbook, or of what else items come from. */
const keptBySource = new WeakMap<Playbook | RoadmapSource, Kept>();

export function readItemSources(playbook: Playbook, source: RoadmapSource | undefined, withDropped: boolean): ItemSources {
  const kept = keptBySource.get(source ?? playbook);
  if (kept?.playbook === playbook && kept.version === playbook.version && kept.withDropped === withDropped) return kept.sources;
  const sources = read(playbook, source, withDropped);
  keptBySource.set(source ?? playbook, { playbook, version: playbook.version, withDropped, sources });
  return sources;
}

const NONE: readonly never[] = [];

function read(playbook: Playbook, source: RoadmapSource | undefined, withDropped: boolean): ItemSources {
  const resolve = source === undefined ? itemResolver(playbook) : source.resolveItem.bind(source);
  const every = source === undefined ? playbook.initiatives : withoutTwins(source.items);
  const notes = withDropped ? every : every.filter(({ status }) => status !== 'dropped');
  const timings = notes.map(readTiming);
  const inferred = inferSpans(notes, timings, resolve);
  const names = distinguish(notes);
  const sponsorsOf = sponsorReader(playbook);
  return new ItemSources(
    notes.map((note, index) =>
      buildItem(note, {
        timing: timings[index] ?? 'no-dates',
        inferred: inferred.get(note.path),
        sponsors: sponsorsOf(note),
        dependsOn: predecessorsOf(note, resolve),
        disambiguation: names.get(note.path),
      }),
    ),
  );
}

/** Thousands of notes name the same few sponsors, and one name means one note wherever it stands in a folder. */
function sponsorReader(playbook: Playbook): (note: Initiative) => readonly Executive[] {
  const known = new Map<string, readonly Executive[]>();
  let folder: string | undefined;
  return ({ sponsor, path }) => {
    const [only] = sponsor;
    if (only === undefined) return NONE;
    if (sponsor.length > 1 || only.target === '') return playbook.resolveExecutives(sponsor, path);
    const isSameFolder = folder !== undefined && path.startsWith(folder) && path.indexOf('/', folder.length) === -1;
    if (!isSameFolder) {
      folder = path.slice(0, path.lastIndexOf('/') + 1);
      known.clear();
    }
    let sponsors = known.get(only.target);
    if (sponsors === undefined) known.set(only.target, (sponsors = playbook.resolveExecutives(sponsor, path)));
    return sponsors;
  };
}

function itemResolver(playbook: Playbook): (link: NoteLink, fromPath: string) => string | undefined {
  return (link, fromPath) => {
    const target = playbook.resolve(link, fromPath);
    const isItem = target?.kind === 'initiative' || target?.kind === 'pilot' || target?.kind === 'milestone';
    return isItem ? target.path : undefined;
  };
}

function predecessorsOf({ dependsOn, path }: Initiative, resolve: (link: NoteLink, fromPath: string) => string | undefined): readonly string[] {
  if (dependsOn.length === 0) return NONE;
  const paths = dependsOn.flatMap((link) => resolve(link, path) ?? []);
  return paths.length < 2 ? paths : [...new Set(paths)];
}

/** The first of each path: an item's path is its identity. */
function withoutTwins(items: readonly Initiative[]): readonly Initiative[] {
  const byPath = new Map<string, Initiative>();
  for (const item of items) if (!byPath.has(item.path)) byPath.set(item.path, item);
  return byPath.size === items.length ? items : [...byPath.values()];
}
