import { expect, it } from 'vitest';
import { createHost } from './host.js';
import { MANIFEST, TidyPlugin, UntidyPlugin } from './tidy-plugin.js';

it('finds nothing left behind by a tidy plugin, also after use', async () => {
  const host = createHost({ files: { 'Ana.md': '' } });
  await host.layoutReady();
  await host.load(TidyPlugin, MANIFEST);
  await host.open('Ana.md');
  await host.app.workspace.ensureSideLeaf('tidy-view', 'right');
  await host.run('tidy:editor');
  expect(host.leftovers()).not.toEqual([]);
  await host.unload();
  expect(host.leftovers()).toEqual([]);
});

it('finds each thing that a plugin leaves behind', async () => {
  const host = createHost();
  await host.layoutReady();
  await host.load(UntidyPlugin, MANIFEST);
  await host.unload();
  const found = host.leftovers().join('\n');
  for (const thing of ['vault event "modify"', 'window listener "resize"', 'document listener "keyup"', 'interval 60000', 'timeout 60000', '<div class="left-behind">', 'left-class', 'style in head']) {
    expect(found).toContain(thing);
  }
  document.body.removeClass('left-class');
  document.head.querySelector('style:last-child')?.remove();
});

it('calls back when the layout is ready: later before it, at once after it', async () => {
  const host = createHost();
  const early = await host.load(TidyPlugin, MANIFEST);
  expect(early.calls).toEqual([]);
  await host.layoutReady();
  expect(early.calls).toEqual(['ready']);
  await host.unload();
  const late = await host.load(TidyPlugin, MANIFEST, { userEnable: true });
  expect(late.calls).toEqual(['ready', 'enabled']);
});

it('offers the commands that can run, and runs them', async () => {
  const host = createHost({ files: { 'Ana.md': '' } });
  await host.layoutReady();
  const plugin = await host.load(TidyPlugin, MANIFEST);
  expect(host.commands()).toEqual([{ id: 'tidy:plain', name: 'Tidy: Plain' }]);
  await host.run('tidy:plain');
  expect(plugin.calls).toContain('plain');
  await expect(host.run('tidy:never')).rejects.toThrow('cannot run now');
  await expect(host.run('tidy:editor')).rejects.toThrow('cannot run now');
  await expect(host.run('tidy:other')).rejects.toThrow('No command');
  await host.open('Ana.md');
  await host.run('tidy:editor');
  await host.flush();
  expect(host.text('Ana.md')).toBe('typed');
});

it('calls command-line, address and ribbon handlers', async () => {
  const host = createHost();
  const plugin = await host.load(TidyPlugin, MANIFEST);
  expect(await host.cli('tidy:count', { folder: 'A' })).toBe('in A');
  await expect(host.cli('tidy:count')).rejects.toThrow('folder');
  await host.uri('tidy', { note: 'Ana' });
  host.ribbon.querySelector<HTMLElement>('[aria-label="Open tidy"]')?.click();
  expect(plugin.calls).toEqual(['uri Ana', 'ribbon']);
  expect(host.ribbon.querySelector('svg')?.getAttribute('class')).toContain('lucide-map');
  expect(host.statusBar.textContent).toBe('tidy');
});

it('keeps data as JSON', async () => {
  const host = createHost();
  const plugin = await host.load(TidyPlugin, MANIFEST);
  expect(await plugin.loadData()).toBeNull();
  const data = { a: [1], gone: undefined };
  await plugin.saveData(data);
  data.a.push(2);
  expect(await plugin.loadData()).toEqual({ a: [1] });
  expect(host.savedData('tidy')).toEqual({ a: [1] });
});

it('says what it waits for when it cannot settle', async () => {
  const host = createHost();
  let timer = 0;
  const again = (): void => void (timer = window.setTimeout(again, 10));
  again();
  await expect(host.settle(200)).rejects.toThrow('timeout 10 ms');
  // It must not outlive the page.
  window.clearTimeout(timer);
  host.close();
});
