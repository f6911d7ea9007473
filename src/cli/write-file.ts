import { chmodSync, closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

let written = 0;

/**
 * Writes a file whole or not at all: to a temporary file beside it, then by rename. An existing file keeps its mode.
 * Throws what the file system throws; the old file stands then as it was.
 */
export function writeFileWhole(file: string, text: string | Uint8Array): void {
  writeThrough(file, text, (temporary) => {
    try {
      chmodSync(temporary, statSync(file).mode);
    } catch {
      // A new file: it has no mode to keep.
    }
    renameSync(temporary, file);
  });
}

/** Like {@link writeFileWhole} for a file that must not exist yet: throws EEXIST and touches nothing when it does. */
export function writeNewFile(file: string, text: string | Uint8Array): void {
  writeThrough(file, text, (temporary) => {
    try {
      linkSync(temporary, file);
    } catch (error) {
      // File systems without hard links.
      if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'ENOTSUP'))) throw error;
      copyFileSync(temporary, file, constants.COPYFILE_EXCL);
    }
    rmSync(temporary, { force: true });
  });
}

function writeThrough(file: string, text: string | Uint8Array, place: (temporary: string) => void): void {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${process.pid}-${written++}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    place(temporary);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
