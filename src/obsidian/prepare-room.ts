/** The command "Prepare customer room": writes what to bring to the next room as a note, and opens it. */
import { Notice } from 'obsidian';
import { buildRoomPrepNote } from '../notes/room-prep-note.js';
import { assessRoomPrep } from '../playbook/room-prep.js';
import { sharedPlaybook } from '../vault/shared-part.js';
import { WORDS } from '../views/words/words.js';
import { atFreePath, openForWriting } from './create-note.js';
import type { PluginContext } from './plugin-context.js';

export function registerPrepareRoom(context: PluginContext): void {
  context.plugin.addCommand({ id: 'prepare-room', name: WORDS.rooms.prepare, callback: () => void prepareRoom(context) });
}

async function prepareRoom({ app, playbook: { store, options }, edits }: PluginContext): Promise<void> {
  if (store === undefined) {
    new Notice(WORDS.create.stillReading);
    return;
  }
  // The note is for all who come: what only the coach knows is not in it.
  const playbook = sharedPlaybook(store);
  const { config } = store;
  const today = options.today();
  const note = atFreePath(buildRoomPrepNote(assessRoomPrep(playbook, today), { title: WORDS.rooms.nextRoom, today, settings: config.settings, playbook }), app);
  const { created } = await edits.create(WORDS.rooms.prepare, [note]);
  if (created.length > 0) await openForWriting(app, note);
}
