/** The properties of one note as read: typed values by name, absent where the note says nothing usable. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { FuzzyDate } from '../playbook/fuzzy-date.js';
import type { NoteLink } from '../playbook/note.js';
import type { PropertyName } from './schema.js';

export type PropertyValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'date'; readonly date: CalendarDate }
  | { readonly type: 'fuzzy-date'; readonly date: FuzzyDate }
  | { readonly type: 'level'; readonly level: CommitmentLevel }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'links'; readonly links: readonly PropertyLink[] };

/** A link that stands in a property. */
export interface PropertyLink extends NoteLink {
  readonly property: string;
}

type ValueOfType<T extends PropertyValue['type']> = Extract<PropertyValue, { readonly type: T }>;

const NO_ITEMS: readonly string[] = [];
const NO_LINKS: readonly NoteLink[] = [];

/** Two lists rather than a map: a note has few properties, and thousands of small maps cost more than all else here. */
export class PropertyValues {
  readonly #names: string[] = [];
  readonly #values: PropertyValue[] = [];

  /** Of two values for a name the later counts. */
  add(name: string, value: PropertyValue): void {
    this.#names.push(name);
    this.#values.push(value);
  }

  text(name: PropertyName): string | undefined {
    return this.#get(name, 'text')?.text;
  }

  number(name: PropertyName): number | undefined {
    return this.#get(name, 'number')?.number;
  }

  checkbox(name: PropertyName): boolean | undefined {
    return this.#get(name, 'checkbox')?.checked;
  }

  date(name: PropertyName): CalendarDate | undefined {
    return this.#get(name, 'date')?.date;
  }

  fuzzyDate(name: PropertyName): FuzzyDate | undefined {
    return this.#get(name, 'fuzzy-date')?.date;
  }

  level(name: PropertyName): CommitmentLevel | undefined {
    return this.#get(name, 'level')?.level;
  }

  /** One of the choices, or undefined. */
  choice<T extends string>(name: PropertyName, choices: readonly T[]): T | undefined {
    const text = this.text(name);
    return choices.find((choice) => choice === text);
  }

  /** Empty when absent. */
  list(name: PropertyName): readonly string[] {
    return this.#get(name, 'list')?.items ?? NO_ITEMS;
  }

  /** Empty when absent. */
  links(name: PropertyName): readonly NoteLink[] {
    return this.#get(name, 'links')?.links ?? NO_LINKS;
  }

  #get<T extends PropertyValue['type']>(name: string, type: T): ValueOfType<T> | undefined {
    const at = this.#names.lastIndexOf(name);
    const value = at < 0 ? undefined : this.#values[at];
    return value !== undefined && isOfType(value, type) ? value : undefined;
  }
}

function isOfType<T extends PropertyValue['type']>(value: PropertyValue, type: T): value is ValueOfType<T> {
  return value.type === type;
}
