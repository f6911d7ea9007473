/**
 * The roadmap's menus as menus of the app: at the pointer, or below the element that was asked by key. When one closes,
 * the focus is where it was, so that arrow keys go on.
 */
import { Menu } from 'obsidian';
import type { ShowMenu } from '../views/roadmap-actions.js';

/** `documentOf` gives the document of the pane's window as it is now: panes move. */
export function createShowMenu(documentOf: () => Document): ShowMenu {
  return (entries, at) => {
    const doc = documentOf();
    const focused = doc.activeElement;
    const menu = new Menu();
    for (const entry of entries) {
      if (entry.startsGroup === true && entry !== entries[0]) menu.addSeparator();
      menu.addItem((item) => {
        item.setTitle(entry.title).setIcon(entry.icon).setDisabled(entry.isDisabled === true).setWarning(entry.isWarning === true).onClick(() => entry.run());
        if (entry.isChecked !== undefined) item.setChecked(entry.isChecked);
      });
    }
    menu.onHide(() => {
      if (focused?.instanceOf(HTMLElement) === true && focused.isConnected && doc.activeElement === doc.body) focused.focus();
    });
    menu.showAtPosition(positionOf(at), doc);
  };
}

function positionOf(at: HTMLElement | { readonly x: number; readonly y: number }): { x: number; y: number } {
  if (!('getBoundingClientRect' in at)) return { x: at.x, y: at.y };
  const { left, bottom } = at.getBoundingClientRect();
  return { x: left, y: bottom };
}
