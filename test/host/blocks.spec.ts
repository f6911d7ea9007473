import { MarkdownRenderChild, Plugin } from 'obsidian';
import { expect, it } from 'vitest';
import { createHost, type Host } from './host.js';
import { MANIFEST } from './tidy-plugin.js';

class EchoPlugin extends Plugin {
  readonly lives: string[] = [];

  override onload(): void {
    this.registerMarkdownCodeBlockProcessor('echo', (source, el, context) => {
      const { lives } = this;
      class Echo extends MarkdownRenderChild {
        override onload(): void {
          lives.push(`+${source}`);
          this.containerEl.createDiv({ cls: 'echo', text: `${context.sourcePath}: ${source}` });
        }

        override onunload(): void {
          lives.push(`-${source}`);
        }
      }
      context.addChild(new Echo(el));
    });
  }
}

const NOTE = 'Before\n\n```echo\none\n```\n\nAfter\n';

async function withBlocks(): Promise<{ host: Host; plugin: EchoPlugin }> {
  const host = createHost({ files: { 'Note.md': NOTE } });
  await host.layoutReady();
  return { host, plugin: await host.load(EchoPlugin, MANIFEST) };
}

const shown = (): string[] => [...document.querySelectorAll('.echo')].map(({ textContent }) => textContent);

it('draws a block in reading view, and unloads it with the note', async () => {
  const { host, plugin } = await withBlocks();
  const view = await host.open('Note.md', { mode: 'preview' });
  expect(shown()).toEqual(['Note.md: one']);
  view.leaf.detach();
  await host.settle();
  expect(plugin.lives).toEqual(['+one', '-one']);
});

it('draws a block in live preview while the cursor is elsewhere, anew when its text changes', async () => {
  const { host, plugin } = await withBlocks();
  const view = await host.open('Note.md');
  expect(shown()).toEqual(['Note.md: one']);
  view.editor.setCursor(3);
  await host.settle();
  expect(shown()).toEqual([]);
  view.editor.setLine(3, 'two');
  view.editor.setCursor(0);
  await host.settle();
  expect(shown()).toEqual(['Note.md: two']);
  view.leaf.detach();
  await host.settle();
  expect(plugin.lives.filter((life) => life.startsWith('+'))).toHaveLength(plugin.lives.filter((life) => life.startsWith('-')).length);
});

it('keeps what was copied and printed as facts', async () => {
  const { host } = await withBlocks();
  await navigator.clipboard.writeText('text');
  expect(host.page.copied).toBe('text');
  host.page.refusesClipboard = true;
  await expect(navigator.clipboard.writeText('more')).rejects.toThrow('denied');
  const paper = document.body.createDiv({ cls: 'paper' });
  window.addEventListener('afterprint', () => paper.remove(), { once: true });
  window.print();
  expect(host.page.prints[0]?.body.querySelector('.paper')).not.toBeNull();
  expect(document.querySelector('.paper')).toBeNull();
});

it('keeps files that are no text, and finds a free path for them', async () => {
  const { host } = await withBlocks();
  const { vault, fileManager } = host.app;
  await vault.createBinary('Picture.png', new Uint8Array([1, 200]).buffer);
  expect([...(host.bytes('Picture.png') ?? [])]).toEqual([1, 200]);
  expect(await fileManager.getAvailablePathForAttachment('Picture.png', 'Note.md')).toBe('Picture 1.png');
  await expect(vault.createBinary('Picture.png', new ArrayBuffer(1))).rejects.toThrow('exists');
});
