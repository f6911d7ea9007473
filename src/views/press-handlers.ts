/** What Escape and a press of the other button do, the same in panels, fields and rows. */

/** Escape leaves, and goes no further. */
export function onEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
}

/** Shows an item's menu, below a button or where the pointer is. */
export type ItemMenuAt = (id: string, at: HTMLElement | { readonly x: number; readonly y: number }) => void;

export function onContextMenu(show: ItemMenuAt | undefined, id: string): (event: MouseEvent) => void {
  return (event) => {
    if (show === undefined) return;
    event.preventDefault();
    show(id, { x: event.clientX, y: event.clientY });
  };
}
