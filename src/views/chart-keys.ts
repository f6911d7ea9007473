/**
 * The chart's keys, all that a pointer can do and more. Keys that the app has for itself everywhere (with Ctrl or Cmd)
 * are left to it, but for the few that the chart is known by. The table of them is chart-keys-table.ts.
 */
import { ItemIndex } from '../roadmap/item-index.js';
import type { MoveEdge } from '../roadmap/roadmap-change.js';
import type { ChartGathering } from './chart-gathering.js';
import type { ChartLinking } from './chart-linking.js';
import { isControl, isLaneToggle } from './chart-marks.js';
import { idsOfLane, neighbourOf, type Step } from './chart-navigation.js';
import { newItem } from './chart-new-item.js';
import type { ChartPointer } from './chart-pointer.js';
import { newestLayout, runsFromRight, type ChartStage } from './chart-stage.js';
import type { ChartWriting } from './chart-writing.js';
import { WORDS } from './words/words.js';

export interface ChartParts {
  readonly stage: ChartStage;
  readonly writing: ChartWriting;
  readonly gathering: ChartGathering;
  readonly linking: ChartLinking;
  readonly pointer: ChartPointer;
  /** Opens the menu of what is in hand; the system's own, which the same key may ask for, is not wanted then. */
  menuByKey(): void;
}

/** False when the key is none of the chart's: it goes on to whoever is next. */
export function pressKey(event: KeyboardEvent, parts: ChartParts): boolean {
  if (event.defaultPrevented || event.isComposing || parts.pointer.isDragging) return false;
  // The button of a lane has no use for the view's keys.
  if (isControl(event.target)) return isLaneToggle(event.target) && !event.altKey && viewKey(event, parts);
  return arrowKey(event, parts) || (event.altKey && !isAltGraph(event) ? false : (jumpKey(event, parts) || itemKey(event, parts) || viewKey(event, parts)));
}

function arrowKey(event: KeyboardEvent, parts: ChartParts): boolean {
  const { key, altKey, shiftKey } = event;
  const root = parts.stage.now().root.current;
  if (root === null) return false;
  const isLeft = key === 'ArrowLeft';
  const isAlong = isLeft || key === 'ArrowRight';
  if (!isAlong && key !== 'ArrowUp' && key !== 'ArrowDown') return false;
  const isLater = isLeft === runsFromRight(root);
  const isMod = event.ctrlKey || event.metaKey;
  if (altKey) {
    if (!isAlong || (isMod && shiftKey)) return false;
    const edge: MoveEdge = isMod ? 'start' : shiftKey ? 'end' : 'both';
    parts.gathering.step(edge, isLater ? 1 : -1);
    return true;
  }
  if (isMod) return false;
  go(isAlong ? (isLater ? 'next' : 'previous') : key === 'ArrowDown' ? 'below' : 'above', parts, shiftKey);
  return true;
}

function go(step: Step, { stage, gathering }: ChartParts, isExtending = false): void {
  gathering.flush();
  const { chart, focusId, selection, onFocus, onSelect } = stage.now();
  const to = neighbourOf(chart, focusId, step);
  if (to === undefined) return;
  if (isExtending && focusId !== undefined) {
    const next = new Set(selection);
    // Back over what was just selected takes it out again.
    if (to !== focusId && selection.has(to) && selection.has(focusId)) next.delete(focusId);
    else next.add(focusId).add(to);
    onSelect(next);
    stage.say(`${WORDS.roadmapKeys.selected(next.size)}.`);
  }
  if (to !== focusId) onFocus(to);
}

function jumpKey(event: KeyboardEvent, parts: ChartParts): boolean {
  const isMod = event.ctrlKey || event.metaKey;
  const steps: Readonly<Record<string, Step>> = {
    Home: isMod ? 'chart-start' : 'row-start',
    End: isMod ? 'chart-end' : 'row-end',
    PageUp: 'lane-above',
    PageDown: 'lane-below',
  };
  const step = steps[event.key];
  if (step === undefined || event.shiftKey || (isMod && step.startsWith('lane'))) return false;
  go(step, parts);
  return true;
}

