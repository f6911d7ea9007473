import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { registerConflicts } from '../../src/obsidian/conflict-commands.js';
import { findConflictedNotes } from '../../src/obsidian/conflict-search.js';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import type { ConflictSearch } from '../../src/views/ConflictNotes.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const between = (ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> origin/main\n`;

const ANA = `---\ntype: executive\n${between('commitment: toe-dipper\nassessed: 2026-03-01\n', 'commitment: supporter\nassessed: 2026-04-02\n')}---\n# Ana\n## Why\n${between('Trust.\n', 'Growth.\n')}`;
const FILES = { 'Executives/Ana.md': ANA, 'Executives/Bo.md': '---\ntype: executive\n---\n# Bo\n', 'Diary.md': `# Diary\n${between('Rain.\n', 'Sun.\n')}` };

const withConflicts = (files: Readonly<Record<string, string>> = FILES, platform: 'desktop' | 'phone' = 'desktop'): Promise<FeatureHost> => hostWith([registerConflicts, registerEdits], { files, platform });
const pane = (shown: FeatureHost): HTMLElement => {
  const [leaf] = shown.host.app.workspace.getLeavesOfType('cx-playbook-conflicts');
  if (leaf === undefined) throw new Error('The resolver is not open.');
  return leaf.view.containerEl;
};
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const titles = (shown: FeatureHost): readonly string[] => [...pane(shown).querySelectorAll('legend')].map(words);
const isOffered = (shown: FeatureHost): boolean => shown.host.commands().some(({ id }) => id === 'cx-playbook:resolve-conflict');
const listed = (shown: FeatureHost): readonly string[] => [...pane(shown).querySelectorAll('.cx-conflict-notes button')].map(words);

async function click(shown: FeatureHost, root: ParentNode, selector: string, text = ''): Promise<void> {
  const found = [...root.querySelectorAll<HTMLElement>(selector)].find((element) => words(element).startsWith(text));
  if (found === undefined) throw new Error(`No "${text}" among: ${[...root.querySelectorAll(selector)].map(words).join(' | ')}`);
  found.click();
  await shown.host.settle();
}

const choose = (shown: FeatureHost, card: number, way: string): Promise<void> => click(shown, pane(shown).querySelectorAll('.cx-conflict')[card]!, `input[value="${way}"]`);
const preview = (shown: FeatureHost): Promise<void> => click(shown, pane(shown), '.mod-cta', 'Preview and write');
const write = (shown: FeatureHost): Promise<void> => click(shown, document, '.modal button', 'Change 1 note');

async function resolve(shown: FeatureHost, path = 'Executives/Ana.md'): Promise<void> {
  await shown.host.open(path);
  await shown.host.run('cx-playbook:resolve-conflict');
}

describe('the command', () => {
  it('is offered only where the note in front has markers, also while they are typed', async () => {
    const shown = await withConflicts();
    expect(isOffered(shown)).toBe(false);
    await shown.host.open('Executives/Ana.md');
    expect(isOffered(shown)).toBe(true);
    const { editor } = await shown.host.open('Executives/Bo.md');
    expect(isOffered(shown)).toBe(false);
    editor.replaceRange('<<<<<<< HEAD\n', { line: editor.lineCount(), ch: 0 });
    expect(isOffered(shown)).toBe(true);
  });

  it('stands in the menu of files that are known to have markers', async () => {
    const shown = await withConflicts();
    const items = async (path: string): Promise<readonly string[]> => [...(await shown.host.fileMenu(path)).querySelectorAll('.menu-item')].map(words);
    expect(await items('Diary.md')).toEqual(['Resolve merge conflict…']);
    expect(await items('Executives/Bo.md')).toEqual([]);
    await shown.host.open('Executives/Ana.md');
    expect(await items('Executives/Ana.md')).toEqual(['Resolve merge conflict…']);
  });
});

