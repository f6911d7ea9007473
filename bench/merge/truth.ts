/**
 * What the merge of two people's edits must say, worked out from the notes as they meant them: no text is read, and nothing of
 * the merge itself is used.
 */
import { writeBody, type Key, type Note, type Section } from './model.js';

export interface Truth {
  /** Properties by name that must be so in a merge; those on which people decide are missing. */
  readonly values: ReadonlyMap<string, string | readonly string[]>;
  /** Properties on which the two do not agree, where both stand or one is gone. */
  readonly open: ReadonlySet<string>;
  /** Nobody touched them: their lines must be as they were. */
  readonly untouched: readonly Key[];
  /** The text with both people's edits; undefined when they meet. */
  readonly body: string | undefined;
  /** Comments that somebody wrote. */
  readonly comments: readonly string[];
}

type Value = string | readonly string[] | undefined;

export function tellTruth(base: Note, ours: Note, theirs: Note): Truth {
  const names = new Set([base, ours, theirs].flatMap(({ keys }) => keys.map(({ name }) => name)));
  const key = (note: Note, name: string): Key | undefined => note.keys.find((other) => other.name === name);
  const said = (note: Note, name: string): string => JSON.stringify(key(note, name) ?? null);
  const values = new Map<string, string | readonly string[]>();
  const open = new Set<string>();
  const untouched: Key[] = [];
  const comments: { readonly name: string; readonly comment: string }[] = [];
  for (const name of names) {
    const [before, mine, other] = [key(base, name), key(ours, name), key(theirs, name)];
    if (before !== undefined && said(base, name) === said(ours, name) && said(base, name) === said(theirs, name)) untouched.push(before);
    const value = valueOf(name, before?.value, mine?.value, other?.value);
    const meets = ['above', 'behind'].some((where) => {
      const [old, one, two] = [before, mine, other].map((side) => (where === 'above' ? side?.above : side?.behind) ?? '');
      return mine !== undefined && other !== undefined && one !== two && one !== old && two !== old;
    });
    // One removed it, the other wrote a comment.
    const isCommentLost = before !== undefined && ((mine === undefined && other !== undefined && (other.above !== before.above || other.behind !== before.behind)) || (other === undefined && mine !== undefined && (mine.above !== before.above || mine.behind !== before.behind)));
    if (value === 'open' || meets || isCommentLost) open.add(name);
    else {
      if (value.is !== undefined) values.set(name, value.is);
      for (const side of [mine, other]) for (const comment of [side?.above, side?.behind]) if (side !== undefined && value.is !== undefined && comment !== undefined && comment !== '' && comment !== before?.above && comment !== before?.behind) comments.push({ name, comment });
    }
  }
  pairOfLevel(base, ours, theirs, values, open);
  return { values, open, untouched, body: bodyOf(base.sections, ours.sections, theirs.sections), comments: comments.filter(({ name }) => !open.has(name)).map(({ comment }) => comment) };
}

function same(a: Value, b: Value): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function valueOf(name: string, base: Value, ours: Value, theirs: Value): { readonly is: Value } | 'open' {
  if (same(ours, theirs) || same(theirs, base)) return { is: ours };
  if (same(ours, base)) return { is: theirs };
  if (ours === undefined || theirs === undefined) return 'open';
  if (name === 'updated' && typeof ours === 'string' && typeof theirs === 'string') return { is: ours > theirs ? ours : theirs };
  if (typeof ours === 'string' || typeof theirs === 'string') return 'open';
  const before = new Set(base ?? []);
  const gone = [...before].filter((item) => !ours.includes(item) || !theirs.includes(item));
  return { is: [...new Set([...ours, ...theirs])].filter((item) => !gone.includes(item)) };
}

/** A level and its day are one statement. */
function pairOfLevel(base: Note, ours: Note, theirs: Note, values: Map<string, string | readonly string[]>, open: Set<string>): void {
  const pair = (note: Note): readonly Value[] => ['commitment', 'assessed'].map((name) => note.keys.find((key) => key.name === name)?.value);
  const [before, mine, other] = [pair(base), pair(ours), pair(theirs)];
  if (JSON.stringify(mine) === JSON.stringify(other) || JSON.stringify(mine) === JSON.stringify(before) || JSON.stringify(other) === JSON.stringify(before)) return;
  if (!same(mine[0], other[0])) {
    for (const [index, name] of ['commitment', 'assessed'].entries()) {
      if (same(mine[index], other[index])) continue;
      open.add(name);
      values.delete(name);
    }
  } else if (typeof mine[1] === 'string' && typeof other[1] === 'string' && !same(mine[1], before[1]) && !same(other[1], before[1])) {
    open.delete('assessed');
    values.set('assessed', mine[1] > other[1] ? mine[1] : other[1]);
  }
}

/** Paragraph by paragraph; undefined where both changed one, or both added at one place. */
function bodyOf(base: readonly Section[], ours: readonly Section[], theirs: readonly Section[]): string | undefined {
  const merged: Section[] = [];
  for (const [index, section] of base.entries()) {
    const [mine, other] = [ours[index]?.paragraphs ?? [], theirs[index]?.paragraphs ?? []];
    const paragraphs: string[] = [];
    for (const [at, before] of section.paragraphs.entries()) {
      const picked = pick(before, mine[at] ?? '', other[at] ?? '');
      if (picked === undefined) return undefined;
      paragraphs.push(picked);
    }
    const [added, alsoAdded] = [mine, other].map((side) => side.slice(section.paragraphs.length).join('\n\n'));
    const picked = pick('', added ?? '', alsoAdded ?? '');
    if (picked === undefined) return undefined;
    merged.push({ ...section, paragraphs: picked === '' ? paragraphs : [...paragraphs, picked] });
  }
  const [newSections, alsoNew] = [ours, theirs].map((side) => side.slice(base.length));
  const picked = pick('', writeBody(newSections ?? []), writeBody(alsoNew ?? []));
  return picked === undefined ? undefined : writeBody(merged) + picked;
}

function pick(base: string, ours: string, theirs: string): string | undefined {
  return ours === theirs || theirs === base ? ours : ours === base ? theirs : undefined;
}
