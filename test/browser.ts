import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A real Chromium for tests: the one that CHROME_PATH names, else the one inside the npm package, which unpacks itself
 * into the project's cache and needs no system packages.
 */
export async function browserPath(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') return named;
  const cache = join(import.meta.dirname, '../node_modules/.cache/chromium');
  mkdirSync(cache, { recursive: true });
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const path = await inTemporaryFolder(cache, async () => (await import('@sparticuz/chromium')).default.executablePath());
  // The package points at fonts of its own, which it does not hold.
  process.env['FONTCONFIG_PATH'] = '/etc/fonts';
  return path;
}

/** Others in this process, whose folders must not lie in the project's repository, keep theirs. */
async function inTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
