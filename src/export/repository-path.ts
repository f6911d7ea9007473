/** Where a note lies in its repository: a vault may be a folder of it, and services show findings by repository path. */
import { wellFormed } from './printable.js';

/**
 * `docs/playbook` and `10 Executives/Ana.md` give `docs/playbook/10 Executives/Ana.md`. An absent, empty or `.` folder
 * means that the vault is the repository itself. Backslashes of the folder and slashes around it do not matter.
 */
export function repositoryPath(path: string, vaultFolder: string | undefined): string {
  const folder = (vaultFolder ?? '').replaceAll('\\', '/').replace(/^(\.?\/)+|\/+$/g, '');
  return folder === '' || folder === '.' ? path : `${folder}/${path}`;
}

/** A relative URI reference: each part between slashes percent-encoded, so that a `:` never reads as a scheme. */
export function relativeUri(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/');
}
