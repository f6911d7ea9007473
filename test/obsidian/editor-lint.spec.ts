import { forEachDiagnostic } from '@codemirror/lint';
import { Decoration, EditorView } from '@codemirror/view';
import { editorInfoField } from 'obsidian';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { registerEditorLint } from '../../src/obsidian/editor-lint.js';
import type { HostApp } from '../host/app.js';
import { codeOf, hostWith, type FeatureHost } from './feature-host.js';

const PRACTICES = '## Why\n\nStranded guests wait.\n\n## Model\n\nThe COO rebooks ten guests.\n\n## Reinforce\n\nWaiting time is on the board.\n';

function initiative(head: string, body = PRACTICES): string {
  return `---\ntype: initiative\n${head}---\n# Rebooking\n\n${body}`;
}

/** What is marked in the text, as `severity: text`. */
function marked(code: EditorView): readonly string[] {
  const found: string[] = [];
  forEachDiagnostic(code.state, ({ severity }, from, to) => found.push(`${severity}: ${code.state.sliceDoc(from, to)}`));
  return found;
}

function cards(code: EditorView): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  forEachDiagnostic(code.state, (diagnostic) => {
    const card = diagnostic.renderMessage?.(code);
    if (card?.instanceOf(HTMLElement) === true) found.push(card);
  });
  return found;
}

