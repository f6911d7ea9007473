/**
 * Keys go to the innermost scope: that of the open modal, menu or suggestion list, else that of the active view, else the
 * app's. A handler that gives anything ends it: false takes the key from the page too, undefined leaves it to the next.
 */
export type Modifier = 'Mod' | 'Ctrl' | 'Meta' | 'Shift' | 'Alt';

interface KeyHandler {
  readonly scope: Scope;
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly call: (event: KeyboardEvent, context: { modifiers: string | null; key: string | null; vkey: string }) => unknown;
}

export class Scope {
  readonly #handlers: KeyHandler[] = [];

  constructor(readonly parent?: Scope) {}

  register(modifiers: readonly Modifier[] | null, key: string | null, call: KeyHandler['call']): KeyHandler {
    const handler = { scope: this, modifiers: modifiers === null ? null : [...modifiers].sort().join(','), key, call };
    this.#handlers.push(handler);
    return handler;
  }

  unregister(handler: KeyHandler): void {
    const at = this.#handlers.indexOf(handler);
    if (at !== -1) this.#handlers.splice(at, 1);
  }

  /** Whether a handler took the key. */
  handle(event: KeyboardEvent): boolean {
    const pressed = modifiersOf(event);
    for (const { modifiers, key, call } of [...this.#handlers]) {
      if (key !== null && key.toLowerCase() !== event.key.toLowerCase()) continue;
      if (modifiers !== null && modifiers.replace('Mod', 'Ctrl') !== pressed) continue;
      const answer = call(event, { modifiers: pressed, key: event.key, vkey: event.key });
      if (answer === false) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (answer !== undefined) return true;
    }
    return this.parent?.handle(event) ?? false;
  }
}

function modifiersOf(event: KeyboardEvent): string {
  const names: string[] = [];
  if (event.altKey) names.push('Alt');
  if (event.ctrlKey) names.push('Ctrl');
  if (event.metaKey) names.push('Meta');
  if (event.shiftKey) names.push('Shift');
  return names.join(',');
}

export class Keymap {
  readonly #scopes: Scope[] = [];

  readonly #scopeOfView: () => Scope | null;

  constructor(root: Scope, scopeOfView: () => Scope | null = () => null) {
    this.#scopes.push(root);
    this.#scopeOfView = scopeOfView;
  }

  pushScope(scope: Scope): void {
    this.#scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.#scopes.lastIndexOf(scope);
    if (at > 0) this.#scopes.splice(at, 1);
  }

  /** Hears the keys of a window; gives what ends that. */
  listenTo(doc: Document): () => void {
    const onKey = (event: KeyboardEvent): void => void (this.#scopes.length === 1 ? (this.#scopeOfView() ?? this.#scopes[0]) : this.#scopes.at(-1))?.handle(event);
    doc.addEventListener('keydown', onKey, true);
    return () => doc.removeEventListener('keydown', onKey, true);
  }

  static isModifier(event: MouseEvent | KeyboardEvent, modifier: Modifier): boolean {
    if (modifier === 'Shift') return event.shiftKey;
    if (modifier === 'Alt') return event.altKey;
    return modifier === 'Meta' ? event.metaKey : event.ctrlKey;
  }

  /** Where a click wants to open: false here, else a tab, a split or a window. */
  static isModEvent(event?: MouseEvent | KeyboardEvent | null): 'tab' | 'split' | 'window' | false {
    if (event === undefined || event === null) return false;
    const middle = 'button' in event && event.button === 1;
    if (!event.ctrlKey && !event.metaKey) return middle ? 'tab' : false;
    if (event.altKey) return event.shiftKey ? 'window' : 'split';
    return 'tab';
  }
}
