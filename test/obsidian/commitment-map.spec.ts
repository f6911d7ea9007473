/** The commitment map as a view of the app: opened, restored, filtered, a level re-assessed with its reason and taken back. */
import { describe, expect, test } from 'vitest';
import { formatCommitmentCsv } from '../../src/export/commitment-csv.js';
import { formatCommitmentMarkdown } from '../../src/export/commitment-markdown.js';
import { registerCliHandlers } from '../../src/obsidian/cli-handlers.js';
import { CommitmentMapView, registerCommitmentMap } from '../../src/obsidian/commitment-map-view.js';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { openView, VIEW_TYPES } from '../../src/obsidian/open-view.js';
import { registerOpenUri } from '../../src/obsidian/open-uri.js';
import { buildCommitmentMap, selectRows } from '../../src/views/commitment-map-model.js';
import { DEFAULT_COMMITMENT_CHOICE } from '../../src/views/commitment-choice.js';
import { hostWith, type FeatureHost } from './feature-host.js';
import { menuItem } from './roadmap-files.js';

const ANA = '---\ntype: executive # kept\nrole: CEO\nunit: Group\ncommitment: passive\nneeded_commitment: advocate\nassessed: 2026-01-05\npeers: ["[[Bo]]"]\n---\n# Ana\n\n## Assessments\n- 2026-01-05 passive\n';
const BO = '---\ntype: executive\nunit: Freight\ncommitment: supporter\n---\n# Bo\n';
const FILES: Readonly<Record<string, string>> = { 'Journey/CX journey.md': '---\ntype: journey\n---\n', 'People/Ana.md': ANA, 'People/Bo.md': BO, 'People/Cy.md': '---\ntype: executive\nunit: Freight\n---\n# Cy\n' };
const MAP = '.workspace-leaf-content[data-type="cx-playbook-commitment"]';

async function withMap(files = FILES): Promise<FeatureHost> {
  const shown = await hostWith([registerCommitmentMap, registerEdits, registerOpenUri, registerCliHandlers], { files });
  await shown.host.run('cx-playbook:open-commitment-map');
  return shown;
}

function viewIn({ host }: FeatureHost): CommitmentMapView {
  const view = host.app.workspace.getLeavesOfType(VIEW_TYPES.commitment)[0]?.view;
  if (!(view instanceof CommitmentMapView)) throw new Error('The commitment map is not open.');
  return view;
}

const spoken = (button: HTMLElement): string => button.querySelector('.cx-unseen')?.textContent ?? '';
const names = (): readonly string[] => [...document.querySelectorAll<HTMLElement>(`${MAP} .cx-map-name`)].map((each) => spoken(each).split(':')[0] ?? '');
const nameOf = (title: string): HTMLElement => document.querySelector<HTMLElement>(`${MAP} [data-path="People/${title}.md"]`)!;
const ghosts = (): number => document.querySelectorAll(`${MAP} .cx-map-x.is-ghost`).length;

async function press({ host }: FeatureHost, text: string): Promise<void> {
  const button = [...document.querySelectorAll<HTMLElement>('.modal button')].find(({ textContent }) => textContent === text);
  if (button === undefined) throw new Error(`No button "${text}".`);
  button.click();
  await host.settle();
}

async function say({ host }: FeatureHost, text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('.modal input[type="text"]')!;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await host.settle();
}

async function key({ host }: FeatureHost, title: string, pressed: string, options: KeyboardEventInit = {}): Promise<void> {
  nameOf(title).focus();
  nameOf(title).dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true, ...options }));
  await host.settle();
}

/** Drags an X to the column of a level. */
async function drag({ host }: FeatureHost, title: string, columns: number): Promise<void> {
  const canvas = document.querySelector<HTMLElement>(`${MAP} .cx-map-rows`)!;
  canvas.setPointerCapture = () => undefined;
  canvas.hasPointerCapture = () => false;
  const mark = document.querySelector<HTMLElement>(`${MAP} [data-mark="People/${title}.md"]`)!;
  const columnPx = parseFloat(document.querySelector<HTMLElement>(`${MAP} .cx-map`)!.style.getPropertyValue('--cx-column'));
  const from = canvas.getBoundingClientRect().left + parseFloat(mark.style.insetInlineStart) + parseFloat(mark.style.width) / 2;
  const at = async (kind: string, clientX: number): Promise<void> => {
    mark.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX }));
    await host.settle();
  };
  await at('pointerdown', from);
  await at('pointermove', from + columns * columnPx);
  await at('pointerup', from + columns * columnPx);
}