describe('resolving', () => {
  it('shows the choices, previews the result, writes it, and takes it back with one undo', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    expect(titles(shown)).toEqual(['Commitment level', 'Why']);
    expect(words(pane(shown).querySelector('[role="status"]'))).toBe('1 of 2 chosen1 place keeps its markers');
    await choose(shown, 1, 'ours');
    await preview(shown);
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA);
    expect([...document.querySelectorAll('.modal .is-removed')].map(words)).toContain('−Removed: Growth.');
    await write(shown);
    expect(shown.host.text('Executives/Ana.md')).toBe('---\ntype: executive\ncommitment: supporter\nassessed: 2026-04-02\n---\n# Ana\n## Why\nTrust.\n');
    expect(words(pane(shown).querySelector('.cx-conflict-done h2'))).toBe('No conflict is left in “Ana”');
    expect(listed(shown)).toEqual(['Diary1 place']);
    await shown.host.run('cx-playbook:undo-edits');
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA);
  });

  it('writes what is chosen and goes on with the rest', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    await preview(shown);
    await write(shown);
    expect(shown.host.text('Executives/Ana.md')).toBe(`---\ntype: executive\ncommitment: supporter\nassessed: 2026-04-02\n---\n# Ana\n## Why\n${between('Trust.\n', 'Growth.\n')}`);
    expect(titles(shown)).toEqual(['Why']);
  });

  it('writes nothing when the person leaves the preview', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    await preview(shown);
    await shown.host.press('Escape');
    expect([shown.host.text('Executives/Ana.md'), titles(shown)]).toEqual([ANA, ['Commitment level', 'Why']]);
  });

  it('reads a note again that changed, and keeps what was chosen where the sides still say the same', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    await choose(shown, 0, 'ours');
    await choose(shown, 1, 'theirs');
    shown.host.changeFromOutside('Executives/Ana.md', `${ANA.replace('Growth.', 'Growth, and soon.')}More.\n`);
    await shown.host.settle();
    const checked = [...pane(shown).querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
    expect([titles(shown), checked]).toEqual([['Commitment level', 'Why'], ['ours']]);
  });

  it('loses nothing when the note changes behind the preview', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    await preview(shown);
    shown.host.changeFromOutside('Executives/Ana.md', `${ANA}More.\n`);
    await shown.host.settle();
    await write(shown);
    expect(shown.host.text('Executives/Ana.md')).toBe(`${ANA}More.\n`);
    expect(shown.host.notices().join(' ')).toContain('it no longer says what the preview was made from');
    await preview(shown);
    await write(shown);
    expect(shown.host.text('Executives/Ana.md')).toContain('commitment: supporter\nassessed: 2026-04-02\n---\n');
    expect(shown.host.text('Executives/Ana.md')).toContain('More.\n');
  });

  it('keeps what is typed in the editor beside it', async () => {
    const shown = await withConflicts();
    const { editor } = await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:resolve-conflict');
    editor.replaceRange('typed\n', { line: editor.lineCount(), ch: 0 });
    await preview(shown);
    await write(shown);
    const text = shown.host.text('Executives/Ana.md') ?? '';
    expect([text.includes('assessed: 2026-04-02\n---'), text.endsWith('typed\n')]).toEqual([true, true]);
  });

  it('takes in markers that were typed a moment ago', async () => {
    const shown = await withConflicts();
    const { editor } = await shown.host.open('Executives/Bo.md');
    editor.replaceRange(between('a\n', 'b\n'), { line: editor.lineCount(), ch: 0 });
    await shown.host.run('cx-playbook:resolve-conflict');
    expect(titles(shown)).toEqual(['Bo']);
  });

  it('keeps what was chosen when the note is asked for again', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    await choose(shown, 0, 'ours');
    await resolve(shown);
    expect([...pane(shown).querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)).toEqual(['ours']);
  });

  it('opens the editor at the place, in the tab that shows the note already', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    const before = shown.host.app.workspace.getLeavesOfType('markdown').length;
    await choose(shown, 1, 'hand');
    await click(shown, pane(shown), '.cx-conflict-ways button', 'Open in editor');
    const { editor } = shown.host.app.workspace.activeEditor ?? {};
    expect(editor?.getLine(editor.getCursor().line)).toBe('<<<<<<< HEAD');
    expect(editor?.getCursor().line).toBe(ANA.slice(0, ANA.lastIndexOf('<<<<<<<')).split('\n').length - 1);
    expect(shown.host.app.workspace.getLeavesOfType('markdown').length).toBe(before);
  });

  it('follows the note when it is renamed, and says when it is gone', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    const file = shown.host.file('Executives/Ana.md');
    await shown.host.app.fileManager.renameFile(file, 'Executives/Ana Ruiz.md');
    await shown.host.settle();
    expect(words(pane(shown).querySelector('h2'))).toBe('Ana Ruiz');
    await shown.host.app.vault.delete(file);
    await shown.host.settle();
    expect(words(pane(shown).querySelector('h2'))).toBe('“Executives/Ana Ruiz.md” is not in this vault any more.');
  });

  it('works on a phone', async () => {
    const shown = await withConflicts(FILES, 'phone');
    await resolve(shown, 'Diary.md');
    await choose(shown, 0, 'both');
    await preview(shown);
    await write(shown);
    expect(shown.host.text('Diary.md')).toBe('# Diary\nRain.\n\nSun.\n');
  });

  it('is the same tab each time, and comes back with the note it showed', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    await resolve(shown, 'Diary.md');
    const leaves = shown.host.app.workspace.getLeavesOfType('cx-playbook-conflicts');
    expect([leaves.length, leaves[0]?.view.getState()]).toEqual([1, { path: 'Diary.md' }]);
    const leaf = await shown.host.restoreTab('cx-playbook-conflicts', { path: 'Executives/Ana.md' });
    await shown.host.app.workspace.revealLeaf(leaf);
    await shown.host.settle();
    expect(words(leaf.view.containerEl.querySelector('legend'))).toBe('Commitment level');
  });

  it('has no trouble with accessibility', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    expect((await axe.run(pane(shown), { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } })).violations).toEqual([]);
  });

  it('leaves nothing behind when the plugin goes', async () => {
    const shown = await withConflicts();
    await resolve(shown);
    pane(shown);
    shown.host.app.workspace.detachLeavesOfType('cx-playbook-conflicts');
    await shown.host.unload();
    expect(shown.host.leftovers().filter((left) => !left.includes('markdown'))).toEqual([]);
  });
});

