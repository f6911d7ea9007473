import { describe, expect, it } from 'vitest';
import edits from '../../styles/plugin/roadmap-edits.css';
import type { RoadmapItem } from '../../src/roadmap/roadmap-layout.js';
import { phaseChoices, sponsorChoices, type FormChoice, type ItemFields } from '../../src/views/roadmap-form-values.js';
import { RoadmapItemForm } from '../../src/views/RoadmapItemForm.js';
import { accessibilityTroubles, button, click, draw, LAYS_OUT, openPane, textOf, type } from './in-page.js';

const FIELDS: ItemFields = { start: '2026-03-03', end: '2026-Q3', status: 'planned', ambition: '', phase: 'embed', progress: '10', sponsor: 'Ana Ruiz' };
const SPONSORS = sponsorChoices([{ path: 'Executives/Ana Ruiz.md', title: 'Ana Ruiz' }, { path: 'A/Ben.md', title: 'Ben' }, { path: 'B/ben.md', title: 'ben' }]);

interface Shown {
  readonly pane: HTMLElement;
  readonly saved: ItemFields[];
  readonly cancelled: () => number;
  readonly field: (label: string) => HTMLInputElement;
  readonly choose: (label: string, value: string) => Promise<void>;
}

interface FormOptions {
  readonly kind?: RoadmapItem['kind'];
  readonly fields?: Partial<ItemFields>;
  readonly sponsorCount?: number;
  readonly sponsors?: readonly FormChoice[];
  readonly width?: number;
}

