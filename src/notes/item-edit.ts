/**
 * What the roadmap changes of an item, as edits of its note: dates, what it waits for, the value its lane stands for,
 * status and the like. Every other byte stays, links are written as the shortest quoted wikilink that leads there, and the
 * same change made twice is made once.
 *
 * Where a note needs the full YAML reader it must be loaded, see markdown/frontmatter.ts.
 *
 * @example changeItem(text, { path, end: '2027-Q2', addPredecessors: ['Initiatives/Purse.md'] }, { playbook, properties: PLAYBOOK_PROPERTIES })
 */
import { readFrontmatter } from '../markdown/frontmatter.js';
import type { TextEdit } from '../markdown/text-edit.js';
import type { TextRange } from '../markdown/text-range.js';
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import type { Playbook } from '../playbook/playbook.js';
import { ItemDraft, linkedPath, type DraftTrouble } from './item-draft.js';
import { setLane, type LaneEdit } from './item-lane.js';
import { noLink, reasonAgainst } from './item-values.js';
import { shortestLink } from './link-text.js';
import { roleOf, type RoadmapProperties } from './roadmap-properties.js';

export { PLAYBOOK_PROPERTIES, type RoadmapProperties } from './roadmap-properties.js';

/** What is absent stays. Null takes the value away; the property's name stays, with what is remarked beside it. */
export interface ItemEdit {
  /** Path of the note, from which its links are read. */
  readonly path: string;
  readonly start?: string | null;
  readonly end?: string | null;
  /** The dates that the change was planned from; the note is left as it is when it has others by now. One that is not named is not looked at. */
  readonly was?: { readonly start?: string | undefined; readonly end?: string | undefined };
  /** Paths. */
  readonly addPredecessors?: readonly string[];
  readonly removePredecessors?: readonly string[];
  readonly lane?: LaneEdit;
  /** By the playbook's name for a property that the roadmap reads, else by the note's. */
  readonly properties?: Readonly<Record<string, string | number | null>>;
}

export interface ItemEditContext {
  /** Leads from links to notes and back. */
  readonly playbook: Playbook;
  readonly properties: RoadmapProperties;
}

/** The new text, and how it comes from the old one in as few bytes as can be; or what stands in the way and where. */
export type ItemEditResult =
  | { readonly ok: true; readonly text: string; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly problem: TextRange & { readonly message: string } };

export function changeItem(text: string, edit: ItemEdit, context: ItemEditContext): ItemEditResult {
  const frontmatter = readFrontmatter(text);
  const [problem] = frontmatter.problems;
  if (frontmatter.broken && problem !== undefined) return { ok: false, problem };
  const { properties } = context;
  const draft = new ItemDraft(text);
  const steps = [
    () => (edit.was === undefined ? undefined : checkDates(draft, edit, edit.was, properties)),
    () => setDate(draft, properties.start, edit.start),
    () => setDate(draft, properties.end, edit.end),
    () => (edit.lane === undefined ? undefined : setLane(draft, edit.path, edit.lane, context)),
    () => setPredecessors(draft, edit, context),
    ...Object.entries(edit.properties ?? {}).map(([name, value]) => () => setValue(draft, name, value, properties)),
  ];
  for (const step of steps) {
    const trouble = step();
    if (trouble !== undefined) return { ok: false, problem: draft.problemAt(trouble) };
  }
  return { ok: true, text: draft.text, edits: draft.edits() };
}

/** A date that is neither the one planned from nor the one to be written was changed meanwhile. */
function checkDates(draft: ItemDraft, edit: ItemEdit, was: NonNullable<ItemEdit['was']>, properties: RoadmapProperties): DraftTrouble | undefined {
  for (const edge of ['start', 'end'] as const) {
    if (!(edge in was)) continue;
    const name = properties[edge];
    const now = dateOf(draft.scalarText(name));
    const wanted = edit[edge];
    if (now !== was[edge] && (wanted === undefined || now !== (wanted ?? undefined))) {
      return { name, message: `"${name}" was changed meanwhile (${now ?? 'it has no date now'}). Look at the new dates, then try again.` };
    }
  }
  return undefined;
}

/** As the reader of notes has it: without the time of day, undefined for what is no date. */
function dateOf(written: string | undefined): string | undefined {
  const day = written?.replace(TIME_OF_DAY, '');
  return day !== undefined && parseFuzzyDate(day) !== undefined ? day : undefined;
}

/** The app writes it into date properties on request. */
const TIME_OF_DAY = /[T ]\d{2}:\d{2}.*$/s;

function setDate(draft: ItemDraft, name: string, date: string | null | undefined): DraftTrouble | undefined {
  if (date === undefined) return undefined;
  const written = draft.scalarText(name);
  if (date === null) return draft.setScalar(name, null);
  const wanted = parseFuzzyDate(date);
  if (wanted === undefined) return { name, message: `"${date}" is no date. Write a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027.` };
  if (written !== undefined && dateOf(written) === date) return undefined;
  const time = wanted.precision === 'day' ? (TIME_OF_DAY.exec(written ?? '')?.[0] ?? '') : '';
  return draft.setScalar(name, `${date}${time}`);
}

function setPredecessors(draft: ItemDraft, { path, addPredecessors = [], removePredecessors = [] }: ItemEdit, { playbook, properties }: ItemEditContext): DraftTrouble | undefined {
  if (addPredecessors.length === 0 && removePredecessors.length === 0) return undefined;
  const name = properties.dependsOn;
  const items = draft.list(name);
  if ('message' in items) return items;
  const after: string[] = [];
  const known = new Set<string>();
  for (const item of items.texts) {
    const target = linkedPath(item, path, playbook);
    if (target !== undefined && removePredecessors.includes(target)) continue;
    if (target !== undefined) known.add(target);
    after.push(item);
  }
  for (const target of new Set(addPredecessors)) {
    if (known.has(target) || removePredecessors.includes(target)) continue;
    const link = shortestLink(target, path, playbook);
    if (link === undefined) return { name, message: noLink(target) };
    after.push(link);
  }
  return draft.setList(name, after);
}

function setValue(draft: ItemDraft, given: string, value: string | number | null, properties: RoadmapProperties): DraftTrouble | undefined {
  const role = roleOf(given);
  const name = role === undefined ? given : properties[role];
  if (value === null) return draft.setScalar(name, null);
  const message = reasonAgainst(given, value);
  if (message !== undefined) return { name, message };
  return draft.setScalar(name, value);
}
