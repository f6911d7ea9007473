/** Which notes a command or menu is about: of the files that a person points at, those of the kinds that take the tag. */
import { TFolder, type TAbstractFile } from 'obsidian';
import { PROPERTIES } from '../notes/schema.js';
import type { NoteKind } from '../playbook/note.js';
import type { PlaybookStore } from '../vault/playbook-store.js';

export const LEVEL_KINDS: readonly NoteKind[] = PROPERTIES.commitment.kinds;
export const COMPETENCY_KINDS: readonly NoteKind[] = PROPERTIES.competencies.kinds;

/** Their paths, each once, in the order of the files; a folder stands for the notes below it. */
export function targetsAmong(files: readonly TAbstractFile[], kinds: readonly NoteKind[], { playbook }: PlaybookStore): readonly string[] {
  const paths = new Set<string>();
  for (const file of files) {
    if (file instanceof TFolder) for (const path of notesBelow(file, kinds, playbook)) paths.add(path);
    else if (isOfKind(playbook.note(file.path)?.kind, kinds)) paths.add(file.path);
  }
  return [...paths];
}

function notesBelow(folder: TFolder, kinds: readonly NoteKind[], playbook: PlaybookStore['playbook']): readonly string[] {
  const start = folder.isRoot() ? '' : `${folder.path}/`;
  return kinds.flatMap((kind) => playbook.ofKind(kind)).flatMap(({ path }) => (path.startsWith(start) ? [path] : []));
}

function isOfKind(kind: NoteKind | undefined, kinds: readonly NoteKind[]): boolean {
  return kind !== undefined && kinds.includes(kind);
}
