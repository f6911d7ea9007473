/**
 * What each note serves, by `supports` over any number of steps: the journey, a vision, a strategy. Walked backward from
 * those, so that each link is followed once, however long the chains are and whatever rings they form.
 */
import { addTo } from '../playbook/add-to.js';
import type { NoteLink, PlaybookNote } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import { PlaybookMemo } from '../playbook/playbook-memo.js';

/** By kind: paths of the notes that lead to a note of it. */
export type FoundationsReached = Readonly<Record<'journey' | 'vision' | 'strategy' | 'governance', ReadonlySet<string>>>;

const SUPPORTING_KINDS = ['initiative', 'pilot', 'milestone', 'case', 'vision', 'strategy', 'governance'] as const;

const REACHED = new PlaybookMemo((playbook): FoundationsReached => {
  const sources = sourcesByTarget(playbook);
  return {
    journey: leadingTo(playbook.ofKind('journey'), sources),
    vision: leadingTo(playbook.ofKind('vision'), sources),
    strategy: leadingTo(playbook.ofKind('strategy'), sources),
    governance: leadingTo(playbook.ofKind('governance'), sources),
  };
});

export function foundationsReached(playbook: Playbook): FoundationsReached {
  return REACHED.of(playbook);
}

function sourcesByTarget(playbook: Playbook): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const kind of SUPPORTING_KINDS) {
    const notes: readonly { readonly path: string; readonly supports: readonly NoteLink[] }[] = playbook.ofKind(kind);
    for (const { path, supports } of notes) {
      for (const link of supports) {
        const target = playbook.resolvePath(link, path);
        if (target !== undefined) addTo(sources, target, path);
      }
    }
  }
  return sources;
}

function leadingTo(targets: readonly PlaybookNote[], sources: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = targets.map(({ path }) => path);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const source of sources.get(path) ?? []) {
      if (reached.has(source)) continue;
      reached.add(source);
      open.push(source);
    }
  }
  return reached;
}
