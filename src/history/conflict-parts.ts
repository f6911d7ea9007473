/**
 * The conflicts of a note, cut where the note's properties begin and end: what a merge put between one pair of markers
 * may begin in the properties and end in the text below them, and each of the two is chosen by itself.
 *
 * @example
 * // ours `b: 1\n---\nText`, theirs `b: 2\n---\nOther` between one pair of markers gives three parts:
 * // properties `b: 1` | `b: 2`, the fence (equal), body `Text` | `Other`
 */
import type { FrontmatterBlock } from '../markdown/frontmatter-block.js';
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import { textOfSide, type Conflict, type ConflictSide } from '../markdown/conflict-markers.js';
import type { TextRange } from '../markdown/text-range.js';

/** Where a part stands: on the lines that open or close the properties, between them, below them; or it cannot be told. */
export type ConflictZone = 'fence' | 'properties' | 'body' | 'unclear';

/** A conflict, or a piece of one. */
export interface ConflictPart {
  readonly conflict: Conflict;
  readonly zone: ConflictZone;
  /** What it replaces in the text with markers. Of several parts of a conflict the first replaces all of it. */
  readonly from: number;
  readonly to: number;
  /** In the whole text of either side. */
  readonly ours: TextRange;
  readonly theirs: TextRange;
}

/** The whole text of a side, and where the properties lie in it. */
export interface SideText {
  readonly text: string;
  readonly block: FrontmatterBlock | undefined;
}

export interface ConflictParts {
  readonly ours: SideText;
  readonly theirs: SideText;
  /** Undefined where a conflict does not show the common ancestor. */
  readonly base: SideText | undefined;
  /** In the order of the text. */
  readonly parts: readonly ConflictPart[];
}

export function splitConflicts(text: string, conflicts: readonly Conflict[]): ConflictParts {
  const ours = sideText(text, conflicts, 'ours');
  const theirs = sideText(text, conflicts, 'theirs');
  if (ours === undefined || theirs === undefined) throw new Error('A conflict has two sides.');
  const parts: ConflictPart[] = [];
  let shifts = { ours: 0, theirs: 0 };
  for (const conflict of conflicts) {
    const at = { ours: place(conflict, 'ours', shifts.ours), theirs: place(conflict, 'theirs', shifts.theirs) };
    parts.push(...partsOf(conflict, at.ours, at.theirs, ours.block, theirs.block));
    shifts = { ours: at.ours.to - conflict.to, theirs: at.theirs.to - conflict.to };
  }
  return { ours, theirs, base: sideText(text, conflicts, 'base'), parts };
}

/** Whether a part is all of its conflict, and not a piece of one that was cut. */
export function isWholeConflict({ from, conflict, ours, theirs }: ConflictPart): boolean {
  return from === conflict.from && ours.to - ours.from === conflict.ours.to - conflict.ours.from && theirs.to - theirs.from === conflict.theirs.to - conflict.theirs.from;
}

function sideText(text: string, conflicts: readonly Conflict[], side: ConflictSide): SideText | undefined {
  const whole = textOfSide(text, conflicts, side);
  return whole === undefined ? undefined : { text: whole, block: closedBlock(whole) };
}

function closedBlock(text: string): FrontmatterBlock | undefined {
  const block = splitFrontmatter(text);
  return block?.closed === true ? block : undefined;
}

/** Where a side's lines of a conflict stand in the side's whole text; `shift` is how far what is above it moved. */
function place(conflict: Conflict, side: 'ours' | 'theirs', shift: number): TextRange {
  const { from, to } = conflict[side];
  return { from: conflict.from + shift, to: conflict.from + shift + to - from };
}

function partsOf(conflict: Conflict, ours: TextRange, theirs: TextRange, oursBlock: FrontmatterBlock | undefined, theirsBlock: FrontmatterBlock | undefined): ConflictPart[] {
  const whole = { conflict, from: conflict.from, to: conflict.to, ours, theirs };
  if (oursBlock === undefined && theirsBlock === undefined) return [{ ...whole, zone: 'body' }];
  if (oursBlock === undefined || theirsBlock === undefined) {
    const isBelow = oursBlock === undefined ? theirs.from >= (theirsBlock?.to ?? 0) : ours.from >= oursBlock.to;
    return [{ ...whole, zone: isBelow ? 'body' : 'unclear' }];
  }
  const zones: readonly ConflictZone[] = ['fence', 'properties', 'fence', 'body'];
  const cuts = [cutAt(ours, oursBlock.yamlFrom, theirs, theirsBlock.yamlFrom), cutAt(ours, oursBlock.yamlTo, theirs, theirsBlock.yamlTo), cutAt(ours, oursBlock.to, theirs, theirsBlock.to)];
  const parts: ConflictPart[] = [];
  let at = { ours: ours.from, theirs: theirs.from };
  for (const [index, zone] of zones.entries()) {
    const cut = index < cuts.length ? cuts[index] : 'behind';
    if (cut === undefined) return [{ ...whole, zone: 'unclear' }];
    if (cut === 'before') continue;
    const end = cut === 'behind' ? { ours: ours.to, theirs: theirs.to } : cut;
    const replaced = parts.length === 0 ? conflict.from : conflict.to;
    parts.push({ conflict, zone, from: replaced, to: conflict.to, ours: { from: at.ours, to: end.ours }, theirs: { from: at.theirs, to: end.theirs } });
    if (cut === 'behind') break;
    at = end;
  }
  return parts.length === 1 ? parts : parts.filter(({ ours: a, theirs: b }, index) => index === 0 || a.to > a.from || b.to > b.from);
}

type Cut = 'before' | 'behind' | { readonly ours: number; readonly theirs: number };

/** Where an end of the properties lies as both sides see it: undefined when one has it in the conflict and the other has not. */
function cutAt(ours: TextRange, oursCut: number, theirs: TextRange, theirsCut: number): Cut | undefined {
  const a = sidesOf(ours, oursCut);
  const b = sidesOf(theirs, theirsCut);
  if (a === 'inside' && b === 'inside') return { ours: oursCut, theirs: theirsCut };
  if (a === 'inside' || b === 'inside') return undefined;
  if (a === 'either') return b === 'either' ? 'before' : b;
  return b === 'either' || a === b ? a : undefined;
}

function sidesOf({ from, to }: TextRange, cut: number): 'before' | 'inside' | 'behind' | 'either' {
  if (cut === from && cut === to) return 'either';
  return cut <= from ? 'before' : cut >= to ? 'behind' : 'inside';
}
