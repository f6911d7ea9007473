import axe from 'axe-core';
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SIGN_LABEL, type VaultSign } from '../../src/playbook/sign.js';
import type { EvidenceFields } from '../../src/views/evidence-fields.js';
import { EvidenceForm, type EvidenceFormProps } from '../../src/views/EvidenceForm.js';
import { SignChecklist, type SignChecklistProps } from '../../src/views/SignChecklist.js';
import type { SignDrafts, SignRow } from '../../src/views/sign-rows.js';
import { date } from '../builders.js';

const shown: HTMLElement[] = [];

afterEach(() => {
  for (const element of shown.splice(0)) {
    render(null, element);
    element.remove();
  }
});

async function show(node: VNode): Promise<HTMLElement> {
  const element = document.body.createDiv({ attr: { role: 'dialog', 'aria-label': 'Evidence' } });
  shown.push(element);
  await act(() => render(node, element));
  return element;
}

const press = (key: string, init: KeyboardEventInit = {}): Promise<void> => act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })));
const click = (element: HTMLElement | undefined | null): Promise<void> => act(() => element?.click());
const button = (element: HTMLElement, name: string): HTMLButtonElement | undefined => [...element.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(name));
const frame = (): Promise<void> => act(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));

async function type(input: Element | null, value: string): Promise<void> {
  if (!(input instanceof HTMLInputElement)) throw new Error('No field to type in.');
  input.value = value;
  await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
}

async function choose(select: Element | null | undefined, value: string): Promise<void> {
  if (!(select instanceof HTMLSelectElement)) throw new Error('No list to choose from.');
  select.value = value;
  await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
}

