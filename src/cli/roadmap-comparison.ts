/** What moved on a roadmap, is new or is gone since a revision: what `roadmap --since` shows. */
import { withGhosts } from '../roadmap/ghosts.js';
import type { RoadmapGhost, RoadmapLayout, RoadmapOptions } from '../roadmap/roadmap-layout.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { Vault } from '../vault/vault.js';
import { GitVault } from './git-vault.js';

export interface RoadmapNow {
  readonly vault: Vault;
  readonly store: PlaybookStore;
  /** As it is shown, filter and all. */
  readonly drawn: RoadmapLayout;
  readonly layoutOf: (store: PlaybookStore, more?: Partial<RoadmapOptions>) => RoadmapLayout;
}

/**
 * The changes among the items that are shown, or were. They are found among all items: one that the filter hides now
 * is not gone.
 */
export async function ghostsSince(vault: GitVault, then: PlaybookStore, now: RoadmapNow): Promise<readonly RoadmapGhost[]> {
  const { firstDay: fromDay, lastDay: toDay } = now.drawn.horizon;
  const all = (store: PlaybookStore): RoadmapLayout => now.layoutOf(store, { fromDay, toDay, filter: undefined });
  const [before, after] = [all(then), all(now.store)];
  const [wasShown, isShown] = [idsOf(now.layoutOf(then, { fromDay, toDay })), idsOf(now.drawn)];
  const renamed = await findRenames(before, after, vault, now.vault);
  return withGhosts(before, after, { renamed }).ghosts.filter(({ id, change }) => (change === 'gone' ? wasShown : isShown).has(id));
}

/** New path by old one, as git tells them, and for notes of the folder that git does not know yet by their text. */
async function findRenames(before: RoadmapLayout, after: RoadmapLayout, then: GitVault, now: Vault): Promise<ReadonlyMap<string, string>> {
  const changes = withGhosts(before, after).ghosts;
  const pathsOf = (wanted: RoadmapGhost['change']): readonly string[] => changes.filter(({ change }) => change === wanted).map(({ id }) => id);
  const [gone, added] = [pathsOf('gone'), pathsOf('new')];
  if (gone.length === 0 || added.length === 0) return new Map();
  if (now instanceof GitVault) return then.renamesTo(now.revision);
  return new Map([...(await sameTexts(then, gone, now, added)), ...then.renamesTo(undefined)]);
}

/** Notes whose text stands at another path now. Of several with one text nobody can tell. */
async function sameTexts(then: Vault, gone: readonly string[], now: Vault, added: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [old, current] = [await onlyTexts(then, gone), await onlyTexts(now, added)];
  const renamed = new Map<string, string>();
  for (const [text, path] of old) {
    const to = current.get(text);
    if (path !== undefined && to !== undefined) renamed.set(path, to);
  }
  return renamed;
}

/** Paths by text; undefined where several notes share one. Line ends are not the note's: git may change them. */
async function onlyTexts(vault: Vault, paths: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const byText = new Map<string, string | undefined>();
  for (const path of paths) {
    const text = (await vault.read(path)).replaceAll('\r\n', '\n');
    byText.set(text, byText.has(text) ? undefined : path);
  }
  return byText;
}

function idsOf({ lanes, unscheduled }: RoadmapLayout): ReadonlySet<string> {
  return new Set([...lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones]), ...unscheduled].map(({ id }) => id));
}
