import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Imports of starter notes and style sheets give their text, as in the esbuild build. */
const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    if (!/\/(src|styles)\/.*\.(md|base|yml|css)$/.test(id)) return undefined;
    return `export default ${JSON.stringify(readFileSync(id, 'utf8'))};`;
  },
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    env: { TZ: 'Pacific/Auckland' },
  },
});
