/**
 * Which notes that stand at no path of now went where. Two notes are one when git says so and they are alike enough, when
 * they say the same, or when they alone share kind and title. Notes made from one template are alike without being one:
 * where not even a word of the title is left, git has to be surer.
 */
import type { PlaybookNote } from '../playbook/note.js';
import type { NoteFacts } from './note-facts.js';

/** What git takes for renamed, by the path before. */
export interface RenameHint {
  readonly to: string;
  /** 0 to 100: how much of the text stayed. */
  readonly alike: number;
}

/** OURS: two short notes of one template with other titles are less alike. */
const SURE = 95;

/** Path after by path before, of notes that are on one side alone. */
export function findRenamed(gone: readonly NoteFacts[], added: readonly NoteFacts[], hints: ReadonlyMap<string, RenameHint>): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (from: string, to: string): void => {
    renamed.set(from, to);
    taken.add(to);
  };
  const addedByPath = new Map(added.map((facts) => [facts.path, facts]));
  for (const before of gone) {
    const hint = hints.get(before.path);
    const after = hint === undefined ? undefined : addedByPath.get(hint.to);
    if (hint !== undefined && after !== undefined && !taken.has(after.path) && isCredible(before, after, hint.alike)) pair(before.path, after.path);
  }
  for (const keyOf of [contentKey, titleKey]) {
    const lost = onlyOnes(gone.filter(({ path }) => !renamed.has(path)), keyOf);
    const found = onlyOnes(added.filter(({ path }) => !taken.has(path)), keyOf);
    for (const [key, from] of lost) {
      const to = found.get(key);
      if (from !== undefined && to !== undefined) pair(from, to);
    }
  }
  return renamed;
}

function isCredible({ note: before }: NoteFacts, { note: after }: NoteFacts, alike: number): boolean {
  if (before.kind !== after.kind) return false;
  const words = new Set(wordsOf(before.title));
  return alike >= SURE || wordsOf(after.title).some((word) => words.has(word));
}

function wordsOf(title: string): readonly string[] {
  return title.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
}

/** Paths by key; undefined where several notes share one: of those nobody can tell. */
function onlyOnes(notes: readonly NoteFacts[], keyOf: (facts: NoteFacts) => string): ReadonlyMap<string, string | undefined> {
  const paths = new Map<string, string | undefined>();
  for (const facts of notes) {
    const key = keyOf(facts);
    paths.set(key, paths.has(key) ? undefined : facts.path);
  }
  return paths;
}

function contentKey({ note, wording, values }: NoteFacts): string {
  return JSON.stringify([note.kind, wording, [...values].sort(([a], [b]) => (a < b ? -1 : 1)), toldApart(note)]);
}

/** What {@link NoteFacts.values} leaves to the note itself. */
function toldApart(note: PlaybookNote): readonly (string | undefined)[] {
  switch (note.kind) {
    case 'executive': return [note.commitment, note.neededCommitment];
    case 'initiative':
    case 'pilot':
    case 'milestone': return [note.start?.text, note.end?.text, note.status];
    case 'journey': return [note.start?.text, note.end?.text];
    case 'vision':
    case 'strategy':
    case 'governance': return [note.status];
    default: return [];
  }
}

function titleKey({ note }: NoteFacts): string {
  return JSON.stringify([note.kind, note.title.normalize('NFC').toLowerCase()]);
}
