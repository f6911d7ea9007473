/** A vault through the eyes of the git repository that holds its folder. */
import type { FsVault } from './fs-vault.js';
import { GitVault } from './git-vault.js';
import { NodeGit } from './node-git.js';

export class VaultHistory {
  readonly git: NodeGit;
  /** The vault's folder in the repository; empty for its top. */
  readonly prefix: string;

  /**
   * `name` is what messages call the vault, `option` the one that asks for git. Throws a CommandFailure without git, and
   * outside a repository.
   */
  constructor(
    vault: FsVault,
    readonly name: string,
    option: string,
  ) {
    this.git = new NodeGit(vault.root, option);
    this.prefix = this.git.prefix();
  }

  /** A repository without a folder of files: its notes are in its revisions alone. */
  isBare(): boolean {
    return this.git.isBare();
  }

  /** The vault at a revision. Throws a CommandFailure when git knows no such revision, or it has no such folder. */
  open(revision: string): GitVault {
    return new GitVault(this.git, this.git.revision(revision), this.prefix, this.name);
  }
}
