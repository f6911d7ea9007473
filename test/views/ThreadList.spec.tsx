/** Annotations as a person works through them: by mouse, by keyboard, while threads come and go. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PlacedAnnotation } from '../../src/playbook/annotation.js';
import type { ThreadActions } from '../../src/views/thread-actions.js';
import { FIRST_THREADS_CHOICE, type ThreadsChoice } from '../../src/views/thread-choice.js';
import type { ThreadListProps } from '../../src/views/thread-props.js';
import { buildThreadRows } from '../../src/views/thread-rows.js';
import { ThreadList } from '../../src/views/ThreadList.js';
import { accessibilityTroubles, button, click, draw, LAYS_OUT, openPane, press, recordingHost, smallTargets, textOf, TODAY, type, type RecordingHost } from './in-page.js';
import { MUNT, RECORD, thread, type ThreadValues } from './sample-threads.js';

const TEXT = '# Shared customer record\n\nFive units go live on one weekend.\n\n## Risks\nThree desks, three stories.\n';

let host: RecordingHost;
let choices: ThreadsChoice[];
let asked: (readonly unknown[])[];
/** Whether what is asked for is written. */
let writes: boolean;

beforeEach(() => {
  host = recordingHost();
  choices = [];
  asked = [];
  writes = true;
});

const ask = (...what: readonly unknown[]): Promise<boolean> => {
  asked.push(what);
  return Promise.resolve(writes);
};

const actions: ThreadActions = {
  jump: (path) => void asked.push(['jump', path]),
  openFile: (path) => void asked.push(['openFile', path]),
  reply: (path, text) => ask('reply', path, text),
  resolve: (path, text) => ask('resolve', path, text),
  reopen: (path, text) => ask('reopen', path, text),
  confirm: (path, candidate) => ask('confirm', path, candidate),
  reanchor: (path) => ask('reanchor', path),
  share: (path) => ask('share', path),
};

const from = TEXT.indexOf('Three desks');

const OPEN = thread({ id: 'open', kind: 'risk', quote: 'one weekend', heading: ['Shared customer record', 'Plan'], events: [['2026-11-19T08:12:40Z', 'hal.quist', 'All at once?'], ['2026-11-21T08:00:00Z', 'ines.falk', 'Ask [[Leocadia|her]].\nThen [[Nobody]].']] });
const SECOND = thread({ id: 'second', place: { state: 'anchored', from: 40, to: 50 }, events: [['2026-11-20T09:00:00Z', 'hal.quist', 'Who pays?']] });
const CONFIRM = thread({ id: 'confirm', quote: 'Four desks', place: { state: 'confirm', candidates: [{ from, to: from + 11, score: 0.7 }, { from: 2, to: 8, score: 0.5 }] } });
const ORPHAN = thread({ id: 'orphan', kind: 'action', place: { state: 'orphan', missing: 'quote' } });
const PRIVATE = thread({ id: 'private', visibility: 'coach', place: { state: 'anchored', from: 60, to: 70 } });
const DONE = thread({ id: 'done', kind: 'praise', events: [['2026-10-01T08:00:00Z', 'hal.quist', 'Good.'], ['2026-10-02T08:00:00Z', 'ines.falk', '', 'resolved']] });
const ELSEWHERE = thread({ id: 'elsewhere', note: MUNT });
const DANGLING = thread({ id: 'dangling', note: null });
const ALL = [OPEN, SECOND, CONFIRM, ORPHAN, PRIVATE, DONE, ELSEWHERE, DANGLING];

type Shown = Partial<Omit<ThreadListProps, 'threads'>> & { readonly pane?: HTMLElement };

async function show(placed: readonly PlacedAnnotation[], { pane = openPane({ width: 360, height: 3000 }), ...props }: Shown = {}): Promise<HTMLElement> {
  const redraw = (choice: ThreadsChoice): Promise<HTMLElement> => {
    const onChoice = (next: ThreadsChoice): void => {
      choices.push(next);
      void redraw(next);
    };
    const resolveLink = (target: string): string | undefined => (target === 'Leocadia' ? MUNT : undefined);
    return draw(<ThreadList threads={rows} currentPath={RECORD} today={TODAY} host={host} actions={actions} resolveLink={resolveLink} {...props} choice={choice} onChoice={onChoice} />, pane);
  };
  const rows = buildThreadRows(placed, () => TEXT);
  return redraw(props.choice ?? choices.at(-1) ?? FIRST_THREADS_CHOICE);
}

