/** The app's vault behind our port. Reads come from the app's cache of texts; writes go through its atomic process. */
import { parseFrontMatterAliases, parseFrontMatterTags, type App, type CachedMetadata, type TFile } from 'obsidian';
import type { Git } from '../history/git-port.js';
import { isRepositoryFile, type RepositoryFacts } from '../lint/repository.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { UnreadableFile, type FileMetadata, type Vault, type VaultFile } from '../vault/vault.js';
import { reasonOf } from './error-reason.js';
import { processHidden, readHidden, readRepositoryFacts } from './repository-facts.js';

export class ObsidianVault implements Vault {
  readonly #app: App;
  readonly #git: () => Git | undefined;
  readonly #repositoryWritten: () => void;

  /** `git` gives one where there is something to ask it; `repositoryWritten` is told when one of git's own files was: the app tells nobody of hidden files. */
  constructor(app: App, { git = () => undefined, repositoryWritten = () => undefined }: { readonly git?: () => Git | undefined; readonly repositoryWritten?: () => void } = {}) {
    this.#app = app;
    this.#git = git;
    this.#repositoryWritten = repositoryWritten;
  }

  repository(): Promise<RepositoryFacts | undefined> {
    return readRepositoryFacts(this.#app, this.#git());
  }

  list(options: { readonly versions?: boolean } = {}): Promise<readonly VaultFile[]> {
    const files = this.#app.vault.getFiles().map((file) => (options.versions === true ? { path: file.path, version: versionOf(file) } : { path: file.path }));
    return Promise.resolve(files.sort((a, b) => byCodeUnits(a.path, b.path)));
  }

  async read(path: string): Promise<string> {
    if (isRepositoryFile(path)) return (await readHidden(this.#app, path)) ?? '';
    const file = this.#file(path);
    try {
      return await this.#app.vault.cachedRead(file);
    } catch (error) {
      throw new UnreadableFile(path, `Cannot read "${path}": ${reasonOf(error)}. Open it in the app to see why.`);
    }
  }

  async process(path: string, edit: (text: string) => string): Promise<string> {
    if (isRepositoryFile(path)) {
      const text = await processHidden(this.#app, path, edit);
      this.#repositoryWritten();
      return text;
    }
    const file = this.#file(path);
    let thrown: { readonly error: unknown } | undefined;
    try {
      return await this.#app.vault.process(file, (text) => {
        let next: string;
        try {
          next = edit(text);
        } catch (error) {
          thrown = { error };
          throw error;
        }
        // Whether the app writes a text that stays the same is its own affair: this way it does not.
        if (next === text) throw new Unchanged(text);
        return next;
      });
    } catch (error) {
      if (error instanceof Unchanged) return error.text;
      if (thrown !== undefined) throw thrown.error;
      throw new UnreadableFile(path, `Cannot write "${path}": ${reasonOf(error)}. The note was not changed.`);
    }
  }

  async create(path: string, text: string): Promise<void> {
    const { vault } = this.#app;
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    try {
      if (!isPlainPath(path)) throw new Error('it is no path of a note');
      if (folder !== '' && vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
      await vault.create(path, text);
    } catch (error) {
      throw new UnreadableFile(path, `Cannot create "${path}": ${reasonOf(error)}. Nothing was changed.`);
    }
  }

  /** What the app has indexed of a note; undefined while it has not. */
  metadata(path: string): FileMetadata | undefined {
    const file = this.#app.vault.getFileByPath(path);
    const cache = file === null ? null : this.#app.metadataCache.getFileCache(file);
    if (cache === null) return undefined;
    const { frontmatter } = cache;
    return {
      frontmatter,
      brokenFrontmatter: frontmatter === undefined && opensWithFence(cache),
      tags: (frontmatter === undefined ? null : parseFrontMatterTags(frontmatter))?.map((tag) => tag.replace(/^#/, '')) ?? [],
      aliases: (frontmatter === undefined ? null : parseFrontMatterAliases(frontmatter)) ?? [],
    };
  }

  /** By the app's own index, which follows no links to aliases. */
  linkingTo(paths: ReadonlySet<string>): readonly string[] {
    return Object.entries(this.#app.metadataCache.resolvedLinks).flatMap(([path, links]) => (Object.keys(links).some((to) => paths.has(to)) ? [path] : []));
  }

  #file(path: string): TFile {
    const file = this.#app.vault.getFileByPath(path);
    if (file === null) throw new UnreadableFile(path, `Cannot read "${path}": it does not exist. It may have been moved, renamed or deleted.`);
    return file;
  }
}

/** Ends a write that would change nothing. */
class Unchanged extends Error {
  constructor(readonly text: string) {
    super('The text stays as it is.');
  }
}

/** A path below the vault's root: no empty, hidden or dotted part. */
function isPlainPath(path: string): boolean {
  return path.split('/').every((part) => part !== '' && !part.startsWith('.'));
}

/**
 * Whether the note opens with what was meant as properties: a block that cannot be parsed, is never closed, names a
 * language, or begins between the markers of a conflict. The opening marker makes a heading with dashes or the middle
 * marker below it, and else a paragraph, of which the index has no words; the closing one makes a quote.
 */
function opensWithFence({ sections = [], headings = [] }: CachedMetadata): boolean {
  const [first] = sections;
  if (first?.position.start.line !== 0) return false;
  switch (first.type) {
    case 'yaml': case 'thematicBreak': return true;
    case 'heading': return /^\ufeff?(?:---|<{7})/.test(headings[0]?.heading ?? '');
    default: return first.type === 'paragraph' && sections.some(({ type }) => type === 'blockquote');
  }
}

function versionOf({ stat }: TFile): string {
  return `${stat.size}-${stat.mtime}`;
}