describe('the notes with conflicts', () => {
  const PLACES = {
    'In properties.md': `---\n${between('type: case\n', 'type: play\n')}---\n# A\n`,
    'From the first line.md': between('---\ntype: case\n---\nA\n', '---\ntype: play\n---\nB\n'),
    'Whole properties.md': `${between('---\ntype: case\n', '---\ntype: play\n')}---\n# A\n`,
    'Text.md': `# A\n${between('a\n', 'b\n')}`,
    'Without ours.md': `# A\n${between('', 'b\n')}`,
    'Items.md': `- x\n${between('- a\n', '- b\n')}- y\n`,
    'Callout.md': `# A\n${between('> [!note] a\n> more\n', '> [!note] b\n> more\n')}`,
    'Table.md': `| a | b |\n| - | - |\n${between('| 1 | 2 |\n', '| 1 | 3 |\n')}`,
    'Code.md': `\`\`\`\n${between('a\n', 'b\n')}\`\`\`\n`,
    'Comment.md': `%%\n${between('a\n', 'b\n')}%%\n`,
    'Windows.md': `# A\n${between('a\n', 'b\n')}`.replaceAll('\n', '\r\n'),
    'Leftover.md': '# A\n\n>>>>>>> origin/main\n',
  };
  const OTHERS = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`Other ${index}.md`, `---\ntype: executive\n---\n# A\n- an item\n\nText with [[Ana]] and <<<<<<< in a line\n\n| a |\n| - |\n| b |\n\nTitle\n=====\nText.\n`]));
  let read: string[];
  beforeEach(() => {
    read = [];
  });

  async function search(files: Readonly<Record<string, string>>): Promise<ConflictSearch> {
    const { host, context } = await withConflicts(files);
    let found: ConflictSearch | undefined;
    const vault = { read: (path: string) => (read.push(path), context.vault.read(path)) };
    await findConflictedNotes({ app: host.app, vault }, (search) => (found = search), () => false);
    return found!;
  }

  it('are found wherever the markers stand, and other notes are not read', async () => {
    const { notes, progress } = await search({ ...OTHERS, ...PLACES });
    expect(notes.map(({ path }) => path)).toEqual(Object.keys(PLACES).sort());
    expect(notes.find(({ path }) => path === 'Leftover.md')).toEqual({ path: 'Leftover.md', conflicts: 0, strays: 1 });
    expect([progress, read.length]).toEqual([undefined, Object.keys(PLACES).length]);
  });

  it('are listed by a command, each leading to its choices', async () => {
    const shown = await withConflicts();
    await shown.host.run('cx-playbook:show-conflicts');
    expect(words(pane(shown).querySelector('[role="status"]'))).toBe('2 notes with conflicts');
    expect(listed(shown)).toEqual(['Diary1 place', 'AnaExecutives2 places']);
    await click(shown, pane(shown), '.cx-conflict-notes button', 'Ana');
    expect(titles(shown)).toEqual(['Commitment level', 'Why']);
    await click(shown, pane(shown), 'button', 'Notes with conflicts');
    expect(listed(shown).length).toBe(2);
  });

  it('are looked for again on request', async () => {
    const shown = await withConflicts({ 'Bo.md': '# Bo\n' });
    await shown.host.run('cx-playbook:show-conflicts');
    expect(words(pane(shown).querySelector('[role="status"]'))).toBe('No note holds conflict markers.');
    shown.host.changeFromOutside('Bo.md', PLACES['Text.md']);
    await shown.host.settle();
    await click(shown, pane(shown), 'button', 'Look again');
    expect(listed(shown)).toEqual(['Bo1 place']);
  });
});
