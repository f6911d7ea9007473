import type { RepositoryFacts } from '../lint/repository.js';

/**
 * What the core needs of a place that holds notes: the app's vault, a folder on disk, or a test's memory.
 * Paths have `/`, their extension, and no leading slash.
 */
export interface VaultFile {
  readonly path: string;
  /** Changes when the content may have changed; undefined when the host did not look. */
  readonly version?: string;
}

/** What a host knows of a Markdown file before its text is read. */
export interface FileMetadata {
  /** Properties as the host parsed them; undefined when there are none, or they cannot be parsed. */
  readonly frontmatter: Readonly<Record<string, unknown>> | undefined;
  /** The file opens with properties that cannot be parsed. */
  readonly brokenFrontmatter: boolean;
  /** Of the properties, without `#`. */
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
}

export interface Vault {
  /** All files that may be read or linked to, ordered by path. With `versions` each carries its version. */
  list(options?: { readonly versions?: boolean }): Promise<readonly VaultFile[]>;
  /**
   * The text of a file. Rejects with {@link UnreadableFile} when it cannot be read. Git's own files (`isRepositoryFile`) are
   * read as empty where they are not there, and come to be when they are written: people have them made, not opened.
   */
  read(path: string): Promise<string>;
  /** What is known of a file without reading it; undefined when nothing is. Hosts that know nothing leave it out. */
  metadata?(path: string): FileMetadata | undefined;
  /** The same without waiting, from hosts that can: throws {@link UnreadableFile}. Waiting for each of thousands of notes adds up. */
  readNow?(path: string): string;
  /**
   * The texts of git blobs by their ids, as far as the host can get at them: notes as they were when somebody annotated
   * them. Never rejects. Hosts without git leave it out.
   */
  baseTexts?(blobs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * What is known of the git repository that the vault lies in, as it is now; undefined when it lies in none, or nobody can
   * tell. Never rejects. Hosts that know nothing of git leave it out.
   */
  repository?(): Promise<RepositoryFacts | undefined>;
  /**
   * Paths of the files with a link that may lead to one of these, from hosts that keep an index of links; others have
   * every file looked through.
   */
  linkingTo?(paths: ReadonlySet<string>): readonly string[];
  /**
   * Replaces a file's text by what `edit` makes of the text that is there now, whole or not at all; `edit` runs
   * without a pause between reading and writing. Gives the text that stands afterwards. Nothing is written when
   * `edit` gives the same text back. Rejects with {@link UnreadableFile}, or with what `edit` throws.
   */
  process(path: string, edit: (text: string) => string): Promise<string>;
  /**
   * Writes a new file, with the folders above it that are missing. Rejects with {@link UnreadableFile} when something
   * stands at the path already, which stays as it is, or when nothing can be written there.
   */
  create(path: string, text: string): Promise<void>;
}

/** A file that is there and cannot be read or written: effect, cause and tip in one line. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(reason);
  }
}

/** The text of a file; undefined for one that cannot be read, where another part tells of that. */
export async function readOrUndefined(vault: Pick<Vault, 'read'>, path: string): Promise<string | undefined> {
  try {
    return await vault.read(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

export function isMarkdown(path: string): boolean {
  return path.length > 3 && path.slice(-3).toLowerCase() === '.md';
}
