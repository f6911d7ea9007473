/** What the roadmap adds to the plugin's file: its view with all that it runs, Preact included, bundled as the plugin is. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { pluginBundle } from '../../esbuild.config.mjs';

const ROOT = join(import.meta.dirname, '../..');

/** The view with its dialogs, lists and details; the chart alone, with what lays it out. */
const ENTRIES = {
  view: "export { RoadmapView } from './src/views/RoadmapView.js';",
  chart: "export { RoadmapChart } from './src/views/RoadmapChart.js'; export { layoutRoadmap } from './src/roadmap/layout.js';",
};

/**
 * Bytes minified, and gzipped; and how many of the minified come from which part.
 * @param {keyof typeof ENTRIES} entry @returns {Promise<{ minified: number, gzipped: number, parts: Record<string, number> }>}
 */
export async function measureCode(entry) {
  const { outputFiles, metafile } = await build({
    ...pluginBundle,
    stdin: { contents: `export { render } from 'preact'; ${ENTRIES[entry]}`, resolveDir: ROOT, loader: 'ts' },
    write: false,
    metafile: true,
  });
  const parts = {};
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (path !== '<stdin>') parts[partOf(path)] = (parts[partOf(path)] ?? 0) + bytesInOutput;
    }
  }
  return { minified: outputFiles[0].contents.length, gzipped: gzipSync(outputFiles[0].contents, { level: 9 }).length, parts };
}

function partOf(path) {
  if (path.startsWith('node_modules/')) return path.split('/')[1];
  return path.startsWith('src/views/words/') ? 'src/views/words' : path.split('/').slice(0, 2).join('/');
}
