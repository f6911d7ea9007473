/** What a plugin leaves behind: everything that is there now and was not before it was loaded. */
import type { HostApp } from './app.js';
import type { Events } from './events.js';
import { MarkdownView } from './markdown-view.js';
import type { Traces } from './traces.js';

/** How much of each thing there was. */
export type Inventory = ReadonlyMap<string, number>;

export function takeInventory(app: HostApp, traces: Traces): Inventory {
  const things = [
    ...app.registry.contents(),
    ...listenersOn('vault', app.vault),
    ...listenersOn('metadataCache', app.metadataCache),
    ...listenersOn('workspace', app.workspace),
    ...app.workspace.allLeaves.flatMap((leaf) => listenersOn('leaf', leaf)),
    ...traces.listeners(editorListeners(app)),
    ...[...traces.timers.values()].filter(({ kind, from }) => kind !== 'animation frame' && !EDITOR_TIMER.test(from)).map(({ kind, ms, from }) => `${kind} ${ms} ms ${from}`),
    ...[...document.body.children].filter((el) => !el.hasClass('notice-container')).map((el) => `element in body ${describe(el)}`),
    ...[...document.head.querySelectorAll('style, link[rel="stylesheet"]')].filter((el) => !isEditorStyle(el)).map((el) => `style in head ${el.id}${el.textContent.slice(0, 60)}`),
    ...[...document.body.classList].map((name) => `class on body ${name}`),
    ...[...app.statusBarEl.children, ...app.ribbonEl.children].map((el) => `element in bars ${describe(el)}`),
  ];
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** An editor's own parts set timers while it is open. */
const EDITOR_TIMER = /\b(?:DOMObserver|InputState|EditorView)\b/;

/** In the order in which things are counted; each with how many times when more than one. */
export function newSince(before: Inventory, after: Inventory): readonly string[] {
  return [...after].flatMap(([thing, count]) => {
    const more = count - (before.get(thing) ?? 0);
    if (more <= 0) return [];
    return [more === 1 ? thing : `${thing} (${more} times)`];
  });
}

/** An open editor listens to its window; those go when the note is closed, not when a plugin is unloaded. */
function editorListeners(app: HostApp): ReadonlySet<unknown> {
  const own = new Set<unknown>();
  for (const { view } of app.workspace.allLeaves) {
    if (!(view instanceof MarkdownView)) continue;
    const observer: unknown = Reflect.get(view.editor.cm, 'observer');
    if (typeof observer === 'object' && observer !== null) for (const value of Object.values(observer)) own.add(value);
  }
  return own;
}

/** Editors name their classes by a letter that nobody else uses. */
function isEditorStyle({ textContent }: Element): boolean {
  return textContent.trimStart().startsWith('.\u037c');
}

function listenersOn(name: string, events: Events): string[] {
  return events.listening().map((listening) => `${name} event "${listening.name}"`);
}

function describe(el: Element): string {
  const { className } = el;
  return `<${el.tagName.toLowerCase()}${typeof className === 'string' && className !== '' ? ` class="${className}"` : ''}>`;
}
