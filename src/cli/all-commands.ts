/** The whole command line, as a part of the program. */
export { runCli as run } from './run.js';
