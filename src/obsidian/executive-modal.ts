/** A list of executives to choose one from, the likely ones first, also by typing a part of a name or role. */
import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import type { Executive } from '../playbook/note.js';
import { WORDS } from '../views/words/words.js';

export class ExecutiveModal extends FuzzySuggestModal<Executive> {
  readonly #executives: readonly Executive[];
  #resolve: ((executive: Executive | undefined) => void) | undefined;

  constructor(app: App, executives: readonly Executive[]) {
    super(app);
    this.#executives = executives;
    this.setPlaceholder(WORDS.evidence.whom);
    this.inputEl.setAttribute('aria-label', WORDS.evidence.whom);
    this.emptyStateText = WORDS.evidence.nobodyFound;
  }

  /** Undefined when the person cancelled. */
  ask(): Promise<Executive | undefined> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.open();
    });
  }

  override getItems(): Executive[] {
    return [...this.#executives];
  }

  override getItemText({ title, role = '', aliases }: Executive): string {
    return [title, role, ...aliases].filter((part) => part !== '').join(' ');
  }

  override renderSuggestion({ item: { title, role = '', unit = '' } }: FuzzyMatch<Executive>, el: HTMLElement): void {
    el.createDiv({ cls: 'cx-level-name', text: title });
    const detail = [role, unit].filter((part) => part !== '').join(', ');
    if (detail !== '') el.createDiv({ cls: 'cx-level-meaning', text: detail });
  }

  override onChooseItem(executive: Executive): void {
    this.#resolve?.(executive);
  }

  override onClose(): void {
    super.onClose();
    // The app closes the dialog before it tells the choice.
    window.setTimeout(() => this.#resolve?.(undefined), 0);
  }
}
