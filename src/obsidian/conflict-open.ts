/** Opens the resolver of merge conflicts: for one note, or with the notes that have any. It stays where it stands already. */
import type { App } from 'obsidian';

export const CONFLICT_VIEW = 'cx-playbook-conflicts';

/** `path` is the note; undefined for the list. */
export async function openConflicts({ workspace }: App, path: string | undefined): Promise<void> {
  const leaf = workspace.getLeavesOfType(CONFLICT_VIEW)[0] ?? workspace.getLeaf('tab');
  await leaf.setViewState({ type: CONFLICT_VIEW, active: true, state: path === undefined ? {} : { path } });
  await workspace.revealLeaf(leaf);
  workspace.setActiveLeaf(leaf, { focus: true });
}
