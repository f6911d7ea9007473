import { ItemView, MarkdownRenderer, type WorkspaceLeaf } from 'obsidian';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { registerAnnotationMarks } from '../../src/obsidian/annotation-marks.js';
import { findRendered } from '../../src/obsidian/rendered-quote.js';
import { threadPath, threadText, type ThreadParts } from './annotation-files.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const NOTE = '---\ntype: executive\n---\n# Ana\n\nWe will cut the programme in Q3. See [[Ben]] for costs.\n\nShe pays for the desk.\n\n- Nobody asks why\n- Nobody asks when\n';

async function read(threads: Readonly<Record<string, ThreadParts>>, note = NOTE): Promise<FeatureHost & { readonly root: HTMLElement }> {
  const files = Object.fromEntries(Object.entries(threads).map(([id, parts]) => [threadPath(id, parts.visibility), threadText(id, parts)]));
  const opened = await hostWith([registerAnnotationMarks], { files: { 'Ana.md': note, ...files } });
  const view = await opened.host.open('Ana.md', { mode: 'preview' });
  await opened.host.settle();
  return { ...opened, root: view.contentEl };
}

function marks(root: ParentNode): readonly string[] {
  return [...root.querySelectorAll('mark.cx-annotation')].map(({ textContent }) => textContent);
}

function buttons(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.cx-annotation-open')];
}

async function settled({ host, context }: FeatureHost): Promise<void> {
  await host.settle();
  await context.playbook.settled();
  await host.settle();
}

describe('annotations in reading view', () => {
  it('mark their passage and have one button behind it', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'cut the programme', prefix: 'We will ', suffix: ' in Q3.', kind: 'risk' } });
    expect(marks(root)).toEqual(['cut the programme']);
    expect(buttons(root)).toHaveLength(1);
    expect(buttons(root)[0]?.previousElementSibling?.textContent).toBe('cut the programme');
    expect(buttons(root)[0]?.getAttribute('aria-label')).toBe('Open annotation. Risk by raj.patel: Is this decided?');
  });

  it('mark a passage over links, rows of a list and sections', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'in Q3. See [[Ben]] for costs.\n\nShe pays' }, bbbbbbbb: { quote: 'asks why\n- Nobody' } });
    expect(marks(root)).toEqual(['in Q3. See ', 'Ben', ' for costs.', 'She pays', 'asks why', 'Nobody']);
    expect(buttons(root).map((button) => button.previousElementSibling?.textContent)).toEqual(['She pays', 'Nobody']);
  });

  it('mark passages that lie in one another', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'will cut the programme in' }, bbbbbbbb: { quote: 'the programme', visibility: 'coach' } });
    const [outer] = root.querySelectorAll('mark.cx-annotation');
    expect(root.querySelector('mark mark.cx-annotation-private')?.textContent).toBe('the programme');
    expect(outer?.textContent).toContain('will cut');
  });

  it('mark the one of several like passages that is meant', async () => {
    const note = '# Ana\n\nGuests wait. The desk is closed. Guests wait. The desk is open.\n';
    const second = note.lastIndexOf('Guests');
    const { root } = await read({ aaaaaaaa: { quote: 'Guests wait. The desk is open' } }, note);
    expect(marks(root)).toEqual(['Guests wait. The desk is open']);
    const element = createDiv({ text: note.slice(7, -1) });
    const parts = findRendered(element, note.slice(7, -1), { from: second - 7, to: second - 7 + 'Guests wait'.length });
    expect(parts?.map(({ from }) => from)).toEqual([second - 7]);
  });

  it('leave a button at the section when its words are not on the page', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'later' } }, '# Ana\n\n%% later %%\n');
    expect(root.querySelector('.cx-annotation-aside')).not.toBeNull();
    expect(marks(root)).toEqual([]);
  });

  it('tell nothing of what is private but its kind', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'cut the programme', visibility: 'coach', said: 'He will not last.' } });
    expect(buttons(root)[0]?.getAttribute('aria-label')).toBe('Open annotation. Question by raj.patel (private)');
    expect(root.outerHTML).not.toContain('He will not last');
  });

  it('show what is hostile as text', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'cut the programme', author: '"<img src=x onerror=alert(1)>"' } });
    expect(root.querySelector('img')).toBeNull();
    expect(buttons(root)[0]?.getAttribute('aria-label')).toContain('<img src=x onerror=alert(1)>');
  });

  it('are not in what is rendered elsewhere', async () => {
    const { host, context } = await read({ aaaaaaaa: { quote: 'cut the programme' } });
    const element = document.body.createDiv({ cls: 'print' });
    await MarkdownRenderer.render(host.app, NOTE, element, 'Ana.md', context.plugin);
    await settled({ host, context });
    expect(marks(element)).toEqual([]);
    expect(buttons(element)).toEqual([]);
  });

  it('open their thread from the passage and from the button, but not from a link in it', async () => {
    const { host, context, root } = await read({ aaaaaaaa: { quote: 'See [[Ben]] for costs' } });
    const asked: unknown[] = [];
    class Sidebar extends ItemView {
      override getViewType = (): string => 'cx-playbook-annotations';
      override getDisplayText = (): string => 'Annotations';
      override setState(state: unknown): Promise<void> {
        asked.push(state);
        return Promise.resolve();
      }
    }
    context.plugin.registerView('cx-playbook-annotations', (leaf: WorkspaceLeaf) => new Sidebar(leaf));
    // The app goes there itself; a browser would leave the page.
    root.querySelector('a')?.addEventListener('click', (event) => event.preventDefault());
    root.querySelector<HTMLElement>('a mark')?.click();
    await host.settle();
    expect(asked).toEqual([]);
    root.querySelector<HTMLElement>('mark')?.click();
    await host.settle();
    buttons(root)[0]?.click();
    await host.settle();
    expect(asked).toEqual([{ thread: threadPath('aaaaaaaa') }, { thread: threadPath('aaaaaaaa') }]);
  });

  it('come and go with their files, and leave the text as it was', async () => {
    const opened = await read({ aaaaaaaa: { quote: 'cut the programme' } });
    const { host, root } = opened;
    await host.app.vault.process(host.file(threadPath('aaaaaaaa')), () => threadText('aaaaaaaa', { quote: 'cut the programme', isResolved: true }));
    await settled(opened);
    expect(marks(root)).toEqual([]);
    expect(buttons(root)).toEqual([]);
    const paragraph = [...root.querySelectorAll('p')].find(({ textContent }) => textContent.startsWith('We will'));
    expect([...(paragraph?.childNodes ?? [])].map(({ textContent }) => textContent)).toEqual(['We will cut the programme in Q3. See ', 'Ben', ' for costs.']);
  });

  it('stand in a note with other line endings', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'pays for the desk' } }, `\ufeff${NOTE.replaceAll('\n', '\r\n')}`);
    expect(marks(root)).toEqual(['pays for the desk']);
  });

  it('pass the accessibility check', async () => {
    const { root } = await read({ aaaaaaaa: { quote: 'See [[Ben]] for costs' } });
    expect((await axe.run(root, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } } })).violations).toEqual([]);
  });

  it('go with the plugin', async () => {
    const { host, root } = await read({ aaaaaaaa: { quote: 'cut the programme' } });
    await host.unload();
    expect(marks(root)).toEqual([]);
    expect(buttons(root)).toEqual([]);
    expect(host.leftovers()).toEqual([]);
  });
});

