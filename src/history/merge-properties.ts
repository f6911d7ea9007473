/**
 * The properties of a note merged name by name. What both sides say of an executive's level, the level and the day of the
 * assessment, is one statement: from two different ones no third is made.
 */
import type { TextRange } from '../markdown/text-range.js';
import { tryReadFrontmatter } from '../markdown/frontmatter.js';
import type { PropertyPieces } from '../markdown/property-pieces.js';
import { sameValue } from '../markdown/same-value.js';
import { readKeyPiece, type KeyPiece } from './key-piece.js';
import { mergeOrder } from './merge-order.js';
import { mergeProperty, type ValueMerge } from './merge-property.js';
import { pickChanged, type MergeSides } from './merge-text.js';
import { laterOf, mergeValues } from './merge-values.js';

/** A frontmatter block, cut. Without properties where the note has none. */
export interface CutBlock {
  readonly head: string;
  readonly tail: string;
  readonly keys: ReadonlyMap<string, KeyPiece>;
}

/** Lines on which the sides agree, or which they do not; the properties that these lines are about. */
export type MergedLines =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'conflict'; readonly sides: MergeSides; readonly names: readonly string[] };

const LEVEL = 'commitment';
const ASSESSED = 'assessed';

export function readCutBlock(text: string, { head, pieces, tail }: PropertyPieces): CutBlock {
  const slice = ({ from, to }: TextRange): string => text.slice(from, to);
  return { head: slice(head), tail: slice(tail), keys: new Map(pieces.map((piece) => [piece.property.name, readKeyPiece(text, piece)])) };
}

/**
 * The merged block, in order, from the opening line to the closing one. Undefined when it cannot be put together for certain:
 * comments above the properties differ, or the result would not read as what each side wanted.
 */
export function mergeProperties(base: CutBlock | undefined, ours: CutBlock, theirs: CutBlock, ending: string, mergeOne = mergeProperty): readonly MergedLines[] | undefined {
  const head = pickChanged(base?.head ?? ours.head, ours.head, theirs.head);
  const tail = pickChanged(base?.tail ?? ours.tail, ours.tail, theirs.tail);
  if (head === undefined || tail === undefined) return undefined;
  const lines: MergedLines[] = [{ kind: 'merged', text: head.picked }];
  const [wantedOurs, wantedTheirs] = [new Map<string, unknown>(), new Map<string, unknown>()];
  const names = mergeOrder([...(base?.keys.keys() ?? [])], [...ours.keys.keys()], [...theirs.keys.keys()]);
  const level = mergeLevel(base, ours, theirs);
  const unit = level === 'conflict' ? names.filter((name) => (name === LEVEL || name === ASSESSED) && ours.keys.get(name)?.text !== theirs.keys.get(name)?.text) : [];
  for (const name of names) {
    const sides = [base?.keys.get(name), ours.keys.get(name), theirs.keys.get(name)] as const;
    const merged = unit.includes(name) ? undefined : mergeOne(...sides, ending, level === 'later' ? laterAssessment : mergeValues);
    if (merged === undefined) {
      want(wantedOurs, name, sides[1]);
      want(wantedTheirs, name, sides[2]);
      const together = unit.includes(name) ? unit : [name];
      if (together[0] === name) lines.push(conflictOf(together, base, ours, theirs));
    } else {
      want(wantedOurs, name, merged.piece);
      want(wantedTheirs, name, merged.piece);
      if (merged.piece !== undefined) lines.push({ kind: 'merged', text: merged.piece.text });
    }
  }
  lines.push({ kind: 'merged', text: tail.picked });
  return readsAs(textOf(lines, 'ours'), wantedOurs) && readsAs(textOf(lines, 'theirs'), wantedTheirs) ? lines : undefined;
}

/** The block as one side has it where there is no agreement. */
export function textOf(lines: readonly MergedLines[], side: 'ours' | 'theirs'): string {
  return lines.map((line) => (line.kind === 'merged' ? line.text : line.sides[side])).join('');
}

function want(wanted: Map<string, unknown>, name: string, piece: { readonly value: unknown } | undefined): void {
  if (piece !== undefined) wanted.set(name, piece.value);
}

function conflictOf(names: readonly string[], base: CutBlock | undefined, ours: CutBlock, theirs: CutBlock): MergedLines {
  const textIn = (block: CutBlock | undefined): string => names.map((name) => block?.keys.get(name)?.text ?? '').join('');
  return { kind: 'conflict', sides: { base: textIn(base), ours: textIn(ours), theirs: textIn(theirs) }, names };
}

/**
 * What to do with the level and its day: `conflict` when both sides stated something else than before, and not the same
 * level; `later` when they state the same level on different days; `apart` when one side alone said something.
 */
function mergeLevel(base: CutBlock | undefined, ours: CutBlock, theirs: CutBlock): 'apart' | 'later' | 'conflict' {
  const statement = (block: CutBlock | undefined): readonly unknown[] => [LEVEL, ASSESSED].map((name) => block?.keys.get(name)?.value);
  const [mine, other] = [statement(ours), statement(theirs)];
  if (pickChanged(statement(base), mine, other, sameValue) !== undefined) return 'apart';
  return sameValue(mine[0], other[0]) ? 'later' : 'conflict';
}

/** The level was confirmed twice: the later day is when it was last assessed. */
const laterAssessment: ValueMerge = (name, base, ours, theirs) => mergeValues(name, base, ours, theirs) ?? (name === ASSESSED ? laterOf(ours, theirs) : undefined);

function readsAs(block: string, wanted: ReadonlyMap<string, unknown>): boolean {
  const read = tryReadFrontmatter(block);
  if (read === undefined || read.broken || read.block?.to !== block.length || read.properties.length !== wanted.size) return false;
  return read.properties.every(({ name, value }) => wanted.has(name) && sameValue(value, wanted.get(name)));
}
