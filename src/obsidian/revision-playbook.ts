/** Reads the playbook as it was at a revision of git, on a desktop: piece by piece, with the settings of that time. */
import { askText, type Git, type GitSignal } from '../history/git-port.js';
import { listRevisionFiles, readRevisionTexts } from '../history/revision-texts.js';
import { readRepository } from '../history/revision.js';
import { CONFIG_PATH } from '../lint/config.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { readNote } from '../notes/read-note.js';
import { Playbook } from '../playbook/playbook.js';
import { isMarkdown } from '../vault/vault.js';
import { VaultSettings } from '../vault/vault-settings.js';

export interface RevisionAsk {
  readonly signal: GitSignal;
  readonly onProgress: (done: number, total: number) => void;
  /** Awaited between notes: lets the app draw. */
  readonly pause?: (() => Promise<void> | undefined) | undefined;
}

const DASH = 45;
const BYTE_ORDER_MARK = 0xef;

/**
 * The notes of the playbook; other files by their names alone. Renamed notes are followed by what git takes for renamed up
 * to the files as they are. Throws what the port throws.
 */
export async function readRevisionPlaybook(git: Git, commit: string, { signal, onProgress, pause }: RevisionAsk): Promise<{ readonly playbook: Playbook; readonly renamed: ReadonlyMap<string, string> }> {
  const { prefix } = await readRepository(git, signal);
  const files = await listRevisionFiles(git, commit, prefix, signal);
  const settings = await settingsAt(git, files.find(({ path }) => path === CONFIG_PATH)?.id, signal);
  const context = buildNoteContext(settings.config.settings);
  const { kindByFolder } = context.settings;
  const playbook = new Playbook();
  const notes = files.filter(({ path }) => isMarkdown(path) && !settings.isIgnored(path));
  for (const { path } of files) if (!settings.isIgnored(path)) playbook.setFile(path, []);
  let done = 0;
  onProgress(0, notes.length);
  await readRevisionTexts(git, notes, {
    signal,
    // Without properties a note is the playbook's by its folder alone.
    mayMatter: (start) => kindByFolder.size > 0 || start[0] === DASH || start[0] === BYTE_ORDER_MARK,
    take: async ({ path }, text) => {
      const note = text === undefined ? undefined : (await readNote(path, text, context)).parsed.note;
      if (note !== undefined) playbook.setNote(note);
      onProgress(++done, notes.length);
      await pause?.();
    },
  });
  return { playbook, renamed: await renamesSince(git, commit, prefix, signal) };
}

async function settingsAt(git: Git, id: string | undefined, signal: GitSignal): Promise<VaultSettings> {
  let text = '';
  if (id !== undefined) await readRevisionTexts(git, [{ path: CONFIG_PATH, id }], { signal, take: (_, found) => void (text = found ?? '') });
  return VaultSettings.parse(text);
}

async function renamesSince(git: Git, commit: string, prefix: string, signal: GitSignal): Promise<ReadonlyMap<string, string>> {
  const folder = prefix === '' ? ':(top)' : `:(top,literal)${prefix}`;
  const words = (await askText(git, { args: ['diff', '-z', '--name-status', '--find-renames', '--diff-filter=R', '--no-ext-diff', '--no-textconv', '--no-relative', commit, '--', folder], signal })).split('\0');
  const inVault = (path: string): string => (prefix === '' ? path : path.slice(prefix.length + 1));
  const renamed = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) renamed.set(inVault(words[at + 1] ?? ''), inVault(words[at + 2] ?? ''));
  return renamed;
}
