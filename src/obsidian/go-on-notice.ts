/** A dialog that stepped aside, so that a person can look at a note, waits as a notice until they go on with it. */
import { Notice } from 'obsidian';
import type { OpenDialog } from './open-dialogs.js';

/** True once the notice was clicked. */
export function waitToGoOn(message: string, action: string): OpenDialog<boolean> {
  let close = (): void => undefined;
  const answer = new Promise<boolean>((resolve) => {
    const content = createFragment((fragment) => {
      const text = fragment.createDiv({ cls: 'cx-edit-notice', attr: { role: 'status' } });
      text.createDiv({ text: message });
      text.createEl('button', { text: action, attr: { type: 'button' } });
    });
    const notice = new Notice(content, 0);
    // A click anywhere closes the notice.
    notice.containerEl.addEventListener('click', () => resolve(true));
    close = () => {
      notice.hide();
      resolve(false);
    };
  });
  return { answer, close: () => close() };
}
