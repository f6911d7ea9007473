/** Makes what the parts of the plugin share. */
import { Notice, type App, type Plugin } from 'obsidian';
import type { Git } from '../history/git-port.js';
import { LivingPlaybook } from '../vault/living-playbook.js';
import { WORDS } from '../views/words/words.js';
import { DesktopGit } from './desktop-git.js';
import { desktopHistoryReader } from './desktop-history.js';
import { repositoryFolder } from './desktop-node.js';
import { hostClock, localToday } from './host-clock.js';
import { NoteEdits } from './note-edits.js';
import { ObsidianVault } from './obsidian-vault.js';
import { PersonalSettings } from './personal-settings.js';
import type { PluginContext } from './plugin-context.js';
import { reachDesktop } from './reach-desktop.js';
import { RevisionComparison } from './revision-comparison.js';
import { desktopRevisionReader } from './revision-reader.js';
import { SessionHistory } from './session-history.js';

/** Undefined when the plugin was switched off meanwhile: what is registered then would never go. */
export async function buildContext(plugin: Plugin, today = localToday): Promise<PluginContext | undefined> {
  const { app } = plugin;
  const vault = new ObsidianVault(app, { git: gitOf(app), repositoryWritten: () => playbook.repositoryChanged() });
  const playbook: LivingPlaybook = new LivingPlaybook(vault, {
    clock: hostClock(),
    today,
    onFailure: (error) => new Notice(WORDS.plugin.readingFailed(error instanceof Error ? error.message : String(error)), 0),
  });
  plugin.register(() => playbook.dispose());
  const clock = hostClock();
  const reader = desktopHistoryReader(app, playbook, clock);
  const history = reader === undefined ? undefined : new SessionHistory(reader, () => clock.now());
  plugin.register(() => history?.dispose());
  const revisions = desktopRevisionReader(app, clock);
  const comparison = revisions === undefined ? undefined : new RevisionComparison(revisions, () => clock.now());
  plugin.register(() => comparison?.dispose());
  const personal = await PersonalSettings.load(plugin);
  return playbook.isDisposed ? undefined : { app, plugin, vault, playbook, personal, edits: new NoteEdits(app, vault), history, comparison };
}

/** Git on a desktop, where the vault's folder or one above it has a repository: elsewhere no program is started for nothing. */
function gitOf(app: App): () => Git | undefined {
  const desktop = reachDesktop(app);
  if (desktop === undefined) return () => undefined;
  const git = new DesktopGit(desktop);
  return () => (repositoryFolder(desktop) === undefined ? undefined : git);
}
