/** Builds the plugin again, elsewhere, and compares: what is released must be what anybody gets from the same commit. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlugin } from '../esbuild.config.mjs';

const folder = mkdtempSync(join(tmpdir(), 'cx-playbook-'));
try {
  await buildPlugin(folder);
  const different = ['main.js', 'styles.css'].filter((file) => !readFileSync(file).equals(readFileSync(join(folder, file))));
  if (different.length > 0) {
    console.error(`Not the same bytes the second time: ${different.join(', ')}.`);
    process.exit(1);
  }
  console.log('main.js and styles.css: the same bytes twice.');
} finally {
  rmSync(folder, { recursive: true });
}