const IN_VAULT: ThreadsChoice = { ...FIRST_THREADS_CHOICE, scope: 'vault' };

/** Groups with their counts, and threads as the quote that is shown. */
function shownIn(pane: HTMLElement): readonly string[] {
  return [...pane.querySelectorAll('.cx-thread-group, article')].map((row) => (row.localName === 'article' ? `- ${textOf(row.querySelector('h4'))}: ${textOf(row.querySelector('.cx-thread-quote-text, blockquote'))}` : textOf(row.querySelector('button'))));
}

function card(pane: HTMLElement, { annotation }: PlacedAnnotation): HTMLElement {
  const found = [...pane.querySelectorAll<HTMLElement>('article')].find((each) => textOf(each).includes(annotation.events[0]?.text ?? annotation.selector.quote) && textOf(each).includes(annotation.selector.quote));
  if (found === undefined) throw new Error(`No card of ${annotation.id}.`);
  return found;
}

const open = (pane: HTMLElement, placed: PlacedAnnotation): Promise<void> => click(button(card(pane, placed), 'Open conversation'));
const buttonsOf = (element: HTMLElement): readonly string[] => [...element.querySelectorAll('button')].map((each) => each.getAttribute('aria-label') ?? textOf(each));
const settle = (): Promise<void> => act(() => new Promise<void>((resolve) => void setTimeout(resolve, 0)));
const told = (pane: HTMLElement): string => textOf(pane.querySelectorAll('[role="status"]')[1]);
const focused = (): Element | null => document.activeElement;
const resolved = ({ id, kind = 'question' }: Pick<ThreadValues, 'id' | 'kind'>): PlacedAnnotation => thread({ id, kind, events: [['2026-11-20T09:00:00Z', 'hal.quist', 'x', 'resolved']] });

