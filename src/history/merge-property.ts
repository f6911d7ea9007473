/**
 * One property that stands on both sides, or was removed on one: its lines after the merge. Comments above, the value, and
 * what stands behind it are merged each for themselves, so that a comment of one side and a value of the other go together.
 * Nothing that a person wrote is lost: where a comment would be, the sides are in conflict.
 */
import { tryReadFrontmatter } from '../markdown/frontmatter.js';
import { sameValue } from '../markdown/same-value.js';
import { commentsOf, type KeyPiece } from './key-piece.js';
import { setDrafts } from './merge-list-lines.js';
import { pickChanged } from './merge-text.js';
import { mergeValues, type MergedValue } from './merge-values.js';

/** A property's lines and value; undefined when it is gone. */
export interface MergedProperty {
  readonly piece: { readonly text: string; readonly value: unknown } | undefined;
}

/** How a value is merged when both sides changed it. */
export type ValueMerge = (name: string, base: unknown, ours: unknown, theirs: unknown) => MergedValue | undefined;

/** Undefined when the sides do not go together. At least one of the three is there. */
export function mergeProperty(base: KeyPiece | undefined, ours: KeyPiece | undefined, theirs: KeyPiece | undefined, ending: string, valueMerge: ValueMerge = mergeValues): MergedProperty | undefined {
  const changed = pickChanged(base, ours, theirs, sameText);
  if (changed !== undefined) return { piece: changed.picked };
  if (ours === undefined || theirs === undefined) {
    const changedSide = ours ?? theirs;
    // Removed on one side; on the other only written in another manner.
    return base !== undefined && changedSide !== undefined && sameValue(base.value, changedSide.value) && keepsComments(changedSide, base, base) ? { piece: undefined } : undefined;
  }
  const value = valueMerge(ours.name, base?.value, ours.value, theirs.value);
  if (value === undefined) return undefined;
  const lead = pickLines(base?.lead, ours.lead, theirs.lead);
  const trail = pickLines(base?.trail, ours.trail, theirs.trail);
  if (lead === undefined || trail === undefined) return undefined;
  for (const own of ownDrafts(base, ours, theirs, value, ending)) {
    if (own === undefined) continue;
    const text = lead + own + trail;
    if (saysAll(text, base, ours, theirs, value.value)) return { piece: { text, value: value.value } };
  }
  return undefined;
}

function sameText(a: KeyPiece | undefined, b: KeyPiece | undefined): boolean {
  return a?.text === b?.text;
}

/** Comments and blank lines; those of both sides where neither started from any. */
function pickLines(base: string | undefined, ours: string, theirs: string): string | undefined {
  const changed = pickChanged(base ?? '', ours, theirs);
  if (changed !== undefined) return changed.picked;
  return ours.trim() === '' || theirs.trim() === '' ? (ours.trim() === '' ? theirs : ours) : undefined;
}

/** Ways to write the value, best first. */
function* ownDrafts(base: KeyPiece | undefined, ours: KeyPiece, theirs: KeyPiece, { value, isSet }: MergedValue, ending: string): Generator<string | undefined> {
  const own = pickChanged(base?.own, ours.own, theirs.own);
  if (own !== undefined) yield own.picked;
  if (isSet && Array.isArray(value)) yield* setDrafts(base, ours, theirs, value, ending);
  const sides = [ours, theirs].filter((side) => sameValue(side.value, value));
  for (const side of sides) yield splice(base, ours, theirs, side);
  if (!isSet && Array.isArray(value)) yield* setDrafts(base, ours, theirs, value, ending);
  for (const side of sides) yield side.own;
}

/** The value as one side wrote it, between what each side changed before and behind it. */
function splice(base: KeyPiece | undefined, ours: KeyPiece, theirs: KeyPiece, value: KeyPiece): string | undefined {
  const before = pickChanged(base?.own.slice(0, base.valueFrom), ours.own.slice(0, ours.valueFrom), theirs.own.slice(0, theirs.valueFrom));
  const behind = pickChanged(base?.own.slice(base.valueTo), ours.own.slice(ours.valueTo), theirs.own.slice(theirs.valueTo));
  if (before?.picked === undefined || behind?.picked === undefined) return undefined;
  return before.picked + value.own.slice(value.valueFrom, value.valueTo) + behind.picked;
}

/** Whether the lines read as the value, and hold every comment that a side wrote or changed. */
function saysAll(text: string, base: KeyPiece | undefined, ours: KeyPiece, theirs: KeyPiece, value: unknown): boolean {
  const { broken = true, properties = [] } = tryReadFrontmatter(`---\n${text}---\n`) ?? {};
  const [property] = properties;
  if (broken || properties.length !== 1 || property?.name !== ours.name || !sameValue(property.value, value)) return false;
  return keepsComments(ours, base, { text }) && keepsComments(theirs, base, { text });
}

function keepsComments(side: KeyPiece, base: KeyPiece | undefined, merged: { readonly text: string }): boolean {
  const before = base === undefined ? [] : commentsOf(base);
  return commentsOf(side).every((comment) => before.includes(comment) || merged.text.includes(comment));
}
