/**
 * Conflicts in the properties, widened until each side has whole properties in it: a merge compares lines, and may cut a
 * list in two. Then both sides are laid side by side, name by name.
 *
 * @example
 * // units:\n<<<<<<< a\n  - Harbour\n=======\n  - Yard\n>>>>>>> b\n gives one region with one slot, `units:` and all of its list
 */
import { sameValue } from '../markdown/same-value.js';
import { bothLists } from './conflict-lists.js';
import { isWholeConflict, type ConflictPart, type ConflictParts, type SideText } from './conflict-parts.js';
import type { KeyPiece } from './conflict-pieces.js';
import type { ConflictRegion, ConflictSlot, PropertySlot } from './conflict-slots.js';

/** The pieces of each side; of the base where it is known and can be read. */
export interface SidePieces {
  readonly ours: readonly KeyPiece[];
  readonly theirs: readonly KeyPiece[];
  readonly base: readonly KeyPiece[] | undefined;
}

/** A place that both sides have in common, in each side's own offsets. */
interface Place {
  readonly ours: number;
  readonly theirs: number;
}

/** `parts` are those in the properties. Undefined when the sides do not lie beside each other. */
export function propertyRegions(split: ConflictParts, parts: readonly ConflictPart[], pieces: SidePieces): readonly ConflictRegion[] | undefined {
  const oursBlock = split.ours.block;
  const theirsBlock = split.theirs.block;
  if (oursBlock === undefined || theirsBlock === undefined) return undefined;
  const ends = new Set([...pieces.theirs.map(({ to }) => to), theirsBlock.yamlFrom]);
  const starts = [oursBlock.yamlFrom, ...pieces.ours.map(({ to }) => to)];
  /** Where properties begin and end on both sides, between two parts. */
  const placesBetween = (before: Place, after: Place): readonly Place[] | undefined => {
    if (after.ours - before.ours !== after.theirs - before.theirs) return undefined;
    const shift = before.theirs - before.ours;
    return starts.filter((at) => at >= before.ours && at <= after.ours && ends.has(at + shift)).map((at) => ({ ours: at, theirs: at + shift }));
  };
  const regions: ConflictRegion[] = [];
  let open: { readonly start: Place; readonly parts: ConflictPart[] } | undefined;
  let before: Place = { ours: oursBlock.yamlFrom, theirs: theirsBlock.yamlFrom };
  const close = (end: Place): void => {
    if (open !== undefined) regions.push(buildRegion(split, open.parts, open.start, end, pieces));
    open = undefined;
  };
  for (const part of parts) {
    const places = placesBetween(before, { ours: part.ours.from, theirs: part.theirs.from });
    if (places === undefined) return undefined;
    const [first] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined) {
      if (open === undefined) return undefined;
      open.parts.push(part);
    } else {
      close(first);
      open = { start: last, parts: [part] };
    }
    before = { ours: part.ours.to, theirs: part.theirs.to };
  }
  const end = placesBetween(before, { ours: oursBlock.yamlTo, theirs: theirsBlock.yamlTo })?.[0];
  if (end === undefined) return undefined;
  close(end);
  return regions;
}

function buildRegion(split: ConflictParts, parts: readonly ConflictPart[], start: Place, end: Place, pieces: SidePieces): ConflictRegion {
  const { ours, theirs } = split;
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) throw new Error('A region has a conflict in it.');
  const isWhole = parts.every(isWholeConflict);
  return {
    from: first.from - (first.ours.from - start.ours),
    to: last.to + (end.ours - last.ours.to),
    zone: 'properties',
    conflict: first.conflict,
    isWhole,
    ours: ours.text.slice(start.ours, end.ours),
    theirs: theirs.text.slice(start.theirs, end.theirs),
    oursFrom: start.ours,
    theirsFrom: start.theirs,
    slots: slotsOf(split, start, end, pieces),
  };
}

/** In the order of our side; what their side has more stands behind what stands before it there. */
function slotsOf(split: ConflictParts, start: Place, end: Place, pieces: SidePieces): readonly ConflictSlot[] {
  const ours = namedPieces(pieces.ours.filter(({ from, to }) => from >= start.ours && to <= end.ours));
  const theirs = namedPieces(pieces.theirs.filter(({ from, to }) => from >= start.theirs && to <= end.theirs));
  const base = pieces.base === undefined ? undefined : namedPieces(pieces.base);
  const names = [...ours.keys()];
  let behind = 0;
  for (const name of theirs.keys()) {
    const at = names.indexOf(name);
    if (at >= 0) behind = at + 1;
    else names.splice(behind++, 0, name);
  }
  return names.map((name) => {
    const piece: PropertySlot = { name, ours: ours.get(name), theirs: theirs.get(name), base: base === undefined ? undefined : (base.get(name) ?? null) };
    const bytes = { ours: bytesOf(split.ours, piece.ours), theirs: bytesOf(split.theirs, piece.theirs), base: base === undefined ? undefined : bytesOf(split.base, piece.base) };
    const agreed = bytes.ours === bytes.theirs || (saySame(piece) && !bytes.ours.includes('#') && !bytes.theirs.includes('#'));
    const both = agreed || saySame(piece) ? undefined : bothLists(split, piece);
    return { ...bytes, piece, agreed, both: both === undefined ? undefined : { text: both, reversed: undefined, by: 'items', isCertain: false } };
  });
}

function namedPieces(pieces: readonly KeyPiece[]): ReadonlyMap<string, KeyPiece> {
  return new Map(pieces.map((piece) => [piece.name, piece]));
}

function bytesOf(side: SideText | undefined, piece: KeyPiece | null | undefined): string {
  return piece === undefined || piece === null ? '' : (side?.text.slice(piece.from, piece.to) ?? '');
}

/** Both sides have the property, with the same value. Comments beside it may differ. */
export function saySame({ ours, theirs }: PropertySlot): boolean {
  return ours?.property !== undefined && theirs?.property !== undefined && sameValue(ours.property.value, theirs.property.value);
}
