/** The built main.js and styles.css as texts for specs: `import { script, styles } from 'virtual:built-plugin'`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlugin } from '../../esbuild.config.mjs';

const ID = 'virtual:built-plugin';

export const builtPlugin = {
  name: 'built-plugin',
  resolveId: (source: string): string | undefined => (source === ID ? `\0${ID}` : undefined),
  async load(id: string): Promise<string | undefined> {
    if (id !== `\0${ID}`) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'cx-playbook-built-'));
    try {
      await buildPlugin(folder);
      const read = (file: string): string => JSON.stringify(readFileSync(join(folder, file), 'utf8'));
      return `export const script = ${read('main.js')};\nexport const styles = ${read('styles.css')};`;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
