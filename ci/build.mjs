/**
 * Builds the command line of this checkout for a run of continuous integration: `node ci/build.mjs`. Takes packages from
 * the registry by package-lock.json; their install scripts are not run. The vault, in whose folder the checkout may lie,
 * is no part of it: npm looks at no folder above.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  console.error(`Cannot build CX Playbook: ${[command, ...args].join(' ')} ${error === undefined ? `gave ${status ?? 'up'}` : `did not start (${error.message})`}.`);
  process.exit(2);
}

// On Windows npm is a script, which only a shell starts; no word of the command comes from outside.
run('npm', ['ci', '--ignore-scripts', '--no-workspaces', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
run(process.execPath, ['esbuild.config.mjs', '--out', join(root, 'dist', 'cli.js')]);
