/** What the roadmap's views ask of the plugin: changes of notes, dialogs, undo and redo. */
import { PLAYBOOK_PROPERTIES, type RoadmapProperties } from '../notes/item-edit.js';
import type { RoadmapItem } from '../roadmap/roadmap-layout.js';
import type { RoadmapActions } from '../views/roadmap-actions.js';
import type { PluginContext } from './plugin-context.js';
import { askChange, createItem } from './roadmap-dialogs.js';
import { writeChange } from './roadmap-writing.js';

/** `properties` where a base has other names for them than the playbook. */
export function createRoadmapActions(context: PluginContext, properties: RoadmapProperties = PLAYBOOK_PROPERTIES): RoadmapActions {
  return {
    change: (change) => writeChange(context, change, properties),
    edit: (item) => void editItem(context, item, properties),
    create: (item) => void createItem(context, item, properties),
    undo: () => void context.edits.undo(),
    redo: () => void context.edits.redo(),
  };
}

async function editItem(context: PluginContext, item: RoadmapItem, properties: RoadmapProperties): Promise<void> {
  const change = await askChange(context, item);
  if (change !== undefined) await writeChange(context, change, properties);
}
