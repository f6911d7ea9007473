/** The roadmap round its chart: what is shown, filtered, asked "what if", mended and kept. */
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import type { Initiative } from '../../src/playbook/note.js';
import { Playbook } from '../../src/playbook/playbook.js';
import { NO_FILTER } from '../../src/roadmap/roadmap-filter.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { ComparedWith } from '../../src/views/comparison-source.js';
import { accessibilityTroubles, button, click, LAYS_OUT, press, textOf, type } from './in-page.js';
import { entry, NOTES, openRoadmapPane, showRoadmap, work, type ShownRoadmap } from './roadmap-page.js';

/** Texts that would do harm if they were taken for anything but text. */
const HOSTILE = '<img src=x onerror=alert(1)> "]{}$(x) [[a]]';

const summary = ({ pane }: ShownRoadmap): string => textOf(pane.querySelector('.cx-roadmap-summary'));
const panel = ({ pane }: ShownRoadmap): HTMLElement | null => pane.querySelector('.cx-side');
const chips = ({ pane }: ShownRoadmap): readonly string[] => [...pane.querySelectorAll('.cx-tray-item > .cx-link')].map(textOf);

function initiativeOf({ playbook }: ShownRoadmap, path: string): Initiative {
  const note = playbook.store?.playbook.initiatives.find((each) => each.path === path);
  if (note === undefined) throw new Error(`No initiative "${path}".`);
  return note;
}

async function search(shown: ShownRoadmap, text: string): Promise<void> {
  await type(shown.pane.querySelector<HTMLInputElement>('.cx-search'), text);
  await act(() => expect.poll(() => shown.choice().filter.text).toBe(text));
}

async function menuFor(shown: ShownRoadmap, title: string): Promise<void> {
  await click(shown.pane.querySelector(`[data-unscheduled="Work/${title}.md"] button[aria-label^="Menu"]`));
}

async function choose(select: HTMLSelectElement | null, value: string): Promise<void> {
  if (select === null) throw new Error('There is nothing to choose from.');
  select.value = value;
  await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
}

describe('a roadmap with nothing on it', () => {
  test('offers the starter playbook and a first initiative where the vault holds no playbook note', async () => {
    const shown = await showRoadmap({ files: { 'Soup.md': '# Soup' } });
    await click(button(shown.pane, 'Create starter playbook'));
    await click(button(shown.pane, 'New initiative'));
    expect(shown.host.ran).toEqual(['create-starter-playbook', 'new-initiative']);
  });

  test('offers no starter to a playbook that has notes, and nothing to write where it is to look at only', async () => {
    const files = { 'People/Ana.md': '---\ntype: executive\n---\n' };
    const shown = await showRoadmap({ files, lookOnly: true });
    expect(textOf(shown.pane.querySelector('.cx-empty h2'))).toBe('Nothing is planned yet');
    expect(shown.pane.querySelectorAll('.cx-empty button')).toHaveLength(0);
  });

  test('draws as soon as there is an item', async () => {
    const shown = await showRoadmap({ files: {} });
    await shown.change('Work/Alpha.md', NOTES['Work/Alpha.md']);
    expect(shown.pane.querySelector('.cx-empty')).toBeNull();
    expect(summary(shown)).toContain('1 item');
  });

  test('says that the filters leave nothing, and clears them', async () => {
    const shown = await showRoadmap();
    await search(shown, 'nothing has this name');
    expect(textOf(shown.pane.querySelector('.cx-empty'))).toContain('No item matches the filters.');
    await click(button(shown.pane, 'Clear filters'));
    expect(shown.choice().filter).toEqual(NO_FILTER);
    expect(shown.pane.querySelector('.cx-empty')).toBeNull();
  });

  test('keeps items without dates in reach where none can be drawn', async () => {
    const shown = await showRoadmap({ files: { 'Work/Someday.md': work('initiative', 'status: idea') } });
    expect(textOf(shown.pane.querySelector('.cx-empty'))).toContain('No item can be drawn yet');
    expect(chips(shown)).toEqual(['Someday no dates']);
  });
});

