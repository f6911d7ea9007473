/**
 * What the value of a property becomes when two people changed it: lists as three-way sets, days on which a note was
 * touched as the later one, everything else only when one side changed it or both did the same.
 *
 * @example mergeValues('lever', ['roi'], ['roi', 'risk'], ['fame', 'roi']) // { value: ['roi', 'risk', 'fame'] }
 * @example mergeValues('commitment', 'passive', 'supporter', 'toe-dipper') // undefined: a person decides
 */
import { sameValue } from '../markdown/same-value.js';
import { bareName, saysWhenTouched } from '../notes/touched-properties.js';
import { pickChanged } from './merge-text.js';

/** Of two days of the last conversation the later is true, by what the word means. */
const LAST_CONTACT = 'lastcontact';

/** Properties that have one value, whatever their shape: a list on one side is a mistake and not a set. */
const ONE_VALUE: ReadonlySet<string> = new Set(['commitment', 'needed_commitment', 'assessed', 'type']);

export interface MergedValue {
  readonly value: unknown;
  /** Each item of the value comes from one side, so its list is put together item by item. */
  readonly isSet: boolean;
}

/** Undefined when the sides do not go together. `base` is undefined where both added the property. */
export function mergeValues(name: string, base: unknown, ours: unknown, theirs: unknown): MergedValue | undefined {
  const changed = pickChanged(base, ours, theirs, sameValue);
  if (changed !== undefined) return { value: changed.picked, isSet: false };
  if (saysWhenTouched(name) || bareName(name) === LAST_CONTACT) return laterOf(ours, theirs);
  return ONE_VALUE.has(name) ? undefined : mergeSets(base, ours, theirs);
}

/** The later of two days or moments that are written in the same way. */
export function laterOf(ours: unknown, theirs: unknown): MergedValue | undefined {
  const [a, b] = [momentOf(ours), momentOf(theirs)];
  if (a === undefined || b === undefined || a.form !== b.form) return undefined;
  return { value: a.order >= b.order ? ours : theirs, isSet: false };
}

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(?: ?(Z|[-+]\d{2}:?\d{2}))?)?$/;

/** `form` is the same for what can be compared: days with days, local times with local times, moments with moments. */
function momentOf(value: unknown): { readonly form: string; readonly order: number } | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { form: 'number', order: value } : undefined;
  const match = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone] = match;
  const seconds = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second)) / 1000 + Number(fraction);
  if (hour === undefined) return { form: 'day', order: seconds };
  return zone === undefined ? { form: 'local', order: seconds } : { form: 'zoned', order: seconds - offsetSeconds(zone) };
}

function offsetSeconds(zone: string): number {
  const [, sign, hours, minutes] = /^([-+])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** Ours in its order without what theirs removed, then what theirs added. At least one side is a list. */
function mergeSets(base: unknown, ours: unknown, theirs: unknown): MergedValue | undefined {
  if (!Array.isArray(ours) && !Array.isArray(theirs)) return undefined;
  const [before, mine, other] = [itemsOf(base), itemsOf(ours), itemsOf(theirs)];
  if (before === undefined || mine === undefined || other === undefined) return undefined;
  const has = (items: readonly unknown[], item: unknown): boolean => items.some((another) => Object.is(another, item));
  const kept = mine.filter((item) => has(other, item) || !has(before, item));
  const added = other.filter((item) => !has(before, item) && !has(mine, item));
  return { value: [...kept, ...added], isSet: true };
}

/** A single value counts as a list of one, but text with commas may be several to its reader. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.every(isItem) ? value : undefined;
  return isItem(value) && !(typeof value === 'string' && value.includes(',')) ? [value] : undefined;
}

function isItem(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
}
