import { join } from 'node:path';

/** Where the test run's own build of the command line lies. */
export const BUILT_CLI = join(import.meta.dirname, '../../node_modules/.cache/test-cli/cli.js');

/** The part that git starts, built beside it. */
export const BUILT_FOR_GIT = join(import.meta.dirname, '../../node_modules/.cache/test-cli/for-git.js');
