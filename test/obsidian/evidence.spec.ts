import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { registerEvidence } from '../../src/obsidian/evidence.js';
import type { HostOptions } from '../host/host.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const ANA = '---\ntype: executive # kept\nrole: CEO\nsigns: [in-strategy]\n---\n# Ana\n\n## Evidence\n### Said\n### Did\n- 2026-10-02 Released 180,000 #money #in-strategy\n';
const BO = '---\ntype: executive\nrole: COO\naliases: [Bob]\n---\n# Bo\n';
const SCRIPT = '---\ntype: comms\n---\n# Town hall\n\nFor [[Bo]].\n\n## Opening\n> [!quote] Ana\n> We fund what **keeps**\n> promises #money ^p1\n\n| Who | What |\n| --- | --- |\n| Bob | spends a day |\n\n## Close\nThanks.\n';
const FILES = { 'Executives/Ana.md': ANA, 'Executives/Bo.md': BO, 'Comms/Town hall.md': SCRIPT, 'Diary.md': '# Diary\nSaw Ana at the %% not so %% quay.\n', 'Plain.md': 'Nobody here.\n' };

const withEvidence = (files: Readonly<Record<string, string>> = FILES, options: Partial<HostOptions> = {}): Promise<FeatureHost> => hostWith([registerEvidence, registerEdits], { files, ...options });

async function click(shown: FeatureHost, selector: string, text: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent.includes(text));
  if (found === undefined) throw new Error(`No "${text}" among: ${[...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' | ')}`);
  found.click();
  await shown.host.settle();
}

async function type(shown: FeatureHost, text: string): Promise<void> {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLInputElement)) throw new Error('The focus is in no field.');
  activeElement.value = text;
  activeElement.dispatchEvent(new Event('input', { bubbles: true }));
  await shown.host.settle();
}

const title = (): string | undefined => document.querySelector('.modal-title')?.textContent;
const line = (): string | undefined => document.querySelector('.modal code')?.textContent;
const isOpen = (): boolean => document.querySelector('.modal, .prompt') !== null;
const names = (): readonly string[] => [...document.querySelectorAll('.suggestion-item .cx-level-name')].map(({ textContent }) => textContent);
const menuItems = (menu: HTMLElement): readonly string[] => [...menu.querySelectorAll('.menu-item')].map(({ textContent }) => textContent);

/** Opens a note and selects the words in it. */
async function select(shown: FeatureHost, path: string, words: string): Promise<void> {
  const { editor } = await shown.host.open(path);
  // The imitation of the DOM reports a selection while it is being drawn.
  editor.blur();
  const from = editor.getValue().indexOf(words);
  if (from === -1) throw new Error(`"${words}" is not in "${path}".`);
  editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(from + words.length));
}

async function axeProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.querySelector('.modal')!, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'aria-dialog-name': { enabled: false } } });
  return violations.map(({ id }) => id);
}

