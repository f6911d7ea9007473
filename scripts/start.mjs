/** `npm start`: lints the sample vault and writes its report, as a newcomer would see both. */
import { spawnSync } from 'node:child_process';
import { buildCli } from '../esbuild.config.mjs';

const VAULT = 'test/sample-vault';
/** The sample vault's present: its evidence and assessments are dated around it. */
const TODAY = '2026-11-22';

function run(...args) {
  console.log(`\n$ node dist/cli.js ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args, '--today', TODAY], { stdio: 'inherit' });
  if (status === null || status > 1) process.exit(status ?? 2);
}

await buildCli();
run('lint', VAULT);
run('report', VAULT, '-o', 'cx-report.html');
console.log('Open that page in a browser. For your own notes: node dist/cli.js lint FOLDER');
