import { BasesView, ListValue, Plugin, type BasesEntry, type QueryController } from 'obsidian';
import { expect, it } from 'vitest';
import { createHost, type Host } from './host.js';
import { MANIFEST } from './tidy-plugin.js';

class NamesView extends BasesView {
  readonly type = 'names';
  kept: BasesEntry | undefined;
  readonly #element: HTMLElement;

  constructor(controller: QueryController, parent: HTMLElement) {
    super(controller);
    this.#element = parent.createDiv({ cls: 'names' });
  }

  override onDataUpdated(): void {
    const groups = this.data.groupedData.map(({ key, entries }) => `${key?.toString() ?? ''}: ${entries.map(({ file }) => file.basename).join(' ')}`);
    this.#element.setText(groups.join(' | '));
    this.kept = this.data.data[0];
  }
}

class NamesPlugin extends Plugin {
  readonly views: NamesView[] = [];

  override onload(): void {
    this.registerBasesView('names', {
      name: 'Names',
      icon: 'map',
      factory: (controller, parent) => {
        const view = new NamesView(controller, parent);
        this.views.push(view);
        return view;
      },
      options: () => [{ type: 'toggle', key: 'wide', displayName: 'Wide' }],
    });
  }
}

const FILES = { 'Work/A.md': '---\nstatus: done\n---\n', 'Work/B.md': '---\nstatus: idea\nunits: [North, "[[A]]"]\n---\n', 'Diary.md': '' };

async function withBases(): Promise<{ host: Host; plugin: NamesPlugin }> {
  const host = createHost({ files: FILES });
  await host.layoutReady();
  return { host, plugin: await host.load(NamesPlugin, MANIFEST) };
}

const shown = (): string => document.querySelector('.names')?.textContent ?? '';

it('hands a view the notes of its query, in groups where the base groups', async () => {
  const { host } = await withBases();
  await host.openBase('names', { query: ({ path }) => path.startsWith('Work/'), groupBy: 'note.status' });
  expect(shown()).toBe('done: A | idea: B');
});

it('gives a new result when a note changes, comes, moves or goes, and takes the old one away', async () => {
  const { host, plugin } = await withBases();
  await host.openBase('names', { groupBy: 'note.status' });
  const old = plugin.views[0]!.kept!;
  host.changeFromOutside('Work/A.md', '---\nstatus: idea\n---\n');
  await host.settle();
  expect(shown()).toBe('idea: A B | null: Diary');
  expect(() => old.getValue('note.status')).toThrow('old result');
  await host.app.fileManager.renameFile(host.file('Work/A.md'), 'Work/C.md');
  await host.app.fileManager.trashFile(host.file('Diary.md'));
  await host.settle();
  expect(shown()).toBe('idea: B C');
});

it('runs again whenever a view writes an option, and once for several', async () => {
  const { host } = await withBases();
  const base = await host.openBase('names');
  base.config.set('wide', true);
  base.config.set('wide', true);
  await host.settle();
  expect(base.updates).toBe(2);
  expect(base.config.writes).toBe(2);
  expect(base.options()).toMatchObject([{ key: 'wide' }]);
});

it('wraps values: lists, links, days, formulas, nothing', async () => {
  const { host, plugin } = await withBases();
  await host.openBase('names', { query: ({ name }) => name === 'B.md', formulas: { due: () => '2027-03-01T09:00', none: () => null } });
  const entry = plugin.views[0]!.kept!;
  const units = entry.getValue('note.units');
  expect(units).toBeInstanceOf(ListValue);
  expect((units as ListValue).get(1).constructor.name).toBe('LinkValue');
  expect((units as ListValue).get(9).isTruthy()).toBe(false);
  expect(entry.getValue('formula.due')?.toString()).toBe('2027-03-01 09:00');
  expect(entry.getValue('formula.none')?.isTruthy()).toBe(false);
  expect(entry.getValue('file.folder')?.toString()).toBe('Work');
});

it('makes a note with the properties that a view asks for', async () => {
  const { host, plugin } = await withBases();
  await host.openBase('names');
  await plugin.views[0]!.createFileForView('New', (frontmatter: Record<string, unknown>) => {
    frontmatter['status'] = 'idea';
  });
  await host.settle();
  expect(host.text('New.md')).toBe('---\nstatus: "idea"\n---\n');
  expect(shown()).toContain('New');
});