describe('counts', () => {
  test('tell items, gaps, late links, what is not drawn, and problems', async () => {
    const shown = await showRoadmap();
    expect(summary(shown)).toBe('7 items2 gaps2 late links3 not on the chart1 problem');
  });

  test('leave what only lies outside the days shown to where it stands', async () => {
    const shown = await showRoadmap({ files: { 'Journey.md': NOTES['Journey.md'] ?? '', 'Work/Later.md': NOTES['Work/Later.md'] ?? '' } });
    expect(summary(shown)).toBe('1 itemNo gaps1 not on the chart');
  });

  test('tell dates that are none, and where', async () => {
    const shown = await showRoadmap({ files: { 'Work/Odd.md': work('initiative', 'start: 0000-01-01\nend: soon'), 'Work/Half.md': work('initiative', 'start: soon\nend: 2026') } });
    expect(chips(shown)).toEqual(['Odd dates that cannot be read']);
    await click(button(shown.pane, '3 problems'));
    expect([...shown.pane.querySelectorAll('.cx-problems > li > p')].map(textOf)).toEqual([
      '"Half" has "soon" as start, which is no date. Write a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027.',
      '"Odd" has "0000-01-01" as start, which is no date. Write a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027.',
      '"Odd" has "soon" as end, which is no date. Write a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027.',
    ]);
  });

  test('lead to items with gaps only, and back', async () => {
    const shown = await showRoadmap();
    await click(button(shown.pane, '2 gaps'));
    expect(shown.choice().filter.gapsOnly).toBe(true);
    expect(summary(shown)).toContain('2 of 7 items');
    expect(button(shown.pane, '2 gaps').getAttribute('aria-pressed')).toBe('true');
    await click(button(shown.pane, '2 gaps'));
    expect(summary(shown)).toContain('7 items');
  });

  test('lead to what is wrong, each with its note', async () => {
    const shown = await showRoadmap();
    await click(button(shown.pane, '1 problem'));
    const wrong = [...shown.pane.querySelectorAll('.cx-problems > li > p')].map(textOf);
    expect(wrong[0]).toContain('"Reversed" ends (2026-05) before it starts (2027-05).');
    expect(wrong[1]).toBe('"Beta" starts before "Alpha" ends, and waits for it. Move one, or remove the link.');
    await click(button(shown.pane, 'Open Reversed'));
    expect(shown.host.opened).toEqual([{ path: 'Work/Reversed.md', newTab: false }]);
  });
});