describe('opening', () => {
  test('shows the map as one tab, by command, ribbon, link and command line', async () => {
    const { host } = await withMap();
    host.ribbon.querySelector<HTMLElement>('[aria-label="Open commitment map"]')?.click();
    await host.uri('cx-playbook', { view: 'commitment' });
    expect(await host.cli('cx-playbook:open', { view: 'commitment' })).toBe('Opened commitment.\n');
    expect(host.app.workspace.getLeavesOfType(VIEW_TYPES.commitment)).toHaveLength(1);
    expect(names()).toEqual(['Ana, CEO, Group', 'Bo, Freight', 'Cy, Freight']);
  });

  test('a link says which units, and as what', async () => {
    const shown = await withMap();
    await shown.host.uri('cx-playbook', { view: 'commitment', unit: 'freight', as: 'table', person: 'People/Bo.md' });
    await shown.host.settle();
    expect(viewIn(shown).choice).toMatchObject({ units: ['freight'], form: 'table', person: 'People/Bo.md' });
    expect([...document.querySelectorAll(`${MAP} tbody th`)].map(({ textContent }) => textContent)).toEqual(['Bo', 'Cy']);
  });

  test.each([
    [{ as: 'tabel' }, 'In the link, as takes one of map, table, not "tabel". Did you mean "table"?'],
    [{ units: 'Freight' }, 'not "units". Did you mean "unit"?'],
    [{ person: '../secret.md' }, 'which is not in this vault'],
  ])('a link with %j opens nothing and says why', async (options, told) => {
    const { host } = await withMap();
    host.app.workspace.detachLeavesOfType(VIEW_TYPES.commitment);
    await host.uri('cx-playbook', { view: 'commitment', ...options });
    expect(host.notices()[0]).toContain(told);
    expect(host.app.workspace.getLeavesOfType(VIEW_TYPES.commitment)).toEqual([]);
  });

  test('what is shown stays with the pane; anything else in the state is the usual', async () => {
    const shown = await withMap();
    expect(viewIn(shown).getState()).toEqual({});
    await openView(shown.host.app, 'commitment', { unit: ['Freight'], order: 'gap', panel: 'coalition', peers: 'all' });
    await shown.host.settle();
    expect(viewIn(shown).leaf.getViewState().state).toEqual({ unit: ['Freight'], order: 'gap', panel: 'coalition', peers: 'all' });
    await viewIn(shown).setState({ unit: [7, { a: 1 }, ''], order: 3, as: 'x', search: {}, person: [] }, { history: false });
    expect(viewIn(shown).getState()).toEqual({});
  });
});

