/**
 * Finds the notes in which a merge left conflict markers, without reading every note. A closing marker is a quote to the
 * app's index, unless it stands in code, HTML, a comment or broken properties; so only notes with one of these are read.
 */
import type { App, CachedMetadata } from 'obsidian';
import { readConflicts } from '../markdown/conflict-markers.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { TimeSlices } from '../vault/time-slices.js';
import { readOrUndefined, type Vault } from '../vault/vault.js';
import type { ConflictedNote, ConflictSearch } from '../views/ConflictNotes.js';
import { hostClock } from './host-clock.js';

/** What begins with `>` at the start of a line can lie in these alone. A quote below a callout goes on with it. */
const MARKER_SECTIONS: ReadonlySet<string> = new Set(['blockquote', 'callout', 'code', 'html', 'comment', 'math', 'yaml']);
const OPENING = '<<<<<<<';

/** True also for what the app has not indexed yet. */
export function mayHoldConflict(cache: CachedMetadata | null): boolean {
  if (cache === null) return true;
  return cache.sections?.some(({ type }) => MARKER_SECTIONS.has(type) && (type !== 'yaml' || cache.frontmatter === undefined)) === true || showsConflict(cache);
}

/** The index alone shows it: the lines above a row of `=` or the dashes of properties are a heading to the app. */
export function showsConflict(cache: CachedMetadata | null): boolean {
  return cache?.headings?.some(({ heading }) => heading.startsWith(OPENING)) === true;
}

/** Whether a text holds a conflict, or what is left of one. */
export function holdsConflict(text: string): boolean {
  if (!text.includes(OPENING) && !text.includes('>>>>>>>')) return false;
  const { conflicts, strays } = readConflicts(text);
  return conflicts.length + strays.length > 0;
}

/** `tell` is called on the way with what was found so far; the search ends early once `isOver` says so. Never rejects for a note that cannot be read. */
export async function findConflictedNotes({ app, vault }: { readonly app: App; readonly vault: Pick<Vault, 'read'> }, tell: (search: ConflictSearch) => void, isOver: () => boolean): Promise<void> {
  const candidates = app.vault.getMarkdownFiles().filter((file) => mayHoldConflict(app.metadataCache.getFileCache(file))).map(({ path }) => path).sort(byCodeUnits);
  const slices = new TimeSlices(hostClock());
  const notes: ConflictedNote[] = [];
  for (const [read, path] of candidates.entries()) {
    const text = await readOrUndefined(vault, path);
    const { conflicts, strays } = readConflicts(text ?? '');
    if (conflicts.length + strays.length > 0) notes.push({ path, conflicts: conflicts.length, strays: strays.length });
    const pause = slices.pause();
    if (pause === undefined) continue;
    tell({ notes: [...notes], progress: { read: read + 1, all: candidates.length } });
    await pause;
    if (isOver()) return;
  }
  tell({ notes, progress: undefined });
}
