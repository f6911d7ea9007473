import { describe, expect, it } from 'vitest';
import { registerAnnotate } from '../../src/obsidian/annotate.js';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { threadPath, threadText } from './annotation-files.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const NOTE = '# Ana\n\nWe will cut the programme in Q3.\n';
const PATH = threadPath('7k3m9q2x');
const THREAD = threadText('7k3m9q2x', { quote: 'cut the programme', prefix: 'We will ', suffix: ' in Q3.' });

const start = (files: Readonly<Record<string, string>>): Promise<FeatureHost> => hostWith([registerEdits, registerAnnotate], { files });

async function rename({ host }: FeatureHost, from: string, to: string): Promise<void> {
  await host.app.vault.rename(host.app.vault.getAbstractFileByPath(from)!, to);
  await host.settle();
}

describe('annotations of a note that is renamed', () => {
  it('follow it, quietly, in property and callout and no other byte', async () => {
    const shown = await start({ 'Ana.md': NOTE, [PATH]: THREAD });
    await rename(shown, 'Ana.md', 'Ana Ruiz.md');
    expect(shown.host.text(PATH)).toBe(THREAD.replaceAll('[[Ana]]', '[[Ana Ruiz]]'));
    expect(shown.context.playbook.store?.playbook.annotations[0]).toMatchObject({ targetPath: 'Ana Ruiz.md', place: { state: 'anchored' } });
    expect([shown.host.notices(), shown.host.text('Ana Ruiz.md'), shown.context.edits.canUndo]).toEqual([[], NOTE, false]);
  });

  it('are left to the app where it brings links in step itself', async () => {
    const shown = await start({ 'Ana.md': NOTE, [PATH]: THREAD });
    await shown.host.app.fileManager.renameFile(shown.host.file('Ana.md'), 'Ana Ruiz.md');
    const byTheApp = shown.host.text(PATH);
    await shown.host.settle();
    expect([byTheApp, shown.host.text(PATH)]).toEqual([THREAD.replaceAll('[[Ana]]', '[[Ana Ruiz]]'), byTheApp]);
  });

  it('follow a folder, and names given one after another', async () => {
    const shown = await start({ 'People/Ana.md': NOTE, 'Other/Ana.md': '# Other\n', [PATH]: threadText('7k3m9q2x', { quote: 'cut the programme', prefix: 'We will ', suffix: ' in Q3.', target: 'People/Ana' }) });
    await rename(shown, 'People', 'Executives');
    expect(shown.host.text(PATH)).toContain('target: "[[Executives/Ana]]"');
    await shown.host.app.vault.rename(shown.host.file('Executives/Ana.md'), 'Executives/A.md');
    await rename(shown, 'Executives/A.md', 'Executives/Ana Ruiz.md');
    expect(shown.host.text(PATH)).toContain('target: "[[Ana Ruiz]]"');
  });

  it('are written by path where another note takes the name', async () => {
    const shown = await start({ 'People/Ana.md': NOTE, 'X.md': '# X\n', [PATH]: THREAD });
    await rename(shown, 'X.md', 'Ana.md');
    expect(shown.host.text(PATH)).toBe(THREAD.replaceAll('[[Ana]]', '[[People/Ana]]'));
  });

  it('stay as they are where the link still holds', async () => {
    const shown = await start({ 'Ana.md': NOTE, 'Old/.keep': '', [PATH]: THREAD });
    await shown.host.app.vault.createFolder('People');
    await rename(shown, 'Ana.md', 'People/Ana.md');
    expect(shown.host.text(PATH)).toBe(THREAD);
  });

  it('are told of, once, where they cannot be written', async () => {
    const merging = `${THREAD}<<<<<<< HEAD\n=======\n>>>>>>> theirs\n`;
    const shown = await start({ 'Ana.md': NOTE, [PATH]: merging });
    await rename(shown, 'Ana.md', 'Ana Ruiz.md');
    expect(shown.host.text(PATH)).toBe(merging);
    expect(shown.host.notices()).toEqual([expect.stringContaining('Keep annotations on renamed notes: no note was changed.')]);
  });

  it('are left alone once the plugin is switched off, and nothing of it stays', async () => {
    const shown = await start({ 'Ana.md': NOTE, [PATH]: THREAD });
    await shown.host.app.vault.rename(shown.host.file('Ana.md'), 'Ana Ruiz.md');
    await shown.host.unload();
    expect([shown.host.text(PATH), shown.host.leftovers()]).toEqual([THREAD, []]);
  });
});