describe('evidence of the executive in front', () => {
  it('is what is typed, then Enter: today, as what was recorded last, with one undo', async () => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:add-evidence');
    expect([title(), line()]).toEqual(['Evidence: Ana', '2026-11-22']);
    expect(await axeProblems()).toEqual([]);
    await type(shown, 'Promised a day at the quay');
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA.replace('### Said\n', '### Said\n\n- 2026-11-22 Promised a day at the quay\n\n'));
    expect(shown.host.notices()[0]).toContain('Add evidence: Ana: 1 note changed.');
    await shown.host.run('cx-playbook:undo-edits');
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA);
  });

  it('keeps the last choice for the next time, also when the app starts again', async () => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:add-evidence');
    await type(shown, 'Gave two people');
    for (let down = 0; down < 3; down++) await shown.host.press('ArrowDown');
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Ana.md')).toBe(`${ANA}- 2026-11-22 Gave two people #people\n`);
    expect(shown.host.savedData('cx-playbook')).toMatchObject({ lastEvidence: 'people' });
    await shown.host.run('cx-playbook:add-evidence');
    expect(line()).toBe('2026-11-22 #people');
  });

  it('takes a selection in the note itself, without a link to itself', async () => {
    const shown = await withEvidence();
    await select(shown, 'Executives/Ana.md', 'Released 180,000');
    await shown.host.run('cx-playbook:add-evidence');
    expect([line(), document.querySelector('.modal input[type="checkbox"]')]).toEqual(['2026-11-22 Released 180,000', null]);
  });

  it('says so where the same line stands already, with its line', async () => {
    const shown = await withEvidence();
    for (let time = 0; time < 2; time++) {
      await shown.host.open('Executives/Bo.md');
      await shown.host.run('cx-playbook:add-evidence');
      await type(shown, 'Told the crew');
      await shown.host.press('Enter');
    }
    expect(shown.host.text('Executives/Bo.md')?.match(/Told the crew/g)).toHaveLength(1);
    expect(shown.host.notices().at(-1)).toContain('"Executives/Bo.md" was not changed: the same line stands there already, line 11.');
  });

  it('keeps what is typed in the editor meanwhile, and gives the focus back', async () => {
    const shown = await withEvidence();
    const { editor, contentEl } = await shown.host.open('Executives/Bo.md');
    editor.focus();
    await shown.host.run('cx-playbook:add-evidence');
    editor.replaceRange('typed\n', { line: editor.lineCount(), ch: 0 });
    await type(shown, 'Told the crew');
    await shown.host.press('Enter');
    const text = shown.host.text('Executives/Bo.md') ?? '';
    expect([text.includes('typed'), text.includes('- 2026-11-22 Told the crew'), editor.getValue() === text]).toEqual([true, true, true]);
    expect(contentEl.contains(document.activeElement)).toBe(true);
  });

  it('goes into the note as it is by then, and not into one that is no longer an executive’s', async () => {
    const shown = await withEvidence();
    await shown.host.open('Plain.md');
    await shown.host.fileMenu('Executives/Ana.md');
    await click(shown, '.menu-item', 'Add evidence');
    shown.host.changeFromOutside('Executives/Ana.md', `${ANA}- 2026-11-01 Came by #time\n`);
    await shown.host.settle();
    await type(shown, 'Promised a day');
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Ana.md')).toContain('- 2026-11-22 Promised a day\n\n### Did\n- 2026-10-02 Released 180,000 #money #in-strategy\n- 2026-11-01 Came by #time\n');
    await shown.host.fileMenu('Executives/Bo.md');
    await click(shown, '.menu-item', 'Add evidence');
    shown.host.changeFromOutside('Executives/Bo.md', '# Bo\n');
    await shown.host.settle();
    await type(shown, 'Promised a day');
    await shown.host.press('Enter');
    expect([shown.host.text('Executives/Bo.md'), shown.host.notices().at(-1)?.includes('no longer the note of an executive')]).toEqual(['# Bo\n', true]);
  });

  it('comes back with what was typed where it could not be written', async () => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Bo.md');
    await shown.host.run('cx-playbook:add-evidence');
    shown.host.changeFromOutside('Executives/Bo.md', '---\ntype: executive\n---\n# Bo\n\n%% never ends\n');
    await shown.host.settle();
    await type(shown, 'Promised a day');
    await shown.host.press('Enter');
    expect([isOpen(), line(), shown.host.notices().length]).toEqual([true, '2026-11-22 Promised a day', 1]);
    shown.host.changeFromOutside('Executives/Bo.md', '---\ntype: executive\n---\n# Bo\n');
    await shown.host.settle();
    await shown.host.press('Enter');
    expect([isOpen(), shown.host.text('Executives/Bo.md')?.includes('- 2026-11-22 Promised a day\n')]).toEqual([false, true]);
  });

  it('keeps a byte order mark and Windows line endings', async () => {
    const shown = await withEvidence({ 'Ana.md': '\uFEFF---\r\ntype: executive\r\n---\r\n# Ana\r\n' });
    await shown.host.open('Ana.md');
    await shown.host.run('cx-playbook:add-evidence');
    await type(shown, 'Promised a day');
    await shown.host.press('Enter');
    expect(shown.host.text('Ana.md')).toBe('\uFEFF---\r\ntype: executive\r\n---\r\n# Ana\r\n\r\n## Evidence\r\n\r\n### Said\r\n- 2026-11-22 Promised a day\r\n');
  });

  it('is not written when the person leaves, or writes nothing', async () => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:add-evidence');
    await shown.host.press('Enter');
    expect([isOpen(), document.activeElement?.getAttribute('aria-invalid')]).toEqual([true, 'true']);
    await shown.host.press('Escape');
    expect([isOpen(), shown.host.text('Executives/Ana.md'), shown.host.notices()]).toEqual([false, ANA, []]);
  });
});

