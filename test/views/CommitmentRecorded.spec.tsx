/** What git recorded, in the map: in a person's details, and the map as of a day. */
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { formatCommitmentCsv } from '../../src/export/commitment-csv.js';
import { buildCommitmentMap, selectRows } from '../../src/views/commitment-map-model.js';
import { recordedExecutive, recordedHistory } from '../recorded.js';
import { nameButton, openMapPane, rowNames, rowOf, showMap, type ShownMap } from './commitment-page.js';
import { historyInHand } from './history-in-hand.js';
import { accessibilityTroubles, button, click, press, textOf } from './in-page.js';

const INES = 'People/Ines Falk.md';
const HISTORY = recordedHistory([
  recordedExecutive(INES, [['2026-01-04', 'toe-dipper'], ['2026-02-01', 'unreadable'], ['2026-02-03', 'supporter']], { formerPaths: ['Ines.md'] }),
  recordedExecutive('People/Rune Aldous.md', [['2026-01-20', 'supporter'], ['2026-10-27', 'advocate']]),
  recordedExecutive('People/Olga Pole.md', [['2026-01-20', 'none'], ['2026-02-01', 'opposer']]),
  recordedExecutive('People/Vera Gone.md', [['2026-01-01', 'passive'], ['2026-06-01', 'absent']], { present: false }),
]);
const DAYS = ['2026-01-01', '2026-01-04', '2026-01-20', '2026-02-01', '2026-02-03', '2026-06-01', '2026-10-27'];

const TOOL = 'Map as recorded in Git';
const recordedPart = ({ pane }: ShownMap): HTMLElement | null => pane.querySelector<HTMLElement>('.cx-recorded');
const lines = (shown: ShownMap): readonly string[] => [...(recordedPart(shown)?.querySelectorAll('li') ?? [])].map(textOf);
const days = ({ pane }: ShownMap): HTMLSelectElement => pane.querySelector<HTMLSelectElement>('.cx-history-days select')!;
const slider = ({ pane }: ShownMap): HTMLInputElement => pane.querySelector<HTMLInputElement>('.cx-history-slider')!;
const banner = ({ pane }: ShownMap): string => textOf(pane.querySelector('.cx-recorded-banner [role="status"]'));
const spoken = (shown: ShownMap, name: string): string => textOf(nameButton(shown, name).querySelector('.cx-unseen'));

async function choose(shown: ShownMap, day: string): Promise<void> {
  await act(() => {
    days(shown).value = day;
    days(shown).dispatchEvent(new Event('change', { bubbles: true }));
  });
}

async function onDay(day: string, options: Parameters<typeof showMap>[0] = {}): Promise<ShownMap> {
  const shown = await showMap({ history: historyInHand({ history: HISTORY }).source, ...options });
  await click(button(shown.pane, TOOL));
  await choose(shown, day);
  return shown;
}

describe('without a history to read', () => {
  test.each([undefined, historyInHand({}, false).source])('nothing of it is offered', async (history) => {
    const shown = await showMap({ choice: { panel: 'details', person: INES }, ...(history === undefined ? {} : { history }) });
    expect(shown.pane.textContent).not.toMatch(/git/i);
    expect(shown.pane.querySelector(`[aria-label="${TOOL}"]`)).toBeNull();
  });
});

