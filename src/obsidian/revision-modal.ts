/** A list of revisions to choose one from, also by typing a part of a name, a day or a commit's first line. */
import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import type { RevisionChoice } from '../history/revision-choices.js';
import { cleanText } from '../roadmap/clean-text.js';
import { WORDS } from '../views/words/words.js';

const words = WORDS.comparison;

export class RevisionModal extends FuzzySuggestModal<RevisionChoice> {
  readonly #revisions: readonly RevisionChoice[];
  #resolve: ((revision: RevisionChoice | undefined) => void) | undefined;

  constructor(app: App, revisions: readonly RevisionChoice[]) {
    super(app);
    this.#revisions = revisions;
    this.setPlaceholder(words.choose);
    this.inputEl.setAttribute('aria-label', words.choose);
    this.emptyStateText = words.noneFound;
  }

  /** Undefined when the person cancelled. */
  ask(): Promise<RevisionChoice | undefined> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.open();
    });
  }

  override getItems(): RevisionChoice[] {
    return [...this.#revisions];
  }

  override getItemText({ form, name, day, subject }: RevisionChoice): string {
    return [name, day ?? '', words.forms[form], cleanText(subject)].filter((part) => part !== '').join(' ');
  }

  override renderSuggestion({ item: { form, name, day, subject } }: FuzzyMatch<RevisionChoice>, el: HTMLElement): void {
    el.createDiv({ cls: 'cx-level-name', text: cleanText(name) });
    el.createDiv({ cls: 'cx-level-meaning', text: [words.forms[form], day ?? '', cleanText(subject)].filter((part) => part !== '').join(' · ') });
  }

  override onChooseItem(revision: RevisionChoice): void {
    this.#resolve?.(revision);
  }

  override onClose(): void {
    super.onClose();
    // The app closes the dialog before it tells the choice.
    window.setTimeout(() => this.#resolve?.(undefined), 0);
  }
}
