/** The app's default theme and the plugin's sheet, as one sheet for pages that show our views. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, ROOT } from '../scripts/picture-tools.mjs';

export async function appStyles() {
  return readFileSync(join(ROOT, 'test/host/app-theme.css'), 'utf8') + (await bundle('styles/plugin.css'));
}