describe('a person\'s details', () => {
  test('offer to read, tell how far it is, stop, and say why it failed', async () => {
    const history = historyInHand();
    const shown = await showMap({ choice: { panel: 'details', person: INES }, history: history.source });
    await click(button(recordedPart(shown)!, 'Read commitment history from Git'));
    await history.set({ reading: { done: 0, total: 0 } });
    expect(textOf(recordedPart(shown)!.querySelector('[role="status"]'))).toBe('Reading commitment history from Git');
    expect(recordedPart(shown)?.textContent).toContain('Listing commits');
    await history.set({ reading: { done: 1200, total: 5380 } });
    expect(recordedPart(shown)?.textContent).toContain('1,200 of 5,380 versions of notes');
    expect(recordedPart(shown)?.querySelector('progress')?.max).toBe(5380);
    await click(button(recordedPart(shown)!, 'Cancel'));
    expect(history.asked).toEqual(['read', 'cancel']);
    await history.set({ reading: undefined, failure: 'Git is not installed.' });
    expect(textOf(recordedPart(shown)!.querySelector('[role="status"]'))).toBe('The commitment history was not read. Git is not installed.');
  });

  test('tell each level with its day, author and subject, gaps, and former paths', async () => {
    const shown = await showMap({ choice: { panel: 'details', person: INES }, history: historyInHand({ history: HISTORY }).source });
    expect(lines(shown)).toEqual([
      'supporter recorded on 2026-02-03 by Maud DevereuxAssess supporter',
      'Gap: could not be read 2026-02-01 – 2026-02-03',
      'toe-dipper recorded on 2026-01-04 by Maud DevereuxAssess toe-dipper',
    ]);
    expect(recordedPart(shown)?.textContent).toContain('Formerly Ines.md');
    expect(recordedPart(shown)?.textContent).toContain('not those on which something happened');
    expect(shown.pane.textContent).toContain('Levels over time');
  });

  test('write names and subjects as text, whatever they hold', async () => {
    const [ines] = HISTORY.executives;
    const stretches = ines!.stretches.map((stretch) => (stretch.kind === 'level' ? { ...stretch, author: '<b>x</b>', subject: '<img src=x onerror=alert(1)>' } : stretch));
    const shown = await showMap({ choice: { panel: 'details', person: INES }, history: historyInHand({ history: recordedHistory([{ ...ines!, stretches }]) }).source });
    expect(lines(shown)[0]).toContain('by <b>x</b><img src=x onerror=alert(1)>');
    expect(recordedPart(shown)?.querySelector('img, b')).toBeNull();
  });

  test('say where git has nothing, and where the clone is shallow', async () => {
    const shown = await showMap({ choice: { panel: 'details', person: 'People/Una Unknown.md' }, history: historyInHand({ history: { ...HISTORY, shallow: true } }).source });
    expect(recordedPart(shown)?.textContent).toContain('Git has no level of this note.');
    expect(recordedPart(shown)?.textContent).toContain('This clone is shallow');
  });
});

