import { describe, expect, it } from 'vitest';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { registerTagging } from '../../src/obsidian/tagging.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const ANA = '---\ntype: executive # kept\ncommitment: passive\nassessed: 2026-01-05\n---\n# Ana\n\n## Assessments\n- 2026-01-05 passive\n';
const BO = '---\ntype: executive\n---\n# Bo\n\n## Evidence\n### Did\n- 2026-10-02 Released 180,000 for the storm texts #money\n';
const CY = '---\ntype: executive\n---\n# Cy\n';
const PURSE = '---\ntype: play\ncompetencies: [employee-engagement, own-word]\n---\n# Purse\n';
const FILES = { 'Executives/Ana.md': ANA, 'Executives/Bo.md': BO, 'Executives/Cy.md': CY, 'Purse.md': PURSE, 'Diary.md': '# Diary\n' };

const withTagging = (files: Readonly<Record<string, string>> = FILES): Promise<FeatureHost> => hostWith([registerTagging, registerEdits], { files });

async function click(shown: FeatureHost, selector: string, text: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent.includes(text));
  if (found === undefined) throw new Error(`No "${text}" among: ${[...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' | ')}`);
  found.click();
  await shown.host.settle();
}

const choose = (shown: FeatureHost, text: string): Promise<void> => click(shown, '.suggestion-item', text);
const press = (shown: FeatureHost, text: string): Promise<void> => click(shown, '.modal button', text);
const menuItems = (menu: HTMLElement): readonly string[] => [...menu.querySelectorAll('.menu-item')].map(({ textContent }) => textContent);

async function type(shown: FeatureHost, text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('.modal input[type="text"]')!;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await shown.host.settle();
}

describe('setting a level', () => {
  it('writes the level, its day and its dated line, and no other byte', async () => {
    const shown = await withTagging();
    shown.context.personal.setOnDevice('authorName', 'M. Devereux');
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-level');
    expect([...document.querySelectorAll('.cx-level-name')].map(({ textContent }) => textContent)).toEqual([
      'Opposer', 'PassiveCurrent', 'Toe-dipper', 'Supporter', 'Advocate', 'Remove the level',
    ]);
    await choose(shown, 'Supporter');
    expect(document.querySelector('.modal code')?.textContent).toBe('2026-11-22 supporter — by M. Devereux');
    await type(shown, 'won over two colleagues');
    await press(shown, 'Set level');
    expect(shown.host.text('Executives/Ana.md')).toBe(
      '---\ntype: executive # kept\ncommitment: supporter\nassessed: 2026-11-22\n---\n# Ana\n\n## Assessments\n- 2026-01-05 passive\n- 2026-11-22 supporter — by M. Devereux — won over two colleagues\n',
    );
    expect(shown.host.notices()[0]).toContain('Set level: Supporter: 1 note changed.');
  });

  it('changes one’s mind with the same command, and takes it back with one undo', async () => {
    const shown = await withTagging();
    await shown.host.open('Executives/Ana.md');
    for (const level of ['Supporter', 'Toe-dipper']) {
      await shown.host.run('cx-playbook:set-level');
      await choose(shown, level);
      await press(shown, 'Set level');
    }
    expect(shown.host.text('Executives/Ana.md')).toContain('- 2026-01-05 passive\n- 2026-11-22 toe-dipper\n');
    await shown.host.run('cx-playbook:undo-edits');
    await shown.host.run('cx-playbook:undo-edits');
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA);
  });

  it('removes a level without asking why, and keeps the dated lines as history', async () => {
    const shown = await withTagging();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-level');
    await choose(shown, 'Remove the level');
    expect(document.querySelector('.modal')).toBeNull();
    const text = shown.host.text('Executives/Ana.md') ?? '';
    expect([text.includes('commitment: passive'), text.includes('- 2026-01-05 passive')]).toEqual([false, true]);
  });

  it('writes a mirror tag where the person wants it', async () => {
    const shown = await withTagging();
    await shown.context.personal.set('writeMirrorTags', true);
    await shown.host.open('Executives/Cy.md');
    await shown.host.run('cx-playbook:set-level');
    await choose(shown, 'Advocate');
    await press(shown, 'Set level');
    expect(shown.host.text('Executives/Cy.md')).toContain('cx/advocate');
  });

  it('writes nothing when the person leaves the list or the question', async () => {
    const shown = await withTagging();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-level');
    await shown.host.press('Escape');
    await shown.host.run('cx-playbook:set-level');
    await choose(shown, 'Advocate');
    await shown.host.press('Escape');
    expect([shown.host.text('Executives/Ana.md'), shown.host.notices()]).toEqual([ANA, []]);
  });

  it('keeps what is typed in the editor', async () => {
    const shown = await withTagging();
    const { editor } = await shown.host.open('Executives/Cy.md');
    await shown.host.run('cx-playbook:set-level');
    editor.replaceRange('typed\n', { line: editor.lineCount(), ch: 0 });
    await choose(shown, 'Advocate');
    await press(shown, 'Set level');
    const text = shown.host.text('Executives/Cy.md') ?? '';
    expect([text.includes('commitment: advocate'), text.includes('typed')]).toEqual([true, true]);
    expect(editor.getValue()).toBe(text);
  });

  it('finds a level by a part of its name or meaning', async () => {
    const shown = await withTagging();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-level');
    const input = document.querySelector<HTMLInputElement>('.prompt-input')!;
    input.value = 'fights';
    input.dispatchEvent(new Event('input'));
    await shown.host.settle();
    expect([...document.querySelectorAll('.suggestion-item .cx-level-name')].map(({ textContent }) => textContent)).toEqual(['Advocate']);
    expect(input.getAttribute('aria-label')).toBe('Level of commitment of Ana');
  });

  it('shows the labels that the vault gives levels, as text', async () => {
    const shown = await withTagging({ ...FILES, 'cx-playbook.yml': 'labels:\n  opposer: <b>Not yet</b>\n' });
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-level');
    expect(document.querySelector('.cx-level-name')?.textContent).toBe('<b>Not yet</b>');
    await choose(shown, 'Not yet');
    await press(shown, 'Set level');
    expect(shown.host.text('Executives/Ana.md')).toContain('commitment: opposer');
  });

  it('names note and line where the note’s properties are broken, and leaves it', async () => {
    const shown = await withTagging();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-level');
    await choose(shown, 'Advocate');
    const broken = '---\ntype: executive\ncommitment: [passive\n---\n';
    shown.host.changeFromOutside('Executives/Ana.md', broken);
    await shown.host.settle();
    await press(shown, 'Set level');
    expect(shown.host.text('Executives/Ana.md')).toBe(broken);
    expect(shown.host.notices()[0]).toMatch(/no note was changed[^]*Executives\/Ana\.md|no note was changed[^]*“Ana”/);
  });

  it('keeps a byte order mark and Windows line endings', async () => {
    const shown = await withTagging({ 'Ana.md': '\uFEFF---\r\ntype: executive\r\n---\r\n# Ana\r\n' });
    await shown.host.open('Ana.md');
    await shown.host.run('cx-playbook:set-needed-level');
    await choose(shown, 'Supporter');
    expect(shown.host.text('Ana.md')).toBe('\uFEFF---\r\ntype: executive\r\nneeded_commitment: supporter\r\n---\r\n# Ana\r\n');
  });
});