describe('what is shown', () => {
  test('puts what waits for a person first, and keeps resolved threads closed', async () => {
    const pane = await show(ALL);
    expect(shownIn(pane)).toEqual(['To confirm1', '- Question: Four desks', 'Lost their place1', '- Action: a passage', 'Open3', '- Risk: one weekend', '- Question: a passage', '- Question: a passage', 'Resolved1']);
    expect(textOf(pane.querySelector('[role="status"]'))).toBe('6 annotations, 5 not resolved');
    await click(button(pane, 'Resolved'));
    expect(shownIn(pane).slice(-2)).toEqual(['Resolved1', '- Praise: a passage']);
    expect(choices.at(-1)?.closed).toEqual([]);
  });

  test('shows on a card the passage, where it stands, who said what, how long ago, and the exact time', async () => {
    const pane = await show([OPEN]);
    expect(textOf(card(pane, OPEN))).toBe('Riskhal.quist3 days agoUnder PlanShow in note: one weekendAll at once?1 replyines.falk yesterdayReplyResolve');
    expect([...card(pane, OPEN).querySelectorAll('time')].map((time) => time.title)).toEqual(['2026-11-19 08:12 UTC', '2026-11-21 08:00 UTC']);
  });

  test('shows the notes of the vault, with the note on each card, also of a note that is gone', async () => {
    const pane = await show([OPEN, ELSEWHERE, DANGLING], { choice: IN_VAULT });
    expect([...pane.querySelectorAll('.cx-thread-where')].map(textOf)).toEqual(['Ferry app relaunch', 'Shared customer recordUnder Plan', 'Leocadia Munt (CIO)']);
    expect(textOf(card(pane, DANGLING))).toContain('“Ferry app relaunch” is not in this vault.');
    expect(card(pane, DANGLING).querySelector('blockquote')).not.toBeNull();
    await click(button(pane, 'Leocadia Munt'));
    expect(host.opened).toEqual([{ path: MUNT, newTab: false }]);
  });

  test('marks private threads with words, and offers to share them alone', async () => {
    const pane = await show([OPEN, PRIVATE]);
    expect([...pane.querySelectorAll('.cx-thread-private')].map(textOf)).toEqual(['Private: only in the coach’s folder']);
    await open(pane, PRIVATE);
    await open(pane, OPEN);
    expect([buttonsOf(card(pane, PRIVATE)).includes('Share with client…'), buttonsOf(card(pane, OPEN)).includes('Share with client…')]).toEqual([true, false]);
    await click(button(pane, 'Share with client…'));
    await settle();
    expect([asked, told(pane)]).toEqual([[['share', PRIVATE.annotation.path]], 'Shared with the client.']);
  });

  test('shows the conversation as text, with its lines and its links', async () => {
    const hostile = thread({ id: 'x', quote: '<b>bold</b>', events: [['2026-11-20T09:00:00Z', '<i>me</i>', '<img src=x onerror=alert(1)> **not bold**']] });
    const pane = await show([OPEN, hostile]);
    await open(pane, OPEN);
    await open(pane, hostile);
    const [first, second] = [...card(pane, OPEN).querySelectorAll('.cx-thread-event')];
    expect([textOf(first), second?.querySelector('.cx-thread-text')?.textContent]).toEqual(['hal.quist3 days agoAll at once?', 'Ask her.\nThen Nobody.']);
    await click(second?.querySelector('button'));
    expect(host.opened).toEqual([{ path: MUNT, newTab: false }]);
    expect(pane.querySelector('img, b, i')).toBeNull();
    expect(textOf(card(pane, hostile))).toContain('<img src=x onerror=alert(1)> **not bold**');
  });

  test('says what became of a thread, and that nothing is written yet', async () => {
    const pane = await show([DONE, thread({ id: 'empty', events: [], author: '' })], { choice: { ...FIRST_THREADS_CHOICE, closed: [] } });
    expect(textOf(pane)).toContain('Nothing is written in this annotation yet.');
    expect(textOf(pane.querySelector('.cx-thread-by'))).toMatch(/^Somebody/);
    await open(pane, DONE);
    expect([...pane.querySelectorAll('.cx-thread-event-head')].map(textOf)).toEqual(['hal.quist2026-10-01', 'ines.falkresolved this2026-10-02']);
  });

  test.each<[string, readonly PlacedAnnotation[], Shown, string, string | undefined]>([
    ['no annotation in the vault', [], {}, 'No annotations yetSelect a passage in a note', undefined],
    ['none in the note', [ELSEWHERE], {}, 'No annotations in this noteSelect a passage', 'Show 1 annotation of all notes'],
    ['no note in front', [ELSEWHERE, OPEN], { currentPath: undefined }, 'No note is openOpen a note', 'Show 2 annotations of all notes'],
    ['none that matches', [OPEN], { choice: { ...FIRST_THREADS_CHOICE, text: 'zebra' } }, 'No annotation matches the filters.', 'Clear filters'],
  ])('says what to do: %s', async (_, placed, props, words, offer) => {
    const pane = await show(placed, props);
    expect(textOf(pane.querySelector('.cx-empty'))).toContain(words);
    expect(await accessibilityTroubles(pane)).toEqual([]);
    if (offer === undefined) return;
    await click(button(pane, offer));
    expect(pane.querySelectorAll('article').length).toBeGreaterThan(0);
  });

  test('says that notes are being read', async () => {
    const pane = await draw(<ThreadList threads={undefined} currentPath={RECORD} today={TODAY} host={host} actions={actions} resolveLink={() => undefined} choice={FIRST_THREADS_CHOICE} onChoice={() => undefined} />, openPane());
    expect(textOf(pane)).toBe('Reading notes');
  });
});

