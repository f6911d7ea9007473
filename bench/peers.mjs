/** Other linters of Markdown, each with the least that is comparable work: one rule, rumdl two. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'peers');
const MODULES = join(FOLDER, 'node_modules');

/** Installs the pinned versions when they are not there. */
export function installPeers() {
  if (existsSync(MODULES)) return;
  // Not "npm ci": the lock has the native program of this system alone, and that command asks for those of all others.
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The peers could not be installed. Run "npm install" in bench/peers.');
}

/** @param {string} vault @param {number} notes @returns {import('./measure.mjs').Program[]} */
export function peerPrograms(vault, notes) {
  const node = process.execPath;
  return [
    {
      name: 'rumdl',
      command: [rumdlBinary(), 'check', '--no-cache', '--config', join(FOLDER, 'rumdl.toml'), '.'],
      cwd: vault,
      saw: new RegExp(`\\b${notes}\\b.*files?`),
    },
    {
      name: 'markdownlint-cli2',
      command: [node, join(MODULES, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), '--config', join(FOLDER, 'heading.markdownlint-cli2.jsonc'), '**/*.md'],
      cwd: vault,
      saw: new RegExp(`Linting: ${notes} file`),
    },
    {
      name: 'remark-cli',
      command: [node, join(MODULES, 'remark-cli/cli.js'), vault, '--ext', 'md', '--no-config', '--rc-path', join(FOLDER, 'remark.json'), '--no-stdout', '--quiet'],
      cwd: FOLDER,
    },
    {
      name: 'textlint',
      command: [node, join(MODULES, 'textlint/bin/textlint.js'), '--config', join(FOLDER, 'textlint.json'), '--no-color', `${vault}/**/*.md`],
      cwd: FOLDER,
    },
  ];
}

/** The native program itself, without the script that starts it. */
function rumdlBinary() {
  const folder = join(MODULES, '@rumdl');
  const [name] = readdirSync(folder);
  return join(folder, name ?? '', process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}
