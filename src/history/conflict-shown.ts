/** What a side of a conflict says, as a person reads it: levels, days, lists and links instead of YAML. */
import type { Property } from '../markdown/property.js';
import { parseWikilink } from '../markdown/wikilink.js';
import { propertyDefinition } from '../notes/schema.js';
import { parseCommitmentLevel, type CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCY_LABEL, parseCompetency } from '../playbook/competency.js';
import { titleOfPath } from '../playbook/link-index.js';

/** An item of a list; `only`: the other side has it not, and it is not known who added or removed it. */
export interface ShownItem {
  readonly text: string;
  readonly mark: 'same' | 'only' | 'added' | 'removed';
}

export type ShownSide =
  /** There is no such property, or no such text. */
  | { readonly kind: 'absent' }
  /** The property is there, without a value. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** Without its day where none is written; null where none goes with such a level. */
  | { readonly kind: 'level'; readonly level: CommitmentLevel; readonly day: string | undefined | null }
  | { readonly kind: 'list'; readonly items: readonly ShownItem[] }
  /** Lines of the note as they are written. */
  | { readonly kind: 'lines'; readonly text: string };

const ABSENT: ShownSide = { kind: 'absent' };

export function shownLines(text: string): ShownSide {
  return text === '' ? ABSENT : { kind: 'lines', text };
}

/** A property's value. `other` is the other side's, `base` that of the common ancestor; null where it is known to have none. */
export function shownProperty(property: Property | undefined, other: Property | undefined, base: Property | null | undefined): ShownSide {
  if (property === undefined) return ABSENT;
  const { name, value } = property;
  const isList = [property, other, base].some((each) => Array.isArray(each?.value));
  if (isList) {
    const own = itemsOf(value);
    const others = base === undefined ? itemsOf(other?.value) : itemsOf(base?.value);
    const kept = own.map((item): ShownItem => ({ text: shownItem(name, item), mark: others.includes(item) ? 'same' : base === undefined ? 'only' : 'added' }));
    const removed = base === undefined ? [] : others.filter((item) => !own.includes(item)).map((item): ShownItem => ({ text: shownItem(name, item), mark: 'removed' }));
    const items = [...kept, ...removed];
    return items.length === 0 ? { kind: 'empty' } : { kind: 'list', items };
  }
  const text = scalarText(value);
  const level = propertyDefinition(name)?.type === 'level' ? parseCommitmentLevel(text) : undefined;
  if (level !== undefined) return { kind: 'level', level, day: null };
  return text === '' ? { kind: 'empty' } : { kind: 'text', text: shownItem(name, text) };
}

/** The level with its day. What is no level is shown as it is written. */
export function shownLevel(level: Property | undefined, day: Property | undefined): ShownSide {
  const known = typeof level?.value === 'string' ? parseCommitmentLevel(level.value) : undefined;
  if (known === undefined) return shownProperty(level, undefined, undefined);
  const text = scalarText(day?.value);
  return { kind: 'level', level: known, day: text === '' ? undefined : text };
}

/** The items of a list; a value that is no list counts as its only item, and nothing as none. */
export function itemsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map(scalarText).filter((text) => text !== '');
}

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}

function shownItem(name: string, text: string): string {
  const link = parseWikilink(text.trim());
  if (link !== undefined) return link.label ?? titleOfPath(link.target);
  const competency = propertyDefinition(name)?.type === 'competencies' ? parseCompetency(text) : undefined;
  return competency === undefined ? text : COMPETENCY_LABEL[competency];
}
