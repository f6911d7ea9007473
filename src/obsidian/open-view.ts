/**
 * Opens a view of the playbook: where it stands already, be it deferred, at a side or in a window of its own; else where
 * it belongs. Overview, roadmap and commitment map are pages to read, so they come as tabs; findings and annotations stand
 * beside the notes they lead to.
 */
import type { App } from 'obsidian';

/** The views that the command line and links can open, the first when none is named. */
export const NAMED_VIEWS = ['overview', 'findings', 'roadmap', 'commitment', 'annotations'] as const;
export type NamedView = (typeof NAMED_VIEWS)[number];

export const VIEW_TYPES = { overview: 'cx-playbook-overview', findings: 'cx-playbook-findings', roadmap: 'cx-playbook-roadmap', commitment: 'cx-playbook-commitment', annotations: 'cx-playbook-annotations' } as const satisfies Record<NamedView, string>;

const AT_SIDE: ReadonlySet<NamedView> = new Set(['findings', 'annotations']);

/** `state` is what the view is to show; without it the view shows what it showed last. */
export async function openView({ workspace }: App, view: NamedView, state?: Readonly<Record<string, unknown>>): Promise<void> {
  const type = VIEW_TYPES[view];
  const [standing] = workspace.getLeavesOfType(type);
  const shown = state === undefined ? {} : { state: { ...state } };
  if (standing === undefined && AT_SIDE.has(view)) {
    await workspace.ensureSideLeaf(type, 'right', { active: true, reveal: true, ...shown });
    return;
  }
  const leaf = standing ?? workspace.getLeaf('tab');
  if (standing === undefined) await leaf.setViewState({ type, active: true, ...shown });
  await workspace.revealLeaf(leaf);
  if (standing !== undefined && state !== undefined) await leaf.setViewState({ type, active: true, ...shown });
  workspace.setActiveLeaf(leaf, { focus: true });
}
