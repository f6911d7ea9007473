/** The commitment map: who stands where, drag and keys, details, coalition, table, for everybody. */
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { formatCommitmentCsv } from '../../src/export/commitment-csv.js';
import { formatCommitmentMarkdown } from '../../src/export/commitment-markdown.js';
import { COALITION_LABEL } from '../../src/playbook/coalition-words.js';
import type { CommitmentChoice } from '../../src/views/commitment-choice.js';
import { buildCommitmentMap, selectRows } from '../../src/views/commitment-map-model.js';
import { nameButton, openMapPane, PEOPLE, person, rowNames, rowOf, showMap, type ShownMap } from './commitment-page.js';
import { parseCsv, parseMarkdownTable } from './commitment-tables.js';
import { accessibilityTroubles, button, click, LAYS_OUT, press, textOf, type } from './in-page.js';
import { entry } from './roadmap-page.js';

const said = ({ pane }: ShownMap): string => textOf([...pane.querySelectorAll('[role="status"]')].at(-1));
const spoken = (button: HTMLElement): string => textOf(button.querySelector('.cx-unseen'));
const mark = (shown: ShownMap, name: string): HTMLElement => rowOf(shown, name).querySelector<HTMLElement>('.cx-map-x:not(.is-ghost)')!;
const ghost = (shown: ShownMap, name: string): HTMLElement | null => rowOf(shown, name).querySelector<HTMLElement>('.cx-map-x.is-ghost');
const centre = (element: HTMLElement): number => parseFloat(element.style.insetInlineStart) + parseFloat(element.style.width) / 2;
const panel = ({ pane }: ShownMap): HTMLElement => pane.querySelector<HTMLElement>('.cx-side')!;

/** Moves an X by so many columns, and lets go where `end` says. */
async function drag(shown: ShownMap, name: string, columns: number, end: 'pointerup' | 'Escape' | 'pointercancel' = 'pointerup'): Promise<void> {
  const canvas = shown.pane.querySelector<HTMLElement>('.cx-map-rows')!;
  const { left, right } = canvas.getBoundingClientRect();
  const isRtl = shown.pane.dir === 'rtl';
  const columnPx = parseFloat(shown.pane.querySelector<HTMLElement>('.cx-map')!.style.getPropertyValue('--cx-column'));
  const x = (px: number): number => (isRtl ? right - px : left + px);
  const from = centre(mark(shown, name));
  const at = (kind: string, px: number): Promise<void> => act(() => void mark(shown, name).dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 1, button: 0, isPrimary: true, clientX: x(px) })));
  canvas.setPointerCapture = () => undefined;
  canvas.hasPointerCapture = () => false;
  await at('pointerdown', from);
  await at('pointermove', from + columns * columnPx * 0.5);
  await at('pointermove', from + columns * columnPx);
  if (end === 'Escape') await press(nameButton(shown, name), 'Escape');
  else await at(end, from + columns * columnPx);
}

async function settle(shown: ShownMap, isWritten: boolean): Promise<void> {
  await act(async () => {
    shown.answer(isWritten);
    await Promise.resolve();
  });
}

describe('before there is anybody', () => {
  test('welcomes where no note is the playbook’s, and shows the first executive as soon as there is one', async () => {
    const shown = await showMap({ files: { 'Soup.md': '# Soup' } });
    await click(button(shown.pane, 'Create starter playbook'));
    await click(button(shown.pane, 'New executive'));
    expect(shown.host.ran).toEqual(['create-starter-playbook', 'new-executive']);
    await shown.change('People/Ana.md', person('commitment: supporter'));
    expect(rowNames(shown)).toEqual(['Ana']);
  });

  test('offers no starter to a playbook without executives', async () => {
    const { pane } = await showMap({ files: { 'Journey.md': PEOPLE['Journey.md']! } });
    expect(textOf(pane.querySelector('h2'))).toBe('No executive is recorded yet');
    expect([...pane.querySelectorAll('button')].map(textOf)).toEqual(['New executive']);
  });
});

