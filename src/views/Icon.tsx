import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ViewHost } from './view-host.js';

/** An icon beside words that say the same; hidden from assistive technology. */
export function Icon({ host, name, className = '' }: { readonly host: ViewHost; readonly name: string; readonly className?: string }): VNode {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) host.icon(element.current, name);
  }, [host, name]);
  return <span ref={element} class={`cx-icon ${className}`} aria-hidden="true" />;
}
