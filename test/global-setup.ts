import { buildCli } from '../esbuild.config.mjs';
import { BUILT_CLI } from './cli/built-cli.js';

/** Builds the command line once, for the tests that run it as a program. */
export default function setup(): Promise<void> {
  return buildCli(BUILT_CLI);
}
