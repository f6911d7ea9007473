/** The settings and the changed notes of a vault, as git's index holds them. */
import { CONFIG_PATH } from '../lint/config.js';
import type { ActiveRules } from '../lint/lint-note.js';
import type { RuleContext } from '../lint/rule.js';
import { readNote, type ParsedNote } from '../notes/read-note.js';
import { buildRecord, type NoteRecord } from '../vault/note-record.js';
import { threadIn, withThread } from '../vault/thread-reading.js';
import { VaultSettings } from '../vault/vault-settings.js';
import type { IndexText, StagedFile } from './staged-files.js';
import type { BlobReader } from './staged-git.js';

export interface StagedNote {
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedNote;
  readonly record: NoteRecord;
}

/** The texts of files as they are staged; what is no regular file or cannot be read is left out, and told to `onSkipped`. */
export async function readStagedTexts(files: readonly StagedFile[], blobs: BlobReader, onSkipped: (message: string) => void = () => undefined): Promise<ReadonlyMap<string, string>> {
  const regular = files.filter(({ path, mode }) => {
    if (mode.startsWith('100')) return true;
    onSkipped(mode === '160000' ? `"${path}" is a repository of its own. It is left out.` : `Symbolic link "${path}" is not followed. It is left out.`);
    return false;
  });
  const answers = await blobs.read([...new Set(regular.map(({ id }) => id))]);
  const texts = new Map<string, string>();
  for (const { path, id } of regular) {
    const bytes = answers.get(id);
    if (bytes === 'too large') onSkipped(`"${path}" is larger than 64 MB. It is left out.`);
    else if (bytes === undefined || bytes === 'missing') onSkipped(`"${path}" is not in this clone. It is left out.`);
    else texts.set(path, bytes.toString('utf8'));
  }
  return texts;
}

/** As they are staged, too: what is not committed counts for nobody else. */
export async function readStagedSettings(index: IndexText, blobs: BlobReader): Promise<VaultSettings> {
  const file = index.find(CONFIG_PATH);
  const text = file === undefined ? undefined : (await readStagedTexts([file], blobs)).get(CONFIG_PATH);
  return text === undefined ? VaultSettings.DEFAULT : VaultSettings.parse(text);
}

export async function readStagedNotes(texts: ReadonlyMap<string, string>, rules: ActiveRules, context: RuleContext): Promise<readonly StagedNote[]> {
  const notes: StagedNote[] = [];
  for (const [path, text] of texts) {
    const plain = await readNote(path, text, context.notes);
    const thread = threadIn(path, text, plain);
    const reading = thread === undefined ? plain : withThread(plain, text, thread);
    notes.push({ path, text, parsed: reading.parsed, record: buildRecord(text, reading, rules, context) });
  }
  return notes;
}
