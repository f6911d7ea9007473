/**
 * Makes gray-matter fit for a bundle that runs anywhere: without its own engines (js-yaml, and `eval` for `---js`),
 * without `fs`, and without Node's `Buffer`, none of which a phone has or a note should reach.
 *
 * @example await esbuild.build({ plugins: [grayMatterPlugin], … })
 */
import { readFile } from 'node:fs/promises';

const NAMESPACE = 'gray-matter-stand-in';
const INSIDE = /[\\/]node_modules[\\/]gray-matter[\\/]/;

/** The engines come with each call, see src/markdown/yaml-frontmatter.ts. */
const NO_ENGINES = 'module.exports = {};';
const NO_FILES = 'module.exports = {};';
/** Used only to keep a copy of the input. */
const BUFFER = 'const Buffer = { from: (text) => text };\n';

/** @type {import('esbuild').Plugin} */
export const grayMatterPlugin = {
  name: 'gray-matter',
  setup(build) {
    const standIn = (filter, path) =>
      build.onResolve({ filter }, ({ importer }) => (INSIDE.test(importer) ? { path, namespace: NAMESPACE } : undefined));
    standIn(/^\.\/(?:lib\/)?engines$/, 'engines');
    standIn(/^(?:node:)?fs$/, 'fs');
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: path === 'engines' ? NO_ENGINES : NO_FILES,
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]utils\.js$/ }, async ({ path }) => ({
      contents: BUFFER + (await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
