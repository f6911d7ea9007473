/**
 * What of a vault is for the coach alone, and what would tell of it: names of private files, what private notes and
 * threads say. Folders that the settings ignore are read too: a leak is a leak.
 */
import { findLinks, findPrivateLinks, findPrivateWords, secretsOfThread, secretsOfTitle, withoutInner, type Secrets } from '../annotations/leak-check.js';
import { readThread } from '../annotations/read-thread.js';
import { loadYamlReader, readFrontmatter, tryReadFrontmatter, type Frontmatter } from '../markdown/frontmatter.js';
import { scanOutline } from '../markdown/outline.js';
import type { TextRange } from '../markdown/text-range.js';
import { visibilityOfPath } from '../playbook/annotation.js';
import { LinkIndex, titleOfPath } from '../playbook/link-index.js';
import { saysPrivate } from '../notes/says-private.js';
import { isPrivatePath } from '../playbook/privacy.js';
import { isMarkdown, readOrUndefined, type Vault } from '../vault/vault.js';
import { plainTextOf } from './exported-text.js';

/** A place in a shared text that tells of a private file. */
export interface ToldSecret extends TextRange {
  readonly form: 'link' | 'embed' | 'words';
  /** Undefined for a link into the private folder, to a file that is not there. */
  readonly privatePath: string | undefined;
}

/** Shorter lines stand in any text by chance. */
const SHORTEST_LINE = 16;
const SHORTEST_ALIAS = 6;

export async function isPrivateNote(path: string, text: string): Promise<boolean> {
  return isPrivatePath(path) || (/coach/i.test(text) && saysPrivate(text, await frontmatterOf(text)));
}

export class VaultPrivacy {
  readonly #links = new LinkIndex();
  readonly #secrets: Secrets[] = [];
  /** Lines of private notes: whether they are secret shows when they are found. */
  readonly #lines: Secrets[] = [];
  readonly #shared: string[] = [];

  private constructor(
    readonly vault: Vault,
    /** Of all private files, notes or not. */
    readonly privatePaths: ReadonlySet<string>,
  ) {}

