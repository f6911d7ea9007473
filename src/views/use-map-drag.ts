/**
 * Dragging an executive's X to another level, by mouse, pen or finger. The pointer is followed from the first few px on; a
 * press without a move stays a press. Escape, or a pointer that is lost, leaves everything as it was.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { MapLayout } from './commitment-map-geometry.js';

export interface MapDrag {
  readonly path: string;
  /** Where the mark is now. */
  readonly level: CommitmentLevel;
}

interface Grip {
  readonly path: string;
  readonly pointerId: number;
  readonly x: number;
  readonly canvas: HTMLElement;
}

/** OURS: a hand on a button moves less. */
const THRESHOLD_PX = 5;

export interface MapDragHandlers {
  readonly drag: MapDrag | undefined;
  /** Whether the press that ended last was a drag: its click means nothing then. Asking forgets it. */
  readonly tookPress: () => boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
}

/** Marks that can be dragged carry `data-mark`, with the executive's path. `onDrop` undefined: nothing can be dragged. */
export function useMapDrag(layout: MapLayout | undefined, onDrop: ((drag: MapDrag) => void) | undefined): MapDragHandlers {
  const grip = useRef<Grip | undefined>(undefined);
  const took = useRef(false);
  const [drag, setDrag] = useState<MapDrag>();
  const end = (): void => {
    const { canvas, pointerId } = grip.current ?? {};
    if (canvas !== undefined && pointerId !== undefined && canvas.hasPointerCapture(pointerId)) canvas.releasePointerCapture(pointerId);
    grip.current = undefined;
    setDrag(undefined);
  };
  const isDragging = drag !== undefined;
  useEffect(() => {
    const doc = grip.current?.canvas.ownerDocument;
    if (!isDragging || doc === undefined) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    doc.addEventListener('keydown', onKey, true);
    return () => doc.removeEventListener('keydown', onKey, true);
  }, [isDragging]);

  return {
    drag,
    tookPress: () => {
      const answer = took.current;
      took.current = false;
      return answer;
    },
    onPointerDown: (event) => {
      took.current = false;
      const canvas = event.currentTarget;
      const path = markOf(event.target)?.getAttribute('data-mark');
      if (onDrop === undefined || event.button !== 0 || path === null || path === undefined || !isElement(canvas)) return;
      grip.current = { path, pointerId: event.pointerId, x: event.clientX, canvas };
    },
    onPointerMove: (event) => {
      const held = grip.current;
      if (held === undefined || layout === undefined || event.pointerId !== held.pointerId) return;
      if (drag === undefined && Math.abs(event.clientX - held.x) < THRESHOLD_PX) return;
      if (drag === undefined) held.canvas.setPointerCapture(held.pointerId);
      const level = layout.levelAt(inlinePx(held.canvas, event.clientX));
      if (drag?.level !== level) setDrag({ path: held.path, level });
    },
    onPointerUp: (event) => {
      if (event.pointerId !== grip.current?.pointerId) return;
      const dropped = drag;
      took.current = dropped !== undefined;
      end();
      if (dropped !== undefined) onDrop?.(dropped);
    },
    onPointerCancel: end,
  };
}

/** Px from the inline start of an element, whichever side that is. */
function inlinePx(element: HTMLElement, clientX: number): number {
  const { left, right } = element.getBoundingClientRect();
  return element.ownerDocument.defaultView?.getComputedStyle(element).direction === 'rtl' ? right - clientX : clientX - left;
}

function markOf(target: EventTarget | null): Element | null {
  return isElement(target) ? target.closest('[data-mark]') : null;
}

/** Elements of another window are of other classes. */
function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && 'closest' in target;
}
