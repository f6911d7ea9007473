/** A context menu in its window's document: items by section, checked and disabled states, keyboard and click. */
import { Component } from './component.js';
import { currentApp } from './current-app.js';
import { setIcon } from './icons.js';
import { Scope } from './keymap.js';

export class MenuItem {
  readonly dom: HTMLElement;
  section = '';
  disabled = false;
  submenu: Menu | undefined;
  readonly #iconEl: HTMLElement;
  readonly #titleEl: HTMLElement;
  #onClick: ((event: MouseEvent | KeyboardEvent) => unknown) | undefined;

  constructor(private readonly menu: Menu) {
    this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: '-1' } });
    this.#iconEl = this.dom.createDiv({ cls: 'menu-item-icon' });
    this.#titleEl = this.dom.createDiv({ cls: 'menu-item-title' });
    this.dom.addEventListener('click', (event) => this.choose(event));
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    if (this.disabled) return;
    if (this.submenu !== undefined) {
      const { right, top } = this.dom.getBoundingClientRect();
      this.submenu.showAtPosition({ x: right, y: top }, this.dom.ownerDocument);
      return;
    }
    this.menu.hideAll();
    this.#onClick?.(event);
  }

  setTitle(title: string | DocumentFragment): this {
    this.#titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon === null) this.#iconEl.empty();
    else setIcon(this.#iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.toggleClass('mod-checked', checked === true);
    if (checked !== null) this.dom.setAttribute('aria-checked', String(checked));
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    return this;
  }

  setWarning(warning: boolean): this {
    this.dom.toggleClass('is-warning', warning);
    return this;
  }

  setIsLabel(label: boolean): this {
    this.dom.toggleClass('is-label', label);
    return this.setDisabled(label);
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#onClick = callback;
    return this;
  }

  setSubmenu(): Menu {
    this.submenu ??= new Menu(this.menu);
    return this.submenu;
  }
}

export class Menu extends Component {
  readonly dom: HTMLElement;
  readonly items: (MenuItem | 'separator')[] = [];
  readonly #scope: Scope;
  #onHide: (() => unknown) | undefined;
  #outside: (() => void) | undefined;

  constructor(private readonly parent?: Menu) {
    super();
    this.dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
    this.#scope = new Scope(currentApp().scope);
    this.#scope.register([], 'Escape', () => {
      this.hide();
      return false;
    });
  }

  static forEvent(event: MouseEvent): Menu {
    event.preventDefault();
    const menu = new Menu();
    queueMicrotask(() => menu.showAtMouseEvent(event));
    return menu;
  }

  addItem(fill: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    fill(item);
    return this;
  }

  addSeparator(): this {
    this.items.push('separator');
    return this;
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  setUseNativeMenu(): this {
    return this;
  }

  setParentElement(): this {
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    const doc = (event.target as Node | null)?.ownerDocument ?? activeDocument;
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, doc);
  }

  showAtPosition(position: { x: number; y: number }, doc: Document = activeDocument): this {
    this.load();
    this.dom.empty();
    for (const section of new Set(this.items.map((item) => (item === 'separator' ? '' : item.section)))) {
      for (const item of this.items) {
        if (item === 'separator') {
          if (section === '') this.dom.createDiv({ cls: 'menu-separator' });
        } else if (item.section === section) this.dom.appendChild(item.dom);
      }
    }
    doc.body.appendChild(this.dom);
    this.#place(position, doc);
    currentApp().keymap.pushScope(this.#scope);
    const onPress = (event: MouseEvent): void => {
      if (!(event.target as Node).instanceOf(Element) || (event.target as Element).closest('.menu') === null) this.hideAll();
    };
    doc.addEventListener('mousedown', onPress, true);
    this.#outside = () => doc.removeEventListener('mousedown', onPress, true);
    return this;
  }

  /** Within the window, as the app does. */
  #place({ x, y }: { x: number; y: number }, { documentElement: { clientWidth, clientHeight } }: Document): void {
    const { offsetWidth, offsetHeight } = this.dom;
    this.dom.style.left = `${Math.max(0, Math.min(x, clientWidth - offsetWidth))}px`;
    this.dom.style.top = `${Math.max(0, Math.min(y, clientHeight - offsetHeight))}px`;
  }

  hide(): this {
    if (!this.dom.isConnected) return this;
    for (const item of this.items) if (item !== 'separator') item.submenu?.hide();
    this.dom.remove();
    currentApp().keymap.popScope(this.#scope);
    this.#outside?.();
    this.unload();
    this.#onHide?.();
    return this;
  }

  /** With the menu it came from. */
  hideAll(): void {
    this.hide();
    this.parent?.hideAll();
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.#onHide = callback;
  }
}