describe('filters', () => {
  test('search, and narrow by kind, author, age and who sees it', async () => {
    const pane = await show(ALL);
    await type(pane.querySelector('input'), 'weekend');
    expect([shownIn(pane), textOf(pane.querySelector('[role="status"]'))]).toEqual([['Open1', '- Risk: one weekend'], '1 of 6 annotations, 1 not resolved']);
    await type(pane.querySelector('input'), '');
    await click(button(pane, 'Filters'));
    const selects = [...pane.querySelectorAll('select')];
    expect(selects.map((select) => [textOf(select.labels[0]), [...select.options].map(textOf)])).toContainEqual(['Author', ['Everybody', 'hal.quist', 'ines.falk']]);
    for (const [index, value] of [[0, 'question'], [1, 'hal.quist'], [2, 'week'], [3, 'coach']] as const) {
      const select = selects[index]!;
      select.value = value;
      await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    }
    expect([shownIn(pane), choices.at(-1)]).toEqual([['Open1', '- Question: a passage'], { ...FIRST_THREADS_CHOICE, kind: 'question', author: 'hal.quist', age: 'week', visibility: 'coach' }]);
    expect(button(pane, 'Filters, 4 set')).toBeTruthy();
    await click(button(pane, 'Clear filters'));
    expect(choices.at(-1)).toEqual(FIRST_THREADS_CHOICE);
  });
});

describe('what can be done', () => {
  test('shows the passage, and opens the file', async () => {
    const pane = await show([OPEN]);
    await click(button(pane, 'Show in note'));
    await open(pane, OPEN);
    await click(button(pane, 'Open file'));
    expect(asked).toEqual([['jump', OPEN.annotation.path], ['openFile', OPEN.annotation.path]]);
  });

  test('writes a reply by button or key, and is empty then', async () => {
    const pane = await show([OPEN]);
    await click(button(pane, 'Reply'));
    const field = pane.querySelector('textarea')!;
    expect(focused()).toBe(field);
    await type(field, ' Who decides? ');
    await press(field, 'Enter');
    expect(asked).toEqual([]);
    await press(field, 'Enter', { ctrlKey: true, isComposing: true });
    await press(field, 'Enter', { ctrlKey: true });
    await settle();
    expect([asked, field.value, told(pane), focused()]).toEqual([[['reply', OPEN.annotation.path, 'Who decides?']], '', 'Reply added.', field]);
  });

  test('keeps a reply that was not written, says so, and asks for words', async () => {
    writes = false;
    const pane = await show([OPEN]);
    await click(button(pane, 'Reply'));
    const field = pane.querySelector('textarea')!;
    await press(field, 'Enter', { metaKey: true });
    expect([asked, textOf(pane.querySelector('[role="alert"]'))]).toEqual([[], 'Write a reply first.']);
    await type(field, 'Still here');
    expect(textOf(pane.querySelector('[role="alert"]'))).toBe('');
    await press(field, 'Enter', { metaKey: true });
    await settle();
    expect([field.value, textOf(pane.querySelector('[role="alert"]')), field.getAttribute('aria-invalid')]).toEqual(['Still here', 'Nothing was written. Your text is still here: try again.', 'true']);
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });

  test('keeps drafts while threads come and go, and does one thing at a time', async () => {
    const pane = await show([OPEN, SECOND]);
    await click(button(card(pane, SECOND), 'Reply'));
    await type(pane.querySelector('textarea'), 'Half a thought');
    await show([SECOND], { pane });
    expect(pane.querySelector('textarea')?.value).toBe('Half a thought');
    const resolve = button(pane, 'Reply and resolve');
    await act(() => {
      resolve.click();
      resolve.click();
    });
    await settle();
    expect(asked).toEqual([['resolve', SECOND.annotation.path, 'Half a thought']]);
  });

  test('resolves and opens again from the card', async () => {
    const pane = await show([OPEN, DONE], { choice: { ...FIRST_THREADS_CHOICE, closed: [] } });
    await click(button(card(pane, OPEN), 'Resolve'));
    await settle();
    expect(told(pane)).toBe('Resolved.');
    await click(button(card(pane, DONE), 'Open again'));
    await settle();
    expect([asked, told(pane)]).toEqual([[['resolve', OPEN.annotation.path, ''], ['reopen', DONE.annotation.path, '']], 'Opened again.']);
  });

  test('offers the places that a passage may have moved to, with the text round them', async () => {
    const pane = await show([CONFIRM]);
    await click(button(pane, 'Choose place'));
    expect([...pane.querySelectorAll('.cx-thread-place')].map(textOf)).toEqual(['Place 1, line 6## Risks Three desks, three stories. Use this placeShow', 'Place 2, line 1# Shared customer recordUse this placeShow']);
    expect(textOf(pane.querySelector('mark'))).toBe('Three desks');
    expect(focused()?.getAttribute('aria-label')).toBe('Use this place, number 1');
    await click(button(pane, 'Show place 2'));
    expect(host.opened).toEqual([{ path: RECORD, offset: 2 }]);
    await click(button(pane, 'Use this place, number 1'));
    await settle();
    expect([asked, told(pane)]).toEqual([[['confirm', CONFIRM.annotation.path, { from, to: from + 11, score: 0.7 }]], 'Place confirmed.']);
  });

  test('re-anchors what lost its place, and says when nothing was changed', async () => {
    const pane = await show([ORPHAN]);
    writes = false;
    await click(button(pane, 'Re-anchor to selection'));
    await settle();
    expect([asked, told(pane)]).toEqual([[['reanchor', ORPHAN.annotation.path]], 'Nothing was changed.']);
  });
});

