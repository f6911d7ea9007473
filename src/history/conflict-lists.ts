/**
 * Both sides' items of a list, written into our side's lines in the manner of these. With a common ancestor what either
 * side removed stays removed; without one nothing is.
 *
 * @example bothLists(split, piece) // ours `units: [Harbour]\n`, theirs `units: [Yard]\n`: `units: [Harbour, Yard]\n`
 */
import { setPropertyEdits } from '../markdown/property-edit.js';
import { applyEdits } from '../markdown/text-edit.js';
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import { propertyDefinition, type PropertyType } from '../notes/schema.js';
import type { ConflictParts } from './conflict-parts.js';
import { keyPieces, type KeyPiece } from './conflict-pieces.js';
import type { PropertySlot } from './conflict-slots.js';

/** Any other property has one value, and a list of it is a mistake. */
const LISTS: ReadonlySet<string> = new Set<PropertyType>(['choices', 'competencies', 'list', 'links', 'moves']);

/** The lines of the property; undefined where a side has no list of texts, or both together are what one side has. */
export function bothLists(split: ConflictParts, { name, ours, theirs, base }: PropertySlot): string | undefined {
  const type = propertyDefinition(name)?.type;
  const isList = (type === undefined || LISTS.has(type)) && [ours, theirs].some((piece) => Array.isArray(piece?.property?.value));
  const own = textsOf(ours);
  const others = textsOf(theirs);
  const before = base === undefined || base === null ? [] : textsOf(base);
  if (!isList || own === undefined || others === undefined || before === undefined) return undefined;
  const isRemoved = (item: string): boolean => before.includes(item);
  const merged = [...own.filter((item) => others.includes(item) || !isRemoved(item)), ...others.filter((item) => !own.includes(item) && !isRemoved(item))];
  if (base === undefined && (merged.length === own.length || merged.length === others.length)) return undefined;
  const edited = setPropertyEdits(split.ours.text, name, merged);
  if (!edited.ok) return undefined;
  const text = applyEdits(split.ours.text, edited.edits);
  const after = keyPieces({ text, block: splitFrontmatter(text) });
  const piece = after.ok ? after.pieces.find((each) => each.name === name) : undefined;
  return piece === undefined ? undefined : text.slice(piece.from, piece.to);
}

/** Undefined for what holds anything but texts. A single text with commas may be several to its reader. */
function textsOf(piece: KeyPiece | undefined): readonly string[] | undefined {
  const value = piece?.property?.value;
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.includes(',')) return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.filter((item) => typeof item === 'string');
  return texts.length === items.length ? texts : undefined;
}
