/**
 * What a person chose to see of the commitment map; the pane's state, and what a link may name. What cannot be read gives
 * way to the default.
 *
 * @example readCommitmentChoice({ unit: 'Freight, Crossings', as: 'table' }).units // ['Freight', 'Crossings']
 */
import { unitKey } from '../playbook/readiness.js';

export const MAP_FORMS = ['map', 'table'] as const;
export type MapForm = (typeof MAP_FORMS)[number];

/** `ceo`: the CEO first, then by path, as the table is written everywhere. */
export const MAP_ORDERS = ['ceo', 'unit', 'gap', 'influence'] as const;
export type MapOrder = (typeof MAP_ORDERS)[number];

export const MAP_PANELS = ['details', 'coalition'] as const;
export type MapPanel = (typeof MAP_PANELS)[number];

export interface CommitmentChoice {
  readonly form: MapForm;
  readonly order: MapOrder;
  /** Only executives of these units; all when empty. As they were written, each once. */
  readonly units: readonly string[];
  /** Every word has to be in a name, role or unit. */
  readonly text: string;
  /** Path of the executive who is selected. */
  readonly person: string | undefined;
  readonly panel: MapPanel | undefined;
  /** Lines of all peers, not only of the executive in focus. */
  readonly allPeers: boolean;
}

export const DEFAULT_COMMITMENT_CHOICE: CommitmentChoice = { form: 'map', order: 'ceo', units: [], text: '', person: undefined, panel: undefined, allPeers: false };

/** What a state or link may name. */
export const COMMITMENT_OPTIONS = ['as', 'order', 'unit', 'search', 'person', 'panel', 'peers'] as const;

/** OURS: more than any choice made by hand, so that a damaged state cannot slow the view down. */
const MOST_UNITS = 100;
const LONGEST = 500;

export function readCommitmentChoice(values: Readonly<Record<string, unknown>>): CommitmentChoice {
  const { as, order, unit, search, person, panel, peers } = values;
  return {
    form: MAP_FORMS.find((form) => form === as) ?? DEFAULT_COMMITMENT_CHOICE.form,
    order: MAP_ORDERS.find((known) => known === order) ?? DEFAULT_COMMITMENT_CHOICE.order,
    units: readUnits(unit),
    text: readText(search) ?? '',
    person: readText(person),
    panel: MAP_PANELS.find((known) => known === panel),
    allPeers: peers === true || peers === 'all' || peers === 'true',
  };
}

/** Only what differs from the default; read back by {@link readCommitmentChoice}. */
export function describeCommitmentChoice({ form, order, units, text, person, panel, allPeers }: CommitmentChoice): Record<string, unknown> {
  return {
    ...(form === DEFAULT_COMMITMENT_CHOICE.form ? {} : { as: form }),
    ...(order === DEFAULT_COMMITMENT_CHOICE.order ? {} : { order }),
    ...(units.length === 0 ? {} : { unit: [...units] }),
    ...(text === '' ? {} : { search: text }),
    ...(person === undefined ? {} : { person }),
    ...(panel === undefined ? {} : { panel }),
    ...(allPeers ? { peers: 'all' } : {}),
  };
}

/** With the unit when it was not among them, else without it. */
export function toggleUnit(units: readonly string[], unit: string): readonly string[] {
  const key = unitKey(unit);
  const others = units.filter((other) => unitKey(other) !== key);
  return others.length === units.length ? [...units, unit] : others;
}

/** A list, or one text with commas. */
function readUnits(value: unknown): readonly string[] {
  const written: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.slice(0, MOST_UNITS * LONGEST).split(',') : [];
  const units = new Map<string, string>();
  for (const each of written.slice(0, MOST_UNITS)) {
    const unit = readText(each)?.trim() ?? '';
    if (unit !== '' && !units.has(unitKey(unit))) units.set(unitKey(unit), unit);
  }
  return [...units.values()];
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined;
}