describe('who stands where', () => {
  test('says all that the marks show in the name of each row', async () => {
    const shown = await showMap();
    const names = ['Ines Falk', 'Rune Aldous', 'Tom Dipper', 'Olga Pole', 'Una Unknown'].map((name) => spoken(nameButton(shown, name)));
    expect(names).toEqual([
      'Ines Falk, CEO, Group: now supporter, needed advocate, 1 level to go, influence 5, evidence reaches toe-dipper',
      'Rune Aldous, MD Freight, Freight: now advocate, needed supporter, 1 level above the needed, influence 4, evidence reaches no level',
      'Tom Dipper, CMO, Crossings: now toe-dipper, needed supporter, 1 level to go, influence 2, evidence reaches no level',
      'Olga Pole, CIO, Crossings: now opposer, needed toe-dipper, 2 levels to go, no influence recorded',
      'Una Unknown, CHRO: now not assessed, no needed level recorded, no influence recorded',
    ]);
  });

  test('puts those not assessed in a column of their own, and only where there are any', async () => {
    const shown = await showMap();
    const heads = (): readonly string[] => [...shown.pane.querySelectorAll('.cx-map-column')].map(textOf);
    expect(heads()).toEqual(['not assessed1', 'opposer1', 'passive0', 'toe-dipper1', 'supporter1', 'advocate1']);
    expect(centre(mark(shown, 'Una Unknown'))).toBeLessThan(centre(mark(shown, 'Olga Pole')));
    await shown.change('People/Una Unknown.md', undefined);
    expect(heads()).toEqual(['opposer1', 'passive0', 'toe-dipper1', 'supporter1', 'advocate1']);
  });

  test('tells a gap from over-commitment by shape and words, and influence by size', async () => {
    const shown = await showMap();
    expect(rowOf(shown, 'Ines Falk').querySelector('.cx-map-reach.is-gap')).not.toBeNull();
    expect(textOf(rowOf(shown, 'Ines Falk').querySelector('.cx-map-words'))).toContain('1 level to go');
    expect(rowOf(shown, 'Rune Aldous').querySelector('.cx-map-reach.is-above')).not.toBeNull();
    expect(textOf(rowOf(shown, 'Rune Aldous').querySelector('.cx-map-words'))).toContain('1 level above the needed');
    expect(parseFloat(mark(shown, 'Ines Falk').style.width)).toBeGreaterThan(parseFloat(mark(shown, 'Tom Dipper').style.width));
  });

  test('marks where the evidence reaches another level, and says where it reaches none', async () => {
    const shown = await showMap();
    const evidence = (name: string): string => textOf(rowOf(shown, name).querySelector('.cx-map-evidence'));
    expect([evidence('Ines Falk'), evidence('Tom Dipper'), evidence('Olga Pole'), evidence('Una Unknown')]).toEqual(['evidence', 'no evidence', '', '']);
  });

  test('calls levels as the settings do', async () => {
    const shown = await showMap({ files: { ...PEOPLE, 'cx-playbook.yml': 'labels:\n  opposer: not yet convinced\n' } });
    expect(spoken(nameButton(shown, 'Olga Pole'))).toContain('now not yet convinced');
    expect(textOf(shown.pane.querySelector('.cx-map-column.cx-level-opposer'))).toBe('not yet convinced1');
  });

  test('shows hostile text as text', async () => {
    const shown = await showMap({ files: { 'People/Eve <img src=x onerror=alert(1)>.md': person('role: "<b>CFO</b>"\nunit: "<i>x</i>"\ncommitment: opposer') }, choice: { panel: 'details', person: 'People/Eve <img src=x onerror=alert(1)>.md', order: 'unit' } });
    expect(textOf(shown.pane)).toContain('<i>x</i>');
    expect(shown.pane.querySelector('img, b')).toBeNull();
  });
});