describe('words of a passage on a page', () => {
  function rendered(source: string, quote: string, build: (root: HTMLElement) => void): string | undefined {
    const root = createDiv();
    build(root);
    const from = source.indexOf(quote);
    return findRendered(root, source, { from, to: from + quote.length })?.map(({ node, from: start, to }) => node.data.slice(start, to)).join('|');
  }

  it.each([
    ['bold and code', 'We **will cut** the `budget` soon', '**will cut** the `budget`', ['We ', 'will cut', ' the ', 'budget', ' soon'], 'will cut| the |budget'],
    ['a half of bold', 'We **will cut** it', 'cut** it', ['We ', 'will cut', ' it'], 'cut| it'],
    ['a link with a label', 'See [[Ben Ode|him]] now', 'See [[Ben Ode|him]] now', ['See ', 'him', ' now'], 'See |him| now'],
    ['a link to a heading', 'See [[Ben#Costs]] now', '[[Ben#Costs]] now', ['See ', 'Ben > Costs', ' now'], 'Ben > Costs| now'],
    ['a numbered row', '1. First\n2. Second row\n', 'First\n2. Second', ['First', 'Second row'], 'First|Second'],
    ['a task', '- [x] Done that\n', '[x] Done', ['Done that'], 'Done'],
    ['a callout', '> [!quote] Title\n> Her words\n', '> Her words', ['Title', 'Her words'], 'Her words'],
    ['right to left with pictures', 'שלום 👩‍💻 עולם', '👩‍💻 עולם', ['שלום 👩‍💻 עולם'], '👩‍💻 עולם'],
  ])('finds %s', (_name, source, quote, texts, expected) => {
    const found = rendered(source, quote, (root) => {
      for (const text of texts) root.createSpan({ text });
    });
    expect(found).toBe(expected);
  });

  it('finds nothing of signs alone, or of words that are not there', () => {
    expect(rendered('a --- b', '---', (root) => root.setText('a --- b'))).toBeUndefined();
    expect(rendered('some words', 'words', (root) => root.setText('other text'))).toBeUndefined();
  });
});
