import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { registerEditorAnnotations } from '../../src/obsidian/editor-annotations.js';
import { threadPath, threadText } from './annotation-files.js';
import { codeOf, hostWith, type FeatureHost } from './feature-host.js';

const NOTE = '# Ana\n\nWe will cut the programme in Q3.\n\nShe pays for the desk.\n';
const FILES = {
  'Ana.md': NOTE,
  [threadPath('aaaaaaaa')]: threadText('aaaaaaaa', { quote: 'cut the programme', kind: 'risk' }),
  [threadPath('bbbbbbbb')]: threadText('bbbbbbbb', { quote: 'pays for the desk', said: 'Out of which budget?' }),
};

async function open(files: Readonly<Record<string, string>>): Promise<FeatureHost & { readonly code: EditorView }> {
  const opened = await hostWith([registerEditorAnnotations], { files, timeScale: 1 });
  const code = codeOf(await opened.host.open('Ana.md'));
  await opened.host.settle();
  code.dispatch({ selection: { anchor: 0 } });
  return { ...opened, code };
}

/** Text from the cursor on. */
function atCursor({ state }: EditorView): string {
  return state.sliceDoc(state.selection.main.head, state.selection.main.head + 8);
}

describe('commands over annotations', () => {
  it('go to the next and the previous one, round the ends', async () => {
    const { host, code } = await open(FILES);
    const seen: string[] = [];
    for (const command of ['next', 'next', 'next', 'previous', 'previous']) {
      await host.run(`cx-playbook:${command}-annotation`);
      seen.push(atCursor(code));
    }
    expect(seen).toEqual(['cut the ', 'pays for', 'cut the ', 'pays for', 'cut the ']);
  });

  it('go to where an annotation stands by now', async () => {
    const { host, code } = await open(FILES);
    code.dispatch({ changes: { from: NOTE.indexOf('cut'), insert: 'not ' }, userEvent: 'input.type' });
    await host.run('cx-playbook:next-annotation');
    expect(atCursor(code)).toBe('cut the ');
  });

  it('tell to eyes and ears which it is, until the cursor moves on', async () => {
    const { host, code } = await open(FILES);
    await host.run('cx-playbook:next-annotation');
    expect(code.dom.textContent).toContain('Annotation 1 of 2. Risk by raj.patel: Is this decided?');
    expect(document.querySelectorAll('.cx-annotation-card')).toHaveLength(1);
    code.dispatch({ selection: { anchor: 0 } });
    expect(document.querySelectorAll('.cx-annotation-card')).toHaveLength(0);
  });

  it('say so when there is none', async () => {
    const { host } = await open({ 'Ana.md': NOTE });
    await host.run('cx-playbook:next-annotation');
    await host.run('cx-playbook:open-annotation');
    expect(host.notices()).toEqual(['This note has no open annotations that its text shows.', 'There is no open annotation here.']);
  });

  it('close the card once its thread is open', async () => {
    const { host } = await open(FILES);
    for (const openIt of [() => host.run('cx-playbook:open-annotation'), () => Promise.resolve(document.querySelector<HTMLElement>('.cx-annotation-card button')?.click())]) {
      await host.open('Ana.md');
      await host.run('cx-playbook:next-annotation');
      expect(document.querySelectorAll('.cx-annotation-card')).toHaveLength(1);
      await openIt();
      await host.settle();
      expect(document.querySelectorAll('.cx-annotation-card')).toHaveLength(0);
    }
  });

  it('open the thread at the cursor', async () => {
    const { host, code } = await open(FILES);
    code.dispatch({ selection: { anchor: NOTE.indexOf('desk') } });
    await host.run('cx-playbook:open-annotation');
    const [leaf] = host.app.workspace.getLeavesOfType('cx-playbook-annotations');
    expect(leaf?.getViewState().state).toEqual({ thread: threadPath('bbbbbbbb') });
  });
});