async function problemsOf(element: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

const SIGNS: readonly VaultSign[] = [
  { slug: 'agenda-item', label: SIGN_LABEL['agenda-item'], origin: 'source' },
  { slug: 'funds-without-roi', label: SIGN_LABEL['funds-without-roi'], origin: 'ours' },
  { slug: 'walks-a-store', label: 'Walks a <b>store</b>', origin: 'vault' },
];

const FIELDS: EvidenceFields = { text: '', sort: 'said', date: '2026-11-22', sign: '', isLinked: true };

const showForm = (props: Partial<EvidenceFormProps> = {}): Promise<HTMLElement> =>
  show(
    <EvidenceForm
      fields={FIELDS}
      today={date('2026-11-22')}
      signs={SIGNS}
      source="[[Town hall]]"
      lineOf={({ text, sort, isLinked, date: day, sign }) => [day, text, isLinked ? '([[Town hall]])' : '', sort, sign].join(' ')}
      onSave={() => undefined}
      onOther={undefined}
      onCancel={() => undefined}
      {...props}
    />,
  );

const chosen = (element: HTMLElement): string | undefined => element.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value;

describe('the form for evidence', () => {
  it('has the focus in its text, shows what will be written, and saves by Enter', async () => {
    const onSave = vi.fn();
    const element = await showForm({ onSave });
    const field = document.activeElement;
    expect(field?.id).toBe(element.querySelector('label')?.htmlFor);
    await type(field, 'We fund it');
    expect(element.querySelector('code')?.textContent).toBe('2026-11-22 We fund it ([[Town hall]]) said ');
    await press('Enter');
    expect(onSave).toHaveBeenCalledExactlyOnceWith({ ...FIELDS, text: 'We fund it' });
    expect(await problemsOf(element)).toEqual([]);
  });

  it('begins behind what was selected, so that typing goes on there', async () => {
    await showForm({ fields: { ...FIELDS, text: 'We fund' } });
    const field = document.activeElement;
    expect(field instanceof HTMLInputElement && [field.selectionStart, field.selectionEnd]).toEqual([7, 7]);
  });

  it('chooses what it was by arrows in the text, round the ends, and tells so', async () => {
    const element = await showForm();
    await press('ArrowDown');
    expect([chosen(element), element.querySelector('[role="status"]')?.textContent]).toEqual(['time', 'Did: gave time']);
    await press('ArrowUp');
    await press('ArrowUp');
    expect(chosen(element)).toBe('priority');
  });

  it('chooses what it was by one number among the choices', async () => {
    const element = await showForm();
    element.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
    await press('3');
    expect([chosen(element), document.activeElement?.getAttribute('value')]).toEqual(['money', 'money']);
    await press('9');
    await press('4', { ctrlKey: true });
    expect(chosen(element)).toBe('money');
  });

  it('leaves Enter and arrows to a word that is being composed', async () => {
    const onSave = vi.fn();
    const element = await showForm({ fields: { ...FIELDS, text: 'か' }, onSave });
    await press('Enter', { isComposing: true });
    await press('ArrowDown', { isComposing: true });
    expect([onSave.mock.calls.length, chosen(element)]).toEqual([0, 'said']);
  });

  it('asks for text, and for a day that is not to come, at their fields', async () => {
    const onSave = vi.fn();
    const element = await showForm({ onSave });
    await press('Enter');
    await frame();
    expect([onSave.mock.calls.length, document.activeElement?.getAttribute('type')]).toEqual([0, 'text']);
    expect(element.textContent).toContain('Write what was said or done.');
    await type(document.activeElement, 'x');
    await type(element.querySelector('input[type="date"]'), '2026-11-23');
    await press('Enter');
    await frame();
    expect([onSave.mock.calls.length, document.activeElement?.getAttribute('type')]).toEqual([0, 'date']);
    expect(element.textContent).toContain('Write a day that is not to come.');
    expect(await problemsOf(element)).toEqual([]);
  });

  it('takes day, sign and whether to link, and hands over to somebody else with all of it', async () => {
    const onOther = vi.fn();
    const element = await showForm({ onOther });
    await type(element.querySelector('input[type="text"]'), 'x');
    await type(element.querySelector('input[type="date"]'), '2026-10-01');
    await choose(element.querySelector('select'), 'walks-a-store');
    await click(element.querySelector<HTMLInputElement>('input[type="checkbox"]'));
    await click(button(element, 'Somebody else'));
    expect(onOther).toHaveBeenCalledExactlyOnceWith({ text: 'x', sort: 'said', date: '2026-10-01', sign: 'walks-a-store', isLinked: false });
  });

  it('offers no link and nobody else where there is none', async () => {
    const element = await showForm({ source: undefined });
    expect([element.querySelector('input[type="checkbox"]'), button(element, 'Somebody else')]).toEqual([null, undefined]);
  });
});

const ROWS: readonly SignRow[] = [
  { sign: SIGNS[0]!, isListed: true, seen: { date: date('2026-09-30'), text: 'Put it on the <i>agenda</i>', offset: 120, isRecent: true } },
  { sign: SIGNS[1]!, isListed: true, seen: undefined },
  { sign: SIGNS[2]!, isListed: false, seen: undefined },
  { sign: { slug: 'old', label: 'Old', origin: 'vault' }, isListed: false, seen: { date: date('2025-01-01'), text: 'x', offset: 9, isRecent: false } },
];

const showList = (props: Partial<SignChecklistProps> = {}): Promise<HTMLElement> =>
  show(
    <SignChecklist
      rows={ROWS}
      standing={{ recorded: 'Supporter, assessed on 2026-10-06', evidenced: 'Toe-dipper', missing: { level: 'Supporter', what: 'peer' }, days: 180 }}
      start={new Map()}
      onOpen={() => undefined}
      onSave={() => undefined}
      onCancel={() => undefined}
      {...props}
    />,
  );

describe('the list of signs', () => {
  it('says of each sign whether it is listed and when it was seen, and where it comes from', async () => {
    const element = await showList();
    expect([...element.querySelectorAll('li')].map((row) => [row.querySelector('label')?.textContent.trim(), row.querySelector('.cx-sign-state')?.textContent])).toEqual([
      [SIGN_LABEL['agenda-item'], 'Seen on 2026-09-30 Put it on the <i>agenda</i>'],
      [`${SIGN_LABEL['funds-without-roi']} Our addition`, 'Listed, no dated line'],
      ['Walks a <b>store</b> This vault’s', 'Not recorded in this vault'],
      ['Old This vault’s', 'Seen on 2025-01-01, more than 180 days ago, not listed x'],
    ]);
    expect(element.querySelector('dl')?.textContent).toBe('Recorded levelSupporter, assessed on 2026-10-06What evidence of the last 180 days reachesToe-dipperMissing for Supporterpeer');
    expect(element.querySelector('[role="status"]')?.textContent).toBe('2 of 4 signs are listed or shown by a line of those days.');
    expect(await problemsOf(element)).toEqual([]);
  });

  it('takes ticks, and one line for what was seen, all by keyboard', async () => {
    const onSave = vi.fn<(drafts: SignDrafts) => void>();
    const element = await showList({ onSave });
    const boxes = [...element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    expect(document.activeElement).toBe(boxes[0]);
    await click(boxes[0]);
    await click(boxes[2]);
    const row = element.querySelectorAll('li')[2];
    await type(row?.querySelector('input[type="text"]') ?? null, 'Walked the harbour store');
    await choose(row?.querySelector('select'), 'time');
    expect(element.querySelector('[role="status"]')?.textContent).toContain('3 of 4');
    row?.querySelector<HTMLInputElement>('input[type="text"]')?.focus();
    await press('Enter');
    expect(onSave.mock.calls.map(([drafts]) => [...drafts])).toEqual([[
      ['agenda-item', { isTicked: false, text: '', sort: 'priority' }],
      ['walks-a-store', { isTicked: true, text: 'Walked the harbour store', sort: 'time' }],
    ]]);
    expect(await problemsOf(element)).toEqual([]);
  });

  it('opens a line with what was chosen so far, and goes on from there', async () => {
    const onOpen = vi.fn<(offset: number, drafts: SignDrafts) => void>();
    const start: SignDrafts = new Map([['walks-a-store', { isTicked: true, text: 'y', sort: 'time' }]]);
    const element = await showList({ onOpen, start });
    expect(element.querySelectorAll('li')[2]?.querySelector<HTMLInputElement>('input[type="text"]')?.value).toBe('y');
    await click(button(element, 'Put it on'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(120, start);
    expect(button(element, 'Put it on')?.getAttribute('aria-label')).toBe('Open the line of 2026-09-30: Put it on the <i>agenda</i>');
  });

  it('says so where the vault has left out every sign', async () => {
    const element = await showList({ rows: [] });
    expect(element.textContent).toContain('leave out every sign');
    expect(await problemsOf(element)).toEqual([]);
  });
});