describe('what is chosen', () => {
  test('groups by what is chosen, also by a property that items have', async () => {
    const shown = await showRoadmap({ choice: { collapsed: ['x'] } });
    const select = shown.pane.querySelector<HTMLSelectElement>('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual(['Competency', 'Sponsor', 'Unit', 'Status', 'Phase', 'Property: region', 'Property: type', 'Another property…']);
    await choose(select, 'property:region');
    expect(shown.choice()).toMatchObject({ groupBy: 'property:region', collapsed: [] });
  });

  test('groups by a property whose name is typed', async () => {
    const shown = await showRoadmap();
    await choose(shown.pane.querySelector('select'), 'other');
    const input = shown.pane.querySelector<HTMLInputElement>('.cx-property-name');
    if (input === null) throw new Error('No field for the name.');
    input.value = ' budget ';
    await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(shown.choice().groupBy).toBe('property:budget');
    expect(shown.pane.querySelector('select')?.value).toBe('property:budget');
  });

  test('searches when typing pauses', async () => {
    const shown = await showRoadmap();
    await search(shown, 'ben okafor');
    expect(summary(shown)).toContain('2 of 7 items');
  });

  test('filters by values that items have, with how many have them', async () => {
    const shown = await showRoadmap();
    await click(button(shown.pane, 'Filters'));
    const status = shown.pane.querySelector('[role="group"][aria-label="Status"]');
    expect([...(status?.querySelectorAll('button') ?? [])].map(textOf)).toEqual(['Idea2', 'Planned4', 'Active1']);
    await click(button(shown.pane, 'Active'));
    await click(button(shown.pane, 'Idea'));
    expect(shown.choice().filter.statuses).toEqual(['active', 'idea']);
    expect(button(shown.pane, 'Filters, 1 active').getAttribute('aria-expanded')).toBe('true');
    await click(button(shown.pane, 'Active'));
    expect(shown.choice().filter.statuses).toEqual(['idea']);
    await click(button(shown.pane, 'Clear filters'));
    expect(shown.choice().filter).toEqual(NO_FILTER);
  });

  test('takes days to show as people write them, and says what is no date', async () => {
    const shown = await showRoadmap();
    await click(button(shown.pane, 'Filters'));
    const [from] = shown.pane.querySelectorAll<HTMLInputElement>('.cx-date-field input');
    await type(from ?? null, 'soon');
    await press(from ?? null, 'Enter');
    expect(textOf(shown.pane.querySelector('[role="alert"]'))).toContain('"soon" is no date.');
    expect(shown.choice().from).toBeUndefined();
    await type(from ?? null, '2026-Q3');
    await press(from ?? null, 'Enter');
    expect(shown.choice().from).toBe('2026-Q3');
    expect(shown.pane.querySelector('[role="alert"]')).toBeNull();
  });

  test('can be kept under a name, applied and removed', async () => {
    const shown = await showRoadmap({ choice: { groupBy: 'leader' } });
    await click(button(shown.pane, 'View and export'));
    await act(() => entry(shown.menu(), 'Saved views').run());
    await type(shown.pane.querySelector<HTMLInputElement>('.cx-save-view input'), ` ${HOSTILE} `);
    await act(() => void shown.pane.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    await choose(shown.pane.querySelector('select'), 'unit');
    await click(button(shown.pane, `Apply view ${HOSTILE}`));
    expect(shown.choice().groupBy).toBe('leader');
    expect(shown.pane.querySelector('img')).toBeNull();
    await click(button(shown.pane, `Remove view ${HOSTILE}`));
    expect(textOf(panel(shown))).toContain('No view is saved yet.');
  });

  test('is reached by the menu: layers, lanes, undo, export, print, block', async () => {
    const shown = await showRoadmap();
    const pick = async (title: string): Promise<void> => {
      await click(button(shown.pane, 'View and export'));
      await act(() => entry(shown.menu(), title).run());
    };
    await pick('Show dropped work');
    expect(summary(shown)).toContain('8 items');
    await pick('Show commitment');
    await pick('Collapse all lanes');
    expect(shown.choice()).toMatchObject({ dropped: true, commitment: false });
    expect(shown.choice().collapsed.length).toBeGreaterThan(2);
    await pick('Expand all lanes');
    expect(shown.choice().collapsed).toEqual([]);
    for (const title of ['Undo', 'Redo', 'Print', 'Copy as code block']) await pick(title);
    await pick('Export');
    await act(() => entry(shown.menu(), 'Web page').run());
    expect(shown.did).toEqual(['undo', 'redo', 'print', 'copy block', 'save html']);
  });

  test('hands on what it is compared with, and what moved, to what is saved and printed', async () => {
    const given: unknown[] = [];
    const take = (layout: RoadmapLayout, since: ComparedWith | undefined): void => void given.push([since?.commit, new Set(layout.ghosts.map(({ change }) => change))]);
    const compared = { name: 'main', commit: 'f'.repeat(40), day: undefined, playbook: new Playbook(), renamed: new Map<string, string>() };
    const comparison = { state: { compared, reading: undefined }, cancel: () => undefined, end: () => undefined, subscribe: () => () => undefined };
    const output = { save: (_: string, layout: RoadmapLayout, since?: ComparedWith) => take(layout, since), print: take, copyBlock: () => undefined };
    for (const shown of [await showRoadmap({ output, comparison }), await showRoadmap({ output })]) {
      await click(button(shown.pane, 'View and export'));
      await act(() => entry(shown.menu(), 'Print').run());
      await act(() => entry(shown.menu(), 'Export').run());
      await act(() => entry(shown.menu(), 'Web page').run());
    }
    const now = [compared.commit, new Set(['new'])];
    expect(given).toEqual([now, now, [undefined, new Set()], [undefined, new Set()]]);
  });

  test('leaves writing out of a view to look at', async () => {
    const shown = await showRoadmap({ lookOnly: true });
    await click(button(shown.pane, 'View and export'));
    expect(shown.menu().map(({ title }) => title)).not.toContain('Undo');
    expect(shown.pane.querySelector('[aria-label="New item"]')).toBeNull();
    await menuFor(shown, 'Someday');
    expect(shown.menu().map(({ title }) => title)).toEqual(['Open', 'Open in new tab', 'Details', 'Show only its chain']);
  });
});

test('leaves the filters with Escape, and goes back to their button', async () => {
  const shown = await showRoadmap();
  await click(button(shown.pane, 'Filters'));
  button(shown.pane, 'Planned').focus();
  await press(document.activeElement, 'Escape');
  expect(shown.pane.querySelector('.cx-filters')).toBeNull();
  expect(document.activeElement).toBe(button(shown.pane, 'Filters'));
});

test('draws the items of another source, by the playbook’s executives', async () => {
  const life = await showRoadmap();
  const items = [{ ...initiativeOf(life, 'Work/Alpha.md'), path: 'Elsewhere/Tasks.md', title: 'Tasks' }];
  const shown = await showRoadmap({ source: { items, resolveItem: () => undefined } });
  expect(summary(shown)).toBe('1 item1 gap');
});

describe('sponsors and the what-if', () => {
  test('rank those on whose recorded level most gaps hang', async () => {
    const shown = await showRoadmap();
    await click(button(shown.pane, 'Sponsors and what-if'));
    expect([...shown.pane.querySelectorAll('.cx-ranking > li')].map((row) => textOf(row.querySelector('.cx-name')))).toEqual(['Ben Okafor']);
    expect(textOf(shown.pane.querySelector('.cx-ranking > li'))).toContain('Recorded today: toe-dipperup to supporter is needed2 items short');
  });

  test('tell which gaps vanish with one level more, and write nothing', async () => {
    const shown = await showRoadmap();
    await click(button(shown.pane, 'Sponsors and what-if'));
    await click(button(shown.pane, 'What if one level higher: supporter? Ben Okafor'));
    const banner = (): string => textOf(shown.pane.querySelector('.cx-what-if [role="status"]'));
    expect(banner()).toContain('What if Ben Okafor were supporter from today on:');
    expect(banner()).toContain('1 of 1 gap vanishes');
    expect(banner()).toContain('This is a question, nothing is recorded.');
    expect(textOf(panel(shown))).toContain('Supposed: supporter');
    await click(button(shown.pane, 'Put back Ben Okafor'));
    expect(shown.pane.querySelector('.cx-what-if')).toBeNull();
    await click(button(shown.pane, 'What if one level higher: supporter? Ben Okafor'));
    await click(button(shown.pane, 'Leave what-if'));
    expect(shown.pane.querySelector('.cx-what-if')).toBeNull();
    expect(shown.changes).toEqual([]);
  });

  test('name the items whose gaps vanish', async () => {
    const files = { ...NOTES, 'Work/Beta.md': work('initiative', 'start: 2026-12\nend: 2027-03\nambition: cross-unit\nsponsor: ["[[Ben Okafor]]"]') };
    const shown = await showRoadmap({ files });
    await click(button(shown.pane, 'Sponsors and what-if'));
    await click(button(shown.pane, 'What if one level higher: supporter? Ben Okafor'));
    expect(textOf(shown.pane.querySelector('.cx-what-if [role="status"]'))).toContain('1 of 1 gap vanishes, 121 short days fewer.');
    expect([...shown.pane.querySelectorAll('.cx-vanishing li')].map(textOf)).toEqual(['Beta']);
  });
});

describe('the tray', () => {
  test('tells why each item is not drawn, and asks for dates where one is pressed', async () => {
    const shown = await showRoadmap();
    expect(chips(shown)).toEqual(['Later outside the days shown', 'Reversed ends before it starts', 'Someday no dates']);
    await click(button(shown.pane, 'Someday no dates'));
    expect(shown.edited).toEqual(['Work/Someday.md']);
  });

  test('shows the days of an item outside those shown', async () => {
    const shown = await showRoadmap();
    await click(button(shown.pane, 'Show the days of Later'));
    expect(shown.choice().to).toBe('2031-09-30');
    expect(chips(shown)).toEqual(['Reversed ends before it starts', 'Someday no dates']);
  });

  test('opens the note instead where nothing can be changed', async () => {
    const shown = await showRoadmap({ lookOnly: true });
    await click(button(shown.pane, 'Someday no dates'));
    expect(shown.host.opened).toEqual([{ path: 'Work/Someday.md' }]);
  });

  test('turns pages of thousands of items, and stays small on the page', async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`Work/Idea ${String(index).padStart(4, '0')}.md`, work('initiative', 'status: idea')]));
    const shown = await showRoadmap({ files: { ...NOTES, ...many } });
    expect(chips(shown)).toEqual([]);
    await click(button(shown.pane, '3,003 not on the chart'));
    expect(chips(shown)).toHaveLength(12);
    await click(button(shown.pane, 'Next'));
    expect(textOf(shown.pane.querySelector('.cx-pages'))).toBe('13–24 of 3,003');
    expect(shown.pane.querySelectorAll('*').length).toBeLessThanOrEqual(600);
  });
});

