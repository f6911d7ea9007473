/**
 * Choices of the roadmap as they are kept in the plugin's data, each under a name. What comes from disk is unknown: what
 * is no such choice is left out, and what is too much is cut, so that a damaged file cannot slow the plugin down.
 */

/** What a choice is written as; read back by the roadmap's own reader, which checks each value. */
export interface KeptView {
  readonly name: string;
  readonly choice: Readonly<Record<string, unknown>>;
}

export const NO_KEPT_VIEWS: readonly KeptView[] = [];

/** OURS: more than a person tells apart in a menu. */
export const MOST_VIEWS = 50;
/** OURS: a line of a menu. */
export const LONGEST_VIEW_NAME = 80;
/** OURS: longer than any choice made by hand. A list holds at most as many entries. */
const LONGEST_VALUE = 1000;
const MOST_VALUES = 40;

export function readKeptViews(value: unknown): readonly KeptView[] {
  if (!Array.isArray(value)) return NO_KEPT_VIEWS;
  const views = new Map<string, KeptView>();
  for (const each of value.slice(0, MOST_VIEWS) as readonly unknown[]) {
    if (typeof each !== 'object' || each === null || !('name' in each) || !('choice' in each)) continue;
    const name = viewName(each.name);
    if (name !== '' && !views.has(name)) views.set(name, { name, choice: readChoiceValues(each.choice) });
  }
  return views.size === 0 ? NO_KEPT_VIEWS : [...views.values()];
}

/** A name without space round it, cut where it is too long; empty for what is no name. */
export function viewName(name: unknown): string {
  return typeof name === 'string' ? [...name.replace(/\s+/gu, ' ').trim()].slice(0, LONGEST_VIEW_NAME).join('') : '';
}

function readChoiceValues(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).slice(0, MOST_VALUES).filter(([, each]) => isChoiceValue(each)));
}

function isChoiceValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= LONGEST_VALUE && value.every(isScalar);
  return isScalar(value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= LONGEST_VALUE);
}
