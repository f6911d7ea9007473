/** The merge driver, as a part of the program that git starts. */
export { runMergeDriver as run } from './merge-driver-command.js';