describe('re-assessing', () => {
  test('a drag asks why, then writes the level, its day and its dated line, and one undo takes it back', async () => {
    const shown = await withMap();
    shown.context.personal.setOnDevice('authorName', 'M. Devereux');
    await drag(shown, 'Ana', 2);
    expect(ghosts()).toBe(1);
    expect(document.querySelector('.modal code')?.textContent).toBe('2026-11-22 supporter — by M. Devereux');
    expect(shown.host.text('People/Ana.md')).toBe(ANA);
    await say(shown, 'released the money');
    await press(shown, 'Set level');
    expect(shown.host.text('People/Ana.md')).toBe(
      ANA.replace('commitment: passive', 'commitment: supporter').replace('assessed: 2026-01-05', 'assessed: 2026-11-22') + '- 2026-11-22 supporter — by M. Devereux — released the money\n',
    );
    expect(ghosts()).toBe(0);
    expect(spoken(nameOf('Ana'))).toContain('now supporter');
    await shown.host.run('cx-playbook:undo-edits');
    await shown.host.settle();
    expect(shown.host.text('People/Ana.md')).toBe(ANA);
    expect(spoken(nameOf('Ana'))).toContain('now passive');
  });

  test('cancelling leaves note and map as they were, and the focus on the executive', async () => {
    const shown = await withMap();
    await key(shown, 'Ana', 'ArrowRight', { altKey: true });
    expect([ghosts(), document.querySelector('.modal code')?.textContent]).toEqual([1, '2026-11-22 toe-dipper']);
    await press(shown, 'Cancel');
    expect([ghosts(), shown.host.text('People/Ana.md')]).toEqual([0, ANA]);
    expect(document.activeElement).toBe(nameOf('Ana'));
  });

  test('writes into the note where it is by then', async () => {
    const shown = await withMap();
    await key(shown, 'Bo', 'ArrowRight', { altKey: true });
    await shown.host.app.vault.rename(shown.host.file('People/Bo.md'), 'People/Bo Lund.md');
    await press(shown, 'Set level');
    expect(shown.host.text('People/Bo Lund.md')).toContain('- 2026-11-22 advocate');
    expect(spoken(nameOf('Bo Lund'))).toContain('now advocate');
    expect(ghosts()).toBe(0);
  });

  test('asks one question at a time, also when a key is held down while the playbook is being read', async () => {
    const shown = await withMap();
    shown.host.changeFromOutside('People/Cy.md', '---\ntype: executive\n---\n# Cy\n');
    for (const title of ['Ana', 'Ana', 'Bo']) {
      nameOf(title).focus();
      nameOf(title).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', altKey: true, bubbles: true, cancelable: true }));
    }
    await shown.host.settle();
    expect([...document.querySelectorAll('.modal code')].map(({ textContent }) => textContent)).toEqual(['2026-11-22 toe-dipper']);
    await press(shown, 'Cancel');
    await key(shown, 'Bo', 'ArrowRight', { altKey: true });
    expect(document.querySelector('.modal code')?.textContent).toBe('2026-11-22 advocate');
  });

  test('the menu sets the needed level at once, and removes a level without asking', async () => {
    const shown = await withMap();
    await key(shown, 'Bo', 'm');
    menuItem('Needed: advocate').click();
    await shown.host.settle();
    expect(shown.host.text('People/Bo.md')).toContain('needed_commitment: advocate');
    expect(spoken(nameOf('Bo'))).toContain('needed advocate, 1 level to go');
    await key(shown, 'Bo', 'm');
    menuItem('Remove the level').click();
    await shown.host.settle();
    expect(shown.host.text('People/Bo.md')).not.toContain('commitment: supporter');
    expect(spoken(nameOf('Bo'))).toContain('now not assessed');
  });
});

describe('files', () => {
  test.each([['csv', 'csv', formatCommitmentCsv], ['markdown', 'md', formatCommitmentMarkdown]] as const)('saves the rows that are shown as %s, byte for byte what the export gives', async (format, extension, write) => {
    const shown = await withMap();
    await openView(shown.host.app, 'commitment', { unit: ['Freight'] });
    await shown.host.run(`cx-playbook:save-commitment-as-${format}`);
    await shown.host.settle();
    const model = buildCommitmentMap(shown.context.playbook.store!);
    const rows = selectRows(model, { ...DEFAULT_COMMITMENT_CHOICE, units: ['Freight'] });
    expect(rows).toHaveLength(2);
    expect(shown.host.text(`Journey/CX journey commitment 2026-11-22.${extension}`)).toBe(write(rows, model.words));
    expect(shown.host.notices()[0]).toContain('Saved "');
  });

  test('copies the rows that are shown, and tells when the system refuses', async () => {
    const shown = await withMap();
    const { host } = shown;
    const copy = async (): Promise<void> => {
      document.querySelector<HTMLElement>(`${MAP} [aria-label="More"]`)?.click();
      menuItem('Copy as CSV').click();
      await host.settle();
    };
    await copy();
    const model = buildCommitmentMap(shown.context.playbook.store!);
    expect(host.page.copied).toBe(formatCommitmentCsv(model.rows, model.words));
    expect(host.notices()).toContain('Copied 3 executives as CSV.');
    host.page.refusesClipboard = true;
    await copy();
    expect(host.notices().some((notice) => notice.startsWith('Nothing was copied: '))).toBe(true);
  });

  test('never writes over a file that is there', async () => {
    const path = 'Journey/CX journey commitment 2026-11-22.csv';
    const { host } = await withMap({ ...FILES, [path]: 'mine' });
    await host.run('cx-playbook:save-commitment-as-csv');
    await host.settle();
    expect(host.text(path)).toBe('mine');
  });
});

test('unloading closes the view and the question that stands open, and writes nothing', async () => {
  const shown = await withMap();
  await key(shown, 'Ana', 'ArrowRight', { altKey: true });
  expect(document.querySelector('.modal')).not.toBeNull();
  await shown.host.unload();
  expect([document.querySelector('.modal'), document.querySelector('.cx-map-view'), shown.host.text('People/Ana.md')]).toEqual([null, null, ANA]);
  expect(shown.host.ribbon.querySelector('[aria-label="Open commitment map"]')).toBeNull();
});
