import { MarkdownRenderer } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { registerReadingMarks } from '../../src/obsidian/reading-marks.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const NOTE = '---\ntype: initiative\n---\n# Rebooking\n\nIntro.\n\n## Why\n\nGuests wait.\n\n## Model\n\n%% later %%\n';

function marks(root: ParentNode = document): readonly string[] {
  return [...root.querySelectorAll('.cx-practice-mark')].map(({ textContent }) => textContent);
}

async function read(files: Readonly<Record<string, string>>, path: string): Promise<FeatureHost & { readonly root: HTMLElement }> {
  const opened = await hostWith([registerReadingMarks], { files });
  const view = await opened.host.open(path, { mode: 'preview' });
  await opened.host.settle();
  return { ...opened, root: view.contentEl };
}

describe('marks in reading view', () => {
  it('tell once below the title what is missing, and below its heading what is empty', async () => {
    const { root } = await read({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    expect(marks(root)).toEqual(['Section "Reinforce" is missing.', 'Section "Model" is empty.']);
    const [missing, empty] = root.querySelectorAll('.cx-practice-mark');
    expect(missing?.parentElement?.textContent).toContain('Rebooking');
    expect(empty?.parentElement?.textContent).toContain('Model');
  });

  it('carry the whole message as title and are notes to assistive technology', async () => {
    const { root } = await read({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    const mark = root.querySelector('.cx-practice-mark');
    expect(mark?.getAttribute('title')).toBe('Section "Reinforce" is missing. Say which cadence, recognition or measure keeps the change alive.');
    expect(mark?.getAttribute('role')).toBe('note');
  });

  it('are not made for kinds that need no practices, nor for other notes', async () => {
    const { host, root } = await read({ 'Case.md': '---\ntype: case\n---\n# Case\n', 'Plain.md': '# Plain\n' }, 'Case.md');
    expect(marks(root)).toEqual([]);
    const plain = await host.open('Plain.md', { mode: 'preview' });
    expect(marks(plain.contentEl)).toEqual([]);
  });

  it('show a hostile heading as text', async () => {
    const { root } = await read({ 'Rebooking.md': NOTE.replace('## Model', '## Model <img src=x onerror=alert(1)>') }, 'Rebooking.md');
    for (const mark of root.querySelectorAll('.cx-practice-mark')) expect(mark.querySelector('*')).toBeNull();
  });

  it('go and come with the person’s setting', async () => {
    const { host, context, root } = await read({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await context.personal.set('markMissingPractices', false);
    await host.settle();
    expect(marks(root)).toEqual([]);
    await context.personal.set('markMissingPractices', true);
    await host.settle();
    expect(marks(root)).toHaveLength(2);
  });

  it('change with the note', async () => {
    const { host, context, root } = await read({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await host.app.vault.process(host.file('Rebooking.md'), (text) => `${text}\n## Reinforce\n\nOn the board.\n`);
    await host.settle();
    await context.playbook.settled();
    await host.settle();
    expect(marks(root)).toEqual(['Section "Model" is empty.']);
  });

  it('change with the rules of the playbook', async () => {
    const { host, context, root } = await read({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    host.changeFromOutside('cx-playbook.yml', 'rules:\n  require-reinforce: off\n');
    await host.settle();
    await context.playbook.settled();
    await host.settle();
    expect(marks(root)).toEqual(['Section "Model" is empty.']);
  });

  it('stand in a note shown elsewhere only if they are its own', async () => {
    const { host, context } = await read({ 'Rebooking.md': NOTE, 'Plain.md': '# Plain\n' }, 'Plain.md');
    const element = document.body.createDiv();
    await MarkdownRenderer.render(host.app, '# Other text\n', element, 'Plain.md', context.plugin);
    await host.settle();
    expect(marks(element)).toEqual([]);
  });

  it('go with the plugin', async () => {
    const { host, root } = await read({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await host.unload();
    expect(marks(root)).toEqual([]);
    expect(host.leftovers()).toEqual([]);
  });
});
