/**
 * `node scripts/together.mjs SCRIPT…`: runs scripts of package.json at the same time, each one's output as a whole when
 * it ends. Fails when one fails, after all have ended. Scripts joined by `+` run one after the other.
 */
import { spawn } from 'node:child_process';

const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('Run this by npm, which says where it is itself: npm run check.');

const failed = (await Promise.all(process.argv.slice(2).map(runInTurn))).some((code) => code !== 0);
process.exitCode = failed ? 1 : 0;

async function runInTurn(names) {
  for (const name of names.split('+')) {
    const code = await run(name);
    if (code !== 0) return code;
  }
  return 0;
}

function run(name) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [npm, 'run', name], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (part) => output.push(part));
    child.stderr.on('data', (part) => output.push(part));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}
