/**
 * What a person has to choose in a note with conflict markers, in the words of the playbook: one choice per property that
 * differs, a level together with its day, and one per stretch of text with the section it stands in. What both sides say
 * alike is no choice.
 *
 * @example
 * const reading = await readConflictChoices(text);
 * const chosen = new Map(reading.choices.map(({ key }) => [key, 'theirs'] as const));
 * resolveConflicts(reading, chosen).text // the whole text as their side has it
 */
import { readConflicts, type Conflict } from '../markdown/conflict-markers.js';
import { loadYamlReader } from '../markdown/frontmatter.js';
import { HeadingPaths } from '../markdown/heading-paths.js';
import { scanOutline } from '../markdown/outline.js';
import type { Property } from '../markdown/property.js';
import { buildLineIndex, type TextRange } from '../markdown/text-range.js';
import { lineEndAt, lineStartAt } from '../markdown/text-lines.js';
import { bothTexts } from './conflict-both.js';
import { isWholeConflict, splitConflicts, type ConflictPart, type ConflictParts } from './conflict-parts.js';
import { COMMENTS, keyPieces, type KeyPiece } from './conflict-pieces.js';
import { propertyRegions, saySame, type SidePieces } from './conflict-properties.js';
import { shownLevel, shownLines, shownProperty, type ShownSide } from './conflict-shown.js';
import type { ConflictOption, ConflictRegion, ConflictSlot, PropertySlot } from './conflict-slots.js';
import { suggestForProperties, suggestForText, type Suggestion } from './conflict-suggestion.js';

export type ChoiceSubject =
  | { readonly kind: 'level' }
  | { readonly kind: 'property'; readonly name: string }
  /** The same properties, written differently; or the lines around them. */
  | { readonly kind: 'manner' }
  /** Comments above the properties. */
  | { readonly kind: 'comments' }
  /** A part that cannot be read as properties, with what is wrong on either side, as far as that is known. */
  | { readonly kind: 'unread'; readonly ours: string | undefined; readonly theirs: string | undefined }
  /** Headings above, outermost first. In code the markers may be an example that is meant to stay. */
  | { readonly kind: 'text'; readonly path: readonly string[]; readonly inCode: boolean };

export interface ConflictChoice {
  /** The same as long as the two sides are, wherever in the note they stand. */
  readonly key: string;
  readonly subject: ChoiceSubject;
  /** In the text with markers: where to look at it. */
  readonly from: number;
  /** What the markers say of the sides; may be empty. */
  readonly oursLabel: string;
  readonly theirsLabel: string;
  readonly ours: ShownSide;
  readonly theirs: ShownSide;
  /** What was there before; undefined where that is not known. */
  readonly base: ShownSide | undefined;
  readonly options: readonly ConflictOption[];
  /** What both means: the items of both lists, dated lines by their days, or one behind the other. */
  readonly bothBy: 'items' | 'days' | 'order' | undefined;
  readonly suggestion: Suggestion | undefined;
  readonly slots: readonly ConflictSlot[];
}

/** A line that looks like a marker and belongs to no whole conflict. */
export interface StrayMarker extends TextRange {
  readonly line: number;
  readonly text: string;
}

export interface ConflictReading {
  readonly text: string;
  readonly choices: readonly ConflictChoice[];
  readonly strays: readonly StrayMarker[];
  readonly regions: readonly ConflictRegion[];
  /** Both sides' properties can be read: then so can those of the result. */
  readonly isReadable: boolean;
}

/** Never rejects. Without conflicts there is nothing to choose. */
export async function readConflictChoices(text: string): Promise<ConflictReading> {
  const { conflicts, strays } = readConflicts(text);
  const lines = buildLineIndex(text);
  const stray = strays.map(({ from, to }) => ({ from, to, line: lines.position(from).line, text: text.slice(from, to) }));
  if (conflicts.length === 0) return { text, choices: [], strays: stray, regions: [], isReadable: false };
  await loadYamlReader();
  return { text, strays: stray, ...buildChoices(text, splitConflicts(text, conflicts)) };
}