describe('what is shown', () => {
  test('units, several at once, and names narrow map and counts', async () => {
    const shown = await showMap();
    await click(button(shown.pane, 'Filter by unit'));
    await click(button(shown.pane, 'Crossings'));
    expect(rowNames(shown)).toEqual(['Olga Pole', 'Tom Dipper']);
    await click(button(shown.pane, 'Freight'));
    expect(rowNames(shown)).toEqual(['Olga Pole', 'Rune Aldous', 'Tom Dipper']);
    expect(textOf(shown.pane.querySelector('.cx-map-summary'))).toBe('3 of 5 executives2 below the needed level1 above');
    await click(button(shown.pane, 'All units'));
    await type(shown.pane.querySelector<HTMLInputElement>('.cx-search'), 'cio');
    await act(() => expect.poll(() => shown.choice().text).toBe('cio'));
    expect(rowNames(shown)).toEqual(['Olga Pole']);
    await shown.set({ text: 'nobody' });
    await click(button(shown.pane, 'Show all executives'));
    expect(rowNames(shown)).toHaveLength(5);
  });

  test('groups by unit, with what each unit lacks, and those without one last', async () => {
    const shown = await showMap({ choice: { order: 'unit' } });
    expect([...shown.pane.querySelectorAll('.cx-map-unit')].map(textOf)).toEqual([
      'Crossings2 executives, 2 below the needed level', 'Freight1 executive', 'Group1 executive, 1 below the needed level', 'No unit recorded1 executive',
    ]);
    expect(rowNames(shown)).toEqual(['Olga Pole', 'Tom Dipper', 'Rune Aldous', 'Ines Falk', 'Una Unknown']);
  });

  test('draws the peers of whom a person looks at, drawn through for support and dashed for none, all on demand', async () => {
    const shown = await showMap();
    const lines = (): readonly number[] => [...shown.pane.querySelectorAll('.cx-map-lines path')].map((path) => (path.getAttribute('d') ?? '').split('M').length - 1);
    expect(lines()).toEqual([0, 0, 0, 0]);
    await act(() => nameButton(shown, 'Olga Pole').focus());
    expect(lines()).toEqual([0, 0, 1, 1]);
    expect([...shown.pane.querySelectorAll('.is-peer')].map((row) => textOf(row.querySelector('bdi')))).toEqual(['Ines Falk', 'Tom Dipper']);
    await click(button(shown.pane, 'Lines of all peers'));
    expect(lines()).toEqual([2, 4, 1, 1]);
  });
});

