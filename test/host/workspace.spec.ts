import { MarkdownView, type TFile } from 'obsidian';
import { expect, it } from 'vitest';
import { createHost, type Host } from './host.js';
import { MANIFEST, TidyPlugin, TidyView } from './tidy-plugin.js';

async function started(files: Record<string, string> = {}): Promise<Host> {
  const host = createHost({ files });
  await host.layoutReady();
  await host.load(TidyPlugin, MANIFEST);
  return host;
}

it('makes the view of a leaf by its factory and opens it', async () => {
  const { app } = await started();
  const leaf = app.workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'tidy-view', active: true });
  expect(leaf.view).toBeInstanceOf(TidyView);
  expect(leaf.view.containerEl.isConnected).toBe(true);
  expect(leaf.view.containerEl.textContent).toContain('Tidy content');
  expect(app.workspace.getActiveViewOfType(TidyView)).toBe(leaf.view);
  expect(app.workspace.getLeavesOfType('tidy-view')).toEqual([leaf]);
});

it('closes views with their leaves', async () => {
  const { app } = await started();
  const before = TidyView.closed;
  await app.workspace.getLeaf('tab').setViewState({ type: 'tidy-view' });
  app.workspace.detachLeavesOfType('tidy-view');
  expect(TidyView.closed).toBe(before + 1);
  expect(app.workspace.getLeavesOfType('tidy-view')).toEqual([]);
  expect(document.querySelector('[data-type="tidy-view"]')).toBeNull();
});

it('keeps one side leaf of a type, and shows its side', async () => {
  const { app } = await started();
  const first = await app.workspace.ensureSideLeaf('tidy-view', 'right', { active: true });
  const second = await app.workspace.ensureSideLeaf('tidy-view', 'right');
  expect(second).toBe(first);
  expect(app.workspace.rightSplit.collapsed).toBe(false);
  expect(app.workspace.getActiveViewOfType(TidyView)).toBe(first.view);
});

it('keeps the leaf of an unloaded plugin and brings its view back', async () => {
  const host = await started();
  const leaf = await host.app.workspace.ensureSideLeaf('tidy-view', 'right');
  await host.unload();
  expect(leaf.view).not.toBeInstanceOf(TidyView);
  expect(leaf.view.containerEl.textContent).toContain('Plugin no longer active');
  await host.load(TidyPlugin, MANIFEST);
  expect(leaf.view).toBeInstanceOf(TidyView);
});

it('loads a restored tab when it is looked at', async () => {
  const host = await started();
  const leaf = await host.restoreTab('tidy-view');
  expect(leaf.isDeferred).toBe(true);
  expect(leaf.view).not.toBeInstanceOf(TidyView);
  expect(host.app.workspace.getLeavesOfType('tidy-view')).toEqual([leaf]);
  await host.app.workspace.revealLeaf(leaf);
  expect(leaf.isDeferred).toBe(false);
  expect(leaf.view).toBeInstanceOf(TidyView);
});

it('tells which leaf and file became active', async () => {
  const host = await started({ 'Ana.md': '', 'Bo.md': '' });
  const heard: string[] = [];
  host.app.workspace.on('file-open', (file: TFile | null) => heard.push(file?.path ?? 'none'));
  await host.open('Ana.md');
  await host.open('Bo.md', { newTab: true });
  expect(heard).toEqual(['Ana.md', 'Bo.md']);
  expect(host.app.workspace.getActiveFile()?.path).toBe('Bo.md');
  expect(host.app.workspace.activeEditor?.file?.path).toBe('Bo.md');
  await host.app.workspace.ensureSideLeaf('tidy-view', 'right', { active: true });
  expect(host.app.workspace.activeEditor).toBeNull();
  expect(host.app.workspace.getActiveFile()?.path).toBe('Bo.md');
});

it('opens links, at a heading, in the leaf at hand or a new one', async () => {
  const host = await started({ 'Ana.md': '[[Bo#Second]]', 'Bo.md': '# First\n\n# Second\n' });
  await host.open('Ana.md');
  await host.app.workspace.openLinkText('Bo#Second', 'Ana.md');
  const view = host.app.workspace.getActiveViewOfType(MarkdownView);
  expect(view?.file?.path).toBe('Bo.md');
  expect(view?.editor.getCursor().line).toBe(2);
  expect(host.app.workspace.getLeavesOfType('markdown')).toHaveLength(1);
  await host.app.workspace.openLinkText('Ana', 'Bo.md', 'tab');
  expect(host.app.workspace.getLeavesOfType('markdown')).toHaveLength(2);
});

it('closes the leaf of a deleted note', async () => {
  const host = await started({ 'Ana.md': '' });
  await host.open('Ana.md');
  await host.app.vault.delete(host.file('Ana.md'));
  expect(host.app.workspace.getLeavesOfType('markdown')).toEqual([]);
});

it('opens a window with a document of its own that has the helpers', async () => {
  const { app } = await started();
  const leaf = app.workspace.openPopoutLeaf();
  await leaf.setViewState({ type: 'tidy-view', active: true });
  const { containerEl } = leaf.view;
  expect(containerEl.ownerDocument).not.toBe(document);
  expect(containerEl.doc).toBe(containerEl.ownerDocument);
  expect(containerEl.win).not.toBe(window);
  expect(containerEl.createDiv({ cls: 'inside' }).ownerDocument).toBe(containerEl.ownerDocument);
  expect(containerEl.ownerDocument.body.createDiv().instanceOf(HTMLElement)).toBe(true);
  const frames = document.querySelectorAll('iframe').length;
  leaf.detach();
  expect(document.querySelectorAll('iframe')).toHaveLength(frames - 1);
});
