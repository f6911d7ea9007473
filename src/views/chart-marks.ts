/**
 * What an element of the chart stands for, by the marks that the chart sets: an item, one of its edges, its grip for
 * links, an item of the tray. Marks hold paths as they are, so they are read and never searched for.
 */
import type { MoveEdge } from '../roadmap/roadmap-change.js';

export interface ChartMark {
  /** Path of the item; undefined on empty room. */
  readonly id: string | undefined;
  readonly part: 'item' | 'start' | 'end' | 'grip' | 'unscheduled' | 'room';
}

/** What a click is the chart's own: closed lanes, and bars that are too thin to be told apart. */
const OF_THE_CHART = '[data-run], [data-toggle], [data-open]';

/** Undefined on what has a use of its own, such as a button, and outside. */
export function markOf(target: EventTarget | null): ChartMark | undefined {
  const element = elementOf(target);
  if (element === undefined) return undefined;
  const tray = marked(element, 'unscheduled');
  if (tray !== undefined) return { id: tray, part: 'unscheduled' };
  const id = marked(element, 'id');
  if (marked(element, 'grip') !== undefined) return { id, part: 'grip' };
  const edge = marked(element, 'edge');
  if (isEdge(edge)) return { id, part: edge };
  if (id !== undefined) return { id, part: 'item' };
  return isControl(element) || element.closest(OF_THE_CHART) !== null ? undefined : { id, part: 'room' };
}

/** An element that keys belong to itself: a button in the gutter, a field. */
export function isControl(target: EventTarget | null): boolean {
  const control = elementOf(target)?.closest<HTMLElement>('button, a, input, select, textarea, summary, [contenteditable]');
  return control !== null && control !== undefined && control.dataset['id'] === undefined;
}

/** The button in the gutter that closes and opens a lane. */
export function isLaneToggle(target: EventTarget | null): boolean {
  return (elementOf(target)?.closest('[data-toggle]') ?? null) !== null;
}

function marked(element: HTMLElement, name: 'id' | 'edge' | 'grip' | 'unscheduled'): string | undefined {
  return element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name];
}

function isEdge(edge: string | undefined): edge is Exclude<MoveEdge, 'both'> {
  return edge === 'start' || edge === 'end';
}

/** Elements of other windows are no instances of this one's classes. */
function elementOf(target: EventTarget | null): HTMLElement | undefined {
  return isElement(target) ? target : undefined;
}

function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && 'closest' in target && 'dataset' in target;
}