describe('evidence from another note', () => {
  it('is the command and Enter where the selection names one person, with a link back', async () => {
    const shown = await withEvidence();
    await select(shown, 'Comms/Town hall.md', 'quote] Ana\n> We fund what **keeps**\n> promises #money');
    await shown.host.run('cx-playbook:add-evidence');
    expect([title(), line()]).toEqual(['Evidence: Ana', '2026-11-22 quote] Ana We fund what **keeps** promises #money ([[Town hall#^p1]])']);
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Ana.md')).toContain('- 2026-11-22 quote] Ana We fund what **keeps** promises #money ([[Town hall#^p1]])\n');
    expect(shown.host.text('Comms/Town hall.md')).toBe(SCRIPT);
  });

  it('takes a whole callout, a row of a table, and the heading they stand under', async () => {
    const shown = await withEvidence();
    await select(shown, 'Comms/Town hall.md', '> [!quote] Ana\n> We fund what **keeps**\n');
    await shown.host.run('cx-playbook:add-evidence');
    expect(line()).toBe('2026-11-22 Ana We fund what **keeps** ([[Town hall#Opening]])');
    await shown.host.press('Escape');
    await select(shown, 'Comms/Town hall.md', '| --- | --- |\n| Bob | spends a day |');
    await shown.host.run('cx-playbook:add-evidence');
    expect([title(), line()]).toEqual(['Evidence: Bo', '2026-11-22 Bob, spends a day ([[Town hall#Opening]])']);
  });

  it('is of the only person whom the note links to, or of somebody else on demand, with what was typed', async () => {
    const shown = await withEvidence();
    await select(shown, 'Comms/Town hall.md', 'Thanks.');
    await shown.host.run('cx-playbook:add-evidence');
    expect([title(), line()]).toEqual(['Evidence: Bo', '2026-11-22 Thanks. ([[Town hall#Close]])']);
    await type(shown, 'Thanked the crew');
    await click(shown, '.modal button', 'Somebody else');
    expect(names()).toEqual(['Bo', 'Ana']);
    await click(shown, '.suggestion-item', 'Ana');
    expect([title(), line()]).toEqual(['Evidence: Ana', '2026-11-22 Thanked the crew ([[Town hall#Close]])']);
    await click(shown, '.modal label', 'Link to [[Town hall#Close]]');
    await click(shown, '.modal button', 'Add evidence');
    expect(shown.host.text('Executives/Ana.md')).toContain('- 2026-11-22 Thanked the crew\n');
  });

  it('follows both notes where they go while the question stands open', async () => {
    const shown = await withEvidence();
    await select(shown, 'Comms/Town hall.md', 'Thanks.');
    await shown.host.run('cx-playbook:add-evidence');
    await shown.host.app.vault.rename(shown.host.file('Executives/Bo.md'), 'Executives/Bo Lund.md');
    await shown.host.app.vault.rename(shown.host.file('Comms/Town hall.md'), 'Comms/Spring.md');
    await shown.host.settle();
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Bo Lund.md')).toContain('- 2026-11-22 Thanks. ([[Spring#Close]])\n');
  });

  it('asks for the person where the note names none, by keyboard', async () => {
    const shown = await withEvidence();
    await select(shown, 'Plain.md', 'here');
    await shown.host.run('cx-playbook:add-evidence');
    const field = document.querySelector<HTMLInputElement>('.prompt-input');
    expect([names(), field?.getAttribute('aria-label')]).toEqual([['Ana', 'Bo'], 'Whose evidence is it?']);
    await type(shown, 'coo');
    await shown.host.press('Enter');
    expect([title(), line()]).toEqual(['Evidence: Bo', '2026-11-22 here ([[Plain]])']);
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Bo.md')).toContain('- 2026-11-22 here ([[Plain]])\n');
  });

  it('copies no comment and nothing that would hide or recategorise', async () => {
    const shown = await withEvidence({ ...FILES, 'Diary.md': 'Ana %% not so %% said `so\u0007 [[half\nand #time %%open' });
    await select(shown, 'Diary.md', 'Ana %% not so %% said `so\u0007 [[half\nand #time %%open');
    await shown.host.run('cx-playbook:add-evidence');
    await shown.host.press('ArrowDown');
    await shown.host.press('ArrowDown');
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Ana.md')).toContain('- 2026-11-22 Ana said ’so [half and \\#time %open ([[Diary]]) #money\n');
  });

  it('shows hostile text as text', async () => {
    const shown = await withEvidence({ ...FILES, 'Diary.md': 'Ana <img src=x onerror=alert(1)> [x](javascript:alert(1))' });
    await select(shown, 'Diary.md', 'Ana <img src=x onerror=alert(1)> [x](javascript:alert(1))');
    await shown.host.run('cx-playbook:add-evidence');
    expect([document.querySelector('.modal img, .modal a'), line()?.includes('<img src=x')]).toEqual([null, true]);
  });

  it('is offered without a selection, and linked only on demand; without any note too', async () => {
    const shown = await withEvidence();
    await shown.host.open('Comms/Town hall.md', { mode: 'preview' });
    await shown.host.run('cx-playbook:add-evidence');
    expect([title(), line()]).toEqual(['Evidence: Bo', '2026-11-22']);
    await click(shown, '.modal label', 'Link to [[Town hall]]');
    expect(line()).toBe('2026-11-22 ([[Town hall]])');
    await shown.host.press('Escape');
    for (const leaf of shown.host.app.workspace.getLeavesOfType('markdown')) leaf.detach();
    await shown.host.settle();
    await shown.host.run('cx-playbook:add-evidence');
    expect(names()).toEqual(['Ana', 'Bo']);
  });

  it('needs an executive in the playbook, and says so', async () => {
    const shown = await withEvidence({ 'Plain.md': 'x' });
    await shown.host.open('Plain.md');
    await shown.host.run('cx-playbook:add-evidence');
    expect([isOpen(), shown.host.notices()]).toEqual([false, ['This playbook has no executive yet. Create a note for one first.']]);
  });

  it('works on a phone', async () => {
    const shown = await withEvidence(FILES, { platform: 'phone' });
    await select(shown, 'Comms/Town hall.md', 'Thanks.');
    await shown.host.run('cx-playbook:add-evidence');
    await click(shown, '.modal label', 'Did: gave time');
    await click(shown, '.modal button', 'Add evidence');
    expect(shown.host.text('Executives/Bo.md')).toContain('- 2026-11-22 Thanks. ([[Town hall#Close]]) #time\n');
  });
});

describe('menus', () => {
  it('offer evidence and signs for an executive, and evidence for a selection elsewhere', async () => {
    const shown = await withEvidence();
    const both = ['Add evidence…', 'Check signs of commitment…'];
    expect(menuItems(await shown.host.fileMenu('Executives/Ana.md'))).toEqual(both);
    await shown.host.press('Escape');
    expect(menuItems(await shown.host.fileMenu('Diary.md'))).toEqual([]);
    await shown.host.press('Escape');
    await shown.host.open('Executives/Ana.md');
    expect(menuItems(await shown.host.editorMenu())).toEqual(both);
    await shown.host.press('Escape');
    await shown.host.open('Diary.md');
    expect(menuItems(await shown.host.editorMenu())).toEqual([]);
    await shown.host.press('Escape');
    await select(shown, 'Diary.md', 'quay');
    expect(menuItems(await shown.host.editorMenu())).toEqual(both.slice(0, 1));
    await click(shown, '.menu-item', 'Add evidence');
    await click(shown, '.suggestion-item', 'Bo');
    expect(line()).toBe('2026-11-22 quay ([[Diary]])');
  });
});

describe('the list of signs', () => {
  it('says what is recorded, and writes ticks and what was seen with one undo', async () => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-signs');
    expect(title()).toBe('Signs of commitment: Ana');
    expect([...document.querySelectorAll('.cx-sign-standing dd')].map(({ textContent }) => textContent)).toEqual(['Not assessed', 'Toe-dipper', 'peer']);
    expect([...document.querySelectorAll('.cx-sign-state')].map(({ textContent }) => textContent).slice(0, 5)).toEqual([
      'Not recorded in this vault', 'Not recorded in this vault', 'Not recorded in this vault', 'Seen on 2026-10-02 Released 180,000', 'Not recorded in this vault',
    ]);
    expect(await axeProblems()).toEqual([]);
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.modal input[type="checkbox"]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false, true, false, false, false, false]);
    boxes[1]?.click();
    boxes[7]?.click();
    await shown.host.settle();
    document.querySelectorAll<HTMLInputElement>('.cx-sign-what input')[0]?.focus();
    await type(shown, 'Letter to the crews');
    document.querySelectorAll<HTMLInputElement>('.cx-sign-what input')[1]?.focus();
    await type(shown, 'Paid the purse');
    await shown.host.press('Enter');
    expect(shown.host.text('Executives/Ana.md')).toBe(
      ANA.replace('signs: [in-strategy]', 'signs: [in-strategy, internal-message, funds-without-roi]')
        .replace('### Said\n', '### Said\n\n- 2026-11-22 Letter to the crews #internal-message\n\n')
        .concat('- 2026-11-22 Paid the purse #money #funds-without-roi\n'),
    );
    await shown.host.run('cx-playbook:undo-edits');
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA);
  });

  it('follows the vault’s own list', async () => {
    const shown = await withEvidence({ ...FILES, 'cx-playbook.yml': 'signs:\n  agenda-item: false\n  walks-a-store: Walks a store\n' });
    await shown.host.open('Executives/Bo.md');
    await shown.host.run('cx-playbook:set-signs');
    const labels = [...document.querySelectorAll('.cx-sign-name')].map(({ textContent }) => textContent.trim());
    expect([labels.length, labels[0]?.startsWith('Messages to employees'), labels.at(-1)]).toEqual([8, true, 'Walks a store This vault’s']);
    await click(shown, '.modal label', 'Walks a store');
    await click(shown, '.modal button', 'Save signs');
    expect(shown.host.text('Executives/Bo.md')).toContain('signs: [walks-a-store]\n');
  });

  it('opens the line it speaks of, and goes on with what was ticked, on the note as it is by then', async () => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-signs');
    await click(shown, '.modal label', 'Messages to employees');
    await click(shown, '.modal button', 'Released');
    const { activeEditor } = shown.host.app.workspace;
    expect([isOpen(), activeEditor?.editor?.getCursor().line]).toEqual([false, 10]);
    shown.host.changeFromOutside('Executives/Ana.md', ANA.replace('[in-strategy]', '[in-strategy, cx-goal]'));
    await shown.host.settle();
    await click(shown, '.notice', 'The signs of Ana wait.');
    expect(document.querySelectorAll('.modal input[type="checkbox"]:checked').length).toBe(3);
    await click(shown, '.modal button', 'Save signs');
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA.replace('[in-strategy]', '[in-strategy, cx-goal, internal-message]'));
  });

  it('takes away only what the person took away, when the note changed meanwhile', async () => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    await shown.host.run('cx-playbook:set-signs');
    await click(shown, '.modal label', 'The strategic plan');
    shown.host.changeFromOutside('Executives/Ana.md', ANA.replace('[in-strategy]', '[in-strategy, cx-goal, custom]'));
    await shown.host.settle();
    await click(shown, '.modal button', 'Save signs');
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA.replace('[in-strategy]', '[cx-goal, custom]'));
  });

  it('is offered on an executive’s note only, and leaves the note alone when nothing was changed', async () => {
    const shown = await withEvidence();
    const offered = (): boolean => shown.host.commands().some(({ id }) => id === 'cx-playbook:set-signs');
    await shown.host.open('Comms/Town hall.md');
    expect(offered()).toBe(false);
    await shown.host.open('Executives/Ana.md');
    expect(offered()).toBe(true);
    await shown.host.run('cx-playbook:set-signs');
    await shown.host.press('Enter');
    expect([isOpen(), shown.host.text('Executives/Ana.md')]).toEqual([false, ANA]);
  });
});