describe('the menu of an item', () => {
  const menuOf = async (shown: ShownRoadmap, title: string): Promise<void> => {
    await click(button(shown.pane, 'Details of the selection'));
    await click(button(shown.pane, '1 problem'));
    await click(button(shown.pane, `Show ${title} on the roadmap`));
    await click(button(shown.pane, 'Details of the selection'));
    await click(button(shown.pane, 'More'));
  };

  test('opens, edits, moves, fits, lowers the ambition, links and changes the lane', async () => {
    const shown = await showRoadmap();
    await menuOf(shown, 'Beta');
    const run = (title: string): Promise<void> => act(() => entry(shown.menu(), title).run());
    await run('Open in new tab');
    expect(shown.host.opened).toEqual([{ path: 'Work/Beta.md', newTab: true }]);
    await run('Edit dates and status');
    await run('Choose another sponsor');
    expect(shown.edited).toEqual(['Work/Beta.md', 'Work/Beta.md']);
    await run('Move later');
    await run('Lower the ambition to unit');
    await run('Remove link to Alpha');
    await run('Move to Purposeful leadership');
    expect(shown.changes.map(({ items }) => items[0])).toMatchObject([
      { path: 'Work/Beta.md', start: '2026-07', end: '2027-04' },
      { path: 'Work/Beta.md', properties: { ambition: 'unit' } },
      { path: 'Work/Beta.md', removePredecessors: ['Work/Alpha.md'] },
      { path: 'Work/Beta.md', lane: { groupBy: 'competency', to: 'purposeful-leadership' } },
    ]);
    await run('Show only its chain');
    expect(shown.choice().filter.focus).toBe('Work/Beta.md');
    expect(textOf(shown.pane.querySelector('.cx-limit'))).toBe('Only what Beta waits for, and what waits for it');
    await click(button(shown.pane, 'Show everything again'));
    expect(shown.choice().filter.focus).toBeUndefined();
  });

  test('offers no lower ambition than the lowest', async () => {
    const files = { ...NOTES, 'Work/Beta.md': work('initiative', 'start: 2026-06\nend: 2027-03\nambition: local\nunits: [Freight]\nsponsor: ["[[Ben Okafor]]"]\ndepends_on: ["[[Alpha]]"]') };
    const shown = await showRoadmap({ files });
    await menuOf(shown, 'Beta');
    expect(shown.menu().map(({ title }) => title).filter((title) => title.startsWith('Lower'))).toEqual([]);
  });

  test('asks what would be if the sponsor stood higher', async () => {
    const shown = await showRoadmap();
    await menuOf(shown, 'Beta');
    await act(() => entry(shown.menu(), 'What if Ben Okafor were supporter?').run());
    expect(shown.pane.querySelector('.cx-what-if')).not.toBeNull();
  });

  test('moves an item to a day on which it fits, however its dates are written', async () => {
    const files = { ...NOTES, 'People/Ben Okafor.md': '---\ntype: executive\nunit: Freight\ncommitment: toe-dipper\nassessed: 2025-11-10\n---\n## Assessments\n- 2027-01-20 supporter\n' };
    const shown = await showRoadmap({ files });
    await menuOf(shown, 'Beta');
    await act(() => entry(shown.menu(), 'Move to the earliest that fits: 2027-01-20').run());
    expect(shown.changes.map(({ items }) => items[0])).toMatchObject([{ path: 'Work/Beta.md', start: '2027-02' }]);
    // The month that is written is not the day that the menu names.
    expect(shown.changes[0]?.withPreview).toBe(true);
  });

  test('writes nothing by what is only supposed', async () => {
    const files = { ...NOTES, 'People/Ben Okafor.md': '---\ntype: executive\nunit: Freight\ncommitment: passive\nassessed: 2025-11-10\n---\n## Assessments\n- 2027-01-20 supporter\n' };
    const shown = await showRoadmap({ files });
    const fits = (): readonly string[] => [...shown.menu().map(({ title }) => title), ...[...shown.pane.querySelectorAll('.cx-fit button')].map(textOf)].filter((title) => title.includes('2027-01-20'));
    await menuOf(shown, 'Beta');
    expect(fits()).toHaveLength(2);
    await act(() => shown.menu().find(({ title }) => title.startsWith('What if Ben'))?.run());
    await menuOf(shown, 'Beta');
    expect(shown.pane.querySelector('.cx-what-if')).not.toBeNull();
    expect(textOf(shown.pane.querySelector('.cx-fit'))).toContain('2027-01-20');
    expect(fits()).toEqual([]);
  });
});

