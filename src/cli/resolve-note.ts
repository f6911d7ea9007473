/**
 * One note with conflicts: its sides rebuilt and merged. The versions that git holds are taken only while the file is what git
 * left of them; where a person has already worked on it, only what still stands between markers is merged.
 */
import { mergeNotes, type MergedNote } from '../history/merge-notes.js';
import type { ConflictStyle, MergeLabels, MergeSides } from '../history/merge-text.js';
import { readConflicts, textOfSide, type Conflicts } from '../markdown/conflict-markers.js';
import { lineEndingOf, withLineEnding } from '../markdown/line-ending.js';
import { scanOutline } from '../markdown/outline.js';
import { lineEndAt, lineStartAt } from '../markdown/text-lines.js';
import { mergeFile } from './merge-file.js';

export interface NoteToResolve {
  /** As it stands in the folder. */
  readonly text: string;
  /** The versions that git's index holds; undefined when it holds none. The base is empty when both sides added the note. */
  readonly index: MergeSides | undefined;
  /** The note as both sides started from, from the history; asked only where it is needed. */
  readonly historyBase: () => string | undefined;
  readonly labels: MergeLabels;
  readonly style: ConflictStyle;
  readonly cwd: string;
}

export type ResolvedNote = { readonly ok: true; readonly note: MergedNote; readonly text: string; readonly sections: readonly string[] } | { readonly ok: false; readonly reason: string };

const MARKER_SIZE = 7;
/** An opening marker of another length: `conflict-marker-size`. */
const OTHER_MARKER = /^(?:<{8,}|<{2,6})(?= |\r?$)/m;

export async function resolveNote(task: NoteToResolve): Promise<ResolvedNote> {
  const found = readConflicts(task.text);
  const [stray] = found.strays;
  if (stray !== undefined) return { ok: false, reason: `line ${lineNumber(task.text, stray.from)} looks like a conflict marker without the others. Remove it, or undo that edit` };
  if (found.conflicts.length === 0) {
    if (task.index !== undefined && OTHER_MARKER.test(task.text)) return { ok: false, reason: 'its conflict markers are not seven signs long, as ".gitattributes" asks for. Merge it by hand, then "git add"' };
    return { ok: false, reason: task.index === undefined ? 'it holds no conflict' : 'it holds no conflict markers any more. If it is as you want it, tell git with "git add"' };
  }
  if (task.index === undefined && isInCode(task.text, found)) return { ok: false, reason: 'a conflict of it stands in a code block, where it may be an example. If it is none, merge it by hand' };
  const { sides, baseUnknown } = await sidesOf(task, found);
  const note = await merge(sides, task, baseUnknown);
  const text = sameEnding(note.text, task.text);
  return { ok: true, note, text, sections: sectionsOf(text) };
}

/** Git holds no versions of the note: then nothing says that the markers in code are a merge. */
function isInCode(text: string, { conflicts }: Conflicts): boolean {
  const { opaque } = scanOutline(text);
  return conflicts.some((conflict) => opaque.some(({ from, to }) => from < conflict.from && to > conflict.to));
}

async function sidesOf(task: NoteToResolve, { conflicts }: Conflicts): Promise<{ readonly sides: MergeSides; readonly baseUnknown: boolean }> {
  const { text, index } = task;
  const [ours, theirs] = [textOfSide(text, conflicts, 'ours') ?? text, textOfSide(text, conflicts, 'theirs') ?? text];
  if (index !== undefined) {
    if (await isAsGitLeft(task, index, ours, theirs)) return { sides: index, baseUnknown: false };
    return { sides: { base: sameEnding(index.base, text), ours, theirs }, baseUnknown: false };
  }
  const base = textOfSide(text, conflicts, 'base') ?? task.historyBase();
  return base === undefined ? { sides: { base: '', ours, theirs }, baseUnknown: true } : { sides: { base: sameEnding(base, text), ours, theirs }, baseUnknown: false };
}

/** Whether each side of the file is what a merge of git, or of the driver, makes of the versions in the index. */
async function isAsGitLeft(task: NoteToResolve, index: MergeSides, ours: string, theirs: string): Promise<boolean> {
  const isSame = (merged: string): boolean => {
    const { conflicts } = readConflicts(merged);
    const side = (name: 'ours' | 'theirs'): string => lf(textOfSide(merged, conflicts, name) ?? merged);
    return side('ours') === lf(ours) && side('theirs') === lf(theirs);
  };
  const byLines = (): string => mergeFile(index.base, index.ours, index.theirs, { cwd: task.cwd, labels: task.labels, markerSize: MARKER_SIZE }).bytes.toString('utf8');
  // The first is what the driver leaves when it is stopped.
  return (lf(ours) === lf(index.ours) && lf(theirs) === lf(index.theirs)) || isSame(byLines()) || isSame((await merge(index, task, false)).text);
}

function merge(sides: MergeSides, { labels, style, cwd }: NoteToResolve, baseUnknown: boolean): Promise<MergedNote> {
  return mergeNotes(sides, {
    labels,
    markerSize: MARKER_SIZE,
    baseUnknown,
    style: () => style,
    mergeText: ({ base, ours, theirs }) => {
      const { bytes, conflicts } = mergeFile(base, ours, theirs, { cwd, labels, markerSize: MARKER_SIZE });
      return { text: bytes.toString('utf8'), conflicts };
    },
  });
}

/** A checkout may turn the line endings of what git holds into those of the machine. */
function sameEnding(text: string, working: string): string {
  const ending = lineEndingOf(working);
  const isOneKind = withLineEnding(working, ending) === working;
  return isOneKind ? withLineEnding(text, ending) : text;
}

function lf(text: string): string {
  return withLineEnding(text, '\n');
}

function lineNumber(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\n|\r/).length;
}

/** The headings above the conflicts of the text; empty for one that stands above all headings. */
function sectionsOf(text: string): readonly string[] {
  return readConflicts(text).conflicts.map(({ from }) => {
    for (let line = from; line > 0; ) {
      line = lineStartAt(text, line - 1);
      const heading = /^#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(text.slice(line, lineEndAt(text, line)))?.[1];
      if (heading !== undefined) return heading;
    }
    return '';
  });
}
