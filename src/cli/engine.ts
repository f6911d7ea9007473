/**
 * Settings of the JavaScript engine for a program that runs for about a second. Left alone, the engine spends nearly as
 * much processor time on compiling functions into each other as on reading 10,000 notes, and a second is too short to
 * win that back; and it lets young objects take 30 MB before it looks for those that are still in use. Each setting
 * was chosen by measuring (bench/README.md); none changes what the program does.
 */
import { setFlagsFromString } from 'node:v8';

const FLAGS = ['--max-inlined-bytecode-size-cumulative=0', '--semi-space-growth-factor=1'];
/** Newer engines may have lost a setting, and would say so on standard error. */
const NEWEST_KNOWN_NODE = 24;

/** The engine compiles on a second processor what ran for a while: there git works, for whose answers the program waits. */
const BESIDE_GIT = ['--interrupt-budget=2000000'];

/** Before anything is loaded: what is kept compiled holds for the same settings alone. */
export function tuneEngineForShortRun(isBesideGit: boolean): void {
  if (Number.parseInt(process.versions.node, 10) > NEWEST_KNOWN_NODE) return;
  for (const flag of isBesideGit ? [...FLAGS, ...BESIDE_GIT] : FLAGS) setFlagsFromString(flag);
}