describe('re-assessing', () => {
  test('a dragged X asks for the reason, stands where it would go meanwhile, and goes back when the question is left', async () => {
    const shown = await showMap();
    const before = centre(mark(shown, 'Tom Dipper'));
    await drag(shown, 'Tom Dipper', 1);
    expect(shown.asked).toEqual([['assess', 'People/Tom Dipper.md', 'supporter']]);
    expect(centre(ghost(shown, 'Tom Dipper')!)).toBeGreaterThan(before);
    expect(textOf(rowOf(shown, 'Tom Dipper').querySelector('.cx-map-words'))).toBe('asking: supporter');
    expect(said(shown)).toBe('Tom Dipper: supporter? Say why in the dialog.');
    await settle(shown, false);
    expect(ghost(shown, 'Tom Dipper')).toBeNull();
    expect(centre(mark(shown, 'Tom Dipper'))).toBe(before);
    expect(said(shown)).toBe('Tom Dipper stays as recorded.');
    expect(shown.choice().person).toBeUndefined();
  });

  test('dragging onto the same level, Escape and a lost pointer ask nothing', async () => {
    const shown = await showMap();
    await drag(shown, 'Tom Dipper', 0.2);
    await drag(shown, 'Tom Dipper', 1, 'Escape');
    await drag(shown, 'Tom Dipper', 1, 'pointercancel');
    expect([shown.asked, ghost(shown, 'Tom Dipper')]).toEqual([[], null]);
  });

  test('a press without a move chooses the executive, and leaves the focus on the map', async () => {
    const shown = await showMap();
    nameButton(shown, 'Tom Dipper').focus();
    await drag(shown, 'Tom Dipper', 0);
    await click(mark(shown, 'Tom Dipper'));
    expect(shown.choice()).toMatchObject({ person: 'People/Tom Dipper.md', panel: 'details' });
    expect(document.activeElement).toBe(nameButton(shown, 'Tom Dipper'));
  });

  test('Alt with an arrow goes one level, and says where the levels end', async () => {
    const shown = await showMap();
    await press(nameButton(shown, 'Tom Dipper'), 'ArrowRight', { altKey: true });
    await settle(shown, true);
    expect(said(shown)).toBe('Tom Dipper is recorded as supporter.');
    await press(nameButton(shown, 'Tom Dipper'), 'ArrowLeft', { altKey: true });
    await settle(shown, false);
    await press(nameButton(shown, 'Una Unknown'), 'ArrowRight', { altKey: true });
    await press(nameButton(shown, 'Rune Aldous'), 'ArrowRight', { altKey: true });
    expect(said(shown)).toBe('Rune Aldous is recorded as advocate, the highest level.');
    await press(nameButton(shown, 'Olga Pole'), 'ArrowLeft', { altKey: true });
    expect(said(shown)).toContain('Olga Pole has no level below this one.');
    expect(shown.asked.map(([, path, level]) => [path.slice(7, 10), level])).toEqual([['Tom', 'supporter'], ['Tom', 'passive'], ['Una', 'opposer']]);
  });

  test('the menu has every level, now and needed, and what removes them', async () => {
    const shown = await showMap();
    await press(nameButton(shown, 'Tom Dipper'), 'm');
    expect(shown.menu().map(({ title, isChecked }) => `${title}${isChecked === true ? ' ✓' : ''}`)).toEqual([
      'Open note', 'Open in a new tab', 'Details', 'What if…',
      'Now: opposer', 'Now: passive', 'Now: toe-dipper ✓', 'Now: supporter', 'Now: advocate', 'Remove the level',
      'Needed: opposer', 'Needed: passive', 'Needed: toe-dipper', 'Needed: supporter ✓', 'Needed: advocate', 'Remove the needed level',
    ]);
    await act(() => entry(shown.menu(), 'Needed: advocate').run());
    await act(() => entry(shown.menu(), 'Remove the level').run());
    expect(shown.asked).toEqual([['need', 'People/Tom Dipper.md', 'advocate'], ['assess', 'People/Tom Dipper.md', null]]);
  });

  test('a map to look at only offers no change', async () => {
    const shown = await showMap({ lookOnly: true });
    await drag(shown, 'Tom Dipper', 1);
    await press(nameButton(shown, 'Tom Dipper'), 'ArrowRight', { altKey: true });
    await press(nameButton(shown, 'Tom Dipper'), 'm');
    expect([shown.asked, shown.menu().map(({ title }) => title)]).toEqual([[], ['Open note', 'Open in a new tab', 'Details', 'What if…']]);
  });

  test('follows the note as it changes, with the focus where it was', async () => {
    const shown = await showMap();
    nameButton(shown, 'Tom Dipper').focus();
    await shown.change('People/Tom Dipper.md', person('commitment: advocate\nassessed: 2026-11-22'));
    expect(spoken(nameButton(shown, 'Tom Dipper'))).toContain('now advocate');
    expect(document.activeElement).toBe(nameButton(shown, 'Tom Dipper'));
  });
});

describe('keys', () => {
  test('one Tab stop that arrows move, Enter opens the note, Space shows details', async () => {
    const shown = await showMap();
    const stops = (): readonly string[] => [...shown.pane.querySelectorAll('.cx-map-name[tabindex="0"]')].map((each) => textOf(each.querySelector('bdi')));
    expect(stops()).toEqual(['Ines Falk']);
    nameButton(shown, 'Ines Falk').focus();
    await press(document.activeElement, 'ArrowDown');
    await press(document.activeElement, 'ArrowDown');
    expect([stops(), document.activeElement]).toEqual([['Rune Aldous'], nameButton(shown, 'Rune Aldous')]);
    await press(document.activeElement, 'End');
    await press(document.activeElement, 'ArrowDown');
    expect(stops()).toEqual(['Una Unknown']);
    await press(document.activeElement, 'Home');
    await press(document.activeElement, 'Enter');
    await press(document.activeElement, 'Enter', { ctrlKey: true });
    expect(shown.host.opened).toEqual([{ path: 'People/Ines Falk.md', newTab: false }, { path: 'People/Ines Falk.md', newTab: true }]);
    await press(document.activeElement, ' ');
    expect(shown.choice()).toMatchObject({ person: 'People/Ines Falk.md', panel: 'details' });
  });
});

