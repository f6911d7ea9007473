/**
 * What a host knows of the git repository that a vault lies in, as plain data for the rules. Hosts without git, and vaults
 * in no repository, know nothing: the rules that need it are then silent.
 */
import { ATTRIBUTES_FILE, IGNORE_FILE, type LayeredFile } from './repository-files.js';

/** One of git's own files: what the vault's folder says, and what the folders above it in the repository say. */
export interface RepositoryFile {
  /** Undefined when the vault has none. */
  readonly text: string | undefined;
  /** Those of the folders above the vault, the outermost first. */
  readonly above: readonly LayeredFile[];
}

/** The settings of a plugin of the app, as git tracks them. */
export interface PluginData {
  readonly path: string;
  /** Names of entries that hold what looks like a secret, from the outermost: `account.token`. Values are not kept. */
  readonly secrets: readonly string[];
}

export interface MergeDriver {
  /** Whether git's settings of this clone name a program for notes. */
  readonly isConfigured: boolean;
  /** The program or script that the settings name and that is not there; undefined when all is there. */
  readonly missingProgram?: string | undefined;
}

export interface RepositoryFacts {
  /** Where the app keeps the vault's settings, from the vault. */
  readonly configFolder: string;
  /** The repository has a remote: others can have it too. */
  readonly isShared: boolean;
  /** Paths from the vault with `/` that git tracks, hidden ones and settings of plugins included, ordered; undefined when nobody can tell. */
  readonly tracked: readonly string[] | undefined;
  readonly attributes: RepositoryFile;
  readonly ignores: RepositoryFile;
  /** Undefined when nobody can tell, and where nobody merges: on a phone, in a CI run. */
  readonly driver: MergeDriver | undefined;
  /** Of the tracked `data.json` of plugins, ordered by path. */
  readonly pluginData: readonly PluginData[];
}

/** Whether a path of the vault is one of git's files that rules speak of and mend. They are no notes, and may not be there yet. */
export function isRepositoryFile(path: string): boolean {
  return path === ATTRIBUTES_FILE || path === IGNORE_FILE;
}

/** What may be found otherwise with other facts: nothing, what is found over the whole playbook, or something in any note. */
export type FactsChange = 'nothing' | 'playbook' | 'notes';

export function changeOfFacts(before: RepositoryFacts | undefined, now: RepositoryFacts | undefined): FactsChange {
  if (JSON.stringify(now) === JSON.stringify(before)) return 'nothing';
  return JSON.stringify(knownToNotes(now)) === JSON.stringify(knownToNotes(before)) ? 'playbook' : 'notes';
}

/**
 * The part that rules over one note look at; the rest, which changes with every file that git takes in, is for rules over
 * the whole playbook.
 */
function knownToNotes(facts: RepositoryFacts | undefined): Pick<RepositoryFacts, 'isShared' | 'attributes' | 'ignores'> | undefined {
  return facts === undefined ? undefined : { isShared: facts.isShared, attributes: facts.attributes, ignores: facts.ignores };
}

/** The facts without the files that nobody wants to hear of. */
export function factsAbout(facts: RepositoryFacts, isHeard: (path: string) => boolean): RepositoryFacts {
  return { ...facts, tracked: facts.tracked?.filter(isHeard), pluginData: facts.pluginData.filter(({ path }) => isHeard(path)) };
}

/** The same facts, if one of git's files had this text. */
export function withRepositoryFile(facts: RepositoryFacts, path: string, text: string): RepositoryFacts {
  if (path === ATTRIBUTES_FILE) return { ...facts, attributes: { ...facts.attributes, text } };
  return path === IGNORE_FILE ? { ...facts, ignores: { ...facts.ignores, text } } : facts;
}

/** All layers of one of git's files, the outermost first. */
export function layersOf({ text, above }: RepositoryFile): readonly LayeredFile[] {
  return text === undefined ? above : [...above, { folder: '', text }];
}
