/**
 * Merges three versions of a note: its properties name by name, its text line by line, each for itself, so that a change
 * right below the properties is in no one's way. What does not go together stands between conflict markers, around that
 * property or those lines alone. What is given as clean reads again and says what both sides wanted; where that is not
 * certain, the whole note is merged as text, as git would.
 *
 * @example Ours: `level: supporter`, theirs: `tags: [a, b]` with both unchanged else → both, no conflict.
 */
import { loadYamlReader, readFrontmatter, tryReadFrontmatter } from '../markdown/frontmatter.js';
import type { FrontmatterBlock } from '../markdown/frontmatter-block.js';
import { cutProperties } from '../markdown/property-pieces.js';
import type { Frontmatter } from '../markdown/property.js';
import { sameValue } from '../markdown/same-value.js';
import { mergeApart } from './merge-apart.js';
import { frameOf } from './merge-frame.js';
import { mergeProperty } from './merge-property.js';
import { mergeProperties, readCutBlock, type CutBlock, type MergedLines } from './merge-properties.js';
import { pickChanged, writeConflict, type ConflictStyle, type MarkerForm, type MergeLabels, type MergeSides, type MergedText, type MergeText } from './merge-text.js';

export interface NoteMergeOptions {
  readonly labels: MergeLabels;
  readonly markerSize: number;
  /** Asked only when a property is in conflict. */
  readonly style: () => ConflictStyle | Promise<ConflictStyle>;
  /** The base is not known, and empty: then a property is merged where the sides agree, and everything else is in conflict. */
  readonly baseUnknown?: boolean;
  /** For the text below the properties, and for whole notes whose properties cannot be merged by name. */
  readonly mergeText: MergeText;
}

export interface MergedNote {
  readonly text: string;
  /** Names of the properties that the sides do not agree on; each group stands between one pair of markers. */
  readonly properties: readonly (readonly string[])[];
  /** Conflicts in the text, or in the whole note where `asText`. */
  readonly textConflicts: number;
  /** The note was merged as text, properties included. */
  readonly asText: boolean;
}

/** A note: properties with their dashes, and the text below. */
interface Halves {
  readonly frontmatter: Frontmatter;
  readonly block: string;
  readonly body: string;
}

/** Throws only what `mergeText` throws. */
export async function mergeNotes(given: MergeSides, options: NoteMergeOptions): Promise<MergedNote> {
  const { baseUnknown = false } = options;
  const whole = baseUnknown && given.ours !== given.theirs ? undefined : pickChanged(given.base, given.ours, given.theirs);
  if (whole !== undefined) return { text: whole.picked, properties: [], textConflicts: 0, asText: false };
  const { sides, ending, restore } = frameOf(given);
  const { base, ours, theirs } = { base: await readHalves(sides.base), ours: await readHalves(sides.ours), theirs: await readHalves(sides.theirs) };
  const lines = mergeBlocks(base, ours, theirs, ending, baseUnknown);
  if (lines === undefined) {
    const merged = await mergeAsText(sides, base, ours, theirs, ending, options);
    return { ...merged, text: restore(merged.text) };
  }
  const body = await mergeBodies(base, ours, theirs, options);
  return { text: restore(joined(await writeLines(lines, ending, options), body.text, ending)), properties: namesOf(lines), textConflicts: body.conflicts, asText: false };
}

async function readHalves(text: string): Promise<Halves> {
  const frontmatter = tryReadFrontmatter(text) ?? (await loadYamlReader(), readFrontmatter(text));
  const to = blockEnd(frontmatter.block);
  return { frontmatter, block: text.slice(0, to), body: text.slice(to) };
}

/** Opening dashes without closing ones are text. */
function blockEnd(block: FrontmatterBlock | undefined): number {
  return block?.closed === true ? block.to : 0;
}

/** Undefined when the properties cannot be merged by name. */
function mergeBlocks(base: Halves, ours: Halves, theirs: Halves, ending: string, baseUnknown: boolean): readonly MergedLines[] | undefined {
  if ([base, ours, theirs].some(({ frontmatter }) => frontmatter.block?.closed === false)) return undefined;
  const changed = baseUnknown && ours.block !== theirs.block ? undefined : pickChanged(base.block, ours.block, theirs.block);
  if (changed !== undefined) return [{ kind: 'merged', text: changed.picked }];
  if (ours.block === '' || theirs.block === '') {
    // One side took all properties away, the other changed some.
    return [{ kind: 'conflict', sides: { base: base.block, ours: ours.block, theirs: theirs.block }, names: namesIn(ours.block === '' ? theirs : ours) }];
  }
  const [before, mine, other] = [cutOf(base), cutOf(ours), cutOf(theirs)];
  if (mine === undefined || other === undefined || (before === undefined && base.block !== '')) return undefined;
  return mergeProperties(before, mine, other, ending, baseUnknown ? agreeing : mergeProperty);
}

