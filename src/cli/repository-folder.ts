import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * The folder's path in the repository that holds it, with `/`, empty for its top; undefined outside of any. A repository
 * is known by its `.git`, a folder or, in a second worktree and a submodule, a file.
 */
export function folderInRepository(folder: string): string | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return relative(top, folder).split(sep).join('/');
    if (dirname(top) === top) return undefined;
  }
}
