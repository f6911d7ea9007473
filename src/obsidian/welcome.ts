/**
 * The first run: who has just switched the plugin on in a vault without a playbook sees the overview, which offers a
 * starter playbook. Once; nobody is asked anything.
 */
import { openView } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import { whenRead } from './when-read.js';

/** To be called when the person switches the plugin on. Never rejects. */
export async function welcome(context: PluginContext): Promise<void> {
  const { app, plugin, personal } = context;
  const life = { isOver: false };
  plugin.register(() => (life.isOver = true));
  try {
    const store = await whenRead(context);
    if (life.isOver || store === undefined || store.playbook.size > 0 || personal.values.welcomed) return;
    await personal.set('welcomed', true);
    await openView(app, 'overview');
  } catch {
    // The overview is a command away; whatever failed is told elsewhere.
  }
}
