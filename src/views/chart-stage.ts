/** What the parts of working on the chart share: what they are given anew with each drawing, and how they show what they do. */
import type { RefObject } from 'preact';
import type { Chart } from '../roadmap/chart.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { DragState } from './drag-frame.js';
import type { MenuEntry, RoadmapActions, ShowMenu } from './roadmap-actions.js';
import type { ViewHost } from './view-host.js';

export interface ChartView {
  readonly zoomBy: (steps: number) => void;
  readonly fit: () => void;
  readonly today: () => void;
  readonly phase: (direction: 1 | -1) => void;
  readonly groupNext: () => void;
  readonly help: () => void;
}

export interface ChartInteractionOptions {
  /** What scrolls. */
  readonly root: RefObject<HTMLElement | null>;
  /** As drawn. */
  readonly chart: Chart;
  /** The newest layout, while the chart keeps the one it draws; the chart's own when absent. */
  readonly layout?: RoadmapLayout | undefined;
  readonly selection: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly focusId: string | undefined;
  /** Scrolls it into sight, draws it, focuses it. */
  readonly onFocus: (id: string) => void;
  /** Undefined: to look at only. */
  readonly actions: RoadmapActions | undefined;
  readonly showMenu: ShowMenu | undefined;
  readonly menuOf: (ids: readonly string[]) => readonly MenuEntry[];
  readonly host: ViewHost;
  readonly view: ChartView;
  /** Client coordinates of the chart's 0/0: its upper left corner, the upper right one where time runs from right to left. */
  readonly contentOffset: () => { readonly x: number; readonly y: number };
}

export interface ChartStage {
  /** The newest options. */
  readonly now: () => ChartInteractionOptions;
  /** Into the live region. */
  readonly say: (message: string) => void;
  readonly show: (drag: DragState | undefined) => void;
}

export function newestLayout({ layout, chart }: ChartInteractionOptions): RoadmapLayout {
  return layout ?? chart.layout;
}

/** The focused item, or all that are selected when it is one of them; it comes first. */
export function idsInHand({ focusId, selection }: Pick<ChartInteractionOptions, 'focusId' | 'selection'>): readonly string[] {
  if (focusId === undefined) return [];
  return selection.has(focusId) ? [focusId, ...[...selection].filter((id) => id !== focusId)] : [focusId];
}

export function runsFromRight(root: HTMLElement): boolean {
  return root.ownerDocument.defaultView?.getComputedStyle(root).direction === 'rtl';
}
