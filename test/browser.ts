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
  process.env['TMPDIR'] = cache;
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  // The package points at fonts of its own, which it does not hold.
  process.env['FONTCONFIG_PATH'] = '/etc/fonts';
  return path;
}
