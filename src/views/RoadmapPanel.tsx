/** A part beside a chart that can be closed: it takes the focus when it opens, and Escape leaves it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './Icon.js';
import { onEscape } from './press-handlers.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface RoadmapPanelProps {
  readonly host: ViewHost;
  readonly title: string;
  readonly className?: string;
  /** False: the focus stays where it is, for what opens while a person goes on elsewhere. */
  readonly takesFocus?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function RoadmapPanel({ host, title, className = '', takesFocus = true, onClose, children }: RoadmapPanelProps): VNode {
  const panel = useRef<HTMLDivElement>(null);
  // What had the focus before gets it back, where it is still there.
  useLayoutEffect(() => {
    const element = panel.current;
    const before = element?.ownerDocument.activeElement;
    if (takesFocus) element?.focus({ preventScroll: true });
    return () => {
      if (element?.parentElement?.contains(element.ownerDocument.activeElement) === true) focusAgain(before);
    };
  }, []);
  return (
    <section class={`cx-side ${className}`} aria-label={title} onKeyDown={onEscape(onClose)}>
      <header class="cx-side-head">
        <h3>{title}</h3>
        <button type="button" class="clickable-icon" aria-label={WORDS.roadmap.close} onClick={onClose}>
          <Icon host={host} name="x" />
        </button>
      </header>
      <div ref={panel} class="cx-side-body" tabIndex={0}>{children}</div>
    </section>
  );
}

function focusAgain(element: Element | null | undefined): void {
  if (isFocusable(element) && element.isConnected) element.focus({ preventScroll: true });
}

/** Elements of another window are of other classes. */
function isFocusable(element: Element | null | undefined): element is HTMLElement {
  return element !== null && element !== undefined && 'focus' in element;
}
