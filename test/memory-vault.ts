import { UnreadableFile, type Vault, type VaultFile } from '../src/vault/vault.js';

/** A vault in memory, held to the same contract tests as the folder on disk. */
export class MemoryVault implements Vault {
  readonly files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  list(options: { readonly versions?: boolean } = {}): Promise<readonly VaultFile[]> {
    const paths = [...this.files.keys()].sort((a, b) => (a < b ? -1 : 1));
    return Promise.resolve(paths.map((path) => (options.versions === true ? { path, version: this.files.get(path) ?? '' } : { path })));
  }

  read(path: string): Promise<string> {
    const text = this.files.get(path);
    return text === undefined ? Promise.reject(new UnreadableFile(path, `"${path}" is not there.`)) : Promise.resolve(text);
  }

  async process(path: string, edit: (text: string) => string): Promise<string> {
    const next = edit(await this.read(path));
    this.files.set(path, next);
    return next;
  }
}
