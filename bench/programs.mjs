/** What is measured as whole processes, by the vault that it reads. */
import { join } from 'node:path';

export const TODAY = '2026-11-22';
const ROOT = join(import.meta.dirname, '..');
const CLI = join(ROOT, 'dist/cli.js');

/**
 * The yardstick, and lint without and with its cache.
 * @param {string} vault @param {string} work @param {number} notes @returns {import('./measure.mjs').Program[]}
 */
export function ownPrograms(vault, work, notes) {
  const out = join(work, 'findings.json');
  const lint = [process.execPath, CLI, 'lint', vault, '--today', TODAY, '--format', 'json', '-o', out];
  return [
    { name: 'read', command: [process.execPath, join(import.meta.dirname, 'read-only.mjs'), vault], saw: new RegExp(`^${notes} notes`) },
    { name: 'cold', command: lint },
    { name: 'warm', command: [...lint, '--cache'], env: { XDG_CACHE_HOME: join(work, 'cache') } },
  ];
}

/** Lint of a folder, without its cache. @param {string} name @param {string} vault @param {string} work @returns {import('./measure.mjs').Program} */
export function coldLint(name, vault, work) {
  return { name, command: [process.execPath, CLI, 'lint', vault, '--today', TODAY, '--format', 'json', '-o', join(work, 'findings.json')] };
}

/** A part of `in-process.ts`, started as `npm` scripts start TypeScript. @param {string} name @param {...(string | number)} args */
export function inProcess(...args) {
  return runTs('in-process.ts', ...args);
}

/** The command that runs a TypeScript file of this folder. */
export function runTs(file, ...args) {
  return [process.execPath, join(ROOT, 'scripts/run-ts.mjs'), join(import.meta.dirname, file), ...args.map(String)];
}
