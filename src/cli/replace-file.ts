import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that git made for a merge: by a temporary file beside it and a rename, so that it is never half written; where
 * that is not possible, in place. Throws when neither is.
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.cx-playbook-${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', mode: statSync(file).mode & 0o777 });
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
    writeFileSync(file, bytes);
  }
}
