import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { EditPreview, type EditPreviewProps } from '../../src/views/EditPreview.js';

const shown: HTMLElement[] = [];

afterEach(() => {
  for (const element of shown.splice(0)) {
    render(null, element);
    element.remove();
  }
});

type Change = EditPreviewProps['plan']['changes'][number];

async function show(changes: readonly Change[], props: Partial<EditPreviewProps> & { readonly refused?: EditPreviewProps['plan']['refused'] } = {}): Promise<HTMLElement> {
  const { refused = [], onWrite = () => undefined, onCancel = () => undefined } = props;
  const element = document.body.createDiv({ attr: { role: 'dialog', 'aria-label': 'Preview' } });
  shown.push(element);
  await act(() => render(<EditPreview plan={{ title: 'Set level', changes, refused }} onWrite={onWrite} onCancel={onCancel} />, element));
  return element;
}

const change = (path: string, before = 'commitment: passive\nkeep\n', after = 'commitment: supporter\nkeep\n'): Change => ({ path, before, after });
const many = (count: number): readonly Change[] => Array.from({ length: count }, (_, index) => change(`Executives/${index}.md`));

function button(element: HTMLElement, label: string): HTMLButtonElement {
  const found = [...element.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (found === undefined) throw new Error(`No button "${label}": ${[...element.querySelectorAll('button')].map(({ textContent }) => textContent).join(', ')}`);
  return found;
}

const click = (element: HTMLElement): Promise<void> => act(() => element.click());
const press = (key: string): Promise<void> => act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const boxes = (element: HTMLElement): HTMLInputElement[] => [...element.querySelectorAll('input')];

it('shows what goes and what comes by sign, word and mark', async () => {
  const element = await show([change('Ana.md')]);
  const lines = [...element.querySelectorAll<HTMLElement>('.cx-diff-line')].map(({ textContent }) => textContent);
  expect(lines).toEqual(['−Removed: commitment: passive', '+Added: commitment: supporter', ' keep']);
  expect([...element.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['passive', 'supporter']);
});

it('tells two lines apart that differ in their ending alone', async () => {
  const element = await show([change('Ana.md', 'end', 'end\r\nmore')]);
  expect(element.querySelector('del')?.textContent).toBe('endno line break');
  expect(element.querySelector('ins')?.textContent).toBe('endline break CRLF');
});

it('goes on at the first of the notes that are shown more of', async () => {
  const element = await show(many(250));
  const more = button(element, 'Show 50 more');
  more.focus();
  await click(more);
  expect(document.activeElement).toBe(boxes(element)[200]);
  await press('ArrowUp');
  expect(document.activeElement).toBe(boxes(element)[199]);
});

it('counts in the button what is kept, and writes exactly that', async () => {
  const onWrite = vi.fn();
  const element = await show(many(3), { onWrite });
  await click(boxes(element)[1]!);
  expect(element.querySelector('[role="status"]')?.textContent).toBe('2 of 3 notes selected');
  await click(button(element, 'Change 2 notes'));
  expect(onWrite).toHaveBeenCalledWith(['Executives/0.md', 'Executives/2.md']);
});

it('selects none and all at once, and writes nothing while none is selected', async () => {
  const element = await show(many(3));
  await click(button(element, 'Select none'));
  expect(button(element, 'Change no note').disabled).toBe(true);
  await click(button(element, 'Select all'));
  expect(boxes(element).every(({ checked }) => checked)).toBe(true);
  expect(button(element, 'Change 3 notes').disabled).toBe(false);
});

it('is walked with arrow keys: one stop for Tab, changes opened and closed', async () => {
  const element = await show(many(3));
  expect(document.activeElement).toBe(boxes(element)[0]);
  await press('ArrowDown');
  await press('End');
  await press('ArrowUp');
  expect(document.activeElement).toBe(boxes(element)[1]);
  expect(boxes(element).map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  const row = boxes(element)[1]!.closest('li')!;
  await press('ArrowLeft');
  expect([row.querySelector('.cx-diff'), row.querySelector('.cx-edit-path')?.getAttribute('aria-expanded')]).toEqual([null, 'false']);
  await press('ArrowRight');
  expect(row.querySelector('.cx-diff')).not.toBeNull();
});

it('keeps hundreds of notes closed and draws them in parts', async () => {
  const element = await show(many(450));
  expect([boxes(element).length, element.querySelectorAll('.cx-diff').length]).toEqual([200, 10]);
  await click(button(element, 'Show 200 more'));
  await click(button(element, 'Show 50 more'));
  expect(boxes(element).length).toBe(450);
  expect(button(element, 'Change 450 notes').disabled).toBe(false);
});

it('shows part of a line that is very long, at its change', async () => {
  const filler = 'word '.repeat(450);
  const element = await show([change('Ana.md', `${filler}old ${filler}`, `${filler}new ${filler}`)]);
  const text = element.querySelector('ins')?.textContent ?? '';
  expect([text.length <= 2002, text.includes('new '), text.startsWith('…'), text.endsWith('…')]).toEqual([true, true, true, true]);
});

it('names the notes that are left as they are, also when nothing else is left to do', async () => {
  const onCancel = vi.fn();
  const element = await show([], { refused: [{ path: 'Bo.md', message: '"Bo.md" was not changed: no.' }], onCancel });
  expect(element.querySelector('.cx-edit-refusals')?.textContent).toBe('Left as they are: 1 note"Bo.md" was not changed: no.');
  await click(button(element, 'Close'));
  expect(onCancel).toHaveBeenCalled();
});

it('shows hostile paths and texts as text', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const element = await show([change(`${hostile}.md`, 'a\n', `${hostile}\n`)], { refused: [{ path: 'x', message: hostile }] });
  expect(element.querySelector('img')).toBeNull();
  expect(element.textContent.split(hostile).length).toBe(4);
});

it('has no accessibility problem', async () => {
  const element = await show([change('Ana.md', 'a\nb\n', 'a\nc\n'), change('Bo.md')], { refused: [{ path: 'x', message: 'No.' }] });
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
});