describe('setting competencies', () => {
  it('asks with those of the note ticked, and keeps what it does not know', async () => {
    const shown = await withTagging();
    await shown.host.open('Purse.md');
    await shown.host.run('cx-playbook:set-competencies');
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.modal input')];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false, true, false]);
    boxes[3]?.click();
    await shown.host.settle();
    await press(shown, 'Set competencies');
    expect(shown.host.text('Purse.md')).toContain('competencies: [employee-engagement, own-word, customer-connectedness]');
  });

  it('asks about several notes with what they share ticked, and says that all will have the same', async () => {
    const shown = await withTagging({
      'One.md': '---\ntype: play\ncompetencies: [employee-engagement, customer-connectedness]\n---\n',
      'Two.md': '---\ntype: initiative\ncompetencies: [customer-connectedness]\n---\n',
    });
    await shown.host.fileMenu('One.md', 'Two.md');
    await click(shown, '.menu-item', 'Set competencies');
    expect([...document.querySelectorAll<HTMLInputElement>('.modal input')].map(({ checked }) => checked)).toEqual([false, false, false, true]);
    expect(document.querySelector('.modal')?.textContent).toContain('What you tick is what all 2 notes will have.');
    await press(shown, 'Preview the changes');
    await press(shown, 'Change 1 note');
    expect([shown.host.text('One.md'), shown.host.text('Two.md')]).toEqual([
      '---\ntype: play\ncompetencies: [customer-connectedness]\n---\n',
      '---\ntype: initiative\ncompetencies: [customer-connectedness]\n---\n',
    ]);
  });
});

