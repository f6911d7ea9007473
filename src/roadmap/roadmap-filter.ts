/** Which items a roadmap shows. */
import { COMPETENCY_LABEL, type Competency } from '../playbook/competency.js';
import type { Ambition, Phase, WorkStatus } from '../playbook/note.js';
import { foldText } from './folded-text.js';
import type { ItemSource } from './roadmap-item.js';

/** An item is shown when it has one of the values of each list that is not empty, and all else that is asked. */
export interface RoadmapFilter {
  /** Every word stands in the item's title, path, sponsors, units or competencies, in any case, with or without accents. */
  readonly text: string;
  readonly kinds: readonly ('initiative' | 'pilot' | 'milestone')[];
  readonly competencies: readonly Competency[];
  readonly statuses: readonly WorkStatus[];
  readonly phases: readonly Phase[];
  readonly ambitions: readonly Ambition[];
  /** In any case, with or without accents. */
  readonly units: readonly string[];
  /** Names (titles) of executives, in any case, with or without accents. */
  readonly sponsors: readonly string[];
  /** Only items with days on which the recorded commitment is too low. */
  readonly gapsOnly: boolean;
  /** Path or title of an item: it, what it waits for and what waits for it, and nothing else. */
  readonly focus: string | undefined;
}

export const NO_FILTER: RoadmapFilter = {
  text: '',
  kinds: [],
  competencies: [],
  statuses: [],
  phases: [],
  ambitions: [],
  units: [],
  sponsors: [],
  gapsOnly: false,
  focus: undefined,
};

/** Whether an item, and its number, is left in. */
export type ItemTest = (source: ItemSource, index: number) => boolean;

/**
 * All that the filter asks, but for gaps and the focus: those need the days and the other items. `foldedTextOf` gives
 * the {@link searchedText} of an item by its number.
 */
export function buildItemTest(filter: RoadmapFilter, foldedTextOf: (index: number) => string): ItemTest {
  const words = foldText(filter.text).split(/\s+/).filter((word) => word !== '');
  const tests = [
    oneOf(filter.kinds, ({ item }) => item.kind),
    oneOf(filter.statuses, ({ item }) => item.status),
    oneOf(filter.phases, ({ item }) => item.phase),
    oneOf(filter.ambitions, ({ item }) => item.ambition),
    anyOf(filter.competencies, ({ item }) => item.competencies),
    anyOf(filter.units, ({ item }) => item.units),
    anyOf(filter.sponsors, ({ item }) => item.sponsors.map(({ name }) => name)),
    words.length === 0 ? undefined : (_: ItemSource, index: number) => words.every((word) => foldedTextOf(index).includes(word)),
  ].filter((test) => test !== undefined);
  return (source, index) => tests.every((test) => test(source, index));
}

/** Title, path, sponsors, units and competencies, folded. */
export function searchedText({ item: { title, id, sponsors, units, competencies } }: ItemSource): string {
  let text = `${title}\n${id}`;
  for (const { name } of sponsors) text += `\n${name}`;
  for (const unit of units) text += `\n${unit}`;
  for (const competency of competencies) text += `\n${competency}\n${COMPETENCY_LABEL[competency]}`;
  return foldText(text);
}

function oneOf<Value extends string>(wanted: readonly Value[], valueOf: (source: ItemSource) => Value | undefined): ItemTest | undefined {
  if (wanted.length === 0) return undefined;
  return (source) => {
    const value = valueOf(source);
    return value !== undefined && wanted.includes(value);
  };
}

function anyOf(wanted: readonly string[], valuesOf: (source: ItemSource) => readonly string[]): ItemTest | undefined {
  if (wanted.length === 0) return undefined;
  const folded = new Set(wanted.map(foldText));
  return (source) => valuesOf(source).some((value) => folded.has(foldText(value)));
}
