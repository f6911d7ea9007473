import { chmodSync, closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

let written = 0;

/**
 * Writes a file whole or not at all: to a temporary file beside it, then by rename. An existing file keeps its mode; a
 * symbolic link stays, and the file it leads to is written. What is no file, such as `/dev/null`, is written to as it
 * is. Throws what the file system throws; the old file stands then as it was.
 */
export function writeFileWhole(file: string, text: string | Uint8Array): void {
  const target = followLinks(file);
  const old = statOf(target);
  if (old !== undefined && !old.isFile() && !old.isDirectory()) {
    writeFileSync(target, text);
    return;
  }
  writeThrough(target, text, (temporary) => {
    if (old !== undefined) chmodSync(temporary, old.mode);
    renameSync(temporary, target);
  }, old?.mode);
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

/** The file that a path means, also where its symbolic link leads to a file that does not exist yet. */
function followLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    try {
      return resolve(dirname(file), readlinkSync(file));
    } catch {
      return file;
    }
  }
}

function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

/** `mode` is given from the start, so that a private text is never open to others on the way. */
function writeThrough(file: string, text: string | Uint8Array, place: (temporary: string) => void, mode = 0o666): void {
  // The name is short whatever the file is called: file systems allow 255 bytes.
  const temporary = join(dirname(file), `.cx-playbook-${process.pid}-${written++}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx', mode & 0o777);
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