function buildChoices(text: string, split: ConflictParts): Pick<ConflictReading, 'choices' | 'regions' | 'isReadable'> {
  const inProperties = split.parts.filter(({ zone }) => zone === 'properties');
  const ours = keyPieces(split.ours);
  const theirs = keyPieces(split.theirs);
  const base = split.base === undefined ? undefined : keyPieces(split.base);
  const pieces: SidePieces | undefined = ours.ok && theirs.ok ? { ours: ours.pieces, theirs: theirs.pieces, base: base?.ok === true ? base.pieces : undefined } : undefined;
  const isClear = split.parts.every(({ zone }) => zone !== 'unclear');
  const readable = pieces === undefined || !isClear ? undefined : propertyRegions(split, inProperties, pieces);
  const others = split.parts.filter(({ zone }) => zone !== 'properties' || readable === undefined);
  const regions = [...(readable ?? []).map(withOneSlotAtLeast), ...others.map((part) => textRegion(text, split, part))].sort((a, b) => a.from - b.from || a.to - b.to || a.oursFrom - b.oursFrom);
  const unread: ChoiceSubject = { kind: 'unread', ours: ours.ok ? undefined : ours.reason, theirs: theirs.ok ? undefined : theirs.reason };
  return { choices: choicesOf(split, pieces, regions, unread), regions, isReadable: readable !== undefined };
}

/** Properties that say the same on both sides, written differently, are chosen as a whole. */
function withOneSlotAtLeast(region: ConflictRegion): ConflictRegion {
  const { ours, theirs, slots } = region;
  return slots.some(({ agreed }) => !agreed) ? region : { ...region, slots: [{ ours, theirs, base: undefined, both: undefined, piece: undefined, agreed: ours === theirs }] };
}

function textRegion(text: string, split: ConflictParts, part: ConflictPart): ConflictRegion {
  const { conflict, zone, from, to } = part;
  const ours = split.ours.text.slice(part.ours.from, part.ours.to);
  const theirs = split.theirs.text.slice(part.theirs.from, part.theirs.to);
  const isWhole = isWholeConflict(part);
  const base = isWhole && conflict.base !== undefined ? text.slice(conflict.base.from, conflict.base.to) : undefined;
  const both = zone === 'body' ? bothTexts(ours, theirs, { before: lineBefore(text, conflict), after: lineBehind(text, conflict) }) : undefined;
  return { from, to, zone: zone === 'properties' ? 'unclear' : zone, conflict, isWhole, ours, theirs, oursFrom: part.ours.from, theirsFrom: part.theirs.from, slots: [{ ours, theirs, base, both, piece: undefined, agreed: ours === theirs }] };
}

function lineBefore(text: string, { from }: Conflict): string {
  return text.slice(lineStartAt(text, Math.max(0, from - (text.slice(from - 2, from) === '\r\n' ? 2 : 1))), from);
}

function lineBehind(text: string, { to }: Conflict): string {
  return text.slice(to, lineEndAt(text, to));
}

/** In the order of the regions. A property that moved between two of them is one choice, and so are a level and its day. */
function choicesOf(split: ConflictParts, pieces: SidePieces | undefined, regions: readonly ConflictRegion[], unread: ChoiceSubject): readonly ConflictChoice[] {
  const asked = regions.flatMap((region) => region.slots.filter(({ agreed }) => !agreed).map((slot) => ({ region, slot })));
  const isLevelAsked = asked.some(({ slot }) => slot.piece?.name === 'commitment');
  const nameOf = ({ piece }: ConflictSlot): string | undefined => (piece?.name === 'assessed' && isLevelAsked ? 'commitment' : piece?.name);
  const places = new TextPlaces(split);
  const keys = new Map<string, number>();
  const seen = new Set<string>();
  const choices: ConflictChoice[] = [];
  for (const { region, slot } of asked) {
    const name = nameOf(slot);
    if (name !== undefined && seen.has(name)) continue;
    if (name !== undefined) seen.add(name);
    const slots = name === undefined ? [slot] : asked.flatMap((other) => (nameOf(other.slot) === name ? [other.slot] : []));
    const said = name === undefined || pieces === undefined ? saidOfText(region, slot, places, unread) : saidOfProperty(name, slots, pieces);
    const { conflict } = region;
    const words = JSON.stringify([name ?? said.subject.kind, ...slots.flatMap(({ ours, theirs }) => [ours, theirs])]);
    const before = keys.get(words) ?? 0;
    keys.set(words, before + 1);
    const both = slots.length === 1 ? slot.both : undefined;
    const options: readonly ConflictOption[] = [
      'ours', 'theirs',
      ...(both === undefined ? [] : ['both' as const]),
      ...(both?.reversed === undefined ? [] : ['both-reversed' as const]),
      ...(said.subject.kind === 'text' && said.subject.inCode ? ['leave' as const] : []),
    ];
    choices.push({ key: `${before} ${words}`, from: Math.min(region.from, conflict.from), oursLabel: conflict.oursLabel, theirsLabel: conflict.theirsLabel, options, bothBy: both?.by, slots, ...said });
  }
  return choices;
}

