/** What the app does with files on the user's behalf: moving with links in step, new notes, links to write. */
import type { HostApp } from './app.js';
import { folderOf, TFile, type TAbstractFile, type TFolder } from './files.js';
import { findWikilinks } from '../../src/markdown/wikilink.js';

export class FileManager {
  constructor(private readonly app: HostApp) {}

  getNewFileParent(): TFolder {
    return this.app.vault.getRoot();
  }

  /** Renames, then brings the links to it in other notes in step. */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const linking = file instanceof TFile ? this.#linking(file) : [];
    await this.app.vault.rename(file, newPath);
    if (!(file instanceof TFile)) return;
    for (const [source, links] of linking) {
      const target = this.app.metadataCache.fileToLinktext(file, source.path);
      await this.app.vault.process(source, (text) => replaceTargets(text, links, target));
    }
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file);
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const link = this.app.metadataCache.fileToLinktext(file, sourcePath);
    return `${file.extension === 'md' ? '' : '!'}[[${link}${subpath}${alias === '' ? '' : `|${alias}`}]]`;
  }

  async getAvailablePathForAttachment(name: string, sourcePath = ''): Promise<string> {
    await Promise.resolve();
    const folder = folderOf(sourcePath);
    const path = folder === '/' ? name : `${folder}/${name}`;
    const dot = path.lastIndexOf('.');
    const numbered = (number: number): string => (number === 0 ? path : `${path.slice(0, dot)} ${number}${path.slice(dot)}`);
    let number = 0;
    while (this.app.vault.getAbstractFileByPath(numbered(number)) !== null) number++;
    return numbered(number);
  }

  /** Each note that links to the file, with the targets it writes. */
  #linking(file: TFile): readonly (readonly [TFile, ReadonlySet<string>])[] {
    const { metadataCache, vault } = this.app;
    return vault.getMarkdownFiles().flatMap((source) => {
      const cache = metadataCache.getFileCache(source);
      const links = [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])].map(({ link }) => link.replace(/#.*$/, ''));
      const own = links.filter((link) => link !== '' && metadataCache.getFirstLinkpathDest(link, source.path) === file);
      return own.length === 0 ? [] : [[source, new Set(own)] as const];
    });
  }
}

function replaceTargets(text: string, targets: ReadonlySet<string>, next: string): string {
  let result = '';
  let at = 0;
  for (const { from, target } of findWikilinks(text)) {
    if (!targets.has(target)) continue;
    const start = text.indexOf(target, from);
    result += text.slice(at, start) + next;
    at = start + target.length;
  }
  return result + text.slice(at);
}