describe('details', () => {
  const detailsOf = async (shown: ShownRoadmap): Promise<HTMLElement> => {
    await click(button(shown.pane, '1 problem'));
    await click(button(shown.pane, 'Show Beta on the roadmap'));
    await click(button(shown.pane, 'Details of the selection'));
    const element = panel(shown);
    if (element === null) throw new Error('No details.');
    return element;
  };

  test('say in words what is recorded, short, and linked', async () => {
    const shown = await showRoadmap();
    const text = textOf(await detailsOf(shown));
    expect(text).toContain('Dates2026-06 to 2027-03');
    expect(text).toContain('Ben Okafor Recorded today: toe-dipper');
    expect(text).toContain('Cross-unit: sponsor at least supporter, heads of the units at least toe-dipper');
    expect(text).toContain('Recorded commitment is too low: 304 days');
    expect(text).toContain('2026-06-01 to 2027-03-31: Ben Okafor is recorded as toe-dipper, supporter is needed');
    expect(text).toContain('No recorded or expected level carries it yet.');
    expect(text).toContain('Waits forAlphastarts before this ends');
    expect(text).toContain('What waits for itGamma');
  });

  test('tell items of one name apart, and call a phase as the journey does', async () => {
    const shown = await showRoadmap({ files: { ...NOTES, 'Work/Twin.md': work('initiative', 'start: 2026-02\nphase: awareness'), 'Later/Twin.md': work('pilot', 'status: idea\ndepends_on: ["[[Work/Twin]]"]') } });
    await click(button(shown.pane, 'Menu of Twin (Later)'));
    await act(() => entry(shown.menu(), 'Details').run());
    expect(textOf(panel(shown)?.querySelector('h4'))).toBe('Twin (Later)');
    await click(button(shown.pane, 'Twin (Work)'));
    expect(textOf(panel(shown))).toContain('PhaseListening');
  });

  test('link to an item by its title, and say why a circle cannot be', async () => {
    const shown = await showRoadmap();
    const details = await detailsOf(shown);
    const input = details.querySelector<HTMLInputElement>('.cx-link-finder input');
    await type(input, 'gate');
    await click(details.querySelector('.cx-link-finder li button'));
    expect(shown.changes.at(-1)?.items).toMatchObject([{ path: 'Work/Beta.md', addPredecessors: ['Work/Gate.md'] }]);
    await type(input, 'gamma');
    await click(details.querySelector('.cx-link-finder li button'));
    expect(textOf(details.querySelector('[role="alert"]'))).toContain('Gamma');
    expect(shown.changes).toHaveLength(1);
    await click(button(details, 'Remove link to Alpha'));
    expect(shown.changes.at(-1)?.items).toMatchObject([{ path: 'Work/Beta.md', removePredecessors: ['Work/Alpha.md'] }]);
  });

  test('say what to do while nothing is selected, and close with Escape', async () => {
    const shown = await showRoadmap();
    const toggle = button(shown.pane, 'Details of the selection');
    toggle.focus();
    await click(toggle);
    expect(textOf(panel(shown))).toContain('Select an item to see');
    expect(panel(shown)?.contains(document.activeElement)).toBe(true);
    await press(document.activeElement, 'Escape');
    expect(panel(shown)).toBeNull();
    expect(document.activeElement).toBe(toggle);
  });
});

