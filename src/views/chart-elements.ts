/** What the elements of the chart stand for, by the data they carry, and where the chart's 0/0 is in the window. */
import { runsFromRight } from './chart-stage.js';

/** Elements of other windows are no instances of this one's classes. */
export function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && 'closest' in target && 'dataset' in target;
}

export function dataOf(target: EventTarget | null, name: 'id' | 'run' | 'runTo' | 'open' | 'toggle'): string | undefined {
  if (!isElement(target)) return undefined;
  return target.closest<HTMLElement>(`[data-${name === 'runTo' ? 'run-to' : name}]`)?.dataset[name];
}

/** Client coordinates of the chart's 0/0: its upper right corner where time runs from right to left. */
export function originOf(content: HTMLElement | null, gutterPx: number, headPx: number): { readonly x: number; readonly y: number } {
  if (content === null) return { x: 0, y: 0 };
  const { left, right, top } = content.getBoundingClientRect();
  return { x: runsFromRight(content) ? right - gutterPx : left + gutterPx, y: top + headPx };
}
