/**
 * Where links of the notes that are about to be committed lead, as far as file names alone say it. A name goes before an
 * alias, so a link that finds a file by its name is certain, whatever the other notes call themselves.
 */
import { findLinks, findPrivateLinks, type TextLink } from '../annotations/leak-check.js';
import { readNote, type ParsedNote, type PropertyLink } from '../notes/read-note.js';
import type { NoteContext } from '../notes/playbook-settings.js';
import { foldedName, leadsOutOfVault } from '../playbook/link-index.js';
import { Playbook } from '../playbook/playbook.js';
import { isPrivatePath, type PrivateLink } from '../playbook/privacy.js';
import { isMarkdown } from '../vault/vault.js';
import type { StagedNote } from './staged-notes.js';

export interface FollowedLinks {
  /** The notes that links lead from and to, so far as they were read. */
  readonly playbook: Playbook;
  /** Of a note's properties, those that are certain. */
  readonly certainLinks: (path: string) => readonly PropertyLink[];
}

/** The links of notes that are to be followed: those of properties only for rules that look at them. */
export class StagedLinks {
  readonly #inProperties: ReadonlyMap<string, readonly PropertyLink[]>;
  readonly #inTexts: ReadonlyMap<string, readonly TextLink[]>;

  constructor(
    private readonly notes: readonly StagedNote[],
    properties: boolean,
  ) {
    this.#inProperties = new Map(notes.map(({ path, parsed }) => [path, properties ? parsed.links : NO_PROPERTIES]));
    this.#inTexts = new Map(notes.map((note) => [note.path, isShared(note.parsed) ? findLinks(note.text) : NO_LINKS]));
  }

  /** The folded names of files that they can lead to. */
  get names(): readonly string[] {
    const targets = this.notes.flatMap(({ path }) => [...this.ofProperties(path), ...this.ofText(path)].map(({ target }) => foldedName(target)));
    return targets.flatMap((name) => [name, `${name}.md`]);
  }

  ofProperties(path: string): readonly PropertyLink[] {
    return this.#inProperties.get(path) ?? NO_PROPERTIES;
  }

  ofText(path: string): readonly TextLink[] {
    return this.#inTexts.get(path) ?? NO_LINKS;
  }
}

/** `files` are those with one of the links' names; `readTexts` reads some of them, and leaves out what it cannot read. */
export async function followLinks(
  notes: readonly StagedNote[],
  links: StagedLinks,
  files: readonly string[],
  readTexts: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  context: NoteContext,
): Promise<FollowedLinks> {
  const playbook = new Playbook();
  for (const path of files) playbook.setFile(path, []);

  const read = new Map<string, ParsedNote>(notes.map(({ path, parsed }) => [path, parsed]));
  const inProperties = new Set(notes.flatMap(({ path }) => links.ofProperties(path).map((link) => playbook.resolvePath(link, path))));
  const inTexts = new Set(notes.flatMap(({ path }) => links.ofText(path).map((link) => playbook.resolvePath(link, path))));
  const wanted = [...new Set([...inProperties, ...inTexts])].filter((path): path is string => path !== undefined && isMarkdown(path) && !read.has(path) && !isPrivatePath(path));
  for (const [path, text] of await readTexts(wanted)) {
    // Of a note that only texts link to it matters whether it is private: few say those words.
    if (inProperties.has(path) || (/visibility/i.test(text) && /coach/i.test(text))) read.set(path, (await readNote(path, text, context)).parsed);
  }
  const isPrivate = (path: string): boolean => isPrivatePath(path) || read.get(path)?.saysPrivate === true;
  const leaks = notes.flatMap(({ path }): readonly PrivateLink[] => findPrivateLinks(path, links.ofText(path), (target) => playbook.resolvePath({ target }, path), isPrivate));
  const certain = new Map(notes.map(({ path }) => [path, links.ofProperties(path).filter((link) => isCertain(link, path, playbook, read))]));
  // Only now, for with their aliases more links than the certain ones would lead somewhere.
  for (const { note } of read.values()) if (note !== undefined) playbook.setNote(note);
  playbook.setPrivateLinks(leaks);
  return { playbook, certainLinks: (path) => certain.get(path) ?? NO_PROPERTIES };
}

const NO_LINKS: readonly TextLink[] = [];
const NO_PROPERTIES: readonly PropertyLink[] = [];

function isShared({ path, saysPrivate }: ParsedNote): boolean {
  return !isPrivatePath(path) && !saysPrivate;
}

function isCertain(link: PropertyLink, from: string, playbook: Playbook, read: ReadonlyMap<string, ParsedNote>): boolean {
  const path = playbook.resolvePath(link, from);
  if (path === undefined) return leadsOutOfVault(link.target, from);
  return !isMarkdown(path) || read.has(path);
}
