/** A list of the levels with their meanings to choose from, also by typing a part of either. */
import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import { COMMITMENT_LEVELS, COMMITMENT_MEANING, type CommitmentLevel } from '../playbook/commitment.js';
import { levelLabel, type LevelLabels } from '../views/tag-labels.js';
import { WORDS } from '../views/words/words.js';

/** `null`: the person removes the level. */
export type LevelChoice = CommitmentLevel | null;

export interface LevelQuestion {
  readonly prompt: string;
  /** What removing is called, and means. */
  readonly removal: { readonly name: string; readonly meaning: string };
  readonly labels: LevelLabels;
  /** Marked in the list; `undefined` marks none: the notes differ. */
  readonly current: LevelChoice | undefined;
}

export class LevelModal extends FuzzySuggestModal<LevelChoice> {
  readonly #question: LevelQuestion;
  #resolve: ((choice: LevelChoice | undefined) => void) | undefined;

  constructor(app: App, question: LevelQuestion) {
    super(app);
    this.#question = question;
    this.setPlaceholder(question.prompt);
    this.inputEl.setAttribute('aria-label', question.prompt);
    this.emptyStateText = WORDS.tagging.noSuchLevel;
  }

  /** Undefined when the person cancelled. */
  ask(): Promise<LevelChoice | undefined> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.open();
    });
  }

  override getItems(): LevelChoice[] {
    return [...COMMITMENT_LEVELS, null];
  }

  override getItemText(choice: LevelChoice): string {
    return `${this.#nameOf(choice)} ${choice ?? ''} ${this.#meaningOf(choice)}`;
  }

  override renderSuggestion({ item }: FuzzyMatch<LevelChoice>, el: HTMLElement): void {
    const title = el.createDiv({ cls: 'cx-level-name', text: this.#nameOf(item) });
    if (item === this.#question.current) title.createSpan({ cls: 'cx-level-current', text: WORDS.tagging.current });
    el.createDiv({ cls: 'cx-level-meaning', text: this.#meaningOf(item) });
  }

  override onChooseItem(choice: LevelChoice): void {
    this.#resolve?.(choice);
  }

  override onClose(): void {
    super.onClose();
    // The app closes the dialog before it tells the choice.
    window.setTimeout(() => this.#resolve?.(undefined), 0);
  }

  #nameOf(choice: LevelChoice): string {
    return choice === null ? this.#question.removal.name : levelLabel(choice, this.#question.labels);
  }

  #meaningOf(choice: LevelChoice): string {
    return choice === null ? this.#question.removal.meaning : COMMITMENT_MEANING[choice];
  }
}
