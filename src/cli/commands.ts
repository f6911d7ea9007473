/** Every command by its name, each loaded when it is asked for: to load all of them takes longer than most of them run. */
import type { Command } from './command.js';

/** In the order of the help. */
const LOADERS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['init', async () => (await import('./init-command.js')).initCommand],
  ['lint', async () => (await import('./lint-command.js')).lintCommand],
  ['explain', async () => (await import('./explain-command.js')).explainCommand],
  ['tag', async () => (await import('./tag-command.js')).tagCommand],
  ['commitment', async () => (await import('./commitment-command.js')).commitmentCommand],
  ['roadmap', async () => (await import('./roadmap-command.js')).roadmapCommand],
  ['report', async () => (await import('./report-command.js')).reportCommand],
  ['annotations', async () => (await import('./annotations-command.js')).annotationsCommand],
  ['history', async () => (await import('./history-command.js')).historyCommand],
  ['diff', async () => (await import('./diff-command.js')).diffCommand],
  ['portfolio', async () => (await import('./portfolio-command.js')).portfolioCommand],
  ['install-git', async () => (await import('./install-git-command.js')).installGitCommand],
  ['doctor', async () => (await import('./doctor-command.js')).doctorCommand],
  ['merge-driver', async () => (await import('./merge-driver-entry.js')).mergeDriverCommand],
  ['resolve', async () => (await import('./resolve-command.js')).resolveCommand],
]);

export const COMMAND_NAMES: readonly string[] = [...LOADERS.keys()];

/** Undefined when no command has that name. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return LOADERS.get(name)?.();
}

/** All of them, in the order of the help. */
export function loadCommands(): Promise<readonly Command[]> {
  return Promise.all([...LOADERS.values()].map((load) => load()));
}
