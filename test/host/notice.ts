/** A short message at the corner of the active window. It goes by itself after a while, or by a click. */
import { native } from './clock.js';

/** In milliseconds, unless the caller says otherwise; 0 stays. */
const STAYS = 5000;

const open = new Set<Notice>();

export class Notice {
  readonly noticeEl: HTMLElement;
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  readonly #timer: number | undefined;

  constructor(message: string | DocumentFragment, duration = STAYS) {
    const { body } = activeDocument;
    const stack = body.querySelector<HTMLElement>(':scope > .notice-container') ?? body.createDiv({ cls: 'notice-container' });
    this.noticeEl = stack.createDiv({ cls: 'notice' });
    this.containerEl = this.noticeEl;
    this.messageEl = this.noticeEl.createDiv({ cls: 'notice-message' });
    this.noticeEl.addEventListener('click', () => this.hide());
    this.setMessage(message);
    open.add(this);
    this.#timer = duration > 0 ? Number(native.setTimeout(() => this.hide(), duration)) : undefined;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    native.clearTimeout(this.#timer);
    const stack = this.noticeEl.parentElement;
    this.noticeEl.remove();
    if (stack?.childElementCount === 0) stack.remove();
    open.delete(this);
  }
}

/** Texts of the notices that show, oldest first. */
export function openNotices(): readonly string[] {
  return [...open].map(({ messageEl }) => messageEl.textContent);
}

export function hideNotices(): void {
  for (const notice of [...open]) notice.hide();
}
