/** What specs of annotations do over and over: select, write, press. */
import axe from 'axe-core';
import type { FeatureHost } from './feature-host.js';

export async function click({ host }: FeatureHost, selector: string, text: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent.includes(text));
  if (found === undefined) throw new Error(`No "${text}" among: ${[...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' | ')}`);
  found.click();
  await host.settle();
}

/** Opens a note and selects the words in it. */
export async function select({ host }: FeatureHost, path: string, words: string): Promise<void> {
  const { editor } = await host.open(path);
  // The imitation of the DOM reports a selection while it is being drawn.
  editor.blur();
  const from = editor.getValue().indexOf(words);
  if (from === -1) throw new Error(`"${words}" is not in "${path}".`);
  editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(from + words.length));
}

/** Writes an annotation's text into the dialog and saves it. */
export async function write({ host }: FeatureHost, text: string): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>('.modal textarea');
  if (field === null) throw new Error(`No dialog asks for an annotation. Notices: ${host.notices().join(' | ')}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await host.settle();
  document.querySelector<HTMLElement>('.modal button[type="submit"]')?.click();
  await host.settle();
}

/** What keeps somebody from using the dialog that is open, by axe's rules. */
export async function dialogProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.querySelector('.modal')!, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'aria-dialog-name': { enabled: false } } });
  return violations.map(({ id }) => id);
}
