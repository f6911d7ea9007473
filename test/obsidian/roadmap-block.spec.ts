/** The roadmap in a note: by the options that stand there, in both modes, alive with the playbook, whole on paper. */
import { describe, expect, test } from 'vitest';
import { registerRoadmapBlock } from '../../src/obsidian/roadmap-block.js';
import { hostWith, type FeatureHost } from './feature-host.js';
import { ROADMAP_FILES } from './roadmap-files.js';

const noteWith = (options: string): string => `Before\n\n\`\`\`cx-roadmap\n${options}\`\`\`\n\nAfter\n`;

const withBlock = (options: string, files = ROADMAP_FILES): Promise<FeatureHost> => hostWith([registerRoadmapBlock], { files: { ...files, 'Note.md': noteWith(options) } });

const block = (): HTMLElement | null => document.querySelector('.cx-roadmap-block');
const words = (): string => block()?.textContent ?? '';
const picture = (): string => decodeURIComponent(document.querySelector<HTMLImageElement>('img.cx-roadmap-printed')?.src ?? '');

describe('a block in a note', () => {
  test.each(['preview', 'source'] as const)('is drawn by its options in %s mode', async (mode) => {
    const { host } = await withBlock('group: leader\nsponsor: [Ada]\n');
    await host.open('Note.md', { mode });
    expect(words()).toContain('Purse');
    expect(words()).not.toContain('Ride along');
    expect(picture()).toContain('grouped by sponsor');
    expect(picture()).not.toContain('Ride along');
  });

  test('is drawn whole without options', async () => {
    const { host } = await withBlock('');
    await host.open('Note.md', { mode: 'preview' });
    expect(words()).toContain('Purse');
    expect(words()).toContain('Ride along');
  });

  test('tells what is wrong with its line, and draws the rest', async () => {
    const { host } = await withBlock('group: leader\nrows: five\n\nheight: 7\ncolour: red\n');
    await host.open('Note.md', { mode: 'preview' });
    for (const told of ['Line 2: ', 'Line 4: Option "height" holds 7. Write a number of pixels from 120 to 4000.', 'Line 5: ']) expect(words()).toContain(told);
    expect(words()).toContain('Purse');
  });

  test('follows the playbook, on the page and on paper', async () => {
    const { host } = await withBlock('');
    await host.open('Note.md', { mode: 'preview' });
    await host.app.fileManager.renameFile(host.file('Work/Purse.md'), 'Work/Wallet.md');
    await host.settle();
    expect(words()).toContain('Wallet');
    expect(picture()).toContain('Wallet');
    await host.app.fileManager.trashFile(host.file('Work/Wallet.md'));
    await host.settle();
    expect(words()).not.toContain('Wallet');
    expect(picture()).not.toContain('Wallet');
  });

  test('has the height that is asked for', async () => {
    const { host } = await withBlock('height: 300\n');
    await host.open('Note.md', { mode: 'preview' });
    expect(block()?.hasClass('cx-fixed-height')).toBe(true);
    expect(block()?.style.getPropertyValue('--cx-block-height')).toBe('300px');
  });

  test('goes with its note', async () => {
    const { host } = await withBlock('');
    const view = await host.open('Note.md');
    view.leaf.detach();
    await host.settle();
    host.changeFromOutside('Work/Purse.md', undefined);
    await host.settle();
    expect(block()).toBeNull();
    await host.unload();
    expect(host.leftovers()).toEqual([]);
  });

  test('goes with the plugin, though its note stays open', async () => {
    const { host } = await withBlock('');
    await host.open('Note.md', { mode: 'preview' });
    expect(block()).not.toBeNull();
    await host.unload();
    expect(block()).toBeNull();
    expect(document.querySelector('.cx-roadmap-printed')).toBeNull();
    expect(host.leftovers()).toEqual([]);
  });

  test('keeps names as text', async () => {
    const { host } = await withBlock('search: "<img src=x onerror=alert(1)>"\nunit: ["<b>x</b>"]\n');
    await host.open('Note.md', { mode: 'preview' });
    expect(block()?.querySelector('img, b')).toBeNull();
  });
});
