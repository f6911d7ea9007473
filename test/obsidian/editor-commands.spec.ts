import type { EditorView } from '@codemirror/view';
import { describe, expect, it, vi } from 'vitest';
import { registerEditorLint } from '../../src/obsidian/editor-lint.js';
import { codeOf, hostWith, type FeatureHost } from './feature-host.js';

const PRACTICES = '## Why\n\nStranded guests wait.\n\n## Model\n\nThe COO rebooks ten guests.\n\n## Reinforce\n\nWaiting time is on the board.\n';
const NOTE = `---\ntype: initiative\nstatus: actve\nambition: enterprize\n---\n${PRACTICES.replace('\nThe COO rebooks ten guests.\n', '\n')}`;

async function open(files: Readonly<Record<string, string>>, path: string): Promise<FeatureHost & { readonly code: EditorView }> {
  const opened = await hostWith([registerEditorLint], { files });
  const code = codeOf(await opened.host.open(path));
  await opened.host.settle();
  return { ...opened, code };
}

/** The text of the cursor's line. */
function line(code: EditorView): string {
  return code.state.doc.lineAt(code.state.selection.main.head).text;
}

function cardsAtCursor(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.cx-finding-cards');
}

describe('going from finding to finding', () => {
  it('goes to each in turn and round again', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    const visited: string[] = [];
    for (let step = 0; step < 4; step++) {
      await host.run('cx-playbook:next-finding');
      visited.push(line(code));
    }
    expect(visited).toEqual(['status: actve', 'ambition: enterprize', '## Model', 'status: actve']);
  });

  it('goes back, from the first to the last', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    const visited: string[] = [];
    for (let step = 0; step < 3; step++) {
      await host.run('cx-playbook:previous-finding');
      visited.push(line(code));
    }
    expect(visited).toEqual(['## Model', 'ambition: enterprize', 'status: actve']);
  });

  it('shows the card at the cursor until Escape', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await host.run('cx-playbook:next-finding');
    expect(cardsAtCursor()?.textContent).toContain('"actve"');
    code.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true, cancelable: true }));
    expect(cardsAtCursor()).toBeNull();
  });

  it('says the finding to those who do not see it', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await host.run('cx-playbook:next-finding');
    expect(code.dom.querySelector('.cm-announced')?.textContent).toContain('Finding 1 of 3. Warning: Property "status"');
  });

  it('says so where there is none', async () => {
    const { host } = await open({ 'Rebooking.md': `---\ntype: initiative\n---\n${PRACTICES}` }, 'Rebooking.md');
    await host.run('cx-playbook:next-finding');
    expect(host.notices()).toEqual(['This note has no findings.']);
  });

  it('works where findings are not shown while writing', async () => {
    const { host, code, context } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await context.personal.set('lintInEditor', false);
    await host.run('cx-playbook:next-finding');
    expect(line(code)).toBe('status: actve');
  });
});

describe('fixing by command', () => {
  it('applies the one fix at the cursor', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await host.run('cx-playbook:next-finding');
    await host.run('cx-playbook:fix-finding');
    expect(code.state.doc.toString()).toBe(NOTE.replace('actve', 'active'));
  });

  it('applies the fix of the line when the cursor is beside its finding', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    code.dispatch({ selection: { anchor: NOTE.indexOf('status') } });
    await host.run('cx-playbook:fix-finding');
    expect(code.state.doc.toString()).toBe(NOTE.replace('actve', 'active'));
  });

  it('offers what can be done, with the focus on it, where there is no one fix', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    code.dispatch({ selection: { anchor: NOTE.indexOf('## Model') } });
    await host.run('cx-playbook:fix-finding');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Ignore here'));
    expect(code.state.doc.toString()).toBe(NOTE);
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect(cardsAtCursor()).toBeNull();
  });

  it('fixes the whole note in one step', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    await host.run('cx-playbook:fix-note');
    expect(code.state.doc.toString()).toBe(NOTE.replace('actve', 'active').replace('enterprize', 'enterprise'));
    expect(host.notices()).toEqual(['Fixed 2 findings.']);
    host.app.workspace.activeEditor?.editor?.undo();
    expect(code.state.doc.toString()).toBe(NOTE);
  });

  it('keeps what was typed before the fix as a step of its own', async () => {
    const { host, code } = await open({ 'Rebooking.md': NOTE }, 'Rebooking.md');
    code.dispatch({ changes: { from: NOTE.length, insert: 'Typed.' }, selection: { anchor: NOTE.length + 6 }, userEvent: 'input.type' });
    await host.run('cx-playbook:fix-note');
    host.app.workspace.activeEditor?.editor?.undo();
    expect(code.state.doc.toString()).toBe(`${NOTE}Typed.`);
  });

  it('says so where nothing can be fixed', async () => {
    const { host, code } = await open({ 'Rebooking.md': `---\ntype: initiative\n---\n${PRACTICES}` }, 'Rebooking.md');
    await host.run('cx-playbook:fix-note');
    expect(host.notices()).toEqual(['Nothing here can be fixed for you.']);
    expect(code.state.doc.toString()).toBe(`---\ntype: initiative\n---\n${PRACTICES}`);
  });

  it('shows all fixes of the vault before any is written', async () => {
    const files = { 'Rebooking.md': NOTE, 'Purse.md': `---\ntype: pilot\nstatus: actve\n---\n`, 'Fine.md': `---\ntype: pilot\nstatus: active\n---\n` };
    const { host } = await open(files, 'Fine.md');
    await host.run('cx-playbook:fix-vault');
    const modal = document.querySelector<HTMLElement>('.modal');
    expect(modal?.textContent).toContain('Rebooking');
    expect(modal?.textContent).toContain('Purse');
    expect(modal?.textContent).not.toContain('Fine');
    expect(host.text('Rebooking.md')).toBe(NOTE);
    modal?.querySelector<HTMLButtonElement>('button.mod-cta')?.click();
    await host.settle();
    await host.flush();
    expect(host.text('Purse.md')).toBe('---\ntype: pilot\nstatus: active\n---\n');
    expect(host.text('Rebooking.md')).toBe(NOTE.replace('actve', 'active').replace('enterprize', 'enterprise'));
  });
});