describe('by keyboard', () => {
  const enter = (pane: HTMLElement): void => pane.querySelector<HTMLElement>('.cx-thread-group-button')!.focus();

  test('moves by arrows, Home and End through groups and cards', async () => {
    const pane = await show(ALL);
    enter(pane);
    const index = (): string | null | undefined => focused()?.closest('[data-index]')?.getAttribute('data-index');
    for (const [key, place] of [['ArrowDown', '1'], ['ArrowDown', '2'], ['ArrowUp', '1'], ['End', '8'], ['ArrowDown', '8'], ['Home', '0'], ['PageDown', '5'], ['PageUp', '0']] as const) {
      await press(focused(), key);
      expect(`${key} ${index()}`).toBe(`${key} ${place}`);
    }
    await press(focused(), 'ArrowDown');
    expect([focused()?.localName, pane.querySelectorAll('article[tabindex="0"]').length]).toEqual(['article', 1]);
  });

  test('shows the passage by Enter, opens and closes by right and left, and replies by r', async () => {
    const pane = await show([OPEN]);
    enter(pane);
    await press(focused(), 'ArrowDown');
    await press(focused(), 'Enter');
    expect(asked).toEqual([['jump', OPEN.annotation.path]]);
    await press(focused(), 'ArrowRight');
    expect(button(pane, 'Close conversation').getAttribute('aria-expanded')).toBe('true');
    await press(focused(), 'ArrowLeft');
    expect(pane.querySelector('textarea')).toBeNull();
    await press(focused(), 'r', { ctrlKey: true });
    expect(focused()?.localName).toBe('article');
    await press(focused(), 'r');
    expect(focused()?.localName).toBe('textarea');
    await press(focused(), 'ArrowLeft');
    expect(focused()?.localName).toBe('textarea');
  });

  test('goes to the next card after one was resolved, to the one before after the last', async () => {
    const pane = await show([OPEN, SECOND, PRIVATE]);
    button(card(pane, OPEN), 'Resolve').focus();
    await show([resolved({ id: 'open' }), SECOND, PRIVATE], { pane });
    expect(focused()).toBe(card(pane, SECOND));
    await press(focused(), 'ArrowDown');
    await show([resolved({ id: 'open' }), SECOND, resolved({ id: 'private' })], { pane });
    expect(focused()).toBe(card(pane, SECOND));
    await show([resolved({ id: 'open' }), resolved({ id: 'second' }), resolved({ id: 'private' })], { pane });
    expect(textOf(focused())).toBe('Resolved3');
  });

  test('does not take the focus from elsewhere', async () => {
    const pane = await show([OPEN, SECOND]);
    const elsewhere = document.body.createEl('button');
    elsewhere.focus();
    await show([SECOND], { pane });
    expect(focused()).toBe(elsewhere);
    elsewhere.remove();
  });

  test('gives every card and group a name, and finds no fault', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const pane = await show(ALL, { pane: openPane({ width: 320, height: 4000, theme }), choice: { ...FIRST_THREADS_CHOICE, closed: [] } });
      for (const placed of [CONFIRM, PRIVATE, DONE]) await open(pane, placed);
      await click(button(pane, 'Filters'));
      expect(await accessibilityTroubles(pane)).toEqual([]);
    }
  });
});