describe('details of one executive', () => {
  test('tell level, age, history, evidence, said and done, peers and what the sources allow', async () => {
    const shown = await showMap({ choice: { person: 'People/Ines Falk.md', panel: 'details' } });
    const words = textOf(panel(shown));
    for (const part of [
      '2026-09-30, 53 days ago', 'passive → supporter on 2026-05-18', 'No rule in the sources states this move.', 'More than one level, and neither a remark nor evidence',
      'The recorded evidence reaches toe-dipper. For supporter it lacks: money or people; peer.', 'a default of this plugin, not of the sources', 'Signs of commitment: 1 of 8',
      'The strategic plan names customer experiencelisted in the note', 'Funds a project without asking for its return firstnothing recordeda default of this plugin', 'Recorded in this vault within 180 days: said 2, did 1.', 'Rune Aldousadvocate', 'Tom Dippertoe-dipper', 'No rule in the sources says what moves an executive up from supporter.',
    ]) expect(words).toContain(part);
  });

  test('each line opens the note where it stands', async () => {
    const shown = await showMap({ choice: { person: 'People/Ines Falk.md', panel: 'details' } });
    await click(button(shown.pane, '2026-10-02: Rode the night boat.'));
    await click(button(panel(shown), 'passive → supporter'));
    const text = PEOPLE['People/Ines Falk.md']!;
    const lines = shown.host.opened.map(({ offset = 0 }) => text.slice(0, offset + 10).split('\n').at(-1));
    expect(lines).toEqual(['- 2026-10-02', '- 2026-05-18']);
  });

  test('warn of ROI for an opposer and of a toe-dipper without a case', async () => {
    const shown = await showMap({ choice: { person: 'People/Olga Pole.md', panel: 'details' } });
    expect(textOf(shown.pane.querySelector('.cx-mistakes'))).toContain('ROI data does not move an executive recorded as opposer.');
    expect(textOf(panel(shown))).toContain('From opposer to passive by strong support from their peers (S1).');
    await click(button(panel(shown), 'Tom Dipper'));
    expect(shown.choice().person).toBe('People/Tom Dipper.md');
    expect(textOf(shown.pane.querySelector('.cx-mistakes'))).toContain('No business case is linked');
  });

  test('never call somebody passive who is not assessed', async () => {
    const shown = await showMap({ choice: { person: 'People/Una Unknown.md', panel: 'details' } });
    expect(textOf(panel(shown))).toContain('Now not assessed'.replace(' ', ''));
    expect(textOf(panel(shown))).toContain('No level is recorded: without one no rule applies.');
    expect(textOf(panel(shown))).not.toContain('passive');
  });
});

describe('who moves whom', () => {
  const FRESH = { choice: { panel: 'coalition' as const } };

  test('shows rounds with causes, who stays and why, and other thresholds, under its label', async () => {
    const shown = await showMap(FRESH);
    const words = textOf(panel(shown));
    for (const part of [COALITION_LABEL, '50 % of the peers', 'a default of this plugin', '2 moves in 2 rounds', 'Olga Poleopposer → passive1 of 2 peers at supporter or above: Ines Falk', 'Tom Dippertoe-dipperno business case is linked']) expect(words).toContain(part);
    const table = [...shown.pane.querySelectorAll('.cx-sensitivity tbody tr')].map(textOf);
    expect(table).toHaveLength(6);
    expect(table[2]).toBe('50 %this vault222');
    expect(textOf(rowOf(shown, 'Olga Pole').querySelector('.cx-map-words'))).toBe('by the rules: toe-dipper, round 2');
  });

  test('what is supposed changes the rounds, is marked as supposed, and is written nowhere', async () => {
    const shown = await showMap(FRESH);
    const before = new Map(shown.vault.files);
    await type(shown.pane.querySelector<HTMLInputElement>('.cx-suppose input[type="search"]'), 'tom');
    await click(button(panel(shown), 'Tom Dipper'));
    await click(shown.pane.querySelector('.cx-suppositions input[type="checkbox"]'));
    expect(textOf(panel(shown))).toContain('a business case, supposed here');
    expect(textOf(shown.pane.querySelector('.cx-what-if'))).toContain('Nothing of it is recorded.');
    const select = shown.pane.querySelector<HTMLSelectElement>('.cx-suppositions select')!;
    select.value = 'advocate';
    await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    expect(textOf(rowOf(shown, 'Tom Dipper').querySelector('.cx-map-words'))).toBe('supposed: advocate');
    await click(button(panel(shown), 'Clear what is supposed'));
    expect(shown.pane.querySelector('.cx-what-if')).toBeNull();
    expect([shown.asked, new Map(shown.vault.files)]).toEqual([[], before]);
  });
});