describe('the end of the plugin', () => {
  it.each([
    ['the form', async (shown: FeatureHost) => shown.host.run('cx-playbook:add-evidence')],
    ['the list of people', async (shown: FeatureHost) => {
      await shown.host.open('Plain.md');
      await shown.host.run('cx-playbook:add-evidence');
    }],
    ['the list of signs', async (shown: FeatureHost) => shown.host.run('cx-playbook:set-signs')],
    ['a list that waits', async (shown: FeatureHost) => {
      await shown.host.run('cx-playbook:set-signs');
      await click(shown, '.modal button', 'Released');
    }],
  ])('closes %s, writes nothing and tells so', async (_name, open) => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    await open(shown);
    await shown.host.unload();
    expect([isOpen(), shown.host.text('Executives/Ana.md')]).toEqual([false, ANA]);
    expect(shown.host.notices()).toEqual(['The question about evidence was closed because CX Playbook was switched off. No note was changed.']);
    expect(shown.host.leftovers()).toEqual([]);
  });

  it.each(['add-evidence', 'set-signs'])('opens no dialog that %s was still being made ready for', async (command) => {
    const shown = await withEvidence();
    await shown.host.open('Executives/Ana.md');
    const running = shown.host.run(`cx-playbook:${command}`);
    await shown.host.unload();
    await running;
    expect(isOpen()).toBe(false);
    expect(shown.host.leftovers()).toEqual([]);
  });
});