async function form({ kind = 'initiative', fields = {}, sponsorCount = 1, sponsors = SPONSORS, width = 480 }: FormOptions = {}): Promise<Shown> {
  const pane = openPane({ width });
  pane.createEl('style', { text: edits });
  const saved: ItemFields[] = [];
  let cancelled = 0;
  const content = pane.createDiv();
  await draw(
    <RoadmapItemForm kind={kind} fields={{ ...FIELDS, ...fields }} sponsorCount={sponsorCount} phases={phaseChoices(new Map([['embed', 'Make it stick']]))} sponsors={sponsors} onSave={(after) => saved.push(after)} onCancel={() => cancelled++} />,
    content,
  );
  const labelled = (label: string): HTMLInputElement => {
    const found = [...content.querySelectorAll('label')].find((each) => textOf(each) === label);
    const control = found === undefined ? null : content.querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`);
    if (control === null) throw new Error(`No field "${label}".`);
    return control;
  };
  return {
    pane: content,
    saved,
    cancelled: () => cancelled,
    field: labelled,
    choose: async (label, value) => {
      const control = labelled(label);
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await nextFrame();
    },
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => void requestAnimationFrame(() => setTimeout(resolve, 0)));
}

function problemOf(input: HTMLInputElement): string {
  const [id = ''] = (input.getAttribute('aria-describedby') ?? '').split(' ');
  return textOf(input.ownerDocument.getElementById(id));
}

describe('the dialog of an item', () => {
  it('gives all that was changed, at once', async () => {
    const { pane, saved, field, choose } = await form();
    await type(field('Start'), '2027');
    await type(field('End'), '2027-q2');
    await type(field('Progress in percent'), '40');
    await type(field('Sponsor'), 'A');
    await type(field('Sponsor'), 'ana ruiz');
    await choose('Status', 'active');
    await choose('Ambition', 'unit');
    await choose('Phase', '');
    expect(textOf(pane.querySelector('.cx-roadmap-covers'))).toBe('Covers 1 Jan – 30 Jun 2027');
    await click(button(pane, 'Save'));
    expect(saved).toEqual([{ start: '2027', end: '2027-q2', status: 'active', ambition: 'unit', phase: '', progress: '40', sponsor: 'ana ruiz' }]);
  });

  it('starts at the dates', async () => {
    const { pane, field } = await form();
    expect(pane.ownerDocument.activeElement).toBe(field('Start'));
  });

  it('names phases as the journey does, and tells namesakes apart by their folder', async () => {
    const { pane, field } = await form();
    expect([...pane.querySelectorAll('option')].map(({ textContent, value }) => textContent || value)).toEqual(expect.arrayContaining(['Make it stick', 'Prove value', 'Ana Ruiz', 'Ben (A/Ben)', 'ben (B/ben)']));
    expect(field('Sponsor').getAttribute('list')).toBe(pane.querySelector('datalist')?.id);
  });

  it.each([
    ['Start', '2027-13', '"2027-13" is no date. Write 2027-03-01, 2027-03, 2027-Q1 or 2027.'],
    ['End', 'soon', '"soon" is no date. Write 2027-03-01, 2027-03, 2027-Q1 or 2027.'],
    ['End', '2025', 'The end lies before the start. Write a later end.'],
    ['Progress in percent', '101', '"101" is no number from 0 to 100. Write one, or nothing.'],
    ['Sponsor', 'Nobody', '"Nobody" is none of the executives. Choose one, or nothing.'],
    ['Sponsor', 'Ben', '"Ben" is none of the executives. Choose one, or nothing.'],
  ])('does not save %s "%s", says why at the field and goes there', async (label, text, message) => {
    const { pane, saved, field } = await form();
    await type(field(label), text);
    expect(problemOf(field(label))).toBe('');
    await click(button(pane, 'Save'));
    await nextFrame();
    expect([problemOf(field(label)), field(label).getAttribute('aria-invalid'), pane.ownerDocument.activeElement === field(label)]).toEqual([message, 'true', true]);
    expect(saved).toEqual([]);
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });

  it('corrects nobody before the field is left', async () => {
    const { field } = await form();
    await type(field('Start'), '2027-');
    expect(problemOf(field('Start'))).toBe('');
    field('Start').dispatchEvent(new FocusEvent('blur'));
    await nextFrame();
    expect(problemOf(field('Start'))).toContain('is no date');
    await type(field('Start'), '2026-05');
    expect([problemOf(field('Start')), field('Start').getAttribute('aria-invalid')]).toEqual(['', 'false']);
  });

  it.each<[RoadmapItem['kind'], string, string, string]>([
    ['initiative', '', '', 'Without dates it is not drawn.'],
    ['initiative', '2026-01-01', '', 'Drawn from 1 Jan – 1 Apr 2026, as one date is open'],
    ['pilot', '2026', '2026-12-31', 'Covers 1 Jan – 31 Dec 2026'],
    ['milestone', '', '2026-Q2', 'Covers 30 Jun 2026'],
    ['milestone', '2030', '2026-05-06', 'Covers 6 May 2026'],
    ['initiative', '2026', 'x', ''],
  ])('says what days the dates of a %s from "%s" to "%s" cover', async (kind, start, end, words) => {
    const { pane } = await form({ kind, fields: { start, end } });
    expect(textOf(pane.querySelector('[role="status"]'))).toBe(words);
  });

  it('asks for one date of a milestone, and for no progress', async () => {
    const { pane } = await form({ kind: 'milestone' });
    expect([...pane.querySelectorAll('label')].map(textOf)).toEqual(['Date', 'Status', 'Ambition', 'Phase', 'Sponsor']);
  });

  it('says which of several sponsors it is about', async () => {
    const { pane } = await form({ sponsorCount: 2 });
    expect(pane.textContent).toContain('First of 2 sponsors');
  });

  it('shows hostile names as text', async () => {
    const { pane, field } = await form({ fields: { sponsor: '<img src=x>' }, sponsors: sponsorChoices([{ path: 'x.md', title: '<img src=x>' }]) });
    expect([pane.querySelector('img'), field('Sponsor').value]).toEqual([null, '<img src=x>']);
  });

  it('is left without a change', async () => {
    const { pane, saved, cancelled } = await form();
    await click(button(pane, 'Cancel'));
    expect([saved, cancelled()]).toEqual([[], 1]);
  });

  it.each([480, 280])('is accessible and fits into %i px', async (width) => {
    const { pane } = await form({ sponsorCount: 2, width });
    expect(await accessibilityTroubles(pane)).toEqual([]);
    if (LAYS_OUT) expect(pane.scrollWidth).toBeLessThanOrEqual(pane.clientWidth);
  });
});
