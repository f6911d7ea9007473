/** A dialog with an input and a list under it; the list follows what is typed. */
import { prepareFuzzySearch } from 'obsidian-test-mocks/obsidian';
import type { FuzzyMatch, Instruction } from 'obsidian';
import type { HostApp } from './app.js';
import { Modal } from './modal.js';
import { SuggestionList, type SuggestionOwner } from './suggestion-list.js';

export abstract class SuggestModal<T> extends Modal implements SuggestionOwner<T> {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  readonly #list: SuggestionList<T>;
  #asked = 0;

  constructor(app: HostApp) {
    super(app);
    this.containerEl.addClass('mod-prompt');
    this.modalEl.className = 'prompt';
    this.modalEl.empty();
    this.inputEl = this.modalEl.createEl('input', { cls: 'prompt-input', type: 'text', attr: { autocapitalize: 'off', spellcheck: 'false' } });
    this.resultContainerEl = this.modalEl.createDiv({ cls: 'prompt-results' });
    this.#list = new SuggestionList<T>(this, this.resultContainerEl, this.scope);
    this.inputEl.addEventListener('input', () => this.#ask());
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): unknown;
  abstract onChooseSuggestion(value: T, event: MouseEvent | KeyboardEvent): unknown;

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.#ask();
  }

  /** Closes before the choice is told, as the app does. */
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.#list.choose(event);
  }

  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    if (this.emptyStateText !== '') this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Instruction[]): void {
    this.modalEl.querySelector('.prompt-instructions')?.remove();
    const list = this.modalEl.createDiv({ cls: 'prompt-instructions' });
    for (const { command, purpose } of instructions) {
      const row = list.createDiv({ cls: 'prompt-instruction' });
      row.createSpan({ cls: 'prompt-instruction-command', text: command });
      row.createSpan({ text: purpose });
    }
  }

  #ask(): void {
    const asked = ++this.#asked;
    const answer = this.getSuggestions(this.inputEl.value);
    const show = (values: T[]): void => {
      if (asked !== this.#asked) return;
      this.#list.show(values, this.limit);
      if (values.length === 0) this.onNoSuggestion();
    };
    if (answer instanceof Promise) this.app.busy(answer.then(show));
    else show(answer);
  }
}

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): unknown;

  override getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found = this.getItems().flatMap((item) => {
      if (query === '') return [{ item, match: { score: 0, matches: [] } }];
      const match = search(this.getItemText(item));
      return match === null ? [] : [{ item, match }];
    });
    return found.sort((a, b) => b.match.score - a.match.score);
  }

  override renderSuggestion({ item }: FuzzyMatch<T>, el: HTMLElement): void {
    el.setText(this.getItemText(item));
  }

  override onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }
}