  static async read(vault: Vault): Promise<VaultPrivacy> {
    const privatePaths = new Set<string>();
    const privacy = new VaultPrivacy(vault, privatePaths);
    const privateTexts = new Map<string, string>();
    const aliases = new Map<string, readonly string[]>();
    for (const { path } of await vault.list()) {
      const text = isMarkdown(path) ? await textOf(vault, path) : '';
      if (await isPrivateNote(path, text)) {
        privatePaths.add(path);
        privateTexts.set(path, text);
      } else privacy.#shared.push(path);
      aliases.set(path, /^aliases?\s*:/m.test(text) ? aliasesOf(await frontmatterOf(text)) : []);
      privacy.#links.addFile(path, aliases.get(path) ?? []);
    }
    const sharedTitles = new Set(privacy.#shared.flatMap((path) => [titleOfPath(path), ...(aliases.get(path) ?? [])]).map((title) => title.toLowerCase()));
    for (const [path, text] of privateTexts) await privacy.#addSecrets(path, text, aliases.get(path) ?? [], sharedTitles);
    return privacy;
  }

  /** Of shared notes, ordered by path. */
  get sharedNotes(): readonly string[] {
    return this.#shared.filter(isMarkdown);
  }

  /** Shared canvases and bases, which name files by their paths; in order. */
  get sharedBoards(): readonly string[] {
    return this.#shared.filter((path) => /\.(?:canvas|base)$/i.test(path));
  }

  /** Empty for a file that cannot be read. */
  textOf(path: string): Promise<string> {
    return textOf(this.vault, path);
  }

  /** Links from a text that would stand at the path to private files. */
  linksIn(path: string, text: string): readonly ToldSecret[] {
    const links = findPrivateLinks(path, findLinks(text), (target) => this.#links.resolve(target, path), (leadsTo) => this.privatePaths.has(leadsTo));
    return links.map(({ from, to, embed, privatePath }) => ({ from, to, form: embed ? 'embed' : 'link', privatePath }));
  }

  /** Paths of private files, in a text that names files without links. */
  pathsIn(text: string): readonly ToldSecret[] {
    const told: ToldSecret[] = [];
    for (const privatePath of this.privatePaths) {
      for (let from = text.indexOf(privatePath); from !== -1; from = text.indexOf(privatePath, from + 1)) told.push({ from, to: from + privatePath.length, form: 'link', privatePath });
    }
    return told;
  }

  /** Everything in a text that is handed out which tells of private files, each place once, in its order. */
  async toldBy(text: string): Promise<readonly ToldSecret[]> {
    const links = this.linksIn('', text);
    const plain = plainTextOf(text);
    const folded = foldSpaces(plain.text);
    const mayHold = ({ path, words }: Secrets): Secrets => ({ path, words: words.filter((word) => folded.includes(foldSpaces(word))) });
    const words = [...findPrivateWords(plain.text, this.#secrets.map(mayHold)), ...(await this.#foundLines(plain.text, this.#lines.map(mayHold)))];
    const told = words.map(({ from, to, privatePath }): ToldSecret => ({ from: plain.originalOf(from), to: plain.originalOf(to), form: 'words', privatePath }));
    // A link holds the title that it links to: told once.
    return withoutInner([...links, ...told]);
  }

  /** Lines that shared notes hold too are no secret; what a thread says may be the leak itself. */
  async #foundLines(text: string, secrets: readonly Secrets[]) {
    const found = findPrivateWords(text, secrets);
    if (found.length === 0) return found;
    const open = new Set<string>();
    for (const path of this.sharedNotes.filter((note) => visibilityOfPath(note) === undefined)) {
      const shared = foldSpaces(plainTextOf(await textOf(this.vault, path)).text);
      for (const { words } of found) if (shared.includes(foldSpaces(words))) open.add(words);
    }
    return found.filter(({ words }) => !open.has(words));
  }

  async #addSecrets(path: string, text: string, aliases: readonly string[], sharedTitles: ReadonlySet<string>): Promise<void> {
    this.#secrets.push(secretsOfTitle(path, sharedTitles));
    this.#secrets.push({ path, words: aliases.filter((alias) => alias.length >= SHORTEST_ALIAS && !sharedTitles.has(alias.toLowerCase())) });
    if (!isMarkdown(path)) return;
    const { annotation } = await readThread(path, text);
    if (annotation.events.length > 0) this.#secrets.push(secretsOfThread(annotation));
    else this.#lines.push({ path, words: linesOf(text) });
  }
}

/** Lines of what a note says under its headings, without marks of lists and quotes. */
function linesOf(text: string): readonly string[] {
  const { lead, sections } = scanOutline(text);
  const lines = [lead, ...sections].flatMap(({ contentFrom, contentTo }) => text.slice(contentFrom, contentTo).split(/[\r\n]+/));
  return lines.map((line) => line.replace(/^[\s>*+#-]+/, '').trim()).filter((line) => line.length >= SHORTEST_LINE);
}

async function frontmatterOf(text: string): Promise<Frontmatter> {
  const read = tryReadFrontmatter(text);
  if (read !== undefined) return read;
  await loadYamlReader();
  return readFrontmatter(text);
}

function aliasesOf(frontmatter: Frontmatter): readonly string[] {
  const values = [frontmatter.get('aliases')?.value, frontmatter.get('alias')?.value].flat();
  return values.filter((value) => typeof value === 'string' && value.trim() !== '').map((value) => String(value).trim());
}

function foldSpaces(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

/** Empty for a file that cannot be read. */
async function textOf(vault: Vault, path: string): Promise<string> {
  return (await readOrUndefined(vault, path)) ?? '';
}
