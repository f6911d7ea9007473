import axe from 'axe-core';
import { MarkdownView } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { CREATED_KINDS, registerCreate } from '../../src/obsidian/create-note.js';
import { registerStarter } from '../../src/obsidian/starter.js';
import { date } from '../builders.js';
import type { Host } from '../host/host.js';
import { codeOf, hostWith } from './feature-host.js';

const NAME: Readonly<Record<string, string>> = { executive: 'Name' };

async function vault(files: Readonly<Record<string, string>> = {}): Promise<{ host: Host; context: Awaited<ReturnType<typeof hostWith>>['context'] }> {
  return hostWith([registerCreate, registerStarter], { files });
}

function dialog(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.modal');
  if (found === null) throw new Error('No dialog is open.');
  return found;
}

function field(): HTMLInputElement {
  const found = dialog().querySelector('input');
  if (found === null) throw new Error('The dialog has no field.');
  return found;
}

async function fill(host: Host, text: string): Promise<void> {
  const input = field();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await host.settle();
}

function button(text: string): HTMLButtonElement {
  const found = [...dialog().querySelectorAll('button')].find(({ textContent }) => textContent === text);
  if (found === undefined) throw new Error(`No button "${text}" in: ${dialog().textContent}`);
  return found;
}

async function click(host: Host, text: string): Promise<void> {
  button(text).click();
  await host.settle();
}

async function create(host: Host, kind: string, title: string): Promise<void> {
  await host.run(`cx-playbook:new-${kind}`);
  await fill(host, title);
  await click(host, 'Create');
}