describe('the table', () => {
  test('has row for row, in the same order, what CSV and Markdown have', async () => {
    for (const choice of [{}, { order: 'gap' as const }, { units: ['crossings'], order: 'influence' as const }]) {
      const files = { ...PEOPLE, 'People/A, "quoted" | piped.md': person('role: "a, b"\nunit: Crossings\ncommitment: passive\npeers: ["[[Tom Dipper]]", "[[Olga Pole]]"]') };
      const shown = await showMap({ files, choice: { ...choice, form: 'table' } });
      const model = buildCommitmentMap(shown.playbook.store!);
      const rows = selectRows(model, shown.choice());
      const drawn = [...shown.pane.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));
      expect(drawn.length).toBeGreaterThan(2);
      expect(parseCsv(formatCommitmentCsv(rows, model.words))).toEqual(drawn);
      expect(parseMarkdownTable(formatCommitmentMarkdown(rows, model.words))).toEqual(drawn);
    }
  });

  test('exports the rows that are shown', async () => {
    const shown = await showMap({ choice: { units: ['Crossings'] } });
    await click(button(shown.pane, 'More'));
    for (const title of ['Copy as CSV', 'Save as Markdown']) entry(shown.menu(), title).run();
    expect(shown.output).toEqual([['copy', 'csv', 2], ['save', 'markdown', 2]]);
  });

  test('opens a note by its name, and keeps what is chosen when the map comes back', async () => {
    const shown = await showMap({ choice: { form: 'table' } });
    await click(button(shown.pane, 'Tom Dipper'));
    expect(shown.host.opened).toEqual([{ path: 'People/Tom Dipper.md', newTab: false }]);
    await click(button(shown.pane, 'Map'));
    expect(shown.choice()).toMatchObject({ form: 'map', person: 'People/Tom Dipper.md' });
    expect(nameButton(shown, 'Tom Dipper').getAttribute('aria-current')).toBe('true');
  });
});

describe('a thousand executives', () => {
  const crowd = (count: number): Readonly<Record<string, string>> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`People/P${String(index).padStart(4, '0')}.md`, person(`unit: Unit ${index % 40}\ncommitment: ${['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate'][index % 5]}\npeers: ["[[P${String((index * 7 + 1) % count).padStart(4, '0')}]]"]`)]));

  test('draws rows in sight only, on the map and in the table, and reaches the last by key', async () => {
    const shown = await showMap({ files: crowd(1000) });
    expect(rowNames(shown).length).toBeLessThan(60);
    nameButton(shown, 'P0000').focus();
    await press(document.activeElement, 'End');
    expect(textOf(document.activeElement)).toContain('P0999');
    await shown.set({ form: 'table' });
    expect(shown.pane.querySelectorAll('tbody tr[data-row]').length).toBeLessThan(120);
    expect(shown.pane.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1001');
  });

  test('one is a map too', async () => {
    const shown = await showMap({ files: crowd(1) });
    expect(textOf(shown.pane.querySelector('.cx-map-summary'))).toBe('1 executive');
  });
});

/** Views that the checker looks through; each takes it seconds on a slow machine. */
const ACCESSIBLE: readonly (readonly [name: string, choice: Partial<CommitmentChoice>])[] = [
  ['map', {}],
  ['table', { form: 'table' }],
  ['details', { person: 'People/Olga Pole.md', panel: 'details' }],
  ['coalition', { panel: 'coalition', order: 'unit' }],
];