function cutOf({ block, frontmatter }: Halves): CutBlock | undefined {
  const pieces = block === '' ? undefined : cutProperties(block, frontmatter);
  return pieces === undefined ? undefined : readCutBlock(block, pieces);
}

function namesIn({ frontmatter }: Halves): readonly string[] {
  return frontmatter.properties.map(({ name }) => name);
}

function namesOf(lines: readonly MergedLines[]): readonly (readonly string[])[] {
  return lines.flatMap((line) => (line.kind === 'conflict' ? [line.names] : []));
}

async function writeLines(lines: readonly MergedLines[], ending: string, { labels, markerSize, style }: NoteMergeOptions): Promise<string> {
  const hasConflict = lines.some(({ kind }) => kind === 'conflict');
  const form: MarkerForm = { labels, size: markerSize, style: hasConflict ? await style() : 'merge', ending };
  return lines.map((line) => (line.kind === 'merged' ? line.text : writeConflict(line.sides, form))).join('');
}

/** Without a base nobody knows who changed a property, nor whether a missing one was removed or never there. */
const agreeing: typeof mergeProperty = (base, ours, theirs, ending, valueMerge) => (ours !== undefined && theirs !== undefined && sameValue(ours.value, theirs.value) ? mergeProperty(base, ours, theirs, ending, valueMerge) : undefined);

/** One side may have taken away the line ending behind the last dashes, with all text, while the other wrote some. */
function joined(block: string, body: string, ending: string): string {
  return block === '' || body === '' || /[\r\n]$/.test(block) ? block + body : block + ending + body;
}

async function mergeBodies(base: Halves, ours: Halves, theirs: Halves, { mergeText, baseUnknown = false }: NoteMergeOptions): Promise<MergedText> {
  const sides = { base: base.body, ours: ours.body, theirs: theirs.body };
  const isCertain = !baseUnknown || sides.ours === sides.theirs;
  const merged = isCertain ? (pickChanged(sides.base, sides.ours, sides.theirs)?.picked ?? mergeApart(sides)) : undefined;
  return merged === undefined ? mergeText(sides) : { text: merged, conflicts: 0 };
}

/** The whole note line by line; where the lines go together and the properties do not, the two blocks stand in conflict. */
async function mergeAsText(sides: MergeSides, base: Halves, ours: Halves, theirs: Halves, ending: string, options: NoteMergeOptions): Promise<MergedNote> {
  const { text, conflicts } = await options.mergeText(sides);
  if (conflicts > 0 || saysBoth(await readHalves(text), base, ours, theirs)) return { text, properties: [], textConflicts: conflicts, asText: true };
  const lines: readonly MergedLines[] = [{ kind: 'conflict', sides: { base: base.block, ours: ours.block, theirs: theirs.block }, names: [...new Set([...namesIn(ours), ...namesIn(theirs)])] }];
  const body = await mergeBodies(base, ours, theirs, options);
  return { text: joined(await writeLines(lines, ending, options), body.text, ending), properties: namesOf(lines), textConflicts: body.conflicts, asText: true };
}

/** Whether a text without conflicts has each property as the sides that changed it want it. A side that cannot be read wants nothing. */
function saysBoth(merged: Halves, base: Halves, ours: Halves, theirs: Halves): boolean {
  if (merged.block === ours.block || merged.block === theirs.block) return true;
  if (ours.frontmatter.broken && theirs.frontmatter.broken) return true;
  if (merged.frontmatter.broken || ours.frontmatter.broken || theirs.frontmatter.broken) return false;
  const names = new Set([...namesIn(base), ...namesIn(ours), ...namesIn(theirs), ...namesIn(merged)]);
  return [...names].every((name) => {
    const [before, mine, other] = [base, ours, theirs].map(({ frontmatter }) => frontmatter.get(name)?.value);
    const wanted = pickChanged(before, mine, other, sameValue);
    const value = merged.frontmatter.get(name)?.value;
    return wanted === undefined ? value !== undefined : sameValue(value, wanted.picked);
  });
}
