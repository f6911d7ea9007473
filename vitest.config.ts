import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { builtPlugin } from './test/host/built-plugin.node.js';
import { chromiumLaunch } from './test/host/chromium.node.js';
import { grayMatterForBrowsers } from './test/host/gray-matter.node.js';

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

/** What the plugin imports as `obsidian` is the test host; the app itself ships types only. */
const obsidian = resolve(import.meta.dirname, 'test/host/obsidian.ts');

/** One spec, two homes: an imitation of the DOM, and a real browser. */
const spec = {
  include: ['test/**/*.spec.{ts,tsx}'],
  setupFiles: ['test/host/dom-setup.ts'],
  testTimeout: 30_000,
};

export default defineConfig({
  plugins: [textFiles, builtPlugin],
  resolve: { alias: [{ find: /^obsidian$/, replacement: obsidian }], dedupe: ['@codemirror/state', '@codemirror/view', 'preact'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Tests wait for programs, and for what a view does after a while: with a worker for each processor half of them are idle.
    maxWorkers: 2 * availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          // Files of one worker share their modules: to load them anew takes longer than most files run.
          isolate: false,
          globalSetup: 'test/global-setup.ts',
          testTimeout: 30_000,
          // Git sees no settings of the person who runs the tests.
          env: { TZ: 'Pacific/Auckland', HOME: '/nonexistent', XDG_CONFIG_HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
        },
      },
      // Files keep modules of their own: here what one leaves behind reached the next, once in some runs.
      { extends: true, test: { ...spec, name: 'dom', environment: 'happy-dom', environmentOptions: { happyDOM: { settings: { enableIframePageLoading: true } } } } },
      {
        extends: true,
        // Named here, for packages that are found only on the way would make the browser start the file again.
        optimizeDeps: {
          include: [
            ...['preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'yaml', 'gray-matter', 'axe-core', 'diff'],
            ...['@codemirror/state', '@codemirror/view', '@codemirror/lint', 'obsidian-test-mocks/obsidian', 'obsidian-test-mocks/setup'],
          ],
          rolldownOptions: { plugins: [grayMatterForBrowsers] },
        },
        test: {
          ...spec,
          name: 'browser',
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: await chromiumLaunch() }),
            instances: [{ browser: 'chromium', name: 'chromium' }],
            screenshotFailures: false,
            viewport: { width: 1280, height: 800 },
          },
        },
      },
    ],
  },
});
