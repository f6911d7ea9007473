/** For Chromium what esbuild.gray-matter.mjs is for the bundle: gray-matter without engines, `fs` and `Buffer`. */
import type { Plugin } from 'vite';

const INSIDE = /[\\/]node_modules[\\/]gray-matter[\\/]/;
const EMPTY = '\0gray-matter-stand-in';

export const grayMatterForBrowsers: Plugin = {
  name: 'gray-matter-for-browsers',
  resolveId(source, importer) {
    const left = /^(\.\/(lib\/)?engines|(node:)?fs)$/.test(source);
    return left && importer !== undefined && INSIDE.test(importer) ? EMPTY : undefined;
  },
  load(id) {
    return id === EMPTY ? 'module.exports = {};' : undefined;
  },
  transform(code, id) {
    return /[\\/]gray-matter[\\/]lib[\\/]utils\.js$/.test(id) ? `const Buffer = { from: (text) => text };\n${code}` : undefined;
  },
};
