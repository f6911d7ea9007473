/** An executive's row in words: all that the marks show, so that nobody has to see them. */
import type { CommitmentRow } from '../playbook/commitment-table.js';
import { shortName, type LevelWords } from '../playbook/step-words.js';
import { evidenceMark } from './commitment-map-model.js';
import { WORDS } from './words/words.js';

/** "Ines Falk, CEO, Group: now supporter, needed advocate, 1 level to go, influence 5" */
export function personInWords(row: CommitmentRow, levelName: LevelWords): string {
  const words = WORDS.commitment;
  const { executive: { title, role, unit, influence }, standing: { level, needed } } = row;
  const evidence = evidenceInWords(row, levelName);
  const gap = gapInWords(row);
  const facts = [
    words.now(level === undefined ? words.notAssessed() : levelName(level)),
    needed === undefined ? words.noNeed() : words.needed(levelName(needed)),
    ...(gap === undefined ? [] : [gap]),
    influence === undefined ? words.noInfluence() : words.influence(influence),
    ...(evidence === undefined ? [] : [evidence]),
  ];
  return `${[title, role, unit].filter((part) => part !== undefined).join(', ')}: ${facts.join(', ')}`;
}

/** "1 level to go"; undefined where one of the two levels is not recorded. */
export function gapInWords({ standing: { gapLevels } }: CommitmentRow): string | undefined {
  const words = WORDS.commitment;
  if (gapLevels === undefined) return undefined;
  return gapLevels > 0 ? words.toGo(gapLevels) : gapLevels < 0 ? words.aboveNeed(-gapLevels) : words.atNeed();
}

/** Undefined where it says the same as the record. */
export function evidenceInWords(row: CommitmentRow, levelName: LevelWords): string | undefined {
  const mark = evidenceMark(row);
  if (mark === undefined) return undefined;
  return mark.level === undefined ? WORDS.commitment.evidenceNone() : WORDS.commitment.evidenceReaches(levelName(mark.level));
}

/** What was said or done without the tags at its end, which are shown beside it. */
export function plainEvidence(text: string): string {
  const parts = text.trim().split(/\s+/u);
  while (parts.length > 1 && parts.at(-1)?.startsWith('#') === true) parts.pop();
  return parts.join(' ');
}

export interface TextPiece {
  readonly text: string;
  /** The note that the piece names. */
  readonly path: string | undefined;
}

/** A sentence in pieces, names of notes among them; those that it does not name, or that "n more" stands for, apart. */
export function linkNames<N extends { readonly path: string; readonly title: string }>(text: string, notes: readonly N[]): { readonly pieces: readonly TextPiece[]; readonly unnamed: readonly N[] } {
  const found: { readonly note: N; readonly from: number; readonly to: number }[] = [];
  const unnamed: N[] = [];
  // Notes stand in the order of the sentence, so each name is sought behind the one before.
  let behind = 0;
  for (const note of notes) {
    const name = shortName(note);
    const from = name === '' ? -1 : text.indexOf(name, behind);
    if (from === -1) unnamed.push(note);
    else {
      behind = from + name.length;
      found.push({ note, from, to: behind });
    }
  }
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { note, from, to } of found) {
    if (from > at) pieces.push({ text: text.slice(at, from), path: undefined });
    pieces.push({ text: text.slice(from, to), path: note.path });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), path: undefined });
  return { pieces, unnamed };
}
