import { describe, expect, it } from 'vitest';
import create from '../../styles/plugin/create.css';
import edits from '../../styles/plugin/roadmap-edits.css';
import { NewRoadmapItemForm, type NewItemFields } from '../../src/views/NewRoadmapItemForm.js';
import { sponsorChoices } from '../../src/views/roadmap-form-values.js';
import { accessibilityTroubles, button, click, draw, openPane, textOf, type } from './in-page.js';

const FIELDS: NewItemFields = { kind: 'initiative', title: '', start: '2027-03-01', end: '2027-05-31', sponsor: 'Ana Ruiz', isOpened: false };

interface Shown {
  readonly pane: HTMLElement;
  readonly created: NewItemFields[];
  readonly field: (label: string) => HTMLInputElement;
}

async function form(fields: Partial<NewItemFields> = {}): Promise<Shown> {
  const pane = openPane({ width: 480 });
  pane.createEl('style', { text: `${create}\n${edits}` });
  const content = pane.createDiv();
  const created: NewItemFields[] = [];
  await draw(
    <NewRoadmapItemForm
      fields={{ ...FIELDS, ...fields }}
      sponsors={sponsorChoices([{ path: 'Executives/Ana Ruiz.md', title: 'Ana Ruiz' }])}
      placeOf={(kind, title) => (title.trim() === '' || title === '???' ? undefined : { path: `${kind}/${title}.md`, remark: title === 'Taken' ? 'A note with this name exists.' : undefined })}
      onCreate={(after) => created.push(after)}
      onCancel={() => created.push({ ...FIELDS, title: 'cancelled' })}
    />,
    content,
  );
  return {
    pane: content,
    created,
    field: (label) => {
      const found = [...content.querySelectorAll('label')].find((each) => textOf(each) === label);
      const control = found === undefined ? null : found.htmlFor === '' ? found.querySelector('input') : content.querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`);
      if (control === null) throw new Error(`No field "${label}".`);
      return control;
    },
  };
}

async function choose(control: HTMLInputElement, value: string): Promise<void> {
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await nextFrame();
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => void requestAnimationFrame(() => setTimeout(resolve, 0)));
}

describe('the dialog for a new item', () => {
  it('starts at the title and gives what was asked for', async () => {
    const { pane, created, field } = await form();
    expect(pane.ownerDocument.activeElement).toBe(field('Title'));
    await type(field('Title'), 'Storm texts');
    expect(pane.textContent).toContain('Will be written to initiative/Storm texts.md');
    await click(field('Open the note afterwards'));
    await click(button(pane, 'Create'));
    expect(created).toEqual([{ ...FIELDS, title: 'Storm texts', isOpened: true }]);
  });

  it('takes another kind, whose place is another and whose date is one', async () => {
    const { pane, created, field } = await form({ end: '' });
    await type(field('Title'), 'Gate');
    await choose(field('Kind'), 'milestone');
    expect(pane.textContent).toContain('milestone/Gate.md');
    expect(field('Date').value).toBe('2027-03-01');
    await click(button(pane, 'Create'));
    expect(created).toMatchObject([{ kind: 'milestone', end: '2027-03-01' }]);
  });

  it.each([
    ['Title', '???', 'Write a name with at least one character that a file name can hold.'],
    ['Title', '', 'Write a name with at least one character that a file name can hold.'],
    ['Start', 'x', '"x" is no date. Write 2027-03-01, 2027-03, 2027-Q1 or 2027.'],
    ['End', '2026', 'The end lies before the start. Write a later end.'],
    ['Sponsor', 'Nobody', '"Nobody" is none of the executives. Choose one, or nothing.'],
  ])('creates nothing for %s "%s", says why and goes there', async (label, text, message) => {
    const { pane, created, field } = await form();
    await type(field('Title'), 'Storm texts');
    await type(field(label), text);
    await click(button(pane, 'Create'));
    await nextFrame();
    expect(pane.textContent).toContain(message);
    expect([field(label).getAttribute('aria-invalid'), pane.ownerDocument.activeElement === field(label), created]).toEqual(['true', true, []]);
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });

  it('says that the name is taken, and is left without a note', async () => {
    const { pane, created, field } = await form();
    await type(field('Title'), 'Taken');
    expect(pane.textContent).toContain('A note with this name exists.');
    await click(button(pane, 'Cancel'));
    expect(created).toMatchObject([{ title: 'cancelled' }]);
  });

  it('is accessible', async () => {
    const { pane } = await form();
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });
});
