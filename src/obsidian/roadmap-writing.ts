/** Writes changes of the roadmap into notes: of one note at once, of several after a preview; and waits for the playbook. */
import { Notice } from 'obsidian';
import { loadYamlReader, tryReadFrontmatter } from '../markdown/frontmatter.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { changeItem, type RoadmapProperties } from '../notes/item-edit.js';
import { addTo } from '../playbook/add-to.js';
import type { ItemChange, RoadmapChange } from '../roadmap/roadmap-change.js';
import type { NoteChange } from '../vault/edit-plan.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';

const words = WORDS.roadmapEdits;

/** Whether something was written. What was not is told in a notice. Never rejects. */
export async function writeChange(context: PluginContext, change: RoadmapChange, properties: RoadmapProperties): Promise<boolean> {
  const { edits, playbook } = context;
  if (playbook.store === undefined) {
    new Notice(words.stillReading);
    return false;
  }
  try {
    const changesByPath = byPath(change.items);
    const plan = await edits.plan(change.title, [...changesByPath.keys()], (path, text) => changeNote(context, path, text, changesByPath.get(path) ?? [], properties));
    const outcome = await (changesByPath.size > 1 || change.withPreview === true ? edits.review(plan) : edits.apply(plan));
    const written = outcome?.written.map(({ path }) => path) ?? [];
    await takeIn(context, written);
    return written.length > 0;
  } catch (error) {
    new Notice(words.failed(change.title, reasonOf(error)), 0);
    return false;
  }
}

/**
 * Resolves when the playbook knows what was just written. The app tells of it too, but some time later, when it has
 * indexed the note: who waited for that would see the old dates for a moment.
 */
export async function takeIn({ playbook }: Pick<PluginContext, 'playbook'>, paths: readonly string[]): Promise<void> {
  for (const path of paths) playbook.changed(path);
  // What cannot be read is told by the playbook itself.
  if (paths.length > 0) await playbook.settled().catch(() => undefined);
}

async function changeNote({ playbook }: PluginContext, path: string, text: string, changes: readonly ItemChange[], properties: RoadmapProperties): Promise<NoteChange> {
  const { store } = playbook;
  if (store === undefined) return { ok: false, message: words.stillReading };
  if (tryReadFrontmatter(text) === undefined) await loadYamlReader();
  let changed = text;
  for (const change of changes) {
    const result = changeItem(changed, change, { playbook: store.playbook, properties });
    if (!result.ok) return { ok: false, message: words.refused(path, buildLineIndex(changed).position(result.problem.from).line, result.problem.message) };
    changed = result.text;
  }
  return { ok: true, text: changed };
}

function byPath(items: readonly ItemChange[]): ReadonlyMap<string, readonly ItemChange[]> {
  const changes = new Map<string, ItemChange[]>();
  for (const item of items) {
    addTo(changes, item.path, item);
  }
  return changes;
}