describe('the map as recorded on a day', () => {
  test('offers the days on which something changed, and today first', async () => {
    const shown = await showMap({ history: historyInHand({ history: HISTORY }).source });
    await click(button(shown.pane, TOOL));
    expect([...days(shown).options].map(textOf)).toEqual([...DAYS, 'Today']);
    expect(days(shown).selectedOptions[0]?.textContent).toBe('Today');
    expect(banner(shown)).toBe('');
    expect(button(shown.pane, 'Later day').matches(':disabled')).toBe(true);
  });

  test('puts each where git had them by then, says where they are now, and names who is gone', async () => {
    const shown = await onDay('2026-01-20');
    expect(rowNames(shown).map((name) => spoken(shown, name))).toEqual([
      'Ines Falk, CEO, Group: recorded as toe-dipper, now supporter',
      'Olga Pole, CIO, Crossings: no level, now opposer',
      'Rune Aldous, MD Freight, Freight: recorded as supporter, now advocate',
      'Tom Dipper, CMO, Crossings: no recording then, now toe-dipper',
      'Una Unknown, CHRO: no recording then, now not assessed',
    ]);
    expect(banner(shown)).toBe('As recorded on 2026-01-20. To look at only. 2 executives stand elsewhere now. Recorded then, and no longer in the vault: Vera Gone.');
    expect(rowOf(shown, 'Ines Falk').querySelectorAll('.cx-map-x')).toHaveLength(2);
    expect(rowOf(shown, 'Ines Falk').querySelector('.cx-map-trail.is-up')).not.toBeNull();
    expect(rowOf(shown, 'Tom Dipper').querySelector('.cx-map-trail')).toBeNull();
    expect(shown.pane.querySelector('.cx-map-o, .cx-map-evidence, .cx-map-reach:not(.cx-key)')).toBeNull();
  });

  test('says what was unreadable then, and that nobody moved who did not', async () => {
    const shown = await onDay('2026-02-01');
    expect(spoken(shown, 'Ines Falk')).toBe('Ines Falk, CEO, Group: could not be read, now supporter');
    expect(spoken(shown, 'Olga Pole')).toBe('Olga Pole, CIO, Crossings: recorded as opposer, the same now');
  });

  test('changes nothing: no menu of levels, no key, no output of the present under another day', async () => {
    const shown = await onDay('2026-01-20');
    await press(nameButton(shown, 'Ines Falk'), 'ArrowRight', { altKey: true });
    await press(nameButton(shown, 'Ines Falk'), 'm');
    expect(shown.menu().map(({ title }) => title)).toEqual(['Open note', 'Open in a new tab', 'Details']);
    expect(shown.asked).toEqual([]);
    expect(shown.pane.querySelector('[data-mark]')).toBeNull();
    expect(shown.pane.querySelector('[aria-label="More"]')).toBeNull();
  });

  test('goes from day to day by buttons and slider, and back to today', async () => {
    const shown = await onDay('2026-01-20');
    await click(button(shown.pane, 'Earlier day'));
    expect(days(shown).value).toBe('2026-01-04');
    await act(() => {
      slider(shown).value = '0';
      slider(shown).dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(days(shown).value).toBe('2026-01-01');
    expect(slider(shown).getAttribute('aria-valuetext')).toBe('2026-01-01, 1 of 7');
    expect(button(shown.pane, 'Earlier day').matches(':disabled')).toBe(true);
    await click(button(shown.pane, 'Back to today'));
    expect(banner(shown)).toBe('');
    expect(spoken(shown, 'Ines Falk')).toContain('now supporter, needed advocate');
    expect(slider(shown).getAttribute('aria-valuetext')).toBe('Today');
  });

  test('marks in the details the recording that it shows', async () => {
    const shown = await onDay('2026-01-20', { choice: { panel: 'details', person: INES } });
    expect(lines(shown).filter((line) => line.includes('shown on the map'))).toEqual([expect.stringMatching(/^toe-dipper recorded on 2026-01-04/)]);
  });

  test('is the same in the table, while what is exported stays the present', async () => {
    const shown = await onDay('2026-01-20', { choice: { form: 'table' } });
    const cells = [...shown.pane.querySelectorAll('.cx-map-table tr')].map((row) => [...row.children].map(textOf));
    expect(cells.slice(0, 3)).toEqual([
      ['Executive', 'Role', 'Unit', 'Recorded on 2026-01-20', 'First recorded', 'Now', 'Note'],
      ['Ines Falk', 'CEO', 'Group', 'toe-dipper', '2026-01-04', 'supporter', INES],
      ['Olga Pole', 'CIO', 'Crossings', 'no level', '2026-01-20', 'opposer', 'People/Olga Pole.md'],
    ]);
    const model = buildCommitmentMap(shown.playbook.store!);
    expect(formatCommitmentCsv(selectRows(model, shown.choice()), model.words)).toContain('Ines Falk,CEO,Group,supporter,advocate');
  });

  test('follows a newer reading, and offers to read again', async () => {
    const history = historyInHand({ history: HISTORY });
    const shown = await showMap({ history: history.source });
    await click(button(shown.pane, TOOL));
    await choose(shown, '2026-01-20');
    await click(button(shown.pane, 'Read again'));
    expect(history.asked).toEqual(['read']);
    await history.set({ history: recordedHistory([recordedExecutive(INES, [['2026-01-10', 'advocate']])]) });
    expect(spoken(shown, 'Ines Falk')).toContain('recorded as advocate');
    expect([...days(shown).options].map(textOf)).toEqual(['2026-01-10', 'Today']);
    await history.set({ history: recordedHistory([]) });
    expect(shown.pane.textContent).toContain('Git has no level of any executive.');
  });

  test.each([{ width: 1200, height: 800 }, { width: 390, height: 844 }])('can be used by everybody in %o', async (size) => {
    const shown = await onDay('2026-01-20', { pane: openMapPane(size), choice: { panel: 'details', person: INES } });
    expect(await accessibilityTroubles(shown.pane)).toEqual([]);
  });
});
