/** What is measured: our chart, the peers and the canvas. Each is bundled for one page as it would be shipped. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { pluginBundle } from '../../esbuild.config.mjs';
import { appStyles } from '../app-styles.mjs';

const FOLDER = import.meta.dirname;
const PEERS = join(FOLDER, 'peers');
const MODULES = join(PEERS, 'node_modules');

/**
 * @typedef {{ name: string, title: string, page: string, isPeer: boolean, wheelZooms: boolean, drags: boolean }} Program
 *   `wheelZooms`: Ctrl and the wheel zoom it. What a page says it cannot do is not asked of it.
 */

/** @type {readonly Program[]} */
export const PROGRAMS = [
  { name: 'ours', title: 'CX Playbook', page: 'ours.tsx', isPeer: false, wheelZooms: true, drags: true },
  { name: 'vis', title: 'vis-timeline', page: 'vis.mjs', isPeer: true, wheelZooms: true, drags: true },
  { name: 'frappe', title: 'frappe-gantt', page: 'frappe.mjs', isPeer: true, wheelZooms: false, drags: true },
  { name: 'svar', title: 'SVAR', page: 'svar.mjs', isPeer: true, wheelZooms: true, drags: true },
  { name: 'mermaid', title: 'mermaid', page: 'mermaid.mjs', isPeer: true, wheelZooms: false, drags: false },
  { name: 'canvas', title: 'canvas', page: 'canvas.mjs', isPeer: false, wheelZooms: false, drags: false },
];

/** Installs the pinned versions when they are not there. */
export function installPeers() {
  if (existsSync(MODULES)) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The peers could not be installed. Run "npm ci" in bench/roadmap/peers.');
}

/** Name and version of each peer, as installed. */
export function peerVersions() {
  const names = ['vis-timeline', 'frappe-gantt', '@svar-ui/react-gantt', 'mermaid'];
  return names.map((name) => `${name} ${JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8')).version}`);
}

/**
 * The page of a program with all it needs in it. Ours has the app's style beside the plugin's, as in the app.
 * @param {Program} program @returns {Promise<{ html: string, script: string }>}
 */
export async function bundlePage({ name, page }) {
  const { outputFiles } = await build({
    ...pluginBundle,
    format: 'iife',
    external: [],
    entryPoints: [join(FOLDER, 'pages', page)],
    outdir: join(FOLDER, 'out'),
    write: false,
    nodePaths: [MODULES],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { ...pluginBundle.loader, ...(name === 'ours' ? {} : { '.css': 'css' }), '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
    ...(name === 'ours' ? {} : { plugins: [] }),
  });
  const textOf = (/** @type {string} */ ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const styles = name === 'ours' ? await appStyles() : textOf('.css');
  const pane = name === 'ours' ? '<div class="workspace-leaf-content" style="height:900px"><div id="pane" class="view-content cx-view" style="height:900px;padding:0"></div></div>' : '<div id="pane"></div>';
  const own = 'html,body{margin:0;height:900px;overflow:hidden;background:#fff}#pane{width:1400px;height:900px}#pane .wx-theme{height:100%}';
  return { html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>${styles}${own}</style></head><body class="theme-light">${pane}</body></html>`, script: textOf('.js') };
}