describe('the number of findings in the status bar', () => {
  const files = { 'Rebooking.md': NOTE, 'Purse.md': '---\ntype: pilot\nstatus: actve\n---\n', 'Plain.md': 'Nothing.\n' };

  it('is that of the note, with that of the playbook in its name', async () => {
    const { host } = await open(files, 'Rebooking.md');
    const button = host.statusBar.querySelector('button');
    expect(button?.textContent).toBe('3 findings');
    expect(button?.getAttribute('aria-label')).toBe('3 findings in this note, 4 in the playbook. Open findings.');
    await host.open('Purse.md');
    expect(button?.textContent).toBe('1 finding');
  });

  it('follows the text before it is saved', async () => {
    const { host, code } = await open(files, 'Rebooking.md');
    await host.run('cx-playbook:fix-note');
    await vi.waitFor(() => expect(host.statusBar.querySelector('button')?.textContent).toBe('1 finding'));
    expect(code.state.doc.toString()).not.toContain('actve');
  });

  it('forgets an editor that was closed while its text was being checked', async () => {
    const { host, context, code } = await open(files, 'Rebooking.md');
    const { store } = context.playbook;
    if (store === undefined) throw new Error('The playbook was not read.');
    const lintText = store.lintText.bind(store);
    let goOn = (): void => undefined;
    const closed = new Promise<void>((resolve) => (goOn = resolve));
    store.lintText = (path, text) => (text.includes('ambition: broken') ? closed.then(() => lintText(path, text)) : lintText(path, text));
    code.dispatch({ changes: { from: NOTE.indexOf('enterprize'), insert: 'broken\nextra: ' } });
    await vi.waitFor(() => expect(host.text('Rebooking.md')).toContain('broken'));
    await host.settle();
    host.app.workspace.getMostRecentLeaf()?.detach();
    await host.settle();
    goOn();
    host.changeFromOutside('Rebooking.md', NOTE.replace('actve', 'active').replace('enterprize', 'enterprise'));
    await host.settle();
    await host.open('Rebooking.md', { mode: 'preview' });
    expect(host.statusBar.querySelector('button')?.textContent).toBe('1 finding');
  });

  it('is not shown for notes that are not the playbook’s', async () => {
    const { host } = await open(files, 'Plain.md');
    const item = host.statusBar.querySelector<HTMLElement>('.status-bar-item');
    expect(item?.isShown()).toBe(false);
  });

  it('is taken away and put back by the person’s setting', async () => {
    const { host, context } = await open(files, 'Rebooking.md');
    await context.personal.set('showStatusBar', false);
    expect(host.statusBar.querySelector('.status-bar-item')).toBeNull();
    await context.personal.set('showStatusBar', true);
    expect(host.statusBar.querySelector('button')?.textContent).toBe('3 findings');
  });

  it('is absent on phones', async () => {
    const { host } = await hostWith([registerEditorLint], { files, platform: 'phone' });
    await host.open('Rebooking.md');
    expect(host.statusBar.children).toHaveLength(0);
  });
});