describe('for everybody', () => {
  for (const theme of ['light', 'dark'] as const) {
    test.each(ACCESSIBLE.flatMap(([name, choice]) => [360, 1200].map((width) => ({ name, choice, width }))))(`has no accessibility trouble, ${theme}, $width px wide: $name`, async ({ choice, width }) => {
      const shown = await showMap({ pane: openMapPane({ theme, width, height: 3000 }), choice });
      expect(await accessibilityTroubles(shown.pane)).toEqual([]);
    });

    test(`has no accessibility trouble, ${theme}, where there is nobody`, async () => {
      expect(await accessibilityTroubles((await showMap({ files: {}, pane: openMapPane({ theme }) })).pane)).toEqual([]);
    });
  }

  if (LAYS_OUT) {
    test('fits a pane of 300 pixels, from either side, with long names', async () => {
      for (const direction of ['ltr', 'rtl']) {
        const pane = openMapPane({ width: 300, height: 700 });
        pane.dir = direction;
        const files = { ...PEOPLE, [`People/${'Maximiliane '.repeat(12)}.md`]: person(`role: ${'Head of everything '.repeat(9)}\ncommitment: supporter\nneeded_commitment: advocate`) };
        await showMap({ files, pane });
        for (const scroller of pane.querySelectorAll('.cx-map, .cx-map-view')) expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth);
      }
    });

    test('mirrors where the page reads from the right: levels, drag and keys', async () => {
      const pane = openMapPane();
      pane.dir = 'rtl';
      const shown = await showMap({ pane });
      expect(mark(shown, 'Olga Pole').getBoundingClientRect().left).toBeGreaterThan(mark(shown, 'Rune Aldous').getBoundingClientRect().left);
      await drag(shown, 'Tom Dipper', 1);
      await settle(shown, false);
      await press(nameButton(shown, 'Olga Pole'), 'ArrowLeft', { altKey: true });
      expect(shown.asked.map(([, , level]) => level)).toEqual(['supporter', 'passive']);
    });

    test('peer lines end at the marks', async () => {
      const shown = await showMap();
      await act(() => nameButton(shown, 'Olga Pole').focus());
      const line = shown.pane.querySelector<SVGPathElement>('.cx-map-lines path:last-child')!;
      const svg = shown.pane.querySelector('.cx-map-lines')!.getBoundingClientRect();
      const end = line.getPointAtLength(line.getTotalLength());
      const { left, top, width, height } = mark(shown, 'Ines Falk').getBoundingClientRect();
      expect(Math.abs(svg.left + end.x - (left + width / 2))).toBeLessThan(2);
      expect(Math.abs(svg.top + end.y - (top + height / 2))).toBeLessThan(2);
    });
  }
});

describe('questions and risks that annotations leave open', () => {
  const remark = (id: string, kind: string, target: string, text: string): Readonly<Record<string, string>> => ({
    [`_annotations/remark--${id}.md`]: `---\ntype: annotation\nformat: 1\nid: ${id}\ntarget: "[[${target}]]"\nstatus: open\nkind: ${kind}\nvisibility: client\nauthor: raj.patel\ncreated: 2026-11-01T10:04:11Z\nquote: "We listen"\n---\n> [!quote] [[${target}]]\n> We listen\n\n## 2026-11-01T10:04:11Z raj.patel\n${text}\n`,
  });
  const files = { ...PEOPLE, ...remark('aaaaaaaa', 'risk', 'Ines Falk', 'Only words so far.'), ...remark('bbbbbbbb', 'question', 'Ines Falk', 'What was paid for it?'), ...remark('cccccccc', 'praise', 'Rune Aldous', 'Well done.') };

  test('stand beside the name of whom they speak of, in words too, and lead to the passage', async () => {
    const shown = await showMap({ files, choice: { person: 'People/Ines Falk.md', panel: 'details' } });
    expect(textOf(rowOf(shown, 'Ines Falk').querySelector('.cx-remark-count'))).toBe('2');
    expect(spoken(rowOf(shown, 'Ines Falk').querySelector<HTMLElement>('.cx-map-name')!)).toContain('1 risk and 1 question open');
    expect(rowOf(shown, 'Rune Aldous').querySelector('.cx-remark-count')).toBeNull();
    const links = [...panel(shown).querySelectorAll<HTMLElement>('.cx-remark-list .cx-link')];
    expect(links.map(textOf)).toEqual([expect.stringContaining('risk, by raj.patel'), expect.stringContaining('“What was paid for it?”')]);
    await click(links[0]);
    expect(shown.host.opened).toEqual([expect.objectContaining({ path: 'People/Ines Falk.md', offset: (files['People/Ines Falk.md'] ?? '').indexOf('We listen') })]);
    if (LAYS_OUT) expect(await accessibilityTroubles(shown.pane)).toEqual([]);
  });
});
