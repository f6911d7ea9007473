/** The files of a folder at a revision, through the port to git: names first, texts as they come. */
import { LARGEST_NOTE_BYTES } from '../notes/note-size.js';
import { readGitTexts } from './git-batch.js';
import { askText, type Git, type GitSignal } from './git-port.js';
import { vaultPathIn } from './vault-path.js';

export interface RevisionFile {
  readonly path: string;
  /** Git's id of the text. */
  readonly id: string;
}

/** Files that a vault reads, in no order: no links, no submodules, nothing hidden. `commit` is a full id. Throws what the port throws. */
export async function listRevisionFiles(git: Git, commit: string, prefix: string, signal?: GitSignal): Promise<readonly RevisionFile[]> {
  const answer = await askText(git, { args: ['ls-tree', '-r', '-z', '--full-tree', `${commit}:${prefix}`], signal });
  const pathOf = vaultPathIn('');
  return answer.split('\0').flatMap((entry): readonly RevisionFile[] => {
    const tab = entry.indexOf('\t');
    const [mode = '', type = '', id = ''] = entry.slice(0, Math.max(0, tab)).split(' ');
    const path = tab === -1 || mode === '120000' || type !== 'blob' ? undefined : pathOf(entry.slice(tab + 1));
    // A name that is no UTF-8 cannot be linked to.
    return path === undefined || path.includes('\ufffd') ? [] : [{ path, id }];
  });
}

/**
 * Calls `take` with the text of each file that the clone has, the files of one text one after another. `mayMatter` sees the
 * first bytes of a text: what it turns down is not kept.
 */
export async function readRevisionTexts(
  git: Git,
  files: readonly RevisionFile[],
  { mayMatter = () => true, take, signal }: { readonly mayMatter?: (start: Uint8Array) => boolean; readonly take: (file: RevisionFile, text: string | undefined) => Promise<void> | void; readonly signal?: GitSignal | undefined },
): Promise<void> {
  const byId = new Map<string, RevisionFile[]>();
  for (const file of files) {
    const known = byId.get(file.id);
    if (known === undefined) byId.set(file.id, [file]);
    else known.push(file);
  }
  for await (const texts of readGitTexts(git, [...byId.keys()], { isWanted: mayMatter, maxBytes: LARGEST_NOTE_BYTES }, signal)) {
    for (const { id, bytes } of texts) {
      const text = bytes === undefined ? undefined : git.decode(bytes);
      for (const file of byId.get(id) ?? []) await take(file, text);
    }
  }
}
