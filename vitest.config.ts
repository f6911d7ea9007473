import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Imports of starter notes and style sheets give their text, as in the esbuild build. They get an id of their own, for
 * Vitest empties whatever ends in `.css`.
 */
const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined): string | undefined {
    if (importer === undefined || !/^\..*\.(md|base|yml|css)$/.test(source)) return undefined;
    return `\0text:${resolve(dirname(importer), source)}.js`;
  },
  load(id: string): string | undefined {
    if (!id.startsWith('\0text:')) return undefined;
    return `export default ${JSON.stringify(readFileSync(id.slice('\0text:'.length, -'.js'.length), 'utf8'))};`;
  },
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    testTimeout: 30_000,
    // Tests that run the command line wait for it: one worker less than processors would leave one idle.
    maxWorkers: '100%',
    env: { TZ: 'Pacific/Auckland' },
  },
});
