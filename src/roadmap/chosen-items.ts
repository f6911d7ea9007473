/** Which of a roadmap's items the filter leaves in, as far as that does not depend on gaps. */
import { findConnected } from './dependency-cycles.js';
import { foldText } from './folded-text.js';
import type { ItemSources } from './item-sources.js';
import { buildItemTest, type ItemTest, type RoadmapFilter } from './roadmap-filter.js';

export interface ChosenItems {
  readonly isChosen: ItemTest;
  /** The filter asks for what hangs together with an item that is not there: none is left in. */
  readonly isFocusUnknown: boolean;
}

export function chooseItems(sources: ItemSources, filter: RoadmapFilter | undefined): ChosenItems {
  if (filter === undefined) return { isChosen: () => true, isFocusUnknown: false };
  const passes = buildItemTest(filter, (index) => sources.foldedTexts[index] ?? '');
  if (filter.focus === undefined) return { isChosen: passes, isFocusUnknown: false };
  const focus = focusOf(filter.focus, sources);
  if (focus === undefined) return { isChosen: () => false, isFocusUnknown: true };
  const connected = findConnected(sources.before, focus);
  return { isChosen: (source, index) => connected.has(index) && passes(source, index), isFocusUnknown: false };
}

/** A path, with or without its end; where none is it, the first item of that title, in any case. */
function focusOf(wanted: string, { items, indexById }: ItemSources): number | undefined {
  const known = indexById.get(wanted) ?? indexById.get(`${wanted}.md`);
  if (known !== undefined) return known;
  const key = foldText(wanted);
  const named = items.findIndex(({ item }) => foldText(item.title) === key);
  return named === -1 ? undefined : named;
}