function itemKey(event: KeyboardEvent, parts: ChartParts): boolean {
  const { stage, writing, gathering, linking } = parts;
  const { focusId, host, selection, onSelect } = stage.now();
  const isMod = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'Escape') return escape(parts);
  if (isMod && key === 'a') return selectAll(parts);
  if (isMod && key === 'z') return undoOrRedo(event.shiftKey, parts);
  if (key === 'Enter') {
    gathering.flush();
    if (focusId === undefined) return false;
    if (linking.isOn) linking.choose(focusId);
    else host.open(focusId, { newTab: isMod });
    return true;
  }
  if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) {
    gathering.flush();
    parts.menuByKey();
    return true;
  }
  if (isMod) return false;
  const layout = newestLayout(stage.now());
  const item = focusId === undefined ? undefined : ItemIndex.of(layout).get(focusId);
  const acts: Readonly<Record<string, () => void>> = {
    ' ': () => {
      if (focusId === undefined) return;
      const next = new Set(selection);
      if (!next.delete(focusId)) next.add(focusId);
      onSelect(next);
      stage.say(`${WORDS.roadmapKeys.selected(next.size)}.`);
    },
    l: () => focusId !== undefined && linking.choose(focusId),
    d: () => writing.afterwards(() => writing.shiftLate()),
    e: () => item !== undefined && writing.actions()?.edit(item.item),
    n: () => writing.actions()?.create(newItem(layout, item?.laneId, undefined)),
  };
  const act = acts[key];
  if (act === undefined || event.shiftKey) return false;
  gathering.flush();
  act();
  return true;
}

function viewKey(event: KeyboardEvent, { stage, gathering }: ChartParts): boolean {
  const { view } = stage.now();
  if ((event.ctrlKey || event.metaKey) && !isAltGraph(event)) return false;
  // By what is written, not by which key: brackets and signs stand elsewhere on other keyboards.
  const acts: Readonly<Record<string, () => void>> = {
    '+': () => view.zoomBy(1),
    '=': () => view.zoomBy(1),
    '-': () => view.zoomBy(-1),
    _: () => view.zoomBy(-1),
    '0': () => view.fit(),
    t: () => view.today(),
    '[': () => view.phase(-1),
    ']': () => view.phase(1),
    g: () => view.groupNext(),
    '?': () => view.help(),
  };
  const act = acts[event.key.toLowerCase()];
  if (act === undefined) return false;
  gathering.flush();
  act();
  return true;
}

function escape({ stage, gathering, linking }: ChartParts): boolean {
  if (gathering.cancel() || linking.end()) return true;
  const { selection, onSelect } = stage.now();
  if (selection.size === 0) return false;
  onSelect(new Set());
  stage.say(WORDS.roadmapKeys.nothingSelected);
  return true;
}

/** The lane first; what is more than it, all of the chart. */
function selectAll({ stage, gathering }: ChartParts): boolean {
  gathering.flush();
  const { chart, focusId, selection, onSelect } = stage.now();
  const lane = focusId === undefined ? undefined : chart.placeOf(focusId)?.lane;
  const inLane = lane === undefined ? [] : idsOfLane(lane);
  const isWhole = inLane.every((id) => selection.has(id));
  const ids = isWhole ? chart.lanes.flatMap(idsOfLane) : inLane;
  onSelect(new Set(ids));
  stage.say(`${WORDS.roadmapKeys.selected(ids.length)}.`);
  return true;
}

/** What is only gathered yet is undone by forgetting it. */
function undoOrRedo(isRedo: boolean, { stage, writing, gathering }: ChartParts): boolean {
  const actions = writing.actions();
  if (actions === undefined || (!isRedo && gathering.cancel())) return true;
  gathering.flush();
  writing.afterwards(() => {
    stage.say(isRedo ? WORDS.roadmapKeys.redoing : WORDS.roadmapKeys.undoing);
    if (isRedo) actions.redo();
    else actions.undo();
  });
  return true;
}

/** AltGr, which some systems tell as Ctrl and Alt: it writes brackets on many keyboards. */
function isAltGraph(event: KeyboardEvent): boolean {
  return event.getModifierState('AltGraph');
}