describe('commands and menus', () => {
  it('offers each command only where the note takes the tag', async () => {
    const shown = await withTagging();
    const offered = (): readonly string[] => shown.host.commands().map(({ id }) => id.replace('cx-playbook:', ''));
    await shown.host.open('Executives/Ana.md');
    expect(offered()).toEqual(['set-level', 'set-needed-level', 'set-competencies', 'tag-note', 'tag-untagged']);
    await shown.host.open('Purse.md');
    expect(offered()).toEqual(['set-competencies', 'tag-note', 'tag-untagged']);
    await shown.host.open('Diary.md');
    expect(offered()).toEqual(['tag-untagged']);
  });

  it('offers the same in the menus of a file, of a folder, of several files and of the editor', async () => {
    const shown = await withTagging();
    const one = ['Set level of commitment…', 'Set needed level…', 'Set competencies…', 'Propose tags…'];
    expect(menuItems(await shown.host.fileMenu('Executives/Ana.md'))).toEqual(one);
    await shown.host.press('Escape');
    expect(menuItems(await shown.host.fileMenu('Diary.md'))).toEqual([]);
    await shown.host.press('Escape');
    expect(menuItems(await shown.host.fileMenu('Executives'))).toEqual(one.map((title) => `${title} (3 notes)`));
    await shown.host.press('Escape');
    expect(menuItems(await shown.host.fileMenu('Executives/Ana.md', 'Diary.md', 'Purse.md'))).toEqual([
      'Set level of commitment… (1 note)', 'Set needed level… (1 note)', 'Set competencies… (2 notes)', 'Propose tags… (2 notes)',
    ]);
    await shown.host.press('Escape');
    await shown.host.open('Executives/Ana.md');
    expect(menuItems(await shown.host.editorMenu())).toEqual(one);
  });

  it('sets one level for several notes after one preview, with one undo', async () => {
    const shown = await withTagging();
    await shown.host.fileMenu('Executives/Ana.md', 'Executives/Bo.md', 'Executives/Cy.md');
    await click(shown, '.menu-item', 'Set level');
    await choose(shown, 'Toe-dipper');
    await press(shown, 'Preview the changes');
    expect(document.querySelectorAll('.cx-edit-note').length).toBe(3);
    expect(shown.host.text('Executives/Cy.md')).toBe(CY);
    await press(shown, 'Change 3 notes');
    expect(['Ana', 'Bo', 'Cy'].map((name) => shown.host.text(`Executives/${name}.md`)?.includes('commitment: toe-dipper'))).toEqual([true, true, true]);
    await shown.host.run('cx-playbook:undo-edits');
    expect(['Ana', 'Bo', 'Cy'].map((name) => shown.host.text(`Executives/${name}.md`))).toEqual([ANA, BO, CY]);
  });

  it('works on a phone', async () => {
    const shown = await hostWith([registerTagging, registerEdits], { files: FILES, platform: 'phone' });
    await shown.host.open('Executives/Cy.md');
    await shown.host.run('cx-playbook:set-level');
    await choose(shown, 'Passive');
    await press(shown, 'Set level');
    expect(shown.host.text('Executives/Cy.md')).toContain('commitment: passive');
  });
});