describe('a new note', () => {
  it.each(CREATED_KINDS)('of the kind %s is a note of that kind, without a warning', async (kind) => {
    const { host, context } = await vault();
    await host.run(`cx-playbook:new-${kind}`);
    expect(dialog().querySelector('label')?.textContent).toBe(NAME[kind] ?? 'Title');
    await fill(host, 'First of all');
    await click(host, 'Create');
    await context.playbook.settled();
    const [path = ''] = host.paths();
    expect(path).toMatch(/\/First of all\.md$/);
    expect(context.playbook.store?.playbook.note(path)?.kind).toBe(kind);
    expect(context.playbook.result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('bears the day on which it is made, also before the playbook was read anew after midnight', async () => {
    const { host, context } = await vault();
    Object.assign(context.playbook.options, { today: () => date('2026-11-23') });
    await create(host, 'session', 'Kick-off');
    expect(host.text(host.paths()[0] ?? '')).toContain('2026-11-23');
  });

  it('opens with its first prompt selected, so that typing takes its place', async () => {
    const { host } = await vault();
    await create(host, 'executive', 'Ana Ruiz');
    const view = host.app.workspace.getLeaf(false).view;
    expect(view.getViewType()).toBe('markdown');
    await host.type('Ferries are late.');
    await host.flush();
    expect(host.text('Executives/Ana Ruiz.md')).toMatch(/## Why\nFerries are late\.\n\n## Model\n%%/);
  });

  it('opens at its end where nothing asks to be replaced', async () => {
    const { host } = await vault();
    await create(host, 'session', 'June');
    await host.type('Next: peers.');
    await host.flush();
    expect(host.text('Coach/June.md')).toMatch(/## Until next time\nNext: peers\.$/);
  });

  it('lies where the vault keeps such notes', async () => {
    const { host } = await vault({ '10 People/Ben.md': '---\ntype: executive\n---\n' });
    await create(host, 'executive', 'Ana Ruiz');
    expect(host.paths()).toEqual(['10 People/Ana Ruiz.md', '10 People/Ben.md']);
  });

  it('never takes the place of another: it gets a number, and says so beforehand', async () => {
    const files = { 'Executives/Ana.md': '---\ntype: executive\n---\nkeep\n' };
    const { host } = await vault(files);
    await host.run('cx-playbook:new-executive');
    await fill(host, 'ana');
    expect(dialog().textContent).toContain('A note with this name exists, so this one will be called "ana 2".');
    expect(dialog().textContent).toContain('Will be written to Executives/ana 2.md');
    await click(host, 'Create');
    expect(host.paths()).toEqual(['Executives/Ana.md', 'Executives/ana 2.md']);
    expect(host.text('Executives/Ana.md')).toBe(files['Executives/Ana.md']);
  });

  it('finds a free name also where the folder is ignored', async () => {
    const { host } = await vault({ 'cx-playbook.yml': 'ignore: [Cases]\n', 'Cases/One.md': 'keep\n' });
    await create(host, 'case', 'One');
    expect(host.paths()).toContain('Cases/One 2.md');
    expect(host.text('Cases/One.md')).toBe('keep\n');
  });

  it('explains characters that a file name cannot hold', async () => {
    const { host } = await vault();
    await host.run('cx-playbook:new-initiative');
    await fill(host, 'A/B: fares [new]?');
    expect(dialog().textContent).toContain('so the note will be called "A-B - fares new".');
    await click(host, 'Create');
    expect(host.paths()).toEqual(['Initiatives/A-B - fares new.md']);
  });

  it('needs a name that is one', async () => {
    const { host } = await vault();
    await host.run('cx-playbook:new-initiative');
    expect(button('Create').disabled).toBe(true);
    await fill(host, '???');
    expect(dialog().textContent).toContain('Write a name with at least one character that a file name can hold.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    await host.press('Enter');
    expect(host.paths()).toEqual([]);
  });

  it('shows a hostile title as text', async () => {
    const { host } = await vault();
    await host.run('cx-playbook:new-play');
    await fill(host, '<img src=x onerror=alert(1)>');
    expect(dialog().querySelector('img')).toBeNull();
  });

  it('is not written when the person changes their mind, and goes with one undo when they do later', async () => {
    const { host, context } = await vault();
    await host.run('cx-playbook:new-play');
    await fill(host, 'Ride along');
    await click(host, 'Cancel');
    expect(host.paths()).toEqual([]);
    await create(host, 'play', 'Ride along');
    expect(host.paths()).toEqual(['Plays/Ride along.md']);
    await context.edits.undo();
    await host.settle();
    expect(host.paths()).toEqual([]);
  });

  it('has a dialog that works by keyboard and has names', async () => {
    const { host } = await vault();
    await host.run('cx-playbook:new-executive');
    expect(document.activeElement).toBe(field());
    const { violations } = await axe.run(dialog(), { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'aria-dialog-name': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('leaves no dialog when the plugin goes', async () => {
    const { host } = await vault();
    await host.run('cx-playbook:new-executive');
    await host.unload();
    expect(document.querySelector('.modal')).toBeNull();
    expect(host.leftovers()).toEqual([]);
    expect(host.paths()).toEqual([]);
  });
});

describe('the starter playbook', () => {
  it('is listed before it is written, opens its guide, and is one undo', async () => {
    const { host, context } = await vault();
    await host.run('cx-playbook:create-starter-playbook');
    const listed = [...dialog().querySelectorAll('li')].map(({ textContent }) => textContent);
    await click(host, `Create ${listed.length} files`);
    await context.playbook.settled();
    expect(host.paths()).toEqual([...listed].sort());
    expect(context.playbook.store?.playbook.executives).toHaveLength(2);
    expect(host.app.workspace.getActiveFile()?.path).toBe('Guide.md');
    expect(host.text('CX Journey.md')).toContain('2026-11');
    await context.edits.undo();
    await host.settle();
    expect(host.paths()).toEqual([]);
  });

  it('offers a folder where files would clash, and leaves the shared settings at the top', async () => {
    const { host } = await vault({ 'vision.md': 'ours\n' });
    await host.run('cx-playbook:create-starter-playbook');
    expect(field().value).toBe('CX Playbook');
    await click(host, 'Create 20 files');
    expect(host.paths()).toContain('CX Playbook/Vision.md');
    expect(host.paths()).toContain('cx-playbook.yml');
    expect(host.paths()).not.toContain('CX Playbook/cx-playbook.yml');
    expect(host.text('vision.md')).toBe('ours\n');
  });

  it('never writes over a file: it is named, and stays', async () => {
    const files = { 'Vision.md': 'ours\n', 'cx-playbook.yml': 'tag_prefix: voc\n' };
    const { host } = await vault(files);
    await host.run('cx-playbook:create-starter-playbook');
    await fill(host, '');
    expect(dialog().textContent).toContain('2 files exist already and are left as they are.');
    expect(dialog().textContent).toContain('Left as they are: 2 files');
    await click(host, 'Create 18 files');
    for (const [path, text] of Object.entries(files)) expect(host.text(path)).toBe(text);
    expect(host.paths()).toHaveLength(20);
  });

  it('goes to the top of the vault where only the shared settings exist', async () => {
    const { host } = await vault({ 'cx-playbook.yml': 'tag_prefix: voc\n' });
    await host.run('cx-playbook:create-starter-playbook');
    expect(field().value).toBe('');
    expect(button('Create 19 files').disabled).toBe(false);
  });

  it.each([
    ['.obsidian', 'Use a folder name'],
    ['a:b', 'Use a folder name'],
    ['../outside', 'Use a folder name'],
    ['View.base/inside', '"View.base" is a file. Name a folder.'],
  ])('is not written into "%s"', async (folder, reason) => {
    const { host } = await vault({ 'View.base': '' });
    await host.run('cx-playbook:create-starter-playbook');
    await fill(host, folder);
    expect(dialog().textContent).toContain(reason);
    expect(button('Nothing to create').disabled).toBe(true);
    await host.press('Enter');
    expect(host.paths()).toEqual(['View.base']);
  });

  it('has nothing to do a second time', async () => {
    const { host } = await vault();
    await host.run('cx-playbook:create-starter-playbook');
    await click(host, 'Create 20 files');
    const before = host.paths().map((path) => host.text(path));
    await host.run('cx-playbook:create-starter-playbook');
    await fill(host, '');
    expect(button('Nothing to create').disabled).toBe(true);
    await click(host, 'Cancel');
    expect(host.paths().map((path) => host.text(path))).toEqual(before);
  });

  it('has a dialog with names', async () => {
    const { host } = await vault({ 'Vision.md': '' });
    await host.run('cx-playbook:create-starter-playbook');
    const { violations } = await axe.run(dialog(), { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'aria-dialog-name': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});

describe('opening what was created', () => {
  it('selects nothing outside the note', async () => {
    const { host } = await vault();
    await create(host, 'insight', 'Voices');
    const view = host.app.workspace.getActiveViewOfType(MarkdownView);
    const code = codeOf(view!);
    expect(code.state.sliceDoc(code.state.selection.main.from, code.state.selection.main.to)).toMatch(/^%% What customers .*%%$/);
  });
});