if (LAYS_OUT) test('has room for fingers', async () => {
  const pane = await show(ALL, { pane: openPane({ width: 320, height: 6000, isTouched: true }), choice: { ...IN_VAULT, closed: [] } });
  await click(button(pane, 'Filters'));
  for (const chevron of pane.querySelectorAll('[aria-label="Open conversation"]')) await click(chevron);
  expect(smallTargets(pane)).toEqual([]);
  expect(pane.scrollWidth).toBeLessThanOrEqual(pane.clientWidth);
});

describe('a thread that is asked for', () => {
  test('is opened and focused, once for each time it is asked for', async () => {
    const focus = { path: SECOND.annotation.path };
    const pane = await show(ALL, { focused: focus });
    expect(focused()).toBe(card(pane, SECOND));
    expect(card(pane, SECOND).querySelector('textarea')).not.toBeNull();
    pane.querySelector('input')?.focus();
    await show(ALL, { pane, focused: focus });
    expect(focused()).toBe(pane.querySelector('input'));
    await show(ALL, { pane, focused: { ...focus } });
    expect(focused()).toBe(card(pane, SECOND));
  });

  test('is let in where filters, a closed group or another note keep it out', async () => {
    const pane = await show(ALL, { choice: { ...FIRST_THREADS_CHOICE, kind: 'risk' }, focused: { path: DONE.annotation.path } });
    expect([choices.at(-1), focused()]).toEqual([{ ...FIRST_THREADS_CHOICE, closed: [] }, card(pane, DONE)]);
    await show(ALL, { pane, focused: { path: ELSEWHERE.annotation.path } });
    expect([choices.at(-1)?.scope, textOf(focused()?.querySelector('.cx-thread-where'))]).toEqual(['vault', 'Leocadia Munt (CIO)']);
  });

  test('is waited for until it was read', async () => {
    const focus = { path: SECOND.annotation.path };
    const pane = await show([OPEN], { focused: focus });
    expect(pane.contains(focused())).toBe(false);
    await show([OPEN, SECOND], { pane, focused: focus });
    expect(focused()).toBe(card(pane, SECOND));
  });
});

describe('very long', () => {
  const MANY = Array.from({ length: 5000 }, (_, index) => thread({ id: `t${index}`, quote: `Passage ${index}`, place: { state: 'anchored', from: index, to: index + 1 } }));

  test('draws a part of 5,000 threads, and reaches the last of them', async () => {
    const pane = await show(MANY, { pane: openPane({ width: 360 }) });
    expect(textOf(pane.querySelector('[role="status"]'))).toBe('5,000 annotations, 5,000 not resolved');
    expect(pane.querySelectorAll('article').length).toBeLessThan(30);
    pane.querySelector<HTMLElement>('.cx-thread-group-button')!.focus();
    await press(focused(), 'End');
    await press(focused(), 'Enter');
    expect(asked).toEqual([['jump', MANY[4999]!.annotation.path]]);
    await show(MANY, { pane, focused: { path: MANY[2500]!.annotation.path } });
    expect(textOf(focused())).toContain('Passage 2500');
  });

  if (LAYS_OUT) {
    test('leaves neither holes nor overlaps when cards open', async () => {
      const pane = await show(MANY, { pane: openPane({ width: 320 }) });
      await click(button(pane, 'Open conversation'));
      await frames();
      const cards = [...pane.querySelectorAll('article, .cx-thread-group')].map((each) => each.getBoundingClientRect());
      for (const [index, { bottom }] of cards.slice(0, -1).entries()) expect(Math.abs(cards[index + 1]!.top - bottom)).toBeLessThan(1);
    });

    test('fits a pane of 320 pixels, from either side', async () => {
      for (const direction of ['ltr', 'rtl']) {
        const pane = openPane({ width: 320 });
        pane.dir = direction;
        await show([thread({ id: 'long', quote: 'x'.repeat(10_000), events: [['2026-11-20T09:00:00Z', 'a'.repeat(200), 'y'.repeat(10_000)]] }), CONFIRM], { pane });
        await click(button(pane, 'Choose place'));
        await click(button(pane, 'Filters'));
        for (const element of [pane.querySelector('.cx-toolbar')!, pane.querySelector('.cx-scroller')!]) expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
      }
    });
  }
});

async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