if (LAYS_OUT) describe('with the chart', () => {
  const bar = (shown: ShownRoadmap, title: string): HTMLElement => {
    const found = [...shown.pane.querySelectorAll<HTMLElement>('.cx-chart [data-id]')].find(({ dataset }) => dataset['id'] === `Work/${title}.md`);
    if (found === undefined) throw new Error(`No bar "${title}".`);
    return found;
  };
  const drawn = async (): Promise<ShownRoadmap> => {
    const shown = await showRoadmap();
    await act(() => expect.poll(() => shown.pane.querySelectorAll('.cx-chart [data-id]').length).toBeGreaterThan(3));
    return shown;
  };

  test('tells of what is selected there: one item, or several with what can be done to all', async () => {
    const shown = await drawn();
    await click(button(shown.pane, 'Details of the selection'));
    await click(bar(shown, 'Alpha'));
    expect(textOf(panel(shown))).toContain('Dates2026-02 to 2026-09-30');
    await click(bar(shown, 'Gamma'), { ctrlKey: true });
    expect(textOf(panel(shown))).toContain('2 items selected');
    await click(button(shown.pane, 'Link: Gamma waits for Alpha'));
    expect(shown.changes.at(-1)?.items).toMatchObject([{ path: 'Work/Gamma.md', addPredecessors: ['Work/Alpha.md'] }]);
  });

  test('leads to an item there, also in a lane that is closed', async () => {
    const shown = await drawn();
    await click(button(shown.pane, 'View and export'));
    await act(() => entry(shown.menu(), 'Collapse all lanes').run());
    await click(button(shown.pane, '1 problem'));
    await click(button(shown.pane, 'Show Beta on the roadmap'));
    expect(shown.choice().collapsed).not.toContain('customer-connectedness');
    expect(shown.pane.ownerDocument.activeElement).toBe(bar(shown, 'Beta'));
  });

  test('shows the help by its key, and goes back to the item after it', async () => {
    const shown = await drawn();
    await click(bar(shown, 'Alpha'));
    await press(bar(shown, 'Alpha'), '?');
    expect(textOf(panel(shown))).toContain('Days on which the recorded level is below what the ambition needs.');
    await press(shown.pane.ownerDocument.activeElement, 'Escape');
    expect(panel(shown)).toBeNull();
    expect(shown.pane.ownerDocument.activeElement).toBe(bar(shown, 'Alpha'));
  });

  test('groups by the next kind of lane by its key, round and round', async () => {
    const shown = await drawn();
    const seen: string[] = [];
    for (let count = 0; count < 5; count++) {
      await press(shown.pane.querySelector('.cx-chart [data-id][tabindex="0"]'), 'g');
      seen.push(shown.choice().groupBy);
    }
    expect(seen).toEqual(['leader', 'unit', 'status', 'phase', 'competency']);
    expect([...shown.pane.querySelectorAll('[role="status"]')].map(textOf)).toContain('Grouped by competency');
  });

  test('takes an item of the tray where it is dropped, with dates and the lane', async () => {
    const shown = await drawn();
    const chip = shown.pane.querySelector('[data-unscheduled="Work/Someday.md"]');
    const to = bar(shown, 'Beta').getBoundingClientRect();
    const from = chip?.getBoundingClientRect() ?? to;
    const point = (type: string, x: number, y: number, buttons: number): Promise<void> =>
      act(() => void (type === 'pointerdown' ? chip : shown.pane.ownerDocument.body)?.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, isPrimary: true, pointerId: 1, pointerType: 'mouse', button: type === 'pointermove' ? -1 : 0, buttons, clientX: x, clientY: y })));
    await point('pointerdown', from.left + 4, from.top + 4, 1);
    await point('pointermove', from.left + 40, from.top - 40, 1);
    await point('pointermove', to.left + 2, to.top + 4, 1);
    await point('pointerup', to.left + 2, to.top + 4, 0);
    await expect.poll(() => shown.changes.length).toBe(1);
    expect(shown.changes[0]?.items).toMatchObject([{ path: 'Work/Someday.md', lane: { groupBy: 'competency', to: 'customer-connectedness' } }]);
    expect(shown.changes[0]?.items[0]?.start).toBeDefined();
  });

  test('zooms and fits by its tools', async () => {
    const shown = await drawn();
    await click(button(shown.pane, 'Zoom in'));
    await act(() => expect.poll(() => shown.choice().zoom).not.toBe('fit'));
    await click(button(shown.pane, 'Fit to width'));
    expect(shown.choice().zoom).toBe('fit');
  });
});