/** A button of a card, by its words. */
function button(card: HTMLElement | undefined, text: string): HTMLButtonElement {
  const found = [...(card?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === text);
  if (found === undefined) throw new Error(`No button "${text}" among: ${[...(card?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent).join(', ')}`);
  return found;
}

function typeAt(code: EditorView, at: number, text: string): void {
  for (const [index, character] of [...text].entries()) code.dispatch({ changes: { from: at + index, insert: character }, selection: { anchor: at + index + 1 }, userEvent: 'input.type' });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}

async function open(files: Readonly<Record<string, string>>, path: string, timeScale = 0.01): Promise<FeatureHost & { readonly code: EditorView }> {
  const { host, context } = await hostWith([registerEditorLint], { files, timeScale });
  const code = codeOf(await host.open(path));
  await host.settle();
  return { host, context, code };
}

describe('findings in the editor', () => {
  it('underlines a finding by its severity and marks its line in the gutter', async () => {
    const { code } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    expect(marked(code)).toEqual(['warning: actve']);
    expect(code.dom.querySelector('.cm-lintRange-warning.cx-finding')?.textContent).toBe('actve');
    expect(code.dom.querySelectorAll('.cm-lint-marker-warning')).toHaveLength(1);
  });

  it('checks the text as it is typed, before it is saved', async () => {
    const saved = initiative('status: active\n');
    const { host, code } = await open({ 'Rebooking.md': saved }, 'Rebooking.md', 1);
    expect(marked(code)).toEqual([]);
    const at = saved.indexOf('active');
    code.dispatch({ changes: { from: at, to: at + 6, insert: 'actve' } });
    await vi.waitFor(() => expect(marked(code)).toEqual(['warning: actve']));
    expect(host.text('Rebooking.md')).toBe(saved);
  });

  it('leaves notes that are not the playbook’s alone', async () => {
    const { code } = await open({ 'Dune.md': '---\nstatus: actve\n---\n## Wy\n' }, 'Dune.md');
    expect(marked(code)).toEqual([]);
    expect(code.dom.classList.contains('cx-not-linted')).toBe(true);
  });

  it('leaves ignored folders alone', async () => {
    const { code } = await open({ 'cx-playbook.yml': 'ignore: [Archive]\n', 'Archive/Old.md': initiative('status: actve\n') }, 'Archive/Old.md');
    expect(marked(code)).toEqual([]);
  });

  it('checks again when the settings of the playbook change', async () => {
    const { host, code, context } = await open({ 'Rebooking.md': initiative('status: actve\n'), 'cx-playbook.yml': 'rules:\n  known-value: error\n' }, 'Rebooking.md');
    expect(marked(code)).toEqual(['error: actve']);
    host.changeFromOutside('cx-playbook.yml', 'rules:\n  known-value: off\n');
    await host.settle();
    await context.playbook.settled();
    await host.settle();
    expect(marked(code)).toEqual([]);
  });

  it('checks links again when another note appears', async () => {
    const { host, code, context } = await open({ 'Rebooking.md': initiative('sponsor: ["[[Ana Ruiz]]"]\n') }, 'Rebooking.md');
    expect(marked(code)).toHaveLength(1);
    await host.app.vault.create('Ana Ruiz.md', `---\ntype: executive\n---\n${PRACTICES}`);
    await host.settle();
    await context.playbook.settled();
    await host.settle();
    expect(marked(code)).toEqual([]);
  });

  it('is switched off and on by the person’s setting, without a restart', async () => {
    const { host, code, context } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    await context.personal.set('lintInEditor', false);
    await host.settle();
    expect(code.dom.querySelector('.cm-lintRange, .cm-gutter-lint')).toBeNull();
    await context.personal.set('lintInEditor', true);
    await host.settle();
    expect(marked(code)).toEqual(['warning: actve']);
  });

  it('leaves nothing in the editor when the plugin is unloaded', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    await host.unload();
    expect(code.dom.querySelector('.cm-lintRange, .cm-gutter-lint, .cx-not-linted')).toBeNull();
    expect(host.leftovers()).toEqual([]);
  });

  it('tells what it finds in the properties below them where the app shows them as a form', async () => {
    const text = initiative('status: actve\n');
    const { host, code, context } = await open({ 'Rebooking.md': text }, 'Rebooking.md');
    code.contentDOM.blur();
    code.dispatch({ selection: { anchor: text.length } });
    const form = Decoration.replace({ block: true }).range(0, text.indexOf('\n# Rebooking'));
    context.plugin.registerEditorExtension(EditorView.decorations.of(Decoration.set([form])));
    await context.personal.set('lintInEditor', false);
    await context.personal.set('lintInEditor', true);
    await host.settle();
    const places: number[] = [];
    forEachDiagnostic(code.state, (_diagnostic, from) => places.push(from));
    expect(places).toEqual([text.indexOf('# Rebooking')]);
    button(cards(code)[0], 'Change to "active"').click();
    await host.settle();
    expect(code.state.doc.toString()).toBe(initiative('status: active\n'));
  });

  it('leaves cells of tables alone, which the app edits in small editors of their own', async () => {
    const { host, code } = await open({ 'cx-playbook.yml': 'kinds:\n  folders:\n    Work: initiative\n', 'Work/Rebooking.md': '# Rebooking\n\nText.\n' }, 'Work/Rebooking.md');
    expect(marked(code)).not.toEqual([]);
    const { registry } = host.app as unknown as HostApp;
    const cell = new EditorView({ doc: 'A cell', extensions: [editorInfoField.init(() => code.state.field(editorInfoField)), ...registry.editorExtensions], parent: document.body });
    await host.settle();
    expect(marked(cell)).toEqual([]);
    cell.destroy();
  });

  it('checks a note of 5,000 lines', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: actve\n', PRACTICES + 'One more line of notes.\n'.repeat(5000)) }, 'Rebooking.md');
    expect(marked(code)).toEqual(['warning: actve']);
    typeAt(code, code.state.doc.length, 'End');
    await host.settle();
    expect(marked(code)).toEqual(['warning: actve']);
  });
});

