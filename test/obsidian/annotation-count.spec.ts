import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { registerAnnotationCount } from '../../src/obsidian/annotation-count.js';
import { registerFileListCounts } from '../../src/obsidian/file-list-counts.js';
import type { HostOptions } from '../host/host.js';
import { threadPath, threadText } from './annotation-files.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const FILES = {
  'Ana.md': '# Ana\n\nWe will cut the programme in Q3.\n',
  'Ben.md': '# Ben\n',
  [threadPath('aaaaaaaa')]: threadText('aaaaaaaa', { quote: 'cut the programme' }),
  [threadPath('bbbbbbbb', 'coach')]: threadText('bbbbbbbb', { quote: 'long gone', visibility: 'coach' }),
  [threadPath('cccccccc')]: threadText('cccccccc', { quote: 'We will', isResolved: true }),
};

async function resolve({ host, context }: FeatureHost, id: string, quote: string): Promise<void> {
  await host.app.vault.process(host.file(threadPath(id)), () => threadText(id, { quote, isResolved: true }));
  await host.settle();
  await context.playbook.settled();
  await host.settle();
}

describe('the number of open annotations in the status bar', () => {
  async function open(options: Omit<HostOptions, 'files'> = {}): Promise<FeatureHost> {
    const opened = await hostWith([registerAnnotationCount], { files: FILES, ...options });
    await opened.host.open('Ana.md');
    return opened;
  }
  const shown = ({ host }: FeatureHost): string | undefined => host.statusBar.querySelector('.cx-annotation-count')?.textContent;

  it('is of the note one looks at, those without a place included', async () => {
    const opened = await open();
    expect(shown(opened)).toBe('2 annotations');
    expect(opened.host.statusBar.querySelector('button')?.getAttribute('aria-label')).toBe('2 open annotations in this note. Open annotations.');
    await resolve(opened, 'aaaaaaaa', 'cut the programme');
    expect(shown(opened)).toBe('1 annotation');
    await opened.host.open('Ben.md');
    expect(shown(opened)).toBeUndefined();
  });

  it('opens the annotations', async () => {
    const opened = await open();
    opened.host.statusBar.querySelector('button')?.click();
    await opened.host.settle();
    expect(opened.host.app.workspace.getLeavesOfType('cx-playbook-annotations')).toHaveLength(1);
  });

  it('goes and comes with the person’s setting', async () => {
    const opened = await open();
    await opened.context.personal.set('showStatusBar', false);
    expect(shown(opened)).toBeUndefined();
    await opened.context.personal.set('showStatusBar', true);
    expect(shown(opened)).toBe('2 annotations');
  });

  it('is not shown on phones, which have no status bar', async () => {
    expect(shown(await open({ platform: 'phone' }))).toBeUndefined();
  });

  it('leaves nothing behind', async () => {
    const { host } = await open();
    await host.unload();
    expect(host.leftovers()).toEqual([]);
  });
});

/** As far as the app's file list is known: `fileItems` by path, each with its row. */
class FileList extends ItemView {
  readonly fileItems: Record<string, unknown> = {};
  override getViewType = (): string => 'file-explorer';
  override getDisplayText = (): string => 'Files';
  protected override onOpen(): Promise<void> {
    for (const { path, basename } of this.app.vault.getMarkdownFiles()) {
      const selfEl = this.contentEl.createDiv({ cls: 'nav-file-title', text: basename, attr: { 'data-path': path } });
      this.fileItems[path] = { selfEl };
    }
    return Promise.resolve();
  }
}

/** The list as an app might have it that changed what nobody promised. */
class OtherFileList extends ItemView {
  readonly fileItems: unknown = { 'Ana.md': { selfEl: 'no element' } };
  override getViewType = (): string => 'file-explorer';
  override getDisplayText = (): string => 'Files';
}

describe('the number of open annotations in the file list', () => {
  async function open(List: new (leaf: WorkspaceLeaf) => ItemView): Promise<FeatureHost> {
    const opened = await hostWith([registerFileListCounts], { files: FILES });
    opened.context.plugin.registerView('file-explorer', (leaf) => new List(leaf));
    await opened.host.app.workspace.ensureSideLeaf('file-explorer', 'left');
    await opened.host.settle();
    return opened;
  }
  const badges = ({ host }: FeatureHost): readonly string[] =>
    [...host.app.workspace.containerEl.querySelectorAll('.cx-annotation-badge')].map((badge) => `${badge.parentElement?.getAttribute('data-path') ?? ''}: ${badge.textContent}`);

  it('stands behind the name of each note that has some', async () => {
    const opened = await open(FileList);
    expect(badges(opened)).toEqual(['Ana.md: 2']);
    expect(opened.host.app.workspace.containerEl.querySelector('.cx-annotation-badge')?.getAttribute('aria-label')).toBe('2 open annotations');
  });

  it('changes with the annotations, and goes with the last', async () => {
    const opened = await open(FileList);
    await resolve(opened, 'aaaaaaaa', 'cut the programme');
    expect(badges(opened)).toEqual(['Ana.md: 1']);
    await opened.host.app.fileManager.trashFile(opened.host.file(threadPath('bbbbbbbb', 'coach')));
    await opened.host.settle();
    await opened.context.playbook.settled();
    await opened.host.settle();
    expect(badges(opened)).toEqual([]);
  });

  it('is left out where the list is made in another way', async () => {
    const opened = await open(OtherFileList);
    expect(badges(opened)).toEqual([]);
    expect(opened.host.notices()).toEqual([]);
  });

  it('goes with the plugin', async () => {
    const opened = await open(FileList);
    const rows = [...opened.host.app.workspace.containerEl.querySelectorAll('.nav-file-title')];
    await opened.host.unload();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => [...row.children])).toEqual([]);
  });
});
