/**
 * The labels that keep to the left edge while their bars leave it. They stand in a layer of their own that does not move:
 * labels that stick by themselves would each be a layer, and cost more than all the rest of a scrolled chart. The bar's
 * own label is hidden meanwhile, by an attribute that no drawing of the bar sets.
 */
import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Chart } from '../roadmap/chart.js';
import { heldLabels, type HeldLabel } from '../roadmap/chart-held.js';
import type { ChartWindow } from '../roadmap/chart-window.js';
import { cleanText } from '../roadmap/clean-text.js';
import { isElement } from './chart-elements.js';
import type { ChartPlace } from './use-chart-place.js';
import { WORDS } from './words/words.js';

interface RoadmapChartHeldProps {
  readonly chart: Chart;
  /** A new one when something else is drawn. */
  readonly window: ChartWindow;
  readonly place: ChartPlace;
  readonly content: RefObject<HTMLElement | null>;
  readonly withGaps: boolean;
}

/** OURS: what moves by more in a frame cannot be read, so no label is held until it rests, or moves as slowly, again. */
const READABLE_PX = 8;
const SETTLE_MS = 100;

export function RoadmapChartHeld({ chart, window, place, content, withGaps }: RoadmapChartHeldProps): VNode {
  const [moves, countMove] = useReducer((count: number, _: undefined) => count + 1, 0);
  const held = useMemo(() => heldLabels(chart, place.view()), [chart, window, moves]);
  const layer = useRef<HTMLDivElement>(null);
  const marked = useRef(new Map<string, HTMLElement>());
  const update = (): void => {
    const next = heldLabels(chart, place.view());
    const isSame = next.length === held.length && next.every(({ key, isAtEnd }, index) => key === held[index]?.key && isAtEnd === held[index].isAtEnd);
    if (!isSame) countMove(undefined);
  };
  const now = useRef(update);
  now.current = update;
  useLayoutEffect(() => {
    const win = content.current?.ownerDocument.defaultView ?? undefined;
    let timer: number | undefined;
    let x = place.view().x;
    const settle = (): void => {
      if (timer !== undefined) win?.clearTimeout(timer);
      timer = undefined;
      layer.current?.classList.remove('is-moving');
      now.current();
    };
    const stop = place.onMove(() => {
      const moved = Math.abs(place.view().x - x);
      x = place.view().x;
      if (moved <= READABLE_PX && (moved > 0 || timer === undefined)) settle();
      else if (moved > 0) {
        if (timer === undefined) layer.current?.classList.add('is-moving');
        else win?.clearTimeout(timer);
        timer = win?.setTimeout(settle, SETTLE_MS);
      }
    });
    return () => {
      stop();
      if (timer !== undefined) win?.clearTimeout(timer);
    };
  }, [place, content]);
  // Bars that came with the window do not know yet that they are held.
  useLayoutEffect(() => mark(content.current, held, marked.current), [content, held]);
  return (
    <div class="cx-held" ref={layer} aria-hidden="true">
      {held.map(({ key, placed, track, isAtEnd }) => {
        if (isAtEnd) return null;
        if (track !== undefined) {
          const word = track.span.level === undefined ? '' : cleanText(chart.layout.levelLabels[track.span.level]);
          return <span key={key} class="cx-held-track" style={`top:${track.lane.trackY ?? 0}px`}>{track.span.expected ? WORDS.roadmapChart.expected(word) : word}</span>;
        }
        if (placed === undefined) return null;
        const { entry, y, isShort } = placed;
        const classes = `${entry.status === undefined ? '' : `cx-is-${entry.status}`}${withGaps && entry.gaps.length > 0 ? ' has-rail' : ''}${withGaps && isShort ? ' is-short' : ''}`;
        return <span key={key} class={classes} style={`top:${y}px`}>{cleanText(entry.title).trim()}</span>;
      })}
    </div>
  );
}

/** Tells the elements of bars and spans whose label is held, and those that hold it again. */
function mark(content: HTMLElement | null, held: readonly HeldLabel[], marked: Map<string, HTMLElement>): void {
  const wanted = new Map(held.map(({ key, isAtEnd }) => [key, isAtEnd ? 'end' : 'edge']));
  for (const [key, element] of marked) {
    if (wanted.has(key) && element.isConnected) continue;
    element.removeAttribute('data-held');
    marked.delete(key);
  }
  const isMissing = [...wanted.keys()].some((key) => !marked.has(key));
  for (const element of isMissing ? (content?.querySelectorAll<HTMLElement>('[data-id], [data-span]') ?? []) : []) {
    const key = element.getAttribute('data-id') ?? element.getAttribute('data-span');
    if (key === null || !wanted.has(key)) continue;
    // Of a bar the label alone is drawn anew.
    const first = element.firstElementChild;
    marked.set(key, isElement(first) && first.localName === 'span' ? first : element);
  }
  for (const [key, state] of wanted) {
    const element = marked.get(key);
    if (element !== undefined && element.dataset['held'] !== state) element.dataset['held'] = state;
  }
}
