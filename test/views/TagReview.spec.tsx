import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decisionOf, decisionsOf, draftOf, REVIEW_START, type TagProposalNote, type TagReviewState } from '../../src/views/tag-review.js';
import { TagCompetencies } from '../../src/views/TagCompetencies.js';
import { TagRemark } from '../../src/views/TagRemark.js';
import { TagReview, type TagReviewProps } from '../../src/views/TagReview.js';

const shown: HTMLElement[] = [];

afterEach(() => {
  for (const element of shown.splice(0)) {
    render(null, element);
    element.remove();
  }
});

function note(title: string, values: Partial<TagProposalNote> = {}): TagProposalNote {
  return {
    path: `Executives/${title}.md`,
    title,
    level: {
      current: undefined,
      proposed: 'toe-dipper',
      reasons: [{ about: 'Done on 2026-10-02, money', text: 'Released 180,000 for the trial', isQuote: true, path: `Executives/${title}.md`, offset: 40 }],
      whyNot: '',
    },
    needed: { current: 'supporter', proposed: undefined, reasons: [], whyNot: 'Open work asks for the recorded level.' },
    competencies: { current: [], proposed: ['employee-engagement'], reasons: [], whyNot: '' },
    ...values,
  };
}

async function show(props: Partial<TagReviewProps>): Promise<HTMLElement> {
  const element = document.body.createDiv({ attr: { role: 'dialog', 'aria-label': 'Review' } });
  shown.push(element);
  const all: TagReviewProps = {
    notes: [note('Ana'), note('Bo')],
    without: [],
    labels: {},
    start: REVIEW_START,
    onOpen: () => undefined,
    onDone: () => undefined,
    onCancel: () => undefined,
    ...props,
  };
  await act(() => render(<TagReview {...all} />, element));
  return element;
}

const press = (key: string): Promise<void> => act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const click = (element: HTMLElement | undefined | null): Promise<void> => act(() => element?.click());
const button = (element: HTMLElement, name: string): HTMLButtonElement | undefined => [...element.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(name));

async function choose(select: Element | null, value: string): Promise<void> {
  if (!(select instanceof HTMLSelectElement)) throw new Error('No list to choose from.');
  select.value = value;
  await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
}

const doneWith = (onDone: ReturnType<typeof vi.fn>): TagReviewState => onDone.mock.lastCall?.[0] as TagReviewState;

