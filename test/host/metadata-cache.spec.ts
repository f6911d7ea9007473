import type { CachedMetadata, TFile } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { createHost, type Host } from './host.js';

async function started(files: Record<string, string>): Promise<Host> {
  const host = createHost({ files });
  await host.layoutReady();
  return host;
}

function cacheOf(host: Host, path: string): CachedMetadata | null {
  return host.app.metadataCache.getFileCache(host.file(path));
}

describe('the index of notes', () => {
  it('has properties, headings and list items with their places', async () => {
    const text = '---\ntype: executive\nreports_to:\n  - "[[Ines Falk|Ines]]"\n---\n# Ana\n\n- [x] one\n  - two #money\n';
    const host = await started({ 'Ana.md': text });
    const cache = cacheOf(host, 'Ana.md');
    expect(cache?.frontmatter).toEqual({ type: 'executive', reports_to: ['[[Ines Falk|Ines]]'] });
    expect(cache?.frontmatterLinks).toEqual([{ key: 'reports_to.0', link: 'Ines Falk', original: '[[Ines Falk|Ines]]', displayText: 'Ines' }]);
    expect(cache?.frontmatterPosition?.end).toEqual({ line: 4, col: 3, offset: text.indexOf('\n# Ana') });
    expect(cache?.sections?.map(({ type }) => type)).toEqual(['yaml', 'heading', 'list']);
    expect(cache?.headings).toMatchObject([{ heading: 'Ana', level: 1, position: { start: { line: 5, col: 0 } } }]);
    expect(cache?.listItems).toMatchObject([{ parent: -8, task: 'x' }, { parent: 7 }]);
    expect(cache?.tags).toMatchObject([{ tag: '#money', position: { start: { line: 8, col: 8 } } }]);
  });

  it('has no properties for broken YAML, and still the section', async () => {
    const host = await started({ 'Ana.md': '---\na: [1\n---\n# Ana' });
    const cache = cacheOf(host, 'Ana.md');
    expect(cache?.frontmatter).toBeUndefined();
    expect(cache?.sections?.[0]?.type).toBe('yaml');
  });

  it('names sections by what stands at the root', async () => {
    const host = await started({ 'A.md': 'text\n\n> [!note] c\n> more\n\n> quote\n\n```js\n# no\n```\n\n| a |\n| - |\n| b |\n\n%% hidden %%\n' });
    expect(cacheOf(host, 'A.md')?.sections?.map(({ type }) => type)).toEqual(['paragraph', 'callout', 'blockquote', 'code', 'table', 'comment']);
  });

  it('keeps the old entry until "changed" fires, once for several writes', async () => {
    const host = createHost({ files: { 'Ana.md': '# Old' }, timeScale: 1 });
    await host.layoutReady();
    const heard: string[] = [];
    host.app.metadataCache.on('changed', (file: TFile, data: string, cache) => heard.push(`${file.path} ${data} ${cache.headings?.[0]?.heading ?? ''}`));
    await host.app.vault.modify(host.file('Ana.md'), '# Mid');
    await host.app.vault.modify(host.file('Ana.md'), '# New');
    expect(cacheOf(host, 'Ana.md')?.headings?.[0]?.heading).toBe('Old');
    await host.settle();
    expect(heard).toEqual(['Ana.md # New New']);
  });

  it('fires nothing for a rename, and follows it', async () => {
    const host = await started({ 'Ana.md': '# Ana' });
    const heard: string[] = [];
    host.app.metadataCache.on('changed', () => heard.push('changed'));
    host.app.metadataCache.on('deleted', () => heard.push('deleted'));
    await host.app.vault.rename(host.file('Ana.md'), 'Bea.md');
    await host.settle();
    expect(heard).toEqual([]);
    expect(host.app.metadataCache.getCache('Bea.md')?.headings?.[0]?.heading).toBe('Ana');
    expect(host.app.metadataCache.getFirstLinkpathDest('Ana', '')).toBeNull();
    expect(host.app.metadataCache.getFirstLinkpathDest('Bea', '')?.path).toBe('Bea.md');
  });

  it('fires "deleted" with what it had', async () => {
    const host = await started({ 'Ana.md': '# Ana' });
    const heard: (string | undefined)[] = [];
    host.app.metadataCache.on('deleted', (file, before) => heard.push(file.path, before?.headings?.[0]?.heading));
    await host.app.vault.delete(host.file('Ana.md'));
    expect(heard).toEqual(['Ana.md', 'Ana']);
  });

  it('takes a link for the file of that path, else for the nearest of that name', async () => {
    const host = await started({ 'Ana.md': '', 'A/Ana.md': '', 'B/Ana.md': '', 'B/C/Bo.md': '', 'pic.png': '' });
    const find = (link: string, from: string): string | undefined => host.app.metadataCache.getFirstLinkpathDest(link, from)?.path;
    expect(find('A/Ana', 'B/x.md')).toBe('A/Ana.md');
    expect(find('Ana', 'B/x.md')).toBe('Ana.md');
    expect(find('ana', 'C/x.md')).toBe('Ana.md');
    expect(find('C/Bo', 'x.md')).toBe('B/C/Bo.md');
    expect(find('./Ana', 'B/x.md')).toBe('B/Ana.md');
    expect(find('pic.png', 'x.md')).toBe('pic.png');
    expect(find('Nobody', 'x.md')).toBeUndefined();
    expect(host.app.metadataCache.fileToLinktext(host.file('B/Ana.md'), 'x.md')).toBe('B/Ana');
    expect(host.app.metadataCache.fileToLinktext(host.file('B/C/Bo.md'), 'x.md')).toBe('Bo');
  });

  it('takes a name that several files have for the one beside the note that links', async () => {
    const host = await started({ 'A/Ana.md': '', 'Z/Ana.md': '' });
    expect(host.app.metadataCache.getFirstLinkpathDest('Ana', 'Z/x.md')?.path).toBe('Z/Ana.md');
    expect(host.app.metadataCache.getFirstLinkpathDest('Ana', 'A/x.md')?.path).toBe('A/Ana.md');
    expect(host.app.metadataCache.getFirstLinkpathDest('Ana', 'x.md')?.path).toBe('A/Ana.md');
  });

  it('counts links to notes and to nothing', async () => {
    const host = await started({ 'Ana.md': '[[Bo]] [[Bo|b]] [[Nobody]]', 'Bo.md': '' });
    expect(host.app.metadataCache.resolvedLinks['Ana.md']).toEqual({ 'Bo.md': 2 });
    expect(host.app.metadataCache.unresolvedLinks['Ana.md']).toEqual({ Nobody: 1 });
  });

  it('is quick with ten thousand notes', async () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`F${index % 100}/N${index}.md`, `---\ntype: case\n---\n[[N${index + 1}]]`]));
    const before = performance.now();
    const host = await started(files);
    const { metadataCache, vault } = host.app;
    const targets = vault.getMarkdownFiles().map((file) => metadataCache.getFirstLinkpathDest(metadataCache.getFileCache(file)?.links?.[0]?.link ?? '', file.path));
    expect(targets.filter((target) => target !== null)).toHaveLength(9_999);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
