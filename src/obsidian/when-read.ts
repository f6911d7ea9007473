/** The playbook, for what cannot start before the vault was read. */
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { PluginContext } from './plugin-context.js';

/** Waits for the layout, the first reading and the changes told so far. Undefined when the vault could not be read. */
export async function whenRead({ app, playbook }: Pick<PluginContext, 'app' | 'playbook'>): Promise<PlaybookStore | undefined> {
  if (playbook.store === undefined) await new Promise<void>((resolve) => app.workspace.onLayoutReady(resolve));
  await playbook.settled();
  return playbook.store;
}