describe('review of proposals', () => {
  it('shows what is recorded, what is proposed and the quotes it rests on', async () => {
    const element = await show({});
    expect(element.querySelector('h3')?.textContent).toBe('Ana');
    expect(element.querySelector('.cx-tag-progress')?.textContent).toBe('1 of 2');
    expect([...element.querySelectorAll('.cx-tag-change > span:first-child')].map(({ textContent }) => textContent)).toEqual(['Recorded: Not assessed', 'Recorded: None', 'Recorded: Supporter']);
    expect(element.querySelector<HTMLSelectElement>('select')?.selectedOptions[0]?.textContent).toBe('Toe-dipper (proposed)');
    expect(element.querySelector('.cx-tag-reasons')?.textContent).toBe('Done on 2026-10-02, moneyReleased 180,000 for the trial');
    expect(element.textContent).toContain('Open work asks for the recorded level.');
  });

  it('shows what is proposed first, and its reasons only where something rests on them', async () => {
    const reasons = [{ about: 'Assessment of 2026-08-25', text: 'opposer', isQuote: true, path: 'x', offset: 0 }];
    const element = await show({ notes: [note('Ana', { level: { current: 'opposer', proposed: undefined, reasons, whyNot: 'Fits.' } })] });
    expect([...element.querySelectorAll('.cx-tag-name')].map(({ textContent }) => textContent)).toEqual(['Competencies', 'Level of commitment', 'Needed level']);
    expect([...element.querySelectorAll('details')].map(({ open }) => open)).toEqual([false]);
  });

  it('takes the labels of the vault for levels', async () => {
    const element = await show({ labels: { supporter: 'On board' } });
    expect(element.textContent).toContain('Recorded: On board');
  });

  it('accepts and skips by one key each, and tells so', async () => {
    const onDone = vi.fn();
    const notes = [note('Ana'), note('Bo'), note('Cy')];
    const element = await show({ notes, onDone });
    expect(document.activeElement).toBe(element.querySelector('h3'));
    await press('a');
    expect(element.querySelector('[role="status"]')?.textContent).toBe('Accepted: Ana.');
    expect([document.activeElement?.textContent, element.querySelector('.cx-tag-progress span')?.textContent]).toEqual(['Bo', '2 of 3']);
    await press('S');
    await press('a');
    expect(decisionsOf(notes, doneWith(onDone)).map(({ path }) => path)).toEqual(['Executives/Ana.md', 'Executives/Cy.md']);
  });

  it('leads to the lists by a key, where letters belong to the list', async () => {
    const onDone = vi.fn();
    const element = await show({ notes: [note('Ana')], onDone });
    await press('c');
    expect(document.activeElement).toBe(element.querySelector('select'));
    await press('s');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('takes what the person chose instead of what was proposed', async () => {
    const onDone = vi.fn();
    const notes = [note('Ana')];
    const element = await show({ notes, onDone });
    await choose(element.querySelector('select'), 'advocate');
    await choose(element.querySelectorAll('select')[1] ?? null, '');
    await click(element.querySelector<HTMLElement>('.cx-tag-choices input'));
    await click(button(element, 'Accept'));
    expect(decisionsOf(notes, doneWith(onDone))).toEqual([
      { path: 'Executives/Ana.md', level: 'advocate', needed: null, competencies: ['purposeful-leadership', 'employee-engagement'], remark: '' },
    ]);
  });

  it('goes back to a note that was answered, with what was chosen, to change one’s mind', async () => {
    const onDone = vi.fn();
    const notes = [note('Ana'), note('Bo')];
    const element = await show({ notes, onDone });
    await choose(element.querySelector('select'), 'supporter');
    await press('a');
    await press('b');
    expect(element.querySelector('h3')?.textContent).toBe('Ana');
    expect(element.querySelector('select')?.value).toBe('supporter');
    await click(button(element, 'Skip'));
    await click(button(element, 'Accept'));
    expect(decisionsOf(notes, doneWith(onDone)).map(({ path }) => path)).toEqual(['Executives/Bo.md']);
  });

  it('ends early with what was accepted so far', async () => {
    const onDone = vi.fn();
    const notes = [note('Ana'), note('Bo'), note('Cy')];
    const element = await show({ notes, onDone });
    await press('a');
    await click(button(element, 'Preview 1 note now'));
    expect(decisionsOf(notes, doneWith(onDone)).map(({ path }) => path)).toEqual(['Executives/Ana.md']);
  });

  it('opens the place of a reason and goes on from the state it gave', async () => {
    const onOpen = vi.fn();
    const first = await show({ onOpen });
    await press('a');
    await click(first.querySelector<HTMLElement>('.cx-tag-reasons button'));
    expect(onOpen.mock.lastCall?.slice(0, 2)).toEqual(['Executives/Bo.md', 40]);
    const second = await show({ start: onOpen.mock.lastCall?.[2] as TagReviewState });
    expect([second.querySelector('h3')?.textContent, second.textContent.includes('Preview 1 note now')]).toEqual(['Bo', true]);
  });

  it('cannot accept what would change nothing, and says why nothing is proposed', async () => {
    const onDone = vi.fn();
    const nothing = note('Ana', {
      level: { current: undefined, proposed: undefined, reasons: [], whyNot: 'Nothing is recorded in this vault about what Ana said or did.' },
      needed: undefined,
      competencies: undefined,
    });
    const element = await show({ notes: [nothing], onDone });
    expect(button(element, 'Accept')?.disabled).toBe(true);
    await press('a');
    expect(onDone).not.toHaveBeenCalled();
    expect(element.textContent).toContain('Nothing is recorded in this vault about what Ana said or did.');
  });

  it('lists the notes without a proposal, alone where there is no other', async () => {
    const onCancel = vi.fn();
    const element = await show({ notes: [], without: [{ path: 'Bo.md', message: 'Nothing is recorded about Bo.' }], onCancel });
    expect(element.querySelector('.cx-tag-without')?.textContent).toBe('No proposal: 1 noteNothing is recorded about Bo.');
    expect(element.querySelector('details')?.open).toBe(true);
    await click(button(element, 'Close'));
    expect(onCancel).toHaveBeenCalled();
  });

  it('shows hostile titles and quotes as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const level = { current: undefined, proposed: 'advocate' as const, reasons: [{ about: hostile, text: hostile, isQuote: true, path: 'x', offset: 0 }], whyNot: hostile };
    const element = await show({ notes: [note(hostile, { level })], without: [{ path: 'x', message: hostile }] });
    expect(element.querySelector('img')).toBeNull();
    expect(element.textContent.split(hostile).length).toBe(6);
  });

  it('has no accessibility problem', async () => {
    const element = await show({ without: [{ path: 'x', message: 'Nothing.' }] });
    expect(await problemsOf(element)).toEqual([]);
  });
});

describe('decisions', () => {
  it('hold nothing where the note says all of it already', () => {
    const same = note('Ana', { level: { current: 'passive', proposed: undefined, reasons: [], whyNot: '' }, competencies: undefined });
    expect(decisionOf(same, draftOf(same))).toBeUndefined();
  });

  it('remove a level where none is chosen', () => {
    const set = note('Ana', { level: { current: 'passive', proposed: undefined, reasons: [], whyNot: '' }, competencies: undefined });
    expect(decisionOf(set, { ...draftOf(set), level: undefined })).toEqual({ path: 'Executives/Ana.md', level: null, remark: '' });
  });

  it('leave competencies in another order alone', () => {
    const set = note('Ana', { level: undefined, competencies: { current: ['employee-engagement', 'purposeful-leadership'], proposed: undefined, reasons: [], whyNot: '' } });
    expect(decisionOf(set, { ...draftOf(set), competencies: ['purposeful-leadership', 'employee-engagement'] })).toBeUndefined();
  });
});

describe('questions', () => {
  it('asks why with the line that will be written', async () => {
    const onAnswer = vi.fn();
    const element = document.body.createDiv();
    shown.push(element);
    await act(() => render(<TagRemark lineOf={(remark) => `2026-11-22 passive — ${remark}`} action="Set level" onAnswer={onAnswer} onCancel={() => undefined} />, element));
    const input = element.querySelector('input')!;
    expect(document.activeElement).toBe(input);
    input.value = '  sends a deputy ';
    await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    expect(element.querySelector('code')?.textContent).toBe('2026-11-22 passive — sends a deputy');
    await click(element.querySelector('button'));
    expect(onAnswer).toHaveBeenCalledWith('sends a deputy');
    expect(await problemsOf(element)).toEqual([]);
  });

  it('asks for competencies, those of now ticked', async () => {
    const onAnswer = vi.fn();
    const element = document.body.createDiv();
    shown.push(element);
    await act(() => render(<TagCompetencies current={['customer-connectedness']} hint="For all." action="Set" onAnswer={onAnswer} onCancel={() => undefined} />, element));
    await click(element.querySelector('input'));
    await click(element.querySelector('button'));
    expect(onAnswer).toHaveBeenCalledWith(['purposeful-leadership', 'customer-connectedness']);
    expect(await problemsOf(element)).toEqual([]);
  });
});

async function problemsOf(element: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
