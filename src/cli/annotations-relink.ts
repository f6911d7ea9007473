/**
 * `annotations relink`: which note the threads speak of whose links dangle, and their files with the links mended. A
 * thread that is shared is never linked to a private note.
 */
import { blobIdOf } from '../annotations/blob-id.js';
import { relink, type LostThread, type Relinked } from '../annotations/relink.js';
import { retargetEdits } from '../annotations/thread-edit.js';
import type { RelinkedThread } from '../export/annotations-relink.js';
import { loadYamlReader } from '../markdown/frontmatter.js';
import { applyEdits } from '../markdown/text-edit.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { addTo } from '../playbook/add-to.js';
import { isPrivate, visibilityOfPath } from '../playbook/annotation.js';
import { failureMessage, type PlannedChange } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { isMarkdown, readOrUndefined, type Vault } from '../vault/vault.js';
import { isPrivateNote } from './annotations-private.js';
import type { FsVault } from './fs-vault.js';
import { readRenames } from './git-renames.js';

export interface RelinkPlan {
  /** In the order of their files. */
  readonly threads: readonly RelinkedThread[];
  readonly changes: readonly PlannedChange[];
}

/** Reads all notes and asks git when any link dangles; writes nothing. */
export async function planRelink(store: PlaybookStore, vault: FsVault): Promise<RelinkPlan> {
  const lost = store.annotations.placed.filter(({ targetPath }) => targetPath === undefined).map(({ annotation }) => annotation);
  if (lost.length === 0) return { threads: [], changes: [] };
  await loadYamlReader();
  const { shared, all, pathsByBlob } = await readNotes(store, vault);
  const renames = readRenames(vault.root, pathsByBlob);
  const threads: RelinkedThread[] = [];
  const changes: PlannedChange[] = [];
  for (const [notes, wanted] of [[shared, false], [all, true]] as const) {
    const asked = lost.filter((annotation) => isPrivate(annotation) === wanted).map((annotation): LostThread => ({ annotation, namesakes: [] }));
    for (const [index, outcome] of relink(asked, { notes, renames, pathsByBlob }).entries()) {
      const annotation = asked[index]?.annotation;
      if (annotation === undefined) continue;
      const { path, target } = annotation;
      const { range, change, refusal } = await planThread(path, outcome, store, vault);
      threads.push({ path, range, target, outcome: refusal === undefined ? outcome : { kind: 'refused', message: refusal } });
      if (change !== undefined) changes.push(change);
    }
  }
  const inOrder = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);
  return { threads: threads.sort(inOrder), changes: changes.sort(inOrder) };
}

interface ThreadPlan {
  readonly range: RelinkedThread['range'];
  readonly change?: PlannedChange;
  /** Why the thread stays as it is. */
  readonly refusal?: string;
}

async function planThread(path: string, outcome: Relinked, store: PlaybookStore, vault: Vault): Promise<ThreadPlan> {
  let before = '';
  try {
    // Nothing is written, but bytes that are not UTF-8 are found before they are shown.
    before = await vault.process(path, (now) => now);
  } catch (error) {
    const start = buildLineIndex('').position(0);
    return { range: { start, end: start }, refusal: failureMessage(path, error) };
  }
  const lines = buildLineIndex(before);
  const { from, to } = store.annotations.thread(path)?.values.get('target') ?? { from: 0, to: 0 };
  const range = { start: lines.position(from), end: lines.position(to) };
  if (outcome.kind !== 'found') return { range };
  const link = outcome.path.replace(/\.md$/i, '');
  if (/[[\]|#^\r\n]/.test(link)) return { range, refusal: `"${outcome.path}" has a name that no link can hold. Rename the note.` };
  const edits = retargetEdits(path, before, `[[${link}]]`);
  return edits.ok ? { range, change: { path, before, after: applyEdits(before, edits.edits) } } : { range, refusal: edits.message };
}

/** The notes that a thread may speak of, and where each text stands. */
async function readNotes(store: PlaybookStore, vault: Vault) {
  const shared = new Map<string, string>();
  const all = new Map<string, string>();
  const pathsByBlob = new Map<string, string[]>();
  for (const { path } of await vault.list()) {
    if (!isMarkdown(path) || visibilityOfPath(path) !== undefined || store.annotations.thread(path) !== undefined || store.isIgnored(path)) continue;
    const text = await readOrUndefined(vault, path);
    if (text === undefined) continue;
    all.set(path, text);
    if (!(await isPrivateNote(path, text))) shared.set(path, text);
    addTo(pathsByBlob, blobIdOf(text), path);
  }
  return { shared, all, pathsByBlob };
}