type Said = Pick<ConflictChoice, 'subject' | 'ours' | 'theirs' | 'base' | 'suggestion'>;

function saidOfText(region: ConflictRegion, slot: ConflictSlot, places: TextPlaces, unread: ChoiceSubject): Said {
  const { ours, theirs, base, both } = slot;
  const shown = { ours: shownLines(ours), theirs: shownLines(theirs), base: base === undefined ? undefined : shownLines(base) };
  if (region.zone === 'unclear') return { ...shown, subject: unread, suggestion: undefined };
  if (region.zone === 'body') return { ...shown, subject: places.of(region), suggestion: suggestForText(ours, theirs, base, both) };
  return { ...shown, subject: { kind: 'manner' }, suggestion: { option: 'ours', reason: 'same' } };
}

function saidOfProperty(name: string, slots: readonly ConflictSlot[], pieces: SidePieces): Said {
  const own = joined(slots);
  if (name === COMMENTS) {
    const [slot] = slots;
    return { subject: { kind: 'comments' }, suggestion: undefined, ours: shownLines(slot?.ours ?? ''), theirs: shownLines(slot?.theirs ?? ''), base: slot?.base === undefined ? undefined : shownLines(slot.base) };
  }
  const subject: ChoiceSubject = name === 'commitment' ? { kind: 'level' } : { kind: 'property', name };
  const suggestion = suggestForProperties(own, slots.length === 1 && slots[0]?.both !== undefined);
  const [main] = own.filter((piece) => piece.name === name);
  if (main === undefined) throw new Error(`Property "${name}" is chosen and has no slot.`);
  const { ours, theirs, base } = main;
  if (name === 'commitment') {
    const dayIn = (side: readonly KeyPiece[] | undefined): Property | undefined => side?.find((piece) => piece.name === 'assessed')?.property;
    return { subject, suggestion, ours: shownLevel(ours?.property, dayIn(pieces.ours)), theirs: shownLevel(theirs?.property, dayIn(pieces.theirs)), base: base === undefined ? undefined : shownLevel(base?.property, dayIn(pieces.base)) };
  }
  if (saySame(main)) {
    // Comments beside it differ.
    const [slot] = slots;
    return { subject, suggestion: undefined, ours: shownLines(slot?.ours ?? ''), theirs: shownLines(slot?.theirs ?? ''), base: undefined };
  }
  const before = base === null ? null : base?.property;
  return { subject, suggestion, ours: shownProperty(ours?.property, theirs?.property, before), theirs: shownProperty(theirs?.property, ours?.property, before), base: base === undefined ? undefined : shownProperty(base?.property, undefined, base?.property) };
}

/** One per name: a property that moved stands in two slots, with one side each. */
function joined(slots: readonly ConflictSlot[]): readonly PropertySlot[] {
  const byName = new Map<string, PropertySlot>();
  for (const { piece } of slots) {
    if (piece === undefined) continue;
    const known = byName.get(piece.name);
    byName.set(piece.name, known === undefined ? piece : { ...piece, ours: known.ours ?? piece.ours, theirs: known.theirs ?? piece.theirs });
  }
  return [...byName.values()];
}

/** Where in a note's text a conflict stands. */
class TextPlaces {
  readonly #ours: HeadingPaths;
  readonly #theirs: HeadingPaths;
  readonly #code: readonly TextRange[];

  constructor({ ours, theirs }: ConflictParts) {
    this.#ours = new HeadingPaths(ours.text);
    this.#theirs = new HeadingPaths(theirs.text);
    this.#code = scanOutline(ours.text).opaque;
  }

  /** Only the headings that are above it on both sides: it may begin with one. */
  of({ ours, oursFrom, theirsFrom }: ConflictRegion): ChoiceSubject {
    const other = this.#theirs.at(theirsFrom);
    const path = this.#ours.at(oursFrom);
    const differs = path.findIndex((heading, index) => heading !== other[index]);
    const inCode = this.#code.some(({ from, to }) => from < oursFrom && to > oursFrom + ours.length);
    return { kind: 'text', path: differs < 0 ? path : path.slice(0, differs), inCode };
  }
}
