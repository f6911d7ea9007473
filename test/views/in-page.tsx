/** Views on a page of their own: a playbook in memory, a host that writes down what it is asked, the app's style. */
import axe from 'axe-core';
import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import annotations from '../../styles/plugin/annotations.css';
import base from '../../styles/plugin/base.css';
import conflicts from '../../styles/plugin/conflicts.css';
import findings from '../../styles/plugin/findings.css';
import overview from '../../styles/plugin/overview.css';
import { LivingPlaybook } from '../../src/vault/living-playbook.js';
import type { ViewHost } from '../../src/views/view-host.js';
import { date } from '../builders.js';
import appTheme from '../host/app-theme.css';
import { MemoryVault } from '../memory-vault.js';
import { drawIcon } from '../pictures/icons.js';

/** Sizes and colours are real there. */
export const LAYS_OUT = !navigator.userAgent.includes('HappyDOM');

export const TODAY = date('2026-11-22');

export interface Living {
  readonly vault: MemoryVault;
  readonly playbook: LivingPlaybook;
  /** Writes or deletes a note, and waits until the playbook took it in. */
  readonly change: (path: string, text: string | undefined) => Promise<void>;
}

/** Not read yet: `await playbook.start()`. */
export function living(files: Readonly<Record<string, string>>): Living {
  const vault = new MemoryVault(files);
  let now = 0;
  // Waiting takes no time, so that changes are taken in at once.
  const clock = { now: () => now, wait: (milliseconds: number) => ((now += milliseconds), new Promise<void>((resolve) => void setTimeout(resolve, 0))) };
  const playbook = new LivingPlaybook(vault, { clock, today: () => TODAY });
  return {
    vault,
    playbook,
    change: async (path, text) => {
      if (text === undefined) vault.files.delete(path);
      else vault.files.set(path, text);
      await act(async () => {
        if (text === undefined) playbook.removed(path);
        else playbook.changed(path);
        await playbook.settled();
      });
    },
  };
}

export interface RecordingHost extends ViewHost {
  readonly opened: { readonly path: string; readonly offset?: number; readonly newTab?: boolean }[];
  readonly ran: string[];
}

export function recordingHost(): RecordingHost {
  const opened: RecordingHost['opened'] = [];
  const ran: string[] = [];
  return { opened, ran, open: (path, options = {}) => void opened.push({ path, ...options }), icon: drawIcon, run: (command) => void ran.push(command) };
}

interface PaneLook {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  /** By fingers: the style for coarse pointers holds. */
  readonly isTouched?: boolean;
}

/** A pane of a size in pixels, styled as in the app; the one before goes. */
export function openPane({ width = 900, height = 700, theme = 'light', isTouched = false }: PaneLook = {}): HTMLElement {
  document.head.querySelector('style[data-views]')?.remove();
  const styles = `${appTheme}\n${base}\n${overview}\n${findings}\n${annotations}\n${conflicts}\n.pane-of-test { width: ${width}px; height: ${height}px; }`;
  const style = document.head.createEl('style', { text: isTouched ? styles.replaceAll('@media (pointer: coarse)', '@media all') : styles });
  style.setAttribute('data-views', '');
  document.body.querySelector('.pane-of-test')?.remove();
  document.body.className = `theme-${theme}`;
  const content = document.body.createDiv({ cls: 'pane-of-test' }).createDiv({ cls: 'workspace-leaf-content' }).createDiv({ cls: 'view-content cx-view' });
  return content;
}

export async function draw(content: ComponentChild, pane: HTMLElement): Promise<HTMLElement> {
  await act(() => render(content, pane));
  return pane;
}

export async function press(element: Element | null, key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
  await act(() => void element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })));
}

export async function click(element: Element | null | undefined, modifiers: MouseEventInit = {}): Promise<void> {
  if (element === null || element === undefined) throw new Error('There is nothing to click on.');
  await act(() => void element.dispatchEvent(new MouseEvent(modifiers.button === 1 ? 'auxclick' : 'click', { bubbles: true, cancelable: true, ...modifiers })));
}

export async function type(input: HTMLInputElement | HTMLTextAreaElement | null, text: string): Promise<void> {
  if (input === null) throw new Error('There is nothing to type into.');
  input.value = text;
  await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
}

/** The button, link or summary whose words begin so. */
export function button(pane: HTMLElement, words: string): HTMLElement {
  const found = [...pane.querySelectorAll<HTMLElement>('button, summary')].find((each) => (each.getAttribute('aria-label') ?? textOf(each)).startsWith(words));
  if (found === undefined) throw new Error(`No button "${words}". There are: ${[...pane.querySelectorAll('button, summary')].map(textOf).join(' | ')}`);
  return found;
}

/** Its words, one space between them. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** What is too small for a finger, in pixels: lower or narrower than 44; links within text are as wide as their words, and 24 high. */
export function smallTargets(pane: HTMLElement): readonly string[] {
  return [...pane.querySelectorAll<HTMLElement>('button, select, input:not([type="radio"]), textarea, label:has(input)')].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const isFit = target.matches('.cx-link, .cx-thread-link') ? height >= 24 : height >= 44 && width >= 44;
    return width === 0 || isFit ? [] : [`${target.getAttribute('aria-label') ?? textOf(target)}: ${width} × ${height}`];
  });
}

/** What a checker of accessibility finds; contrasts where the browser knows colours. */
export async function accessibilityTroubles(pane: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(pane, { rules: { 'color-contrast': { enabled: LAYS_OUT }, region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}
