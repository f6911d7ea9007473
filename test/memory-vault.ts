import { isRepositoryFile, type RepositoryFacts } from '../src/lint/repository.js';
import { UnreadableFile, type Vault, type VaultFile } from '../src/vault/vault.js';

/** A vault in memory, held to the same contract tests as the folder on disk. */
export class MemoryVault implements Vault {
  readonly files: Map<string, string>;
  /** Paths that are there and cannot be read. */
  readonly unreadable = new Set<string>();
  readonly #versions = new Map<string, number>();

  constructor(
    files: Readonly<Record<string, string>>,
    public facts?: RepositoryFacts,
  ) {
    this.files = new Map(Object.entries(files));
  }

  list(options: { readonly versions?: boolean } = {}): Promise<readonly VaultFile[]> {
    const paths = [...this.files.keys()].sort((a, b) => (a < b ? -1 : 1));
    return Promise.resolve(paths.map((path) => (options.versions === true ? { path, version: String(this.#versions.get(path) ?? 0) } : { path })));
  }

  repository(): Promise<RepositoryFacts | undefined> {
    return Promise.resolve(this.facts);
  }

  async read(path: string): Promise<string> {
    return Promise.resolve(this.#read(path));
  }

  async process(path: string, edit: (text: string) => string): Promise<string> {
    const before = this.#read(path);
    const next = edit(before);
    if (next !== before) {
      this.files.set(path, next);
      this.#versions.set(path, (this.#versions.get(path) ?? 0) + 1);
    }
    return Promise.resolve(next);
  }

  async create(path: string, text: string): Promise<void> {
    await Promise.resolve();
    const parents = path.split('/').map((_part, index, parts) => parts.slice(0, index + 1).join('/'));
    const isTaken = parents.some((parent) => this.files.has(parent)) || [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
    if (isTaken || path.split('/').some((part) => part === '' || part.startsWith('.'))) throw new UnreadableFile(path, `Cannot create "${path}": it is taken or is no path. Take another name.`);
    this.files.set(path, text);
  }

  #read(path: string): string {
    const text = this.unreadable.has(path) ? undefined : (this.files.get(path) ?? (isRepositoryFile(path) ? '' : undefined));
    if (text === undefined) throw new UnreadableFile(path, `Cannot read "${path}": it does not exist. Name another.`);
    return text;
  }
}