describe('proposals', () => {
  it('rest on quotes, and are written after acceptance and a preview only', async () => {
    const shown = await withTagging();
    await shown.host.open('Executives/Bo.md');
    await shown.host.run('cx-playbook:tag-note');
    expect(document.querySelector('.cx-tag-reasons')?.textContent).toContain('Done on 2026-10-02, moneyReleased 180,000 for the storm texts');
    await shown.host.press('a');
    expect(shown.host.text('Executives/Bo.md')).toBe(BO);
    await press(shown, 'Change 1 note');
    expect(shown.host.text('Executives/Bo.md')).toContain('commitment: toe-dipper\nassessed: 2026-11-22');
    await shown.host.run('cx-playbook:undo-edits');
    expect(shown.host.text('Executives/Bo.md')).toBe(BO);
  });

  it('open the place they rest on, and wait until the person goes on', async () => {
    const shown = await withTagging();
    await shown.host.open('Diary.md');
    await shown.host.run('cx-playbook:tag-untagged');
    await click(shown, '.cx-tag-reasons button', 'Released');
    expect(document.querySelector('.modal')).toBeNull();
    const { activeEditor } = shown.host.app.workspace;
    expect([activeEditor?.file?.path, activeEditor?.editor?.getCursor().line]).toEqual(['Executives/Bo.md', 7]);
    await click(shown, '.notice', 'The review waits at 1 of 1');
    await press(shown, 'Accept');
    await press(shown, 'Change 1 note');
    expect(shown.host.text('Executives/Bo.md')).toContain('commitment: toe-dipper');
  });

  it('say of whom nothing is recorded, instead of guessing', async () => {
    const shown = await withTagging();
    await shown.host.run('cx-playbook:tag-untagged');
    expect(document.querySelector('.cx-tag-without')?.textContent).toBe('No proposal: 1 noteNothing is recorded in this vault about what Cy said or did.');
    await shown.host.press('Escape');
    await shown.host.open('Executives/Cy.md');
    await shown.host.run('cx-playbook:tag-note');
    expect([...document.querySelectorAll('.cx-tag-why-not')][0]?.textContent).toBe('Nothing is recorded in this vault about what Cy said or did.');
  });

  it('are not asked about where every executive has a level', async () => {
    const shown = await withTagging({ 'Ana.md': ANA });
    await shown.host.run('cx-playbook:tag-untagged');
    expect(shown.host.notices()).toEqual(['Every executive in this vault has a level.']);
  });

  it('write nothing when all are skipped, and say so', async () => {
    const shown = await withTagging();
    await shown.host.run('cx-playbook:tag-untagged');
    await shown.host.press('s');
    expect([shown.host.text('Executives/Bo.md'), shown.host.notices()]).toEqual([BO, ['Nothing was accepted. No note was changed.']]);
  });

  it('name a note that was deleted while it was reviewed', async () => {
    const shown = await withTagging();
    await shown.host.run('cx-playbook:tag-untagged');
    shown.host.changeFromOutside('Executives/Bo.md', undefined);
    await shown.host.settle();
    await shown.host.press('a');
    expect(document.querySelector('.cx-edit-refusals')?.textContent).toMatch(/Left as they are: 1 note.*Executives\/Bo\.md/);
    await press(shown, 'Close');
    expect(shown.host.paths()).not.toContain('Executives/Bo.md');
  });

  it('keep what was written into the note while it was reviewed', async () => {
    const shown = await withTagging();
    await shown.host.run('cx-playbook:tag-untagged');
    shown.host.changeFromOutside('Executives/Bo.md', BO.replace('# Bo', '# Bo\nPulled from the team.'));
    await shown.host.settle();
    await shown.host.press('a');
    await press(shown, 'Change 1 note');
    const text = shown.host.text('Executives/Bo.md') ?? '';
    expect([text.includes('Pulled from the team.'), text.includes('commitment: toe-dipper')]).toEqual([true, true]);
  });

  it('show hostile names and evidence as text', async () => {
    const shown = await withTagging({ 'Bo.md': BO.replace('Released', '<img src=x onerror=alert(1)> Released') });
    await shown.host.run('cx-playbook:tag-untagged');
    expect(document.querySelector('.modal img')).toBeNull();
    expect(document.querySelector('.cx-tag-reasons q')?.textContent).toContain('Released');
  });

  it('give focus back to the editor', async () => {
    const shown = await withTagging();
    const { contentEl, editor } = await shown.host.open('Executives/Bo.md');
    editor.focus();
    await shown.host.run('cx-playbook:tag-note');
    expect(contentEl.contains(document.activeElement)).toBe(false);
    await shown.host.press('Escape');
    expect(contentEl.contains(document.activeElement)).toBe(true);
  });
});

describe('the end of the plugin', () => {
  it.each(['set-competencies', 'tag-note', 'tag-untagged'])('opens no dialog that %s was still being made ready for', async (command) => {
    const shown = await withTagging();
    await shown.host.open('Executives/Bo.md');
    const running = shown.host.run(`cx-playbook:${command}`);
    await shown.host.unload();
    await running;
    expect(document.querySelector('.modal, .prompt')).toBeNull();
    expect(shown.host.text('Executives/Bo.md')).toBe(BO);
    expect(shown.host.leftovers()).toEqual([]);
  });

  it.each([
    ['a list of levels', async (shown: FeatureHost) => shown.host.run('cx-playbook:set-level')],
    ['a review', async (shown: FeatureHost) => shown.host.run('cx-playbook:tag-note')],
    ['a review that waits', async (shown: FeatureHost) => {
      await shown.host.run('cx-playbook:tag-note');
      await click(shown, '.cx-tag-reasons button', 'Released');
    }],
  ])('closes %s, writes nothing and tells so', async (_name, open) => {
    const shown = await withTagging();
    await shown.host.open('Executives/Bo.md');
    await open(shown);
    await shown.host.unload();
    expect(document.querySelector('.modal, .prompt')).toBeNull();
    expect(shown.host.text('Executives/Bo.md')).toBe(BO);
    expect(shown.host.notices()).toEqual(['The question about tags was closed because CX Playbook was switched off. No note was changed.']);
    expect(shown.host.leftovers()).toEqual([]);
  });
});