describe('findings of the whole playbook in the editor', () => {
  const ceo = (name: string): string => `---\ntype: executive\nrole: CEO\n---\n# ${name}\n\n${PRACTICES}`;

  it('stand while the text around them changes', async () => {
    const { code } = await open({ 'Ana.md': ceo('Ana'), 'Ben.md': ceo('Ben') }, 'Ben.md', 1);
    expect(marked(code)).toEqual(['warning: ---']);
    typeAt(code, code.state.doc.length, '## Modell');
    await wait(500);
    expect(marked(code)).toContain('warning: ---');
  });

  it('go when their text is touched', async () => {
    const { code } = await open({ 'Ana.md': ceo('Ana'), 'Ben.md': ceo('Ben') }, 'Ben.md', 1);
    code.dispatch({ changes: { from: 2, insert: 'x' } });
    await vi.waitFor(() => expect(marked(code).filter((text) => text.startsWith('warning'))).toEqual([]));
  });

  it('tells once what a rule over notes and playbook finds in the note, and takes it back as it is typed away', async () => {
    const saved = `---\ntype: executive\nrole: COO\ncommitment: opposer\nlever: [roi]\n---\n${PRACTICES}`;
    const { host, code } = await open({ 'Ana.md': ceo('Ana'), 'Leo.md': saved }, 'Leo.md', 1);
    await vi.waitFor(() => expect(marked(code).filter((text) => text.endsWith(': roi'))).toEqual(['warning: roi']));
    const at = saved.indexOf('opposer');
    code.dispatch({ changes: { from: at, to: at + 7, insert: 'passive' } });
    await vi.waitFor(() => expect(marked(code).filter((text) => text.endsWith(': roi'))).toEqual([]));
    expect(host.text('Leo.md')).toBe(saved);
  });

  it('leave a directive that silences them in peace', async () => {
    const { code } = await open({ 'Ana.md': ceo('Ana'), 'Ben.md': ceo('Ben').replace('role:', '# cx-lint-disable-file one-ceo -- two at the top\nrole:') }, 'Ben.md');
    expect(marked(code)).toEqual([]);
  });

  it('are told where a directive silences nothing in the note or the playbook', async () => {
    const { code } = await open({ 'Ben.md': ceo('Ben').replace('role:', '# cx-lint-disable-file one-ceo -- one is enough\nrole:') }, 'Ben.md');
    expect(marked(code)).toEqual(['info: # cx-lint-disable-file one-ceo -- one is enough']);
  });
});

describe('findings where one is typing', () => {
  it('are hints until the cursor leaves the line', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('', PRACTICES.replace('## Model', '## Mo')) }, 'Rebooking.md');
    const before = marked(code);
    typeAt(code, code.state.doc.toString().indexOf('## Mo') + 5, 'del operations');
    await host.settle();
    expect(marked(code)).toContain('hint: ## Model operations');
    expect(code.dom.querySelector('.cm-lint-marker-info')).toBeNull();
    code.dispatch({ selection: { anchor: code.state.doc.length } });
    await host.settle();
    expect(marked(code)).toContain('info: ## Model operations');
    expect(before).not.toContain('info: ## Model operations');
  });

  it('are hints until the keys have rested', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: act\n') }, 'Rebooking.md');
    typeAt(code, code.state.doc.toString().indexOf('act\n') + 3, 've');
    await host.settle();
    expect(marked(code)).toEqual(['hint: actve']);
    await wait(2200);
    await host.settle();
    expect(marked(code)).toEqual(['warning: actve']);
  });

  it('wait below a heading whose text is about to come', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('', PRACTICES.replace(/## Reinforce[^]*/, '')) }, 'Rebooking.md');
    typeAt(code, code.state.doc.length, '## Reinforce\n\n');
    await host.settle();
    expect(marked(code)).toContain('hint: ## Reinforce');
  });

  it('wait while frontmatter is broken by what is typed in it', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('unit: Freight\nstatus: active\n') }, 'Rebooking.md');
    typeAt(code, code.state.doc.toString().indexOf('Freight'), '"');
    await host.settle();
    expect(marked(code).filter((text) => text.startsWith('hint'))).not.toEqual([]);
    expect(marked(code).filter((text) => text.startsWith('error'))).toEqual([]);
  });

  it('are shown at once elsewhere', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    typeAt(code, code.state.doc.length, 'More');
    await host.settle();
    expect(marked(code)).toEqual(['warning: actve']);
  });
});