test('shows what is wrong with the options of a block above it, as text', async () => {
  const shown = await showRoadmap({ compact: true, problems: [`Option "rows" holds "${HOSTILE}".`] });
  expect(textOf(shown.pane.querySelector('.cx-option-problems'))).toBe(`Option "rows" holds "${HOSTILE}".`);
  expect(shown.pane.querySelector('img')).toBeNull();
  expect(shown.pane.querySelector('.cx-search')).toBeNull();
});

test('takes titles and names for text, whatever they hold', async () => {
  const name = 'A <img src=x onerror=alert(1)> "b"';
  const files = {
    ...NOTES,
    [`People/${name}.md`]: '---\ntype: executive\nunit: "<i>x</i>"\ncommitment: opposer\nassessed: 2025-11-10\n---\n',
    [`Work/${name}.md`]: work('initiative', `start: 2026-02\nend: 2027-05\nambition: cross-unit\nunits: ["<i>x</i>"]\nsponsor: ["[[People/${name}]]"]\nstatus: planned`.replaceAll('"[[People/A <img src=x onerror=alert(1)> "b"]]"', `'[[People/${name}]]'`)),
    [`Work/No ${name}.md`]: work('initiative', 'status: idea'),
  };
  const shown = await showRoadmap({ files });
  await click(button(shown.pane, 'Filters'));
  await click(button(shown.pane, 'Sponsors and what-if'));
  expect(textOf(panel(shown))).toContain(name);
  expect(chips(shown)).toContain(`No ${name} no dates`);
  expect(shown.pane.querySelector('img')).toBeNull();
  expect(textOf(shown.pane.querySelector('.cx-filters'))).toContain('<i>x</i>');
});

test('takes titles that hold nothing that can be read for text, too', async () => {
  const shown = await showRoadmap({ files: { 'Work/\u202eevil.md': work('initiative', 'status: idea') } });
  expect(chips(shown)).toEqual(['evil no dates']);
});

