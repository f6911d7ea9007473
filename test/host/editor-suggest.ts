/** Suggestions at the cursor of an editor, and under a text input. What is typed asks each registered suggest in turn. */
import type { EditorPosition, Instruction } from 'obsidian';
import type { HostApp } from './app.js';
import type { Editor } from './editor.js';
import type { TFile } from './files.js';
import { Scope } from './keymap.js';
import type { MarkdownView } from './markdown-view.js';
import { SuggestionList, type SuggestionOwner } from './suggestion-list.js';

interface Trigger {
  readonly start: EditorPosition;
  readonly end: EditorPosition;
  readonly query: string;
}

export abstract class PopoverSuggest<T> implements SuggestionOwner<T> {
  readonly suggestEl: HTMLElement;
  readonly scope: Scope;
  protected readonly list: SuggestionList<T>;
  isOpen = false;

  constructor(
    readonly app: HostApp,
    scope?: Scope,
  ) {
    this.scope = scope ?? new Scope(app.scope);
    this.suggestEl = createDiv({ cls: 'suggestion-container' });
    this.list = new SuggestionList<T>(this, this.suggestEl.createDiv({ cls: 'suggestion' }), this.scope);
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  abstract renderSuggestion(value: T, el: HTMLElement): unknown;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    activeDocument.body.appendChild(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.suggestEl.remove();
    this.app.keymap.popScope(this.scope);
  }

  /** Shows what came, now or later; nothing closes the list. */
  protected offer(answer: readonly T[] | Promise<readonly T[]>, limit: number, still: () => boolean): void {
    const show = (values: readonly T[]): void => {
      if (!still()) return;
      if (values.length === 0) {
        this.close();
        return;
      }
      this.open();
      this.list.show(values, limit);
    };
    if (answer instanceof Promise) this.app.busy(answer.then(show));
    else show(answer);
  }
}

export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: (Trigger & { readonly editor: Editor; readonly file: TFile }) | null = null;
  limit = 100;

  abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): Trigger | null;
  abstract getSuggestions(context: NonNullable<EditorSuggest<T>['context']>): T[] | Promise<T[]>;

  setInstructions(instructions: Instruction[]): void {
    this.suggestEl.querySelector('.prompt-instructions')?.remove();
    const list = this.suggestEl.createDiv({ cls: 'prompt-instructions' });
    for (const { command, purpose } of instructions) list.createDiv({ cls: 'prompt-instruction', text: `${command} ${purpose}` });
  }

  /** Whether this suggest has something to say at the cursor. */
  trigger(editor: Editor, file: TFile | null): boolean {
    const info = this.onTrigger(editor.getCursor(), editor, file);
    if (info === null || file === null) {
      this.close();
      return false;
    }
    const context = { ...info, editor, file };
    this.context = context;
    this.offer(this.getSuggestions(context), this.limit, () => this.context === context);
    return true;
  }

  override close(): void {
    super.close();
    this.context = null;
  }
}

/** Hears what editors do and asks the registered suggests; the first that answers is the one. */
export class EditorSuggests {
  constructor(private readonly app: HostApp) {}

  changed({ editor, file }: MarkdownView): void {
    const { editorSuggests } = this.app.registry;
    const found = editorSuggests.find((suggest) => suggest.trigger(editor, file));
    for (const suggest of editorSuggests) if (suggest !== found) suggest.close();
  }

  /** The cursor moved: an open list follows it or closes. */
  moved({ editor, file }: MarkdownView): void {
    for (const suggest of this.app.registry.editorSuggests) if (suggest.isOpen) suggest.trigger(editor, file);
  }
}

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  #onSelect: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | undefined;

  constructor(
    app: HostApp,
    readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    const ask = (): void => this.offer(this.getSuggestions(this.getValue()), this.limit, () => true);
    textInputEl.addEventListener('input', ask);
    textInputEl.addEventListener('focus', ask);
    textInputEl.addEventListener('blur', () => app.clock.after(500, () => this.close()));
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  getValue(): string {
    return 'value' in this.textInputEl ? this.textInputEl.value : this.textInputEl.textContent;
  }

  setValue(value: string): void {
    if ('value' in this.textInputEl) this.textInputEl.value = value;
    else this.textInputEl.textContent = value;
  }

  override selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.#onSelect?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#onSelect = callback;
    return this;
  }
}