describe('the card of a finding', () => {
  it('says what, why and where to read on, and passes the accessibility check', async () => {
    const { code } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    const [card] = cards(code);
    document.body.append(card!);
    expect(card?.textContent).toContain('Warning');
    expect(card?.textContent).toContain('"actve"');
    expect(card?.querySelector('.cx-finding-card-reason')?.textContent).toContain('counts as absent');
    expect(card?.querySelector('a')?.href).toMatch(/^https:\/\/.*known-value/);
    expect((await axe.run(card!, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations).toEqual([]);
  });

  it('shows hostile text of notes as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { code } = await open({ 'Rebooking.md': initiative(`status: "${hostile}"\n`) }, 'Rebooking.md');
    const [card] = cards(code);
    expect(card?.textContent).toContain(hostile);
    expect(card?.querySelector('img')).toBeNull();
  });

  it('fixes by a button, and one undo takes it back', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    const before = code.state.doc.toString();
    button(cards(code)[0], 'Change to "active"').click();
    await host.settle();
    expect(code.state.doc.toString()).toBe(before.replace('actve', 'active'));
    expect(marked(code)).toEqual([]);
    host.app.workspace.activeEditor?.editor?.undo();
    expect(code.state.doc.toString()).toBe(before);
  });

  it('fixes at its place after text above it was typed and not checked yet', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    const [card] = cards(code);
    typeAt(code, '---\ntype: initiative\n'.length, 'unit: Freight\n');
    button(card, 'Change to "active"').click();
    await host.settle();
    expect(code.state.doc.toString()).toBe(initiative('unit: Freight\nstatus: active\n'));
  });

  it('fixes all findings of its rule in one step, and no others', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: actve\nambition: enterprize\nsponsers: []\n') }, 'Rebooking.md');
    const before = code.state.doc.toString();
    const card = cards(code).find(({ textContent }) => textContent.includes('actve'));
    button(card, 'Fix all of this rule in this note').click();
    await host.settle();
    expect(code.state.doc.toString()).toBe(initiative('status: active\nambition: enterprise\nsponsers: []\n'));
    host.app.workspace.activeEditor?.editor?.undo();
    expect(code.state.doc.toString()).toBe(before);
  });

  it('writes a directive above a finding in the properties and selects its reason', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('status: actve\n') }, 'Rebooking.md');
    button(cards(code)[0], 'Ignore here').click();
    await host.settle();
    expect(code.state.doc.toString()).toBe(initiative('# cx-lint-disable-next-line known-value -- Reason\nstatus: actve\n'));
    expect(code.state.sliceDoc(code.state.selection.main.from, code.state.selection.main.to)).toBe('Reason');
    expect(marked(code)).toEqual([]);
  });

  it('silences the finding that was pointed at, not another that says the same', async () => {
    const body = `${PRACTICES.replace('\nThe COO rebooks ten guests.\n', '\n')}\n## Model\n`;
    const { host, code } = await open({ 'Rebooking.md': initiative('', body) }, 'Rebooking.md');
    const same = cards(code).filter(({ textContent }) => textContent.includes('is empty'));
    expect(same).toHaveLength(2);
    button(same[1], 'Ignore here').click();
    await host.settle();
    expect(code.state.doc.toString()).toBe(initiative('', body.replace(/## Model\n$/, '%% cx-lint-disable-next-line no-empty-practice -- Reason %%\n## Model\n')));
  });

  it('writes a directive below the properties for what the note lacks', async () => {
    const { host, code } = await open({ 'Rebooking.md': initiative('', PRACTICES.replace(/## Reinforce[^]*/, '')) }, 'Rebooking.md');
    const card = cards(code).find(({ textContent }) => textContent.includes('is missing'));
    button(card, 'Ignore in this note').click();
    await host.settle();
    expect(code.state.doc.toString()).toContain('---\n%% cx-lint-disable-file require-reinforce -- Reason %%\n# Rebooking');
    expect(marked(code)).toEqual([]);
  });

  it('writes a directive above a finding in the text', async () => {
    const body = PRACTICES.replace('\nThe COO rebooks ten guests.\n', '\n');
    const { host, code } = await open({ 'Rebooking.md': initiative('', body) }, 'Rebooking.md');
    button(cards(code)[0], 'Ignore here').click();
    await host.settle();
    expect(code.state.doc.toString()).toBe(initiative('', body.replace('## Model', '%% cx-lint-disable-next-line no-empty-practice -- Reason %%\n## Model')));
    expect(marked(code)).toEqual([]);
  });
});