describe('for everybody', () => {
  // Contrasts are told in a real browser alone; the imitation is slow at the rest.
  test.each(LAYS_OUT ? (['light', 'dark'] as const) : (['light'] as const))('has no trouble of accessibility with all open, %s', async (theme) => {
    const shown = await showRoadmap({ pane: openRoadmapPane({ width: 1100, height: 900, theme }), problems: ['Option "rows" holds "many". Use packed or single.'], choice: { groupBy: 'leader' } });
    await click(button(shown.pane, 'Filters'));
    for (const name of LAYS_OUT ? ['Sponsors and what-if', 'Details of the selection', '1 problem'] : ['1 problem']) {
      await click(button(shown.pane, name));
      expect(await accessibilityTroubles(shown.pane)).toEqual([]);
    }
    await click(button(shown.pane, 'Sponsors and what-if'));
    await click(button(shown.pane, 'What if one level higher: supporter?'));
    expect(await accessibilityTroubles(shown.pane)).toEqual([]);
  });

  test('has no trouble of accessibility with its help and saved views open', async () => {
    const shown = await showRoadmap();
    for (const title of ['Keys and marks', 'Saved views']) {
      await click(button(shown.pane, 'View and export'));
      await act(() => entry(shown.menu(), title).run());
      expect(await accessibilityTroubles(shown.pane)).toEqual([]);
    }
  });

  if (LAYS_OUT) test('keeps within panes of any width', async () => {
    for (const width of [320, 519, 640, 900]) {
      const shown = await showRoadmap({ pane: openRoadmapPane({ width, height: 700 }) });
      await act(() => expect.poll(() => shown.pane.querySelector(width < 520 ? '.cx-agenda' : '.cx-chart')).not.toBeNull());
      const view = shown.pane.querySelector('.cx-roadmap-view');
      expect(view?.scrollWidth).toBe(width);
      expect(view?.scrollHeight).toBe(700);
    }
  });
});

describe('questions and risks that annotations leave open', () => {
  const remark = (id: string, target: string, more = ''): string => `---\ntype: annotation\nformat: 1\nid: ${id}\ntarget: "[[${target}]]"\nstatus: open\nkind: risk\nvisibility: client\nauthor: raj.patel\ncreated: 2026-11-01T10:04:11Z\nquote: ""\n---\n## 2026-11-01T10:04:11Z raj.patel\n${more}\n`;
  const files = { ...NOTES, '_annotations/a--aaaaaaaa.md': remark('aaaaaaaa', 'Alpha', 'Who runs it in May?'), '_annotations/b--bbbbbbbb.md': remark('bbbbbbbb', 'Ben Okafor'), '_coach/annotations/c--cccccccc.md': remark('cccccccc', 'Alpha', HOSTILE) };

  test('are marked on the bar, in words too, and told in the details with those of its sponsor', async () => {
    const shown = await showRoadmap({ files });
    const bar = shown.pane.querySelector<HTMLElement>('[data-id="Work/Alpha.md"]');
    expect(textOf(bar?.querySelector('.cx-remark-mark'))).toBe('2');
    expect(bar?.getAttribute('aria-label')).toContain('2 risks open');
    expect(shown.pane.querySelector('[data-id="Work/Beta.md"] .cx-remark-mark')).toBeNull();
    await click(bar);
    await click(button(shown.pane, 'Details'));
    expect([...(panel(shown)?.querySelectorAll('.cx-remark-list li') ?? [])].map(textOf)).toEqual([expect.stringContaining('Who runs it in May?'), expect.stringContaining(`private risk, by raj.patel`)]);
    expect(panel(shown)?.querySelector('img')).toBeNull();
    expect(panel(shown)?.querySelector('[role="img"][aria-label="1 risk open"]')).not.toBeNull();
    await click(button(shown.pane, 'Open annotations'));
    expect(shown.host.ran).toEqual(['open-annotations']);
    if (LAYS_OUT) expect(await accessibilityTroubles(shown.pane)).toEqual([]);
  });

  test('stand beside the item in a narrow pane', async () => {
    const shown = await showRoadmap({ files, pane: openRoadmapPane({ width: 360, height: 700 }) });
    const titles = [...shown.pane.querySelectorAll('.cx-agenda-title')].filter((title) => title.querySelector('.cx-remark-count') !== null);
    expect(titles.map(textOf)).toEqual(LAYS_OUT ? ['Alpha 2'] : expect.anything());
  });

  test('go when the thread is resolved', async () => {
    const shown = await showRoadmap({ files });
    await shown.change('_annotations/a--aaaaaaaa.md', `${remark('aaaaaaaa', 'Alpha')}\n## 2026-11-09T10:00:00Z ben.okafor · resolved\n`);
    expect(textOf(shown.pane.querySelector('[data-id="Work/Alpha.md"] .cx-remark-mark'))).toBe('1');
  });
});
