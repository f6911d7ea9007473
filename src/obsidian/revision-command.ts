/** The command that compares the roadmap with a revision of git, and the one that ends it. Not there on phones. */
import { Notice } from 'obsidian';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import { openView } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import type { RevisionComparison } from './revision-comparison.js';
import { RevisionModal } from './revision-modal.js';
import { ROADMAP_ICON } from './roadmap-icon.js';

const words = WORDS.comparison;
/** Stays until somebody clicks. */
const SHOWN_UNTIL_CLICKED = 0;

export function registerRevisionComparison(context: PluginContext): void {
  const { plugin, comparison } = context;
  if (comparison === undefined) return;
  plugin.addCommand({
    id: 'compare-roadmap-with-revision',
    name: words.command,
    icon: ROADMAP_ICON,
    checkCallback: (checking) => {
      const canRead = comparison.reader.canRead();
      if (canRead && !checking) void chooseAndCompare(context, comparison);
      return canRead;
    },
  });
  plugin.addCommand({
    id: 'stop-comparing-roadmap',
    name: words.stop,
    checkCallback: (checking) => {
      const { compared, reading } = comparison.state;
      const isComparing = compared !== undefined || reading !== undefined;
      if (isComparing && !checking) comparison.end();
      return isComparing;
    },
  });
}

async function chooseAndCompare({ app, plugin }: PluginContext, comparison: RevisionComparison): Promise<void> {
  const listing = new AbortController();
  plugin.register(() => listing.abort());
  try {
    const revisions = await comparison.reader.list(listing.signal);
    if (revisions.length === 0) {
      new Notice(words.noCommit);
      return;
    }
    const chosen = await new RevisionModal(app, revisions).ask();
    if (chosen === undefined) return;
    // The progress stands in the view.
    await openView(app, 'roadmap');
    await comparison.compare(chosen);
  } catch (error) {
    new Notice(words.failed(`${reasonOf(error)}.`), SHOWN_UNTIL_CLICKED);
  }
}
