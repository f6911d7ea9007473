/** What the parts of the plugin share. Each part gets it once, registers itself, and keeps nothing that outlives the plugin. */
import type { App, Plugin } from 'obsidian';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import type { HistorySource } from '../views/history-source.js';
import type { NoteEdits } from './note-edits.js';
import type { ObsidianVault } from './obsidian-vault.js';
import type { PersonalSettings } from './personal-settings.js';
import type { RevisionComparison } from './revision-comparison.js';

export interface PluginContext {
  readonly app: App;
  /** Everything is registered through it, so that unloading leaves nothing. */
  readonly plugin: Plugin;
  readonly vault: ObsidianVault;
  readonly playbook: LivingPlaybook;
  /** Author name, what is switched on: the person's own, kept in the plugin's data. */
  readonly personal: PersonalSettings;
  /** Every change of notes goes through here: preview, write, one undo. */
  readonly edits: NoteEdits;
  /** The levels that git recorded; undefined where git cannot be started: on phones. */
  readonly history: HistorySource | undefined;
  /** What the roadmap is compared with; undefined in the same places. */
  readonly comparison: RevisionComparison | undefined;
}

/** A part of the plugin; called while it loads, so it must be cheap and touch no note. */
export type Feature = (context: PluginContext) => void;
