import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { registerPropertySuggest } from '../../src/obsidian/property-suggest.js';
import { codeOf, hostWith, type FeatureHost } from './feature-host.js';

function executive(head: string): string {
  return `---\ntype: executive\n${head}\n---\n# Ana\n`;
}

/** Opens a note with the cursor behind the words. */
async function open(text: string, behind: string, others: Readonly<Record<string, string>> = {}): Promise<FeatureHost & { readonly code: EditorView }> {
  const opened = await hostWith([registerPropertySuggest], { files: { 'Ana.md': text, ...others } });
  const code = codeOf(await opened.host.open('Ana.md'));
  code.dispatch({ selection: { anchor: text.indexOf(behind) + behind.length } });
  return { ...opened, code };
}

function offered(): readonly string[] {
  return [...document.querySelectorAll('.suggestion-item .suggestion-title')].map(({ textContent }) => textContent);
}

describe('completion in the frontmatter', () => {
  it('offers levels with what they mean, and writes the chosen one in place of what was typed', async () => {
    const { host, code } = await open(executive('commitment: '), 'commitment: ');
    await host.type('su');
    expect(offered()).toEqual(['supporter']);
    expect(document.querySelector('.suggestion-note')?.textContent).not.toBe('');
    await host.press('Enter');
    expect(code.state.doc.toString()).toBe(executive('commitment: supporter'));
    expect(offered()).toEqual([]);
  });

  it('chooses by arrow keys', async () => {
    const { host, code } = await open(executive('commitment: '), 'commitment: ');
    await host.type('o');
    const second = offered()[1];
    await host.press('ArrowDown');
    await host.press('Enter');
    expect(code.state.doc.toString()).toBe(executive(`commitment: ${second}`));
  });

  it('offers names of properties of the kind', async () => {
    const { host, code } = await open(executive(''), 'executive\n');
    await host.type('needed');
    expect(offered()).toEqual(['needed_commitment']);
    await host.press('Enter');
    expect(code.state.doc.toString()).toBe(executive('needed_commitment: '));
  });

  it('links to notes of the right kind, quoted', async () => {
    const { host, code } = await open(executive('reports_to:\n  - '), '  - ', { 'Ben Ito.md': '---\ntype: executive\n---\n', 'Benchmark.md': '---\ntype: case\n---\n' });
    await host.type('Be');
    expect(offered()).toEqual(['Ben Ito']);
    await host.press('Enter');
    expect(code.state.doc.toString()).toBe(executive('reports_to:\n  - "[[Ben Ito]]"'));
  });

  it('shows hostile titles as text', async () => {
    const { host } = await open(executive('reports_to:\n  - '), '  - ', { 'B &lt;b&gt; x.md': '---\ntype: executive\n---\n' });
    await host.type('B');
    expect(offered()).toEqual(['B &lt;b&gt; x']);
  });

  it('takes no Enter from what is written already', async () => {
    const { host } = await open(executive('commitment: advocat'), 'advocat');
    await host.type('e');
    expect(offered()).toEqual([]);
  });

  it('keeps to the frontmatter', async () => {
    const { host } = await open(executive('commitment: passive'), '# Ana\n');
    await host.type('status: a');
    expect(offered()).toEqual([]);
  });

  it('leaves notes that are not the playbook’s alone, but for their kind', async () => {
    const { host, code } = await open('---\nstatus: \n---\n', 'status: ');
    await host.type('a');
    expect(offered()).toEqual([]);
    code.dispatch({ changes: { from: 4, to: 13, insert: 'type: ' }, selection: { anchor: 10 } });
    await host.type('exec');
    expect(offered()).toEqual(['executive']);
  });
});
