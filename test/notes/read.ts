import { buildNoteContext, DEFAULT_PLAYBOOK_SETTINGS, type PlaybookSettings } from '../../src/notes/playbook-settings.js';
import { readNote, type NoteReading } from '../../src/notes/read-note.js';

/** A note's text read by the default settings, with those given changed. */
export function read(text: string, path = 'Note.md', settings: Partial<PlaybookSettings> = {}): Promise<NoteReading> {
  return readNote(path, text, buildNoteContext({ ...DEFAULT_PLAYBOOK_SETTINGS, ...settings }));
}

export function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
