/** A note's name that opens it; with Ctrl or Cmd, or the middle button, in a new tab. */
import type { ComponentChildren, VNode } from 'preact';
import type { ViewHost } from './view-host.js';

interface NoteLinkProps {
  readonly host: ViewHost;
  readonly path: string;
  /** Place in the note's text, UTF-16 units. */
  readonly offset?: number | undefined;
  /** Names the link where its text alone would not. */
  readonly label?: string;
  readonly className?: string;
  readonly children: ComponentChildren;
}

export function NoteLink({ host, path, offset, label, className = '', children }: NoteLinkProps): VNode {
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    host.open(path, { newTab: wantsNewTab(event), ...(offset === undefined ? {} : { offset }) });
  };
  return (
    <button type="button" class={`cx-link ${className}`} onClick={open} onAuxClick={(event) => event.button === 1 && open(event)} {...(label === undefined ? {} : { 'aria-label': label })}>
      <bdi>{children}</bdi>
    </button>
  );
}

export function wantsNewTab(event: MouseEvent | KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || ('button' in event && event.button === 1);
}
