/** The rows of a list to choose from: one is marked; arrows move the mark, Enter and click choose. */
import type { Scope } from './keymap.js';

export interface SuggestionOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): unknown;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export class SuggestionList<T> {
  values: readonly T[] = [];
  #rows: HTMLElement[] = [];
  #marked = 0;

  constructor(
    private readonly owner: SuggestionOwner<T>,
    readonly containerEl: HTMLElement,
    scope: Scope,
  ) {
    const move = (step: number) => (): boolean => {
      this.mark(this.#marked + step);
      return false;
    };
    scope.register([], 'ArrowDown', move(1));
    scope.register([], 'ArrowUp', move(-1));
    scope.register([], 'Enter', (event) => {
      this.choose(event);
      return false;
    });
  }

  show(values: readonly T[], limit: number): void {
    this.values = limit > 0 ? values.slice(0, limit) : values;
    this.containerEl.empty();
    this.#rows = this.values.map((value, index) => {
      const row = this.containerEl.createDiv({ cls: 'suggestion-item' });
      this.owner.renderSuggestion(value, row);
      row.addEventListener('click', (event) => this.owner.selectSuggestion(value, event));
      row.addEventListener('mousemove', () => this.mark(index));
      return row;
    });
    this.mark(0);
  }

  /** Past either end, from the other. */
  mark(index: number): void {
    const { length } = this.#rows;
    this.#marked = length === 0 ? 0 : (index + length) % length;
    for (const [at, row] of this.#rows.entries()) row.toggleClass('is-selected', at === this.#marked);
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    const value = this.values[this.#marked];
    if (value !== undefined) this.owner.selectSuggestion(value, event);
  }
}
